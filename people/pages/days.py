"""Days as pages print them."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language

from people import dates


@dataclass(frozen=True)
class Day:
    """A partial date in the language of the page. `iso` is "" for a span, which machines cannot read as one day.

    `full` has the weekday where it is one day; `short` is «26 Apr», «Jun» for a month, "" for a year.
    """

    words: str
    iso: str
    full: str
    short: str


def day_of(text: str) -> Day:
    """The day of EDTF text."""
    return _day_of(text, get_language() or "en")


@lru_cache(maxsize=10_000)
def _day_of(text, language):
    known = dates.parse(text)
    said = dates.words(known, language)
    return Day(
        words=said,
        iso=known.text if known.start == known.end else "",
        full=dates.weekday_words(known.earliest, language) if known.is_day else said,
        short=_short(known),
    )


def words_of(text: str) -> str:
    """The words alone."""
    return day_of(text).words


def _short(known):
    if known.start is None or known.start.precision is dates.Precision.YEAR:
        return ""
    return date_format(known.earliest, "j M" if known.start.precision is dates.Precision.DAY else "M")
