"""The readers' index: public pages only. A draft has no row: nothing secret moves what readers find, or its order.

Write and remove inside the public act that opens, changes or closes the page.
"""

import datetime
from collections.abc import Iterable

from django.db import connection

from newsdesk.search import postgres, sqlite
from newsdesk.search.document import SearchDocument
from newsdesk.search.fold import tokens
from newsdesk.search.hits import Hit, Page, Question
from newsdesk.search.query import parse
from people.names import loosen

ENGINES = {"sqlite": sqlite, "postgresql": postgres}
# Characters of a text that are searched: a tsvector holds at most a megabyte.
SEARCHED = 100_000
COLUMNS = ("title", "day", "section", "language", "title_tokens", "body_tokens", "looser_tokens")


def write(kind, slug, *, title, body, day, section="", language="", also=()) -> None:
    """The page as readers see it from now on; see `hits.Page` for the values."""
    write_all([Page(kind, slug, title, body, day, section, language, tuple(also))])


def write_all(pages: Iterable[Page]) -> None:
    """Several pages, of which only those that changed are written."""
    documents = [document_of(page) for page in pages]
    stored = {(row.kind, row.slug): row for row in _stored(documents)}
    changed = [row for row in documents if differs(row, stored.get((row.kind, row.slug)))]
    SearchDocument.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["kind", "slug"], update_fields=COLUMNS
    )


def remove(kind, *slugs) -> None:
    """Readers find these pages no longer; nothing happens for those that they did not find before."""
    SearchDocument.objects.filter(kind=kind, slug__in=slugs).delete()


def search(query: str, *, kind=None, section=None, limit=20, before: datetime.date | None = None) -> list[Hit]:
    """The best pages for what somebody typed, at most `limit`; with `before`, pages of earlier days only.

    Equal ones stand newest first, then by kind and slug.
    """
    question = Question(parse(query), kind, section, connection.ops.adapt_datefield_value(before))
    if not question.phrases:
        return []
    found = SearchDocument.objects.raw(*_engine().best(question, limit))
    return [Hit(page.kind, page.slug, page.title, page.day, page.language) for page in found]


def count(query: str, kind=None, at_most=10_000) -> int:
    """How many pages `search` would find; `at_most` means that many or more."""
    question = Question(parse(query), kind)
    if not question.phrases:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(*_engine().number(question, at_most))
        return cursor.fetchone()[0]


def document_of(page: Page) -> SearchDocument:
    """The unsaved row for a page."""
    title_tokens, body_tokens = tokens(" / ".join([page.title, *page.also])), tokens(page.body[:SEARCHED])
    words = [*title_tokens, *body_tokens]
    looser = [loosen(word) for word in words]
    return SearchDocument(
        kind=SearchDocument.Kind(page.kind).value,
        slug=page.slug,
        title=page.title,
        day=page.day,
        section=page.section,
        language=page.language,
        title_tokens=" ".join(title_tokens),
        body_tokens=" ".join(body_tokens),
        looser_tokens="" if looser == words else " ".join(looser),
    )


def differs(document: SearchDocument, stored: SearchDocument | None) -> bool:
    """Whether the row that stands says anything else, or does not stand at all."""
    return stored is None or any(getattr(document, name) != getattr(stored, name) for name in COLUMNS)


def _stored(documents):
    kinds, slugs = {row.kind for row in documents}, {row.slug for row in documents}
    return SearchDocument.objects.filter(kind__in=kinds, slug__in=slugs)


def _engine():
    return ENGINES[connection.vendor]
