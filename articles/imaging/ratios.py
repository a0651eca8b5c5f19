"""The cuts of a picture that pages show, each in the widths that its places need. Pure: numbers in, numbers out."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

WIDTHS = (320, 640, 960, 1280, 1920)
SMALL = WIDTHS[:2]


@dataclass(frozen=True)
class Ratio:
    """So many parts across to so many down, in steps of width: pixels, narrowest first."""

    across: int
    down: int
    widths: tuple[int, ...] = WIDTHS


WHOLE = ""
"""The name of the picture as it is, uncut."""
RATIOS = {
    "plain": Ratio(3, 2),
    "wide": Ratio(16, 9),
    "pan": Ratio(2, 1),
    "tall": Ratio(4, 5, SMALL),
    "square": Ratio(1, 1, SMALL),
}
"""The design's frames (`static/css/components/picture.css`): a frame without a class is plain."""
ALIKE = 0.01
"""A picture whose shape is a ratio's but for one part in a hundred is not cut to it."""
LEAST_GAIN = 1.1
"""A width of its own for a picture between two steps, if it is so much wider than the step below."""


@dataclass(frozen=True)
class Size:
    """One size of one cut, in pixels."""

    ratio: str
    width: int
    height: int


@lru_cache(maxsize=10_000)
def cut_of(name: str, width: int, height: int) -> str:
    """The name of the cut that a place of this ratio shows: the whole picture where that has the ratio already."""
    ratio = RATIOS.get(name)
    if ratio is None or abs(width * ratio.down / (height * ratio.across) - 1) <= ALIKE:
        return WHOLE
    return name


def box(name: str, width: int, height: int, x: float = 0.5, y: float = 0.5) -> tuple[int, int, int, int]:
    """The largest part of a picture in a ratio, with its focal point as near to the middle as the edges allow.

    Left, top, right and bottom in pixels; `x` and `y` are fractions.
    """
    across, down = _extent(name, width, height)
    left = round(min(max(x * width - across / 2, 0), width - across))
    top = round(min(max(y * height - down / 2, 0), height - down))
    return left, top, left + across, top + down


@lru_cache(maxsize=10_000)
def sizes(name: str, width: int, height: int) -> tuple[Size, ...]:
    """The sizes of one cut of a picture, narrowest first; never wider than what there is to see."""
    across, down = _extent(name, width, height)
    steps = RATIOS[name].widths if name in RATIOS else WIDTHS
    return tuple(Size(name, step, max(1, round(step * down / across))) for step in _steps(steps, across))


def all_sizes(width: int, height: int) -> tuple[Size, ...]:
    """Every size in every cut that differs from the whole picture; the whole first."""
    cuts = [WHOLE, *(name for name in RATIOS if cut_of(name, width, height))]
    return tuple(size for name in cuts for size in sizes(name, width, height))


def scale_for(wanted: Iterable[Size], width: int, height: int) -> float:
    """How much of its size a picture must keep so that none of the wanted sizes is blown up; at most 1."""
    return min(1.0, max(size.width / _extent(size.ratio, width, height)[0] for size in wanted))


def _extent(name: str, width: int, height: int) -> tuple[int, int]:
    ratio = RATIOS.get(name)
    if ratio is None:
        return width, height
    if width * ratio.down > height * ratio.across:
        return max(1, round(height * ratio.across / ratio.down)), height
    return width, max(1, round(width * ratio.down / ratio.across))


def _steps(steps: tuple[int, ...], width: int) -> list[int]:
    narrower = [step for step in steps if step <= width]
    if not narrower:
        return [width]
    if len(narrower) < len(steps) and width >= LEAST_GAIN * narrower[-1]:
        return [*narrower, width]
    return narrower
