"""Rows as they are understood: their cells read by the rules of their columns, errors beside the column."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people.exchange import values
from people.exchange.columns import KINDS
from people.exchange.rows import Row
from people.names import key as folded

LONGEST_ID = 200


@dataclass
class Match:
    """A row of the record that an entry may be, and why.

    `is_sure`: nobody has to be asked; `is_numbered`: by a number of a register, which beats any name.
    """

    id: int
    label: str
    reasons: list[str] = field(default_factory=list)
    is_sure: bool = False
    is_of_earlier_import: bool = False
    is_numbered: bool = False

    def told(self):
        return {"id": self.id, "label": self.label, "reasons": self.reasons, "is_sure": self.is_sure}


@dataclass(eq=False)
class Entry:
    """One row while it is compared and taken in.

    `values`: by field of the model; `refs`: by field, another entry or the key of a row of the record; `at`: the
    column of each field. `ref`: by what the row is known again. `chosen`: the key of the row of the record that it is.
    """

    row: Row
    values: dict = field(default_factory=dict)
    refs: dict = field(default_factory=dict)
    at: dict = field(default_factory=dict)
    errors: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)
    identifiers: tuple = ()
    says: tuple = ()
    matches: list = field(default_factory=list)
    ref: str = ""
    choice: str = ""
    chosen: int | None = None
    is_chosen_by_hand: bool = False

    @property
    def kind(self):
        return KINDS[self.row.kind]

    @property
    def id(self):
        """The id by which other rows of the files name it."""
        return str(self.row.values.get("id") or "").strip()

    @property
    def name(self):
        """What it is called."""
        return next((self.values[each] for each in ("name", "title", "text") if self.values.get(each)), "")

    @property
    def key(self):
        return folded(self.name)

    @property
    def words(self):
        """What the row says, cell by cell, other rows by their names: without ids."""
        said = []
        for column in self.kind.columns:
            target, value = self.refs.get(column.field), self.row.values.get(column.name)
            if column.of and isinstance(target, Entry) and self.at[column.field] == column.name:
                said.append(target.name)
            elif isinstance(value, (str, int, float)) and column.name not in ("id", "identifiers"):
                said.append(str(value))
        return " · ".join(word for word in said if word)

    @property
    def is_of_earlier_import(self):
        """Whether the very row came in before, so that nothing it says is new."""
        return any(match.is_of_earlier_import for match in self.matches if match.id == self.chosen)

    def refuse(self, column, sentence):
        self.errors.setdefault(column, str(sentence))


def parents_first(entries):
    """Entries in an order in which each comes after what it is a part of, as lists level by level."""
    levels = defaultdict(list)
    for entry in entries:
        depth, above = 0, entry.refs.get("parent")
        while isinstance(above, Entry):
            depth, above = depth + 1, above.refs.get("parent")
        levels[depth].append(entry)
    return [levels[depth] for depth in sorted(levels)]


def understood(rows):
    """An entry for each row."""
    entries = [_entry(row) for row in rows]
    _refuse_twice(entries)
    return entries


def _entry(row):
    entry, given = Entry(row), dict(row.values)
    if row.kind == "event" and "when" not in given:
        given["when"] = "/".join(_day(given[each]) for each in ("start_date", "end_date") if given.get(each))
    for column in entry.kind.columns:
        value = given.get(column.name)
        if value in (None, "", [], {}) or column.of:
            continue
        entry.at[column.field or column.name] = column.name
        try:
            _read(entry, column, value)
        except ValidationError as error:
            entry.refuse(column.name if column.name in row.values else "start_date", " ".join(error.messages))
    _check(entry, given)
    return entry


def _day(value):
    """One end of a meeting as EDTF; as it stands where it is no date, so that this is said of the whole."""
    try:
        return values.partial_date(value)
    except ValidationError:
        return str(value)


def _read(entry, column, value):
    field_ = entry.kind.model._meta.get_field(column.field) if column.field else None
    if column.name == "identifiers":
        entry.identifiers = column.read(value)
    elif column.name == "state":
        entry.says = column.read(value, entry.kind.model._meta.get_field("state"))
    elif column.name == "status":
        entry.says = _status(entry, value)
    elif field_ is not None:
        try:
            entry.values[column.field] = column.read(value, field_)
        except ValidationError:
            if not column.otherwise:
                raise
            entry.values[column.field] = column.otherwise
            said = {"value": str(value)[:60], "taken": dict(field_.choices)[column.otherwise]}
            entry.notes.append(_("“%(value)s” is none of our kinds: taken for “%(taken)s”.") % said)


def _status(entry, value):
    """What the row says of a meeting; a word that is none of ours says nothing of it."""
    word = str(value).strip().casefold()
    known = {"held": "held", "planned": "planned", "postponed": "postponed", "cancelled": "cancelled"}
    known |= {"passed": "held", "tentative": "planned", "confirmed": "planned", "canceled": "cancelled"}
    if word not in known and word != "not_reported":
        entry.notes.append(_("“%(value)s” tells us nothing of whether it was held.") % {"value": str(value)[:60]})
    return (known[word],) if word in known else ()


def _check(entry, given):
    """What is needed is there, and the model accepts each value."""
    for column in entry.kind.columns:
        if column.is_needed and not given.get(column.name):
            entry.refuse(column.name, _("This is missing."))
    if len(entry.id) > LONGEST_ID:
        entry.refuse("id", _("An id has at most %d characters.") % LONGEST_ID)
    for names in entry.kind.one_of:
        if not any(given.get(name) for name in names):
            entry.refuse(names[0], _("One of these is needed: %(columns)s.") % {"columns": ", ".join(names)})
    if entry.row.kind == "name":
        entry.values.setdefault("language", "")
        entry.at.setdefault("language", "language")
        entry.values["language"] = entry.values["language"] or "und"
    if entry.row.kind == "organization":
        entry.values.setdefault("kind", "other")
        if entry.values.get("iso_code") and entry.values["kind"] != "country":
            entry.refuse("iso_code", _("Only countries have a country code."))
    if (
        entry.row.kind == "event"
        and entry.values.get("ordinal")
        and not (given.get("series") or given.get("series_id"))
    ):
        entry.refuse("ordinal", _("A number needs a series to count in."))
    if entry.row.kind == "membership" and entry.values.get("how_ended") and not entry.values.get("until"):
        entry.refuse("end_date", _("Say when it ended, or take away how it ended."))
    made = entry.kind.model(**entry.values)
    relations = [each.name for each in made._meta.concrete_fields if each.is_relation]
    blank = [each.name for each in made._meta.concrete_fields if each.name not in entry.values]
    try:
        made.clean_fields(exclude=[*relations, *blank])
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            entry.refuse(entry.at.get(name, name), " ".join(sentences))


def _refuse_twice(entries):
    """A row whose id another row of its kind has, or that says word for word what another says."""
    seen = {}
    for entry in entries:
        words = sorted((name, str(value)) for name, value in entry.row.values.items())
        mark = (entry.row.kind, entry.id) if entry.id else (entry.row.kind, tuple(words))
        first = seen.setdefault(mark, entry)
        if first is not entry:
            where = {"file": first.row.file, "number": first.row.number, "id": entry.id}
            entry.refuse(
                "id" if entry.id else next(iter(entry.row.values), "id"),
                _("The id “%(id)s” is that of row %(number)d of “%(file)s”, too.") % where
                if entry.id
                else _("Row %(number)d of “%(file)s” says the same.") % where,
            )


class Book:
    """All entries of an import: found by kind, and by the id or the name by which others name them."""

    def __init__(self, entries, *, scheme="", publisher=""):
        self.entries, self.scheme, self.publisher = entries, scheme, publisher
        self.by_kind, self.by_id, self.by_key = defaultdict(list), {}, defaultdict(list)
        for entry in entries:
            self.by_kind[entry.row.kind].append(entry)
            if entry.id:
                self.by_id.setdefault((entry.row.kind, entry.id), entry)
            self.by_key[entry.row.kind, entry.key].append(entry)

    def of(self, kind):
        return self.by_kind[kind]
