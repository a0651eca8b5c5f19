"""The readers' index: public pages only. A draft has no row: nothing secret moves what readers find, or its order.

Write and remove inside the public act that opens, changes or closes the page.
"""

import datetime

from django.db import connection

from newsdesk.search import postgres, sqlite
from newsdesk.search.document import SearchDocument
from newsdesk.search.fold import tokens
from newsdesk.search.hits import Hit, Question
from newsdesk.search.query import parse
from people.names import loosen

ENGINES = {"sqlite": sqlite, "postgresql": postgres}
# Characters of a text that are searched: a tsvector holds at most a megabyte.
SEARCHED = 100_000


def write(kind, slug, *, title, body, day, section="", language="", also=()) -> None:
    """The page as readers see it from now on. `body` is plain text, `section` a slug, `day` a date or None.

    `also` are other spellings of the title that readers may know: searched as it is, not printed.
    """
    title_tokens, body_tokens = tokens(" / ".join([title, *also])), tokens(body[:SEARCHED])
    words = [*title_tokens, *body_tokens]
    looser = [loosen(word) for word in words]
    SearchDocument.objects.update_or_create(
        kind=SearchDocument.Kind(kind).value,
        slug=slug,
        defaults={
            "title": title,
            "day": day,
            "section": section,
            "language": language,
            "title_tokens": " ".join(title_tokens),
            "body_tokens": " ".join(body_tokens),
            "looser_tokens": "" if looser == words else " ".join(looser),
        },
    )


def remove(kind, slug) -> None:
    """Readers find this page no longer; nothing happens if they did not before."""
    SearchDocument.objects.filter(kind=kind, slug=slug).delete()


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


def slugs(kind) -> set[str]:
    """The slugs of all pages of a kind that the index holds: for checking it against what is public."""
    return set(SearchDocument.objects.filter(kind=kind).values_list("slug", flat=True))


def _engine():
    return ENGINES[connection.vendor]
