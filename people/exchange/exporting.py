"""The whole record written out under Popolo's names, without what is struck. Its ids only link rows."""

import json
from collections import Counter

from django.db.models import F
from django.utils.timezone import now

from people import disclosure
from people.exchange import values
from people.exchange.columns import KINDS
from people.exchange.spreadsheet import written
from people.models import Attendance, Evidence
from people.names import unicode_slug
from people.states import meeting_state

OWNED = {"person": "person", "organization": "organisation", "area": "place", "series": "series"}
ORDER = {
    "organization": ("sort_key", "kind", "iso_code", "pk"),
    "area": ("sort_key", "pk"),
    "series": ("sort_key", "pk"),
    "post": ("organisation__sort_key", "rank", "title", "pk"),
    "person": ("sort_key", "born", "biography", "pk"),
    "name": ("person__sort_key", "organisation__sort_key", "place__sort_key", "language", "text", "pk"),
    "membership": ("person__sort_key", "since", "post__key", "organisation__key", "pk"),
    "event": ("when_earliest", "when", "key", "pk"),
    "attendee": ("meeting__when_earliest", "meeting__key", "person__sort_key", "description", "pk"),
    "outcome": ("meeting__when_earliest", "meeting__key", "text", "pk"),
}

LISTS = {"person": "persons"}  # where Popolo's word is not the name of our file
EMBEDDED = ("name", "attendee", "outcome")


class Record:
    """Everything of the record as rows by column name, kind by kind."""

    def __init__(self):
        self.ids = {kind: {} for kind in KINDS}
        self.identifiers = {kind: {} for kind in KINDS}

    def rows(self):
        """Pairs of kind and rows, in the order in which they rest on each other. Values are those of the models."""
        for name, kind in KINDS.items():
            stored = self._stored(name)
            self._name_ids(name, stored)
            if name in OWNED:
                self._fetch_identifiers(name)
            states = _states(name, stored)
            yield kind, [self._row(kind, each, states) for each in stored]

    def _stored(self, name):
        rows = KINDS[name].model._base_manager.all()
        if hasattr(KINDS[name].model, "is_struck"):
            rows = rows.filter(is_struck=False)
        if name in ("attendee", "outcome"):
            rows = rows.filter(meeting__is_struck=False)
        return list(rows.order_by(*(F(column).asc(nulls_first=True) for column in ORDER[name])))

    def _name_ids(self, name, stored):
        """Ids made of what the rows are called, numbered where several are called the same: never keys."""
        if not any(column.name == "id" for column in KINDS[name].columns):
            return
        taken = Counter()
        for row in stored:
            stem = unicode_slug(self._called(name, row))
            taken[stem] += 1
            self.ids[name][row.pk] = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"

    def _called(self, name, row):
        match name:
            case "post":
                return f"{self.ids['organization'][row.organisation_id]} {row.title}"
            case "membership":
                return f"{self.ids['person'][row.person_id]} {row.since or 'office'}"
            case "event":
                return f"{row.title} {row.when}"
        return row.name

    def _fetch_identifiers(self, name):
        related = KINDS[name].model.identifiers.rel
        column = f"{related.field.name}_id"
        for row in related.related_model.objects.exclude(**{column: None}):
            self.identifiers[name].setdefault(getattr(row, column), []).append((row.scheme, row.value))

    def _row(self, kind, stored, states):
        row = {}
        for column in kind.columns:
            if column.name == "id":
                row["id"] = self.ids[kind.name][stored.pk]
            elif column.name == "identifiers":
                row["identifiers"] = sorted(self.identifiers[kind.name].get(stored.pk, ()))
            elif column.name == "script":
                row["script"] = stored.script
            elif column.name in ("state", "status"):
                row[column.name] = states[stored.pk]
            elif column.of and not column.is_by_name:
                key = getattr(stored, f"{column.field}_id")
                row[column.name] = self.ids[column.of].get(key, "") if key else ""
            elif column.field and not column.of:
                row[column.name] = getattr(stored, column.field)
        return row


