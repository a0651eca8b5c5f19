"""Offices as bars, in as few lanes as keep bars and words apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from people.lettering import shorten, width_of

from .span import Office, Span

GAP = 12
INDENT = 10


@dataclass(frozen=True)
class Bar:
    """A box and its words. `days` stand after the title where there is room, else it is ""."""

    x: int
    y: int
    width: int
    height: int
    is_now: bool
    text: str
    days: str
    text_x: int
    text_y: int
    text_class: str


@dataclass(frozen=True)
class Words:
    """The words of a bar, where they stand, and what both take from `start` to `end`."""

    text: str
    days: str
    x: int
    kind: str
    start: float
    end: float


def shown(span: Span, offices: Sequence[Office]) -> list[tuple[Office, date, date]]:
    """The offices that reach into the span, earliest first, each with the days at which its bar begins and ends."""
    reaching = [(office, office.since or span.first, office.until or span.last) for office in offices]
    seen = [row for row in reaching if row[1] < span.last and row[2] >= span.first and row[1] <= row[2]]
    return sorted(seen, key=lambda row: (row[1], row[2], row[0].title))


def wide_bars(span: Span, offices: Sequence[Office], width: int, top: int) -> tuple[list[Bar], int]:
    """Bars on a line of `width` units below `top`, and the first free height below them."""
    lanes: list[list[tuple[float, float]]] = []
    bars = []
    for office, since, until in shown(span, offices):
        x, end = span.at(since, 0, width), span.at(until, 0, width)
        words = _words(office, x, end, width)
        lane = _free_lane(lanes, (words.start, words.end))
        y = top + lane * 38
        bars.append(Bar(x, y, max(end - x, 2), 30, office.is_now, words.text, words.days, words.x, y + 20, words.kind))
    return bars, top + len(lanes) * 38


def _words(office: Office, x: int, end: int, width: int) -> Words:
    """Inside the bar, else to its right, else to its left; shortened where no side has room."""
    inside, right, left = end - x - 2 * INDENT, width - end - INDENT, x - INDENT
    need = width_of(office.title)
    kind = "bar-now-text" if office.is_now else "bar-text"
    if need <= inside or inside >= max(right, left):
        text, days, _taken = _fitting(office, inside)
        return Words(text, days, x + INDENT, kind, x, end)
    if need <= right or right >= left:
        text, days, taken = _fitting(office, right)
        return Words(text, days, end + INDENT, "bar-text halo", x, end + INDENT + taken + GAP)
    text, days, taken = _fitting(office, left)
    return Words(text, days, x - INDENT, "bar-text end halo", x - INDENT - taken - GAP, end)


def _fitting(office: Office, room: float) -> tuple[str, str, float]:
    """As much of title and days as fits, and what it takes."""
    text = shorten(office.title, room)
    taken, more = width_of(text), GAP + width_of(office.days)
    return (text, office.days, taken + more) if office.days and taken + more <= room else (text, "", taken)


def _free_lane(lanes: list[list[tuple[float, float]]], taken: tuple[float, float]) -> int:
    """The first lane in which nothing stands where this is to stand; taken from then on."""
    start, end = taken
    for number, lane in enumerate(lanes):
        if all(end <= other_start or other_end <= start for other_start, other_end in lane):
            lane.append(taken)
            return number
    lanes.append([taken])
    return len(lanes) - 1
