"""One day, month or year, or two of them, in words."""

from .languages import Language, month_names
from .point import Point, Precision

PARTS = {Precision.DAY: "ymd", Precision.MONTH: "ym", Precision.YEAR: "y"}


def write(point: Point, language: Language, *, in_phrase: bool = False) -> str:
    """The point in words; `in_phrase` where it follows a preposition."""
    return _write(point, language, PARTS[point.precision], in_phrase)


def write_range(start: Point, end: Point, language: Language) -> str:
    """From … to, what they share said once: «18–19 May 2023», «18 May – 2 June 2023»."""
    if start.precision is end.precision is Precision.YEAR:
        (first, last), is_tight = language.years, True
    else:
        first, last, is_tight = _shared(start, end, language)
    pattern = language.range_tight if is_tight else language.range_wide
    return pattern.format(start=_write(start, language, first, False), end=_write(end, language, last, False))


def write_pair(start: Point, end: Point, language: Language) -> tuple[str, str]:
    """Both points for a phrase such as «between … and …», what they share said once."""
    first, last, _is_tight = _shared(start, end, language)
    return _write(start, language, first, True), _write(end, language, last, True)


def _shared(start: Point, end: Point, language: Language) -> tuple[str, str, bool]:
    """Which parts the start and the end show, and whether a dash between them needs no spaces."""
    alike = start.precision is end.precision and start.year == end.year
    if alike and start.precision is Precision.MONTH:
        return *language.same_year_months, True
    if alike and start.precision is Precision.DAY:
        is_tight = start.month == end.month
        return *(language.same_month if is_tight else language.same_year), is_tight
    return PARTS[start.precision], PARTS[end.precision], False


def _write(point: Point, language: Language, parts: str, in_phrase: bool) -> str:
    return language.shapes[parts].format(y=point.year, m=_month(point, language, in_phrase), d=point.day)


def _month(point: Point, language: Language, in_phrase: bool) -> str:
    if point.month is None:
        return ""
    if language.has_numbered_months:
        return str(point.month)
    context = "format" if point.day or in_phrase else language.month_alone
    return month_names(language, context)[point.month - 1]