def _states(name, stored):
    """What the desk knows of each meeting or attendance, by all sentences that are not struck."""
    if name not in ("attendee", "event"):
        return {}
    rolls = _said_of_rolls()
    if name == "attendee":
        return {row.pk: rolls.get(row.pk, ()) for row in stored}
    spoken, reports = {}, {}
    for pk, meeting in Attendance.objects.filter(is_struck=False).values_list("pk", "meeting"):
        spoken.setdefault(meeting, []).append("disputed" if len(rolls.get(pk, ())) > 1 else "".join(rolls.get(pk, ())))
    meetings = {row.pk: row for row in stored}
    for each in _evidence().filter(meeting__isnull=False):
        if each.meeting_id in meetings:
            reports.setdefault(each.meeting_id, []).append(disclosure.report_of(each, meetings[each.meeting_id]))
    return {pk: meeting_state(spoken.get(pk, ()), reports.get(pk, ())) for pk in meetings}


def _said_of_rolls():
    """The words of each attendance: none, one, or «attended» and «absent» where reports differ."""
    evidence = {}
    for each in _evidence().filter(attendance__isnull=False):
        evidence.setdefault(each.attendance_id, []).append(each)
    said = {}
    for row in Attendance.objects.select_related("meeting"):
        state = disclosure.attendance_state(row, row.meeting, evidence.get(row.pk, ()))
        said[row.pk] = ("attended", "absent") if state == "disputed" else (state,) if state else ()
    return said


def _evidence():
    rows = Evidence.objects.filter(is_struck=False, quotation__is_struck=False)
    return rows.select_related("quotation__source")


def popolo_text():
    """The record as one Popolo JSON document: spellings stand with whose they are, rolls and outcomes with meetings."""
    lists = {kind.name: list(map(_popolo, rows)) for kind, rows in Record().rows()}
    for part, owner, (column, title) in (
        *(("name", owner, (f"{owner}_id", "other_names")) for owner in ("person", "organization", "area")),
        ("attendee", "event", ("event_id", "attendees")),
        ("outcome", "event", ("event_id", "outcomes")),
    ):
        owners = {row["id"]: row for row in lists[owner]}
        for row in lists[part]:
            if column in row:
                owners[row.pop(column)].setdefault(title, []).append(row)
    for row in lists["attendee"]:
        if "person_id" in row:
            row["id"] = row.pop("person_id")  # as Popolo has it: attendees are people
    told = {LISTS.get(name, KINDS[name].plural): rows for name, rows in lists.items() if name not in EMBEDDED}
    return json.dumps({"exported_at": now().isoformat(timespec="seconds"), **told}, ensure_ascii=False, indent=1)


def _popolo(row):
    told = {name: _plain(name, value) for name, value in row.items()}
    if told.get("when"):
        told |= _start_and_end(told["when"])
    return {name: value for name, value in told.items() if value not in ("", None, [], {}, ())}


def _plain(name, value):
    if name == "identifiers":
        return [{"scheme": scheme, "identifier": known} for scheme, known in value]
    if isinstance(value, (bool, int, float, dict, tuple)):
        return value
    return values.printed(value)


def _start_and_end(when):
    """Popolo's two days beside our one date, where it has two ends or one."""
    start, _sign, end = when.partition("/")
    days = {"start_date": start, "end_date": end}
    return {name: day for name, day in days.items() if day[:1].isdigit()}


def csv_files():
    """Pairs of name and text: one file for each kind."""
    for kind, rows in Record().rows():
        yield f"{kind.plural}.csv", written(kind, [_cells(row) for row in rows])


def _cells(row):
    cells = {}
    for name, value in row.items():
        if name == "identifiers":
            cells[name] = values.joined(value)
        elif name == "other_labels":
            cells[name] = values.joined(value.items())
        elif isinstance(value, tuple):
            cells[name] = "; ".join(value)
        elif isinstance(value, bool):
            cells[name] = "yes" if value else "no"
        else:
            cells[name] = values.printed(value)
    return cells
