"""What the index is told, what a search is asked and what it answers, whatever database is below."""

import datetime
from dataclasses import dataclass

from newsdesk.search.query import Phrase


@dataclass(frozen=True)
class Page:
    """A public page as readers see it now. `body` is plain text, `section` a slug.

    `also` are other spellings of the title that readers may know: searched as it is, not printed.
    """

    kind: str
    slug: str
    title: str
    body: str
    day: datetime.date | None = None
    section: str = ""
    language: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A page that was found. `day` is missing for people, organisations and series."""

    kind: str
    slug: str
    title: str
    day: datetime.date | None
    language: str = ""


@dataclass(frozen=True)
class Question:
    """All `phrases` must be found, in pages of that kind, section, and of days before `before`."""

    phrases: tuple[Phrase, ...]
    kind: str | None = None
    section: str | None = None
    before: datetime.date | None = None

    def narrowed(self) -> tuple[str, list]:
        """The conditions beside the words, as SQL on the documents `d` that both databases read, with its values."""
        wanted = [("kind =", self.kind), ("section =", self.section), ("day <", self.before)]
        given = [(condition, value) for condition, value in wanted if value is not None]
        sql = "".join(f" AND d.{condition} %s" for condition, _value in given)
        return sql, [value for _condition, value in given]
