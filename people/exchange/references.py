"""Which row another one means: one of the same files by id or name, else one of the record."""

from hashlib import sha256

from django.utils.translation import gettext as _

from people.exchange.columns import KINDS
from people.exchange.entries import Entry
from people.models import Identifier, ImportRow, Organisation
from people.models.organisation import DEEPEST
from people.names import key

LIMIT = 500
OWNER = {"organization": "organisation", "area": "place", "series": "series", "person": "person"}


class Outside:
    """Rows of the record that the files name without holding them, fetched in a few queries a kind."""

    def __init__(self, book):
        self.book, self.by_id, self.by_key = book, {}, {}
        self.countries = set(Organisation.objects.filter(kind="country").values_list("pk", flat=True))
        for kind in KINDS:
            ids, keys = self._asked(kind)
            self._find_ids(kind, ids)
            self._find_keys(kind, keys)

    def _asked(self, kind):
        ids, keys = set(), set()
        for entry in self.book.entries:
            for column in entry.kind.columns:
                value = column.of == kind and str(entry.row.values.get(column.name) or "").strip()
                if value and column.is_by_name:
                    keys.add(key(value))
                elif value and (kind, value) not in self.book.by_id:
                    ids.add(value)
        return ids, keys

    def _find_ids(self, kind, ids):
        """By the register's identifiers, or as rows of an earlier import."""
        if not (ids and self.book.scheme):
            return
        refs = {f"{self.book.scheme}|{each}": each for each in ids}
        for part in parts(refs):
            for ref, pk in earlier(kind, part):
                self.by_id[kind, refs[ref]] = pk
        if kind in OWNER:
            for part in parts(ids):
                known = Identifier.objects.filter(scheme=self.book.scheme, value__in=part)
                column = f"{OWNER[kind]}_id"
                for value, pk in known.exclude(**{column: None}).values_list("value", column):
                    self.by_id[kind, value] = pk

    def _find_keys(self, kind, keys):
        model = KINDS[kind].model
        if not keys or kind in ("name", "membership", "attendee", "outcome"):
            return
        if kind == "post":
            rows = model.objects.filter(organisation__isnull=False).values_list("title", "organisation", "pk")
            for title, organisation, pk in rows:
                self.by_key.setdefault((kind, key(title)), []).append((pk, organisation))
            return
        for part in parts(keys):
            for found, pk in model.objects.filter(key__in=part).values_list("key", "pk"):
                self.by_key.setdefault((kind, found), []).append((pk, None))


def parts(values):
    values = sorted(values)
    return (values[start : start + LIMIT] for start in range(0, len(values), LIMIT))


def earlier(kind, refs):
    """Pairs of ref and key of the record's row, as an earlier import took them in; rows that are gone left out."""
    rows = ImportRow.objects.filter(kind=kind, ref__in=list(refs), object_id__isnull=False, of__state="done")
    found = dict(rows.order_by("pk").values_list("ref", "object_id"))
    there = set(KINDS[kind].model._base_manager.filter(pk__in=found.values()).values_list("pk", flat=True))
    return [(ref, pk) for ref, pk in found.items() if pk in there]


def resolve(book, kind, outside):
    """Give every entry of the kind what its cells name, or an error beside the cell, and the `ref` it is known by.

    Kinds come in their order: a post is looked for in a body that is known by now.
    """
    columns = _columns(kind)
    for entry in book.of(kind):
        for column in columns:
            value = str(entry.row.values.get(column.name) or "").strip()
            if value and column.field not in entry.refs:
                _name(book, outside, entry, column, value)
    if kind in ("organization", "event"):
        _refuse_circles(book.of(kind))
    for entry in book.of(kind):
        if kind == "membership" and entry.refs.get("post"):
            entry.refs.pop("organisation", None)  # the post says in which body
        entry.ref = entry.ref or _ref(book, entry)


def key_of(target):
    """The key of the record's row that a reference leads to; None for what is new or left for later."""
    return target.chosen if isinstance(target, Entry) else target


def _columns(kind):
    """The columns that name other rows, ids first; a post's organisation before the post."""
    named = [column for column in KINDS[kind].columns if column.of]
    return sorted(named, key=lambda column: (column.of == "post", column.is_by_name))


def _name(book, outside, entry, column, value):
    if column.is_by_name:
        found = _by_name(book, outside, entry, column, value)
    else:
        found = book.by_id.get((column.of, value)) or outside.by_id.get((column.of, value))
        if not found:
            entry.refuse(
                column.name, _("Neither these files nor the record have the id “%(id)s”.") % {"id": value[:60]}
            )
    if found and column.field == "country" and not _is_country(outside, found):
        entry.refuse(column.name, _("“%(name)s” is stored as something else than a country.") % {"name": value[:60]})
    elif found:
        entry.refs[column.field] = found
        entry.at[column.field] = column.name


def _is_country(outside, target):
    if isinstance(target, Entry):
        return target.values.get("kind") == "country"
    return target in outside.countries


def _by_name(book, outside, entry, column, value):
    inside = [each for each in book.by_key[column.of, key(value)] if each is not entry]
    others = outside.by_key.get((column.of, key(value)), [])
    if column.of == "post" and entry.refs.get("organisation"):
        body = entry.refs["organisation"]
        inside = [each for each in inside if each.refs.get("organisation") == body]
        others = [pair for pair in others if pair[1] == key_of(body)]
    if inside or others:
        exact = [each for each in inside if each.name == value]
        found = exact or inside or [pk for pk, _body_key in others]
        if len(found) == 1:
            return found[0]
        said = _("%(number)d are called “%(name)s”: name the one by its id.")
        entry.refuse(column.name, said % {"number": len(found), "name": value[:60]})
    else:
        said = _("Neither these files nor the record have “%(name)s”.")
        entry.refuse(column.name, said % {"name": value[:60]})
    return None


def _refuse_circles(entries):
    """Nothing is a part of itself, however long the way round, nor of a part of a part without end."""
    for entry in entries:
        way, above = [entry], entry.refs.get("parent")
        while isinstance(above, Entry) and above is not entry and len(way) <= DEEPEST:
            way.append(above)
            above = above.refs.get("parent")
        if isinstance(above, Entry):
            entry.refuse(entry.at["parent"], _("This would be a part of itself, or of more than %d others.") % DEEPEST)
            entry.refs.pop("parent")


def _ref(book, entry):
    """The register and id; else a digest of the publisher and of all that the row says, other rows by what they say."""
    if book.scheme and entry.id:
        return f"{book.scheme}|{entry.id}"[:300]
    said = [book.publisher, entry.row.kind]
    named = {column.name for column in entry.kind.columns if column.of}
    said += [f"{name}={value}" for name, value in sorted(entry.row.values.items()) if name not in named]
    for field, target in sorted(entry.refs.items()):
        if isinstance(target, Entry):
            target.ref = target.ref or _ref(book, target)
            target = target.ref
        said.append(f"{field}={target}")
    return sha256("\n".join(said).encode()).hexdigest()
