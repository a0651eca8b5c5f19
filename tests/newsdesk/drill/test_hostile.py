"""Hostile input made from a seed."""

from itertools import islice

from newsdesk.drill.hostile import MARK, SCRIPTS, inputs
from newsdesk.drill.visitor import Upload


def test_the_same_seed_makes_the_same_inputs_and_another_one_others():
    first, again, other = (list(inputs(seed, 60)) for seed in (1, 1, 2))
    assert first == again != other
    assert [each.number for each in first] == list(range(60))


def test_every_way_in_is_tried():
    found = list(inputs(3, 400))
    assert {each.way for each in found} == {"field", "file", "query", "header"}
    assert {isinstance(each.value, Upload) for each in found if each.way == "file"} == {True}
    assert all(each.name for each in found if each.way in ("query", "header"))
    assert {1, 5, 50} <= {each.spread for each in found}


def test_a_header_holds_no_end_of_line_and_a_script_says_that_it_ran():
    headers = [each.value for each in inputs(4, 600) if each.way == "header"]
    assert headers and not any(sign in value for value in headers for sign in "\r\n\x00")
    assert all(MARK in script for script in SCRIPTS)
    assert len(list(islice(inputs(5, 10_000), 7))) == 7
