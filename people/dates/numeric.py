"""Dates in figures: 8.6.2022, 2022-06-08, 06/2022."""

import re
from collections.abc import Iterator

from .partial import not_understood
from .point import Point
from .refusal import DateError
from .refusal import mark as _

# What the lengths of the figures say: y is four digits, n one or two.
SHAPES = {
    "y.n.n": ("year", "month", "day"),
    "y.n": ("year", "month"),
    "n.y": ("month", "year"),
    "n.n.y": ("day", "month", "year"),
    "n.n": ("day", "month"),
}
FOUR_DIGITS = 4


def day_month_year(text: str) -> Iterator[tuple[str, int]]:
    """The named figures of a date; day before month where points divide, as the region writes it.

    Raises DateError for what has two readings (3/4/2022) and for a year without its century (5.6.22).
    """
    sign = re.sub("[0-9]", "", text)[0]
    figures = text.split(sign)
    shape = ".".join("y" if len(figure) == FOUR_DIGITS else "n" for figure in figures)
    if not all(figure.isdecimal() and len(figure) in (1, 2, FOUR_DIGITS) for figure in figures) or (
        shape != "n.n.n" and shape not in SHAPES
    ):
        raise not_understood(text)
    if shape == "n.n.n":
        raise DateError(_("“%(text)s” has a short year. Type it with four digits: 8.6.2022."), text=text)
    numbers = [int(figure) for figure in figures]
    if shape == "n.n.y" and sign != ".":
        numbers = _told_apart(*numbers, text=text)
    yield from zip(SHAPES[shape], numbers, strict=True)


def _told_apart(first: int, second: int, year: int, *, text: str) -> list[int]:
    """Day, month, year where only one order is possible. Raises DateError where both are."""
    if second > 12 >= first:
        return [second, first, year]
    if first > 12 or first == second:
        return [first, second, year]
    raise DateError(
        _("“%(text)s” may be %(one)s or %(other)s. Type the month in words, or 2022-06-08."),
        text=text,
        one=Point(year, second, first),
        other=Point(year, first, second),
    )
