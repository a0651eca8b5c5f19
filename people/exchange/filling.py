"""A row that the record has already: what is empty there is filled in, what stands there stays.

Nothing that readers see is filled in unless a keeper vouches for the import; the preview tells both.
"""

from django.utils.translation import gettext as _

from people import recording
from people.exchange.columns import KINDS
from people.exchange.references import key_of, parts
from people.models import Meeting, Membership


def tell_differences(book):
    """A note on each entry that is in the record otherwise."""
    for kind in KINDS:
        rows = stored(book, kind)
        seen = seen_by_readers(kind, rows.values())
        for entry in book.of(kind):
            if entry.choice == "same" and not entry.errors and entry.chosen in rows:
                _tell(entry, rows[entry.chosen], entry.chosen in seen)


def stored(book, kind):
    """The rows of the record that entries of the kind are, by key."""
    model, rows = KINDS[kind].model, {}
    for part in parts({entry.chosen for entry in book.of(kind) if entry.choice == "same" and entry.chosen}):
        rows |= model._base_manager.in_bulk(part)
    return rows


def seen_by_readers(kind, rows):
    """Keys of those among the rows that stand on a page that readers can open."""
    keys = [row.pk for row in rows]
    lines = {"post": (Membership, "post"), "area": (Meeting, "place"), "series": (Meeting, "series")}
    if kind not in lines:
        return {row.pk for row in rows if row.is_public}
    model, column = lines[kind]
    found = set()
    for part in parts(keys):
        found |= set(model.objects.public().filter(**{f"{column}__in": part}).values_list(column, flat=True))
    return found


def fills(entry, row):
    """What would be filled in, by field; and what stays: column, stored and given, both "" where they are rows."""
    empty, stays = {}, []
    for field, given in [*entry.values.items(), *((name, key_of(target)) for name, target in entry.refs.items())]:
        column = row._meta.get_field(field)
        value = getattr(row, column.attname)
        if given is None or given == value:
            continue
        if isinstance(value, dict):
            if missing := {language: title for language, title in given.items() if language not in value}:
                empty[field] = {**value, **missing}
        elif value in ("", None):
            empty[column.attname] = given
        else:
            stays.append((entry.at.get(field, field), *(("", "") if column.is_relation else (value, given))))
    return empty, stays


def _tell(entry, row, is_seen):
    empty, stays = fills(entry, row)
    columns = ", ".join(sorted(entry.at.get(name.removesuffix("_id"), name) for name in empty))
    if empty and is_seen:
        entry.notes.append(_("Filled in only if you vouch for the import, since readers see this row: %s.") % columns)
    elif empty:
        entry.notes.append(_("Filled in: %s.") % columns)
    for column, value, given in stays:
        said = {"column": column, "stored": str(value)[:100], "given": str(given)[:100]}
        differs = _("%(column)s stays “%(stored)s”; the file says “%(given)s”.")
        entry.notes.append((differs if given != "" else _("%(column)s stays; the file names another one.")) % said)


def fill(book, kind, *, by, taken, is_vouched, why):
    """Fill in what is empty in the record's rows of the kind; how many rows changed."""
    rows, number = stored(book, kind), 0
    seen = seen_by_readers(kind, rows.values())
    for entry in book.of(kind):
        row = rows.get(entry.chosen) if entry.choice == "same" else None
        if row is None or (row.pk in seen and not is_vouched):
            continue
        empty, _stays = fills(entry, row)
        if empty:
            for name, value in empty.items():
                setattr(row, name, value)
            recording.keep(row, by=by, why=why(entry), of_import=taken)
            number += 1
    return number
