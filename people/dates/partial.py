"""What is known of a day, or of a time from … to."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from .point import Point, Precision
from .refusal import DateError
from .refusal import mark as _

POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
OPEN, UNKNOWN = "..", ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known. Made by `parse` or `read`.

    `text` is EDTF: `2022`, `2022-06`, `2022-06-08`; `2023-05-18/2023-05-19` lasted from … to; `2023/..` still goes on;
    `2023/` ended, nobody knows when; `../2023` and `/2023` likewise for beginnings; `[2023-02-15..2023-03-24]` one
    day between the two. A side that is open or unknown has no `start` or `end`.
    """

    text: str
    start: Point | None
    end: Point | None
    is_interval: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> date | None:
        """The first day it may be or begin; None where the beginning is open or unknown."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it may be or end; None where the end is open or unknown."""
        return self.end.latest if self.end else None

    @property
    def precision(self) -> Precision:
        """That of the vaguer end."""
        return max((point.precision for point in (self.start, self.end) if point), key=list(Precision).index)

    @property
    def is_day(self) -> bool:
        """Whether it is one full day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_within(self) -> bool:
        """Whether it is one day between two."""
        return self.text.startswith("[")

    @property
    def is_open(self) -> bool:
        """Whether it still goes on, or has always been."""
        return OPEN in self.text.split("/")

    @property
    def has_unknown_end(self) -> bool:
        """Whether it ended on a day that nobody knows."""
        return self.text.endswith("/")

    def possibly_contains(self, day: date) -> bool:
        """Whether what is known leaves room for that day."""
        has_begun = self.earliest is None or self.earliest <= day
        return has_begun and (self.latest is None or day <= self.latest)

    def certainly_contains(self, day: date) -> bool:
        """Whether what is known leaves no doubt: «June 2022» holds none of its days for certain.

        What still goes on contains every day from its start, as far as the record knows.
        """
        if not self.is_interval:
            return self.is_day and day == self.earliest
        return self._surely_begun(day) and self._surely_not_over(day)

    def ascending(self) -> tuple[date, date]:
        """Sorts the first to begin first; what has no known beginning before all."""
        return self.earliest or date.min, self.latest or date.max

    def descending(self) -> tuple[date, date]:
        """Sorts, in reverse, the last to end first; what has no known end before all."""
        return self.latest or date.max, self.earliest or date.min

    def _surely_begun(self, day: date) -> bool:
        if self.start:
            return self.start.latest <= day
        return self.is_open or self.end == Point(day.year, day.month, day.day)

    def _surely_not_over(self, day: date) -> bool:
        if self.end:
            return day <= self.end.earliest
        return self.is_open or self.start == Point(day.year, day.month, day.day)


def parse(text: str) -> PartialDate:
    """The partial date of EDTF text, its text made canonical. Raises DateError."""
    if text.startswith("[") and text.endswith("]") and text.count("..") == 1:
        start, end = text[1:-1].split("..")
        return within(_point(start), _point(end))
    if text.count("/") == 1:
        start, end = text.split("/")
        return interval(_side(start), _side(end))
    return single(_point(text))


def checked(found: Point) -> Point:
    """The same point if the calendar has it. Raises DateError."""
    if not 1 <= found.year <= 9999:
        raise DateError(_("There is no year %(year)s."), year=found.year)
    if found.month is None:
        return found
    if not 1 <= found.month <= 12:
        raise DateError(_("There is no month %(month)s: months are 1 to 12."), month=found.month)
    days = calendar.monthrange(found.year, found.month)[1]
    if found.day is not None and not 1 <= found.day <= days:
        raise DateError(_("%(month)s has no day %(day)s."), month=Point(found.year, found.month), day=found.day)
    return found


def single(one: Point) -> PartialDate:
    """A day, or one somewhere in a month or year."""
    return PartialDate(str(one), one, one)


def interval(start: Point | str, end: Point | str) -> PartialDate:
    """It lasted from one to the other; a side may be OPEN or UNKNOWN, not both. Raises DateError."""
    first, last = (side if isinstance(side, Point) else None for side in (start, end))
    if first is None and last is None:
        raise DateError(_("Say when it began or when it ended."))
    if first and last:
        _check_order(first, last)
        if first == last:
            return single(first)
    return PartialDate(f"{start}/{end}", first, last, is_interval=True)


def within(start: Point, end: Point) -> PartialDate:
    """One day, not before the one and not after the other. Raises DateError."""
    _check_order(start, end)
    if start == end:
        return single(start)
    return PartialDate(f"[{start}..{end}]", start, end)


def not_understood(text: str) -> DateError:
    """What to say of a text that is no date at all."""
    shown = "".join(char for char in text if char.isprintable()).strip()
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return DateError(
        _("“%(text)s” is no date we understand. Type a day, a month or a year: 8 June 2022, June 2022, 2022."),
        text=shown,
    )


def _check_order(start: Point, end: Point) -> None:
    if end.latest < start.earliest:
        raise DateError(_("The end, %(end)s, comes before the start, %(start)s."), start=start, end=end)


def _side(text: str) -> Point | str:
    return text if text in (OPEN, UNKNOWN) else _point(text)


def _point(text: str) -> Point:
    match = POINT.fullmatch(text)
    if match is None:
        raise not_understood(text)
    year, month, day = match.groups()
    return checked(Point(int(year), int(month) if month else None, int(day) if day else None))
