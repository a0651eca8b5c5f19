"""Who was also there most often, as a drawing."""

from itertools import combinations

import pytest

from people.circle import Companion, draw, weight
from people.lettering import width_of


def companions(number, name="Sirojiddin Muhriddin"):
    return [Companion(f"{name} {each}", number - each) for each in range(number)]


@pytest.mark.parametrize("number", [0, 2])
def test_fewer_than_three_need_no_drawing(number):
    assert draw("Qin Gang", companions(number)) is None


@pytest.mark.parametrize(("number", "drawn"), [(3, 3), (8, 8), (12, 8)])
def test_at_most_eight_are_drawn_the_most_frequent_first(number, drawn):
    circle = draw("Qin Gang", companions(number))
    assert [node.number for node in circle.nodes] == list(range(number, number - drawn, -1))


def test_the_first_stands_at_the_top_and_the_others_follow_clockwise():
    first, second, third, fourth = draw("Qin Gang", companions(4)).nodes
    assert (first.x, first.y) == (320, 60)
    assert (second.x, second.y, third.y, fourth.x) == (530, 210, 360, 110)
    assert (first.text_y, second.text_y, third.text_y) == (41, 240, 390)


@pytest.mark.parametrize("name", ["Li", "Sirojiddin Muhriddin of a long family", "库卢巴耶夫" * 6])
def test_every_name_stays_on_the_drawing(name):
    circle = draw(name, companions(8, name))
    for node in circle.nodes:
        half = width_of(node.name, 14) / 2
        assert node.text_x - half >= -1 and node.text_x + half <= circle.width + 1
    assert circle.box_x > 0 and circle.box_x + circle.box_width < circle.width
    assert width_of(circle.name) <= circle.box_width


def test_no_two_squares_touch():
    for one, other in combinations(draw("Qin Gang", companions(8)).nodes, 2):
        assert abs(one.x - other.x) > 22 or abs(one.y - other.y) > 22


@pytest.mark.parametrize(("number", "heavy"), [(1, 1), (2, 1), (3, 2), (4, 3), (6, 3), (7, 4), (70, 4)])
def test_more_meetings_make_a_heavier_line(number, heavy):
    assert weight(number) == heavy
