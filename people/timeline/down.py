"""The drawing for a phone: time runs down, every meeting is a mark with its day and place beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from people.lettering import shorten, width_of

from .bars import Bar, shown
from .span import Entry, Office, Span, Tick

WIDTH = 340
TOP = 8
LINE = 19
MOST_LANES = 3
"""More offices at once than fit beside their meetings are left to the list."""


@dataclass(frozen=True)
class Line:
    """One meeting: `from_y` where its day is on the axis, `y` the upper edge of its mark."""

    from_y: int
    y: int
    state: str
    kind: str
    short_day: str
    place: str


@dataclass(frozen=True)
class Down:
    """`axis`: how far from the left the line stands."""

    width: int
    height: int
    axis: int
    ticks: list[Tick]
    bars: list[Bar]
    marks: list[Line]


def draw_down(span: Span, offices: Sequence[Office], entries: Sequence[Entry]) -> Down:
    """`entries` in order of their days."""
    length = max(len(entries) * LINE + 12, min(span.months * 36, 460), 160)
    bars, lanes = _bars(span, offices, length)
    axis = 62 + lanes * 30 + 6
    place_room = WIDTH - axis - 100
    marks = [
        Line(span.at(e.day, TOP, length), y, e.state, e.kind, e.short_day, shorten(e.place, place_room))
        for e, y in zip(entries, _heights(span, entries, length), strict=True)
    ]
    ticks = list(span.ticks(TOP, length, month_room=26, year_room=26))
    return Down(WIDTH, TOP + length + 6, axis, ticks, bars, marks)


def _heights(span: Span, entries: Sequence[Entry], length: int) -> list[int]:
    """As near to their days as lines of words allow: pushed down by those before, then up from the end."""
    heights: list[int] = []
    for entry in entries:
        natural = span.at(entry.day, TOP, length) - 7
        heights.append(max(natural, heights[-1] + LINE if heights else TOP))
    limit = TOP + length - 14
    for number in reversed(range(len(heights))):
        heights[number] = min(heights[number], limit)
        limit = heights[number] - LINE
    return heights


def _bars(span: Span, offices: Sequence[Office], length: int) -> tuple[list[Bar], int]:
    ends: list[int] = []
    bars = []
    for office, since, until in shown(span, offices):
        y, end = span.at(since, TOP, length), span.at(until, TOP, length)
        lane = next((lane for lane, other in enumerate(ends) if other <= y), len(ends))
        if lane == MOST_LANES:
            continue
        ends[lane : lane + 1] = [end]
        x, height = 62 + lane * 30, max(end - y, 2)
        text = office.title if width_of(office.title) + 16 <= height else ""
        kind = "bar-now-text" if office.is_now else "bar-text"
        bars.append(Bar(x, y, 26, height, office.is_now, text, "", x + 17, end - 8, kind))
    return bars, len(ends)
