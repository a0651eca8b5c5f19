"""An import begun: files read into rows, compared with the record, and what somebody chooses for each row."""

from django.db import transaction
from django.utils.translation import gettext as _

from people import trails
from people.exchange.columns import KINDS
from people.exchange.comparing import compared
from people.exchange.reading import read_files
from people.models import Import, ImportRow
from people.recording import Refused

BATCH = 500
KEPT_BY_VERBS = ("by", "source", "taken_at", "vouched_by", "vouched_at")
# Two of these may be two, though they look alike; of all others a sure match is the row itself.
MAY_BE_NEW = ("organization", "area", "series", "person", "event", "membership")


def begin(files, *, by, **told):
    """An import of pairs of name and bytes, its rows stored as they stand. `told`: publisher, kind of list, day …

    Raises Unreadable for files that cannot be taken, ValidationError for what is told; then nothing is stored.
    """
    sheets = read_files(files)
    order = list(KINDS)
    rows = sorted((row for sheet in sheets for row in sheet.rows), key=lambda row: order.index(row.kind))
    with transaction.atomic():
        taken = Import(by=by, total=len(rows), **told)
        taken.files = [{"name": each.file, "rows": len(each.rows), "notes": each.notes} for each in sheets]
        taken.full_clean(exclude=KEPT_BY_VERBS)
        taken.save()
        _store(taken, (ImportRow(kind=row.kind, file=row.file, number=row.number, values=row.values) for row in rows))
        trails.leave("read", taken, by=by)
    return taken


def look(taken, *, tell=lambda done, total: None):
    """Compare the rows with the record as it stands, and store what was found. Choices made by hand stay."""
    book, _seen = compared(taken, tell)
    with transaction.atomic():
        taken.rows.all().delete()
        _store(taken, map(row_of, book.entries))
        Import.objects.filter(pk=taken.pk).update(state=Import.State.READY)
    taken.state = Import.State.READY
    return book


def row_of(entry):
    """The entry as it is stored."""
    return ImportRow(
        kind=entry.row.kind,
        file=entry.row.file,
        number=entry.row.number,
        values=entry.row.values,
        label=entry.words[:300],
        ref=entry.ref,
        errors=entry.errors,
        notes=[str(note) for note in entry.notes],
        matches=[match.told() for match in entry.matches],
        choice=entry.choice,
        chosen=entry.chosen,
        is_chosen=entry.is_chosen_by_hand,
    )


def _store(taken, rows):
    rows = list(rows)
    for place, row in enumerate(rows):
        row.of, row.place = taken, place
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)


def offered(row):
    """What can be chosen for a stored row: values of a form, "new", "later" or "same:<key>"."""
    if row.errors:
        return ["later"]
    same = [f"same:{match['id']}" for match in row.matches]
    is_new = row.kind in MAY_BE_NEW or not any(match["is_sure"] for match in row.matches)
    return [*same, *(["new"] if is_new else []), "later"]


def choose(taken, choices):
    """Keep what was chosen: a dictionary of place and value as `offered`. Raises Refused once it is being taken in."""
    if taken.state != Import.State.READY:
        raise Refused(_("This import is not open to choices any more."))
    changed = []
    for row in taken.rows.filter(place__in=choices):
        value = choices[row.place]
        if value in offered(row) and value != value_of(row):
            row.choice, _sign, key = value.partition(":")
            row.chosen, row.is_chosen = int(key) if key else None, True
            changed.append(row)
    ImportRow.objects.bulk_update(changed, ["choice", "chosen", "is_chosen"], batch_size=BATCH)
    return len(changed)


def value_of(row):
    """What is chosen for a stored row, as a value of `offered`."""
    return f"same:{row.chosen}" if row.choice == "same" else row.choice
