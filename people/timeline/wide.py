"""The wide drawing: offices above, meetings on an axis below, time running to the right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .bars import Bar, wide_bars
from .span import Entry, Office, Span, Tick

WIDTH = 1000
MARK = 16
STACK = 20
COLUMN_HEIGHT = 240


@dataclass(frozen=True)
class Point:
    """One meeting as one mark; `x` and `y` are its upper left corner."""

    x: int
    y: int
    state: str
    kind: str
    words: str


@dataclass(frozen=True)
class Wide:
    """`axis`: height of the line; `filled` and `open`: paths of squares where the meetings are binned."""

    width: int
    height: int
    axis: int
    ticks: list[Tick]
    bars: list[Bar]
    marks: list[Point]
    filled: str = ""
    open: str = ""


def draw_wide(span: Span, offices: Sequence[Office], entries: Sequence[Entry], *, is_binned: bool) -> Wide:
    """`entries` in order of their days."""
    bars, top = wide_bars(span, offices, WIDTH, 14)
    marks: list[Point] = []
    axis, filled, unfilled = top + 8, "", ""
    if is_binned:
        axis, filled, unfilled = _columns(span, entries, top)
    elif entries:
        marks, axis = _stacked(span, entries, top)
    ticks = list(span.ticks(0, WIDTH, month_room=58, year_room=40))
    return Wide(WIDTH, axis + 28, axis, ticks, bars, marks, filled, unfilled)


def _stacked(span: Span, entries: Sequence[Entry], top: int) -> tuple[list[Point], int]:
    """Marks that would touch stand one above the other."""
    ends: list[int] = []
    placed = []
    for entry in entries:
        x = span.at(entry.day, 0, WIDTH - MARK)
        level = next((level for level, end in enumerate(ends) if end <= x), len(ends))
        ends[level : level + 1] = [x + STACK]
        placed.append((entry, x, level))
    axis = top + 10 + len(ends) * STACK
    return [Point(x, axis - 22 - level * STACK, e.state, e.kind, e.words) for e, x, level in placed], axis


def _columns(span: Span, entries: Sequence[Entry], top: int) -> tuple[int, str, str]:
    """A column a month, a square a meeting: attended ones first, any other state above them."""
    months = Counter((entry.day.replace(day=1), entry.state == "attended") for entry in entries)
    highest = Counter(entry.day.replace(day=1) for entry in entries).most_common(1)[0][1]
    step = min(9.0, WIDTH / span.months, COLUMN_HEIGHT / highest)
    axis = top + 10 + round(highest * step)
    paths = {True: "", False: ""}
    for (month, attended), number in sorted(months.items()):
        below = 0 if attended else months[month, True]
        x = span.at(month, 0, WIDTH) + 1
        for level in range(below, below + number):
            paths[attended] += square(x, axis - 2 - (level + 1) * step, step * 7 / 9)
    return axis, paths[True], paths[False]


def square(x: float, y: float, side: float) -> str:
    """The path of one square, as short as a page with some hundred of them needs it."""
    length = f"{side:.1f}".removesuffix(".0")
    return f"M{x:.0f} {y:.1f}h{length}v{length}h-{length}z"
