"""The stretch of time a line shows, and where its days and ticks stand on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LEAST_MONTHS = 6
SLACK = timedelta(days=120)
"""Offices that begin or end this near to the meetings, or within half of their span, widen the stretch."""
STEPS = (1, 3, 12, 24, 60, 120, 600)
"""Months between two ticks."""


@dataclass(frozen=True)
class Office:
    """An office held. `since`, `until`: the days known, None where open or unknown; `days`: the same in words."""

    title: str
    days: str
    since: date | None
    until: date | None
    is_now: bool


@dataclass(frozen=True)
class Entry:
    """A meeting of the person. `day`: its earliest; `words`: day, meeting and place; `short_day`: «26 Apr»."""

    day: date
    state: str
    words: str
    short_day: str
    place: str

    @property
    def kind(self) -> str:
        """The state as symbols and classes are called."""
        return self.state.replace("_", "-")


@dataclass(frozen=True)
class Tick:
    """`kind`: "year" or "month"; `has_year`: a month that names its year; `is_labelled`: there is room for words."""

    at: int
    day: date
    kind: str
    has_year: bool
    is_labelled: bool


@dataclass(frozen=True)
class Span:
    """Whole months from `first` on. `last` is the first day after them."""

    first: date
    last: date

    @property
    def last_day(self) -> date:
        return self.last - timedelta(days=1)

    @property
    def months(self) -> int:
        return _count(self.last) - _count(self.first)

    def at(self, day: date, start: int, length: int) -> int:
        """Where `day` stands on a line of `length` units that begins at `start`; days outside stand at its ends."""
        passed = (day - self.first).days / (self.last - self.first).days
        return round(start + length * min(max(passed, 0), 1))

    def ticks(self, start: int, length: int, *, month_room: int, year_room: int) -> Iterator[Tick]:
        """As many ticks as have room for their words."""
        step = next(
            (step for step in STEPS if length * step / self.months >= _room(step, month_room, year_room)), STEPS[-1]
        )
        is_first = True
        for count in range(_count(self.first), _count(self.last)):
            if count % step:
                continue
            day = _month(count)
            at = self.at(day, start, length)
            room = _room(step, month_room, year_room)
            yield Tick(
                at=at,
                day=day,
                kind="year" if step >= 12 else "month",
                has_year=is_first or day.month == 1,
                is_labelled=at + min(room, length * step / self.months) <= start + length + 1,
            )
            is_first = False


def window(offices: Sequence[Office], entries: Sequence[Entry]) -> Span | None:
    """The stretch that shows all entries and the offices around them; None where fewer than two days are known."""
    days = [entry.day for entry in entries]
    edges = [day for office in offices for day in (office.since, office.until) if day]
    if not days and len(edges) < 2:
        return None
    if days:
        slack = max(SLACK, (max(days) - min(days)) / 2)
        near = [day for day in edges if _is_near(day, min(days), slack) or _is_near(day, max(days), slack)]
        inside = [day for day in edges if min(days) <= day <= max(days)]
        days = [*days, *near, *inside]
    else:
        days = edges
    first, last = _count(min(days)), _count(max(days)) + 1
    lacking = max(LEAST_MONTHS - (last - first), 0)
    return Span(_month(first - lacking // 2), _month(last + lacking - lacking // 2))


def _is_near(day: date, other: date, slack: timedelta) -> bool:
    return abs(day - other) <= slack


def _room(step: int, month_room: int, year_room: int) -> int:
    return year_room if step >= 12 else month_room


def _count(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(count: int) -> date:
    """The first day of a month counted from year 0; what no calendar holds is its nearest end."""
    year, month = divmod(count, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, 1) if year <= date.max.year else date.max
