"""Who was also there most often, as a circle around the person.

Pure geometry for `templates/people/also_there.html`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from people.lettering import shorten, width_of

WIDTH, HEIGHT = 640, 420
ACROSS, DOWN = 210, 150
FEWEST, MOST = 3, 8


@dataclass(frozen=True)
class Companion:
    """Somebody and the number of meetings that both attended."""

    name: str
    number: int


@dataclass(frozen=True)
class Node:
    """A companion on the circle. `weight`: 1 to 4, the width of the line; `text_x`, `text_y`: middle of the name."""

    name: str
    number: int
    weight: int
    x: int
    y: int
    text_x: int
    text_y: int


@dataclass(frozen=True)
class Circle:
    """`x`, `y`: the person in the middle, in a box from `box_x` on."""

    width: int
    height: int
    x: int
    y: int
    box_x: int
    box_width: int
    name: str
    nodes: list[Node]


def draw(name: str, companions: Sequence[Companion]) -> Circle | None:
    """The circle of the first eight `companions`, most often first; None for fewer than three."""
    drawn = companions[:MOST]
    if len(drawn) < FEWEST:
        return None
    shown = shorten(name, 180)
    box = max(round(width_of(shown)) + 28, 96)
    nodes = [_node(companion, 2 * pi * place / len(drawn)) for place, companion in enumerate(drawn)]
    return Circle(WIDTH, HEIGHT, WIDTH // 2, HEIGHT // 2, (WIDTH - box) // 2, box, shown, nodes)


def _node(companion: Companion, angle: float) -> Node:
    """`angle`: clockwise from the top, in radians."""
    x, y = round(WIDTH / 2 + ACROSS * sin(angle)), round(HEIGHT / 2 - DOWN * cos(angle))
    name = shorten(companion.name, 200, size=14)
    half = width_of(name, 14) / 2
    text_x = round(min(max(x, half), WIDTH - half))
    return Node(
        name, companion.number, weight(companion.number), x, y, text_x, y - 19 if y < HEIGHT / 2 - 1 else y + 30
    )


def weight(number: int) -> int:
    """How heavy a line is drawn: for one or two meetings, three, up to six, more."""
    return 1 + sum(number >= least for least in (3, 4, 7))
