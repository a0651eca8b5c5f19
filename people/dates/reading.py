"""Dates as people type them, in any language of the desk."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from .languages import LANGUAGES, month_names
from .numeric import day_month_year
from .partial import OPEN, UNKNOWN, PartialDate, checked, interval, not_understood, parse, single, within
from .point import Point
from .refusal import DateError
from .refusal import mark as _

LONGEST = 100
SIDE = r"(?:[0-9]{4}(?:-[0-9]{2}){0,2}|\.\.)?"
EDTF = re.compile(rf"\[[0-9-]+\.\.[0-9-]+\]|{SIDE}/{SIDE}|[0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}")
# A hyphen between two dates, not one inside 2022-06-08 or 8-6-2022.
HYPHEN = re.compile(r"\b[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?\b|\b[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}\b|(-)")
PIECE = re.compile(
    r"(?P<numeric>[0-9]+(?:[./-][0-9]+)+)"
    r"|(?P<year>[0-9]{4})年|(?P<month>[0-9]{1,2})月|(?P<day>[0-9]{1,2})[日号]"
    r"|(?P<number>[0-9]+)(?:st|nd|rd|th)?\b|(?P<word>[^\W\d_]+)|(?P<nothing>[\s,.]+)|(?P<other>.)"
)
FILLERS = frozenset({"of", "the", "г", "гг", "года", "год", "ж", "жж", "жыл", "жылы", "жылғы"})
SIGNS = ("{start}–{end}", "{start}至{end}", "{start}到{end}")
MORE = (
    ("range", "from {start} to {end}"),
    ("range", "{start} to {end}"),
    ("range", "с {start} по {end}"),
    ("within", "between {start}–{end}"),
    ("within", "между {start} и {end}"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What one side of a typed date says; the other side may say the rest."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def read(text: str) -> PartialDate:
    """What somebody typed: «June 2022», «8.6.2022», «18–19 мая 2023», «2022年6月8日», EDTF, or what `words` writes.

    Every language of the desk is understood, whatever the screen is in. Raises DateError, whose `say(language)` is a
    sentence for the person.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not 0 < len(plain) <= LONGEST:
        raise not_understood(text)
    if EDTF.fullmatch(plain):
        return parse(plain)
    dashed = HYPHEN.sub(lambda found: "–" if found[1] else found[0], plain).replace("—", "–")
    for kind, pattern in _phrases():
        if found := pattern.fullmatch(dashed):
            return _made(kind, found.groupdict(), text)
    return single(_point(_parts(dashed, text), text))


@cache
def _phrases() -> list[tuple[str, re.Pattern[str]]]:
    """Every way to speak of one end or of two, the longest first: «с 2023, окончание неизвестно» before «с 2023».

    Bare signs come last: «至» divides two days, but «自2023年至今» is one.
    """
    said = list(MORE)
    for its in LANGUAGES.values():
        said += [("within", its.within), ("since", its.since), ("since unknown", its.since_unknown)]
        said += [("until", its.until), ("until unknown", its.until_unknown)]
    said.sort(key=lambda each: len(each[1]), reverse=True)
    said += [("range", sign) for sign in SIGNS]
    return [(kind, _pattern(phrase)) for kind, phrase in said]


def _pattern(phrase: str) -> re.Pattern[str]:
    written = re.escape(unicodedata.normalize("NFKC", phrase).casefold().replace(" – ", "–"))
    for side in ("start", "end"):
        written = written.replace(rf"\{{{side}\}}", rf"(?P<{side}>.+?)")
    return re.compile(written.replace("–", r"\s*–\s*"))


def _made(kind: str, sides: dict[str, str], text: str) -> PartialDate:
    parts = {side: _parts(said, text) for side, said in sides.items()}
    if len(parts) == 1:
        ((side, one),) = parts.items()
        other = UNKNOWN if kind.endswith("unknown") else OPEN
        point = _point(one, text)
        return interval(point, other) if side == "start" else interval(other, point)
    start = _point(_filled(parts["start"], parts["end"]), text)
    end = _point(_filled(parts["end"], parts["start"]), text)
    return within(start, end) if kind == "within" else interval(start, end)


def _filled(side: Parts, other: Parts) -> Parts:
    """«18» of «18–19 May 2023» takes month and year from the other side; from a bare year nothing can be taken."""
    month = other.month if side.day and not side.month else side.month
    year = other.year if side.year is None and (other.month or other.day) else side.year
    return replace(side, year=year, month=month)


def _point(parts: Parts, text: str) -> Point:
    if parts.day and not parts.month:
        raise not_understood(text)
    if parts.year is None:
        raise DateError(_("Which year? Type it with four digits, as in 8 June 2022 or June 2022."))
    return checked(Point(parts.year, parts.month, parts.day))


def _parts(said: str, text: str) -> Parts:
    parts: dict[str, int] = {}
    for name, value in _named(said, text):
        if name in parts:
            raise not_understood(text)
        parts[name] = value
    return Parts(**parts)


def _named(said: str, text: str) -> Iterator[tuple[str, int]]:
    """Each year, month and day of a piece of text. Raises DateError for anything else in it."""
    for piece in PIECE.finditer(said):
        kind, value = str(piece.lastgroup), str(piece[str(piece.lastgroup)])
        if kind == "numeric":
            yield from day_month_year(value)
        elif kind in ("year", "month", "day"):
            yield kind, int(value)
        elif kind == "number" and len(value) in (1, 2, 4):
            yield "year" if len(value) == 4 else "day", int(value)
        elif kind == "word" and value in _months():
            yield "month", _months()[value]
        elif kind != "nothing" and value not in FILLERS:
            raise not_understood(text)


@cache
def _months() -> dict[str, int]:
    """Month names and their short forms, of all languages, without the point."""
    known = {"sep": 9}
    for its in LANGUAGES.values():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = month_names(its, context, width)
                known.update((name.casefold().rstrip("."), at) for at, name in enumerate(names, start=1))
    return known
