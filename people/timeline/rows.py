"""The drawing of a long record for a phone: a row a year, a column a month, a square a meeting."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from .span import Entry
from .wide import square

WIDTH = 340
LEFT = 52
MONTH = 24
STEP = 8
ABREAST = 3
"""Squares of one month side by side."""


@dataclass(frozen=True)
class Month:
    """The head of a column. `day`: the first of that month, in a year of no meaning."""

    at: int
    day: date


@dataclass(frozen=True)
class Year:
    """A row: `base` is the height of its line, `number` the meetings of that year."""

    base: int
    year: int
    number: int


@dataclass(frozen=True)
class Rows:
    """`filled` and `open`: paths of the squares of attended meetings and of all others."""

    width: int
    height: int
    months: list[Month]
    rows: list[Year]
    filled: str
    open: str


def draw_rows(entries: Sequence[Entry]) -> Rows:
    """`entries`: at least one, in order of their days."""
    months = Counter((entry.day.year, entry.day.month) for entry in entries)
    years = Counter(entry.day.year for entry in entries)
    height = max(ceil(max(months.values()) / ABREAST) * STEP + 16, 48)
    first = entries[0].day.year
    base = {year: 20 + (year - first + 1) * height for year in range(first, entries[-1].day.year + 1)}
    paths = {True: "", False: ""}
    placed: Counter[tuple[int, int]] = Counter()
    for entry in sorted(entries, key=lambda entry: entry.state != "attended"):
        month = (entry.day.year, entry.day.month)
        level, column = divmod(placed[month], ABREAST)
        placed[month] += 1
        x = LEFT + (entry.day.month - 1) * MONTH + column * STEP
        paths[entry.state == "attended"] += square(x, base[entry.day.year] - 2 - (level + 1) * STEP, STEP - 2)
    return Rows(
        width=WIDTH,
        height=max(base.values()) + 8,
        months=[Month(LEFT + MONTH // 2 + number * MONTH, date(2000, number + 1, 1)) for number in range(12)],
        rows=[Year(at, year, years[year]) for year, at in base.items()],
        filled=paths[True],
        open=paths[False],
    )
