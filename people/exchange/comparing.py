"""A whole import compared with the record: what each row is, may be, or would be new."""

from people.exchange import filling
from people.exchange.columns import KINDS
from people.exchange.entries import Book, understood
from people.exchange.matching import match
from people.exchange.references import Outside, resolve
from people.exchange.rows import Row
from people.models import Generation

# What others are found by comes first; people are found by the posts that the list gives them, so all is resolved.
FIRST = ("organization", "area", "series", "post")
THEN = tuple(kind for kind in KINDS if kind not in FIRST)


def compared(taken, tell):
    """The import's rows as a Book, each with its matches and what is done with it, and the number of acts before."""
    seen = Generation.objects.get(pk=1).number
    stored = list(taken.rows.all())
    entries = understood([Row(each.kind, each.file, each.number, each.values) for each in stored])
    for entry, each in zip(entries, stored, strict=True):
        if each.is_chosen:
            entry.choice, entry.chosen, entry.is_chosen_by_hand = each.choice, each.chosen, True
    book = Book(entries, scheme=taken.scheme, publisher=f"{taken.publisher}|{taken.kind}")
    compare(book, tell)
    return book, seen


def compare(book, tell):
    """Resolve and match all entries. `tell(done, total)` is called as it goes."""
    outside, total, done = Outside(book), len(book.entries), 0
    for kind in FIRST:
        resolve(book, kind, outside)
        match(book, kind)
        tell(done := done + len(book.of(kind)), total)
    for kind in THEN:
        resolve(book, kind, outside)
    for kind in THEN:
        match(book, kind)
        tell(done := done + len(book.of(kind)), total)
    filling.tell_differences(book)
