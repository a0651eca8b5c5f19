"""Rows of a Popolo JSON file: lists of people, organisations, posts, memberships, events and areas, embedded or not."""

import json
from pathlib import PurePath

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.exchange.columns import KINDS, kind_called
from people.exchange.rows import Row, Sheet, Unreadable

# What is embedded in an object: its list, the kind of the things in it, and under which column they name the object.
EMBEDDED = {
    "person": {"other_names": ("name", "person_id"), "memberships": ("membership", "person_id")},
    "organization": {
        "other_names": ("name", "organization_id"),
        "memberships": ("membership", "organization_id"),
        "posts": ("post", "organization_id"),
        "children": ("organization", "parent_id"),
    },
    "area": {"other_names": ("name", "area_id"), "children": ("area", "")},
    "post": {"memberships": ("membership", "post_id")},
    "event": {
        "attendees": ("attendee", "event_id"),
        "outcomes": ("outcome", "event_id"),
        "children": ("event", "parent_id"),
    },
}
# Single objects under a name of their own, and the kind that each is.
SINGLE = {"person": "person", "organization": "organization", "post": "post", "parent": "", "area": "area"}
LEFT = frozenset({"created_at", "updated_at"})
DEEPEST = 20


def read(name, text):
    """The rows of a Popolo file. Raises Unreadable."""
    try:
        told = json.loads(text, parse_constant=_no_number)
        json.dumps(told, ensure_ascii=False).encode()  # half a pair of surrogates is no text
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        said = _("“%(file)s” is no JSON that can be read: look at line %(line)d.") % {"file": name, "line": line}
        raise Unreadable(said) from error
    reading = _Reading(name)
    for kind, objects in _lists(name, told):
        for number, each in enumerate(objects, start=1):
            reading.take(kind, each, number)
    if not reading.sheet.rows:
        raise Unreadable(_("“%(file)s” holds none of the lists of Popolo.") % {"file": name})
    if left := sorted(reading.left):
        said = ngettext("The field %(fields)s is not taken.", "The fields %(fields)s are not taken.", len(left))
        reading.sheet.notes.append(said % {"fields": ", ".join(f"“{field}”" for field in left)})
    return reading.sheet


def _no_number(word):
    """NaN and Infinity are JavaScript, not JSON, and no database keeps them."""
    raise ValueError(word)


def _lists(name, told):
    """Pairs of kind and objects: of a whole document, or of a list or one object that the file's name tells of."""
    if isinstance(told, dict):
        found = [(kind_called(key), told[key]) for key in told if isinstance(told[key], list)]
        known = [(kind.name, objects) for kind, objects in found if kind and _is_top(told, kind)]
        if known:
            return known
        told = [told]
    kind = kind_called(PurePath(name).stem)
    if not isinstance(told, list) or kind is None:
        said = _(
            "“%(file)s” holds none of the lists of Popolo: persons, organizations, posts, memberships, events, areas."
        )
        raise Unreadable(said % {"file": name})
    return [(kind.name, told)]


def _is_top(told, kind):
    """A person has «memberships», too: a whole document has no name or id of its own."""
    return not {"id", "name", "label"} & told.keys()


class _Reading:
    """One file: rows in their order; an embedded object without an id gets one, so that its parts can name it."""

    def __init__(self, name):
        self.name, self.sheet, self.left = name, Sheet(name), set()

    def take(self, kind, told, number, depth=0):
        """A row for the object and for all that is embedded in it. Returns its id."""
        if not isinstance(told, dict) or depth > DEEPEST:
            said = _("“%(file)s”: number %(number)d of the %(list)s is no object.")
            raise Unreadable(said % {"file": self.name, "number": number, "list": KINDS[kind].plural})
        values = {key: value for key, value in told.items() if value not in (None, "", [], {})}
        embedded = EMBEDDED.get(kind, {})
        parts = [(values.pop(key), *embedded[key]) for key in list(values) if key in embedded]
        for key in [key for key in values if isinstance(values[key], dict) and key in SINGLE]:
            single = values.pop(key)
            values[f"{key}_id"] = self.take(SINGLE[key] or kind, single, number, depth + 1)
        key = values.setdefault("id", f"#{kind}-{len(self.sheet.rows)}") if parts else values.get("id", "")
        if kind == "attendee" and "id" in values:
            values["person_id"] = values.pop("id")  # Popolo lists people themselves as attendees
        self.sheet.rows.append(Row(kind, self.name, number, self._columns(kind, values)))
        for objects, part, owner in parts:
            if not isinstance(objects, list):
                objects = [objects]
            for each in objects:
                own = {owner: key} if owner and isinstance(each, dict) else {}
                self.take(part, {**each, **own} if own else each, number, depth + 1)
        return key

    def _columns(self, kind, values):
        taken = {}
        for heading, value in values.items():
            if column := KINDS[kind].column(heading):
                taken[column.name] = value
            elif heading not in LEFT:
                self.left.add(heading)
        return taken
