"""The index kept to what is public: after an act the pages it touched, or all of them to compare."""

from collections.abc import Iterable, Iterator

from newsdesk.search import index
from newsdesk.search.document import SearchDocument
from newsdesk.search.pages import KINDS, pages_of
from people.models import Meeting, MeetingSeries


def follow(rows: Iterable) -> None:
    """Write the pages among these rows that are public and remove the others. Call it inside the public act."""
    rows = list(rows)
    if any(isinstance(row, Meeting) for row in rows):
        _close_series()
    for model, kind in KINDS.items():
        if keys := {row.pk for row in rows if isinstance(row, model)}:
            pages = list(pages_of(model, keys))
            closed = {row.slug for row in rows if isinstance(row, model)} - {page.slug for page in pages} - {None}
            index.write_all(pages)
            index.remove(kind, *closed)


def _close_series():
    """A series is public through its meetings, of which one may have closed, or moved to another series."""
    still = {page.slug for page in pages_of(MeetingSeries)}
    SearchDocument.objects.filter(kind=KINDS[MeetingSeries]).exclude(slug__in=still).delete()


def rebuild() -> None:
    """The whole index anew: after an import, or when the way texts are folded changes."""
    SearchDocument.objects.all().delete()
    for model in KINDS:
        index.write_all(pages_of(model))


def differences() -> Iterator[str]:
    """Sentences on pages that the index lacks, holds though they are closed, or knows otherwise than they stand."""
    for model, kind in KINDS.items():
        stored = {row.slug: row for row in SearchDocument.objects.filter(kind=kind)}
        for page in pages_of(model):
            if index.differs(index.document_of(page), stored.pop(page.slug, None)):
                yield f"search index: {kind} «{page.slug}» is missing or out of date"
        for slug in sorted(stored):
            yield f"search index: {kind} «{slug}» is not public"
