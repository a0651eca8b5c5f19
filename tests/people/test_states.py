"""Which state stands when reports differ."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.states import MEETING_STATES, STATES, Report, meeting_state, state_of

EVENT = date(2023, 4, 27)
EVE, DAY, LATER, MUCH_LATER = date(2023, 4, 26), EVENT, date(2023, 4, 28), date(2024, 1, 10)


def said(says, day, voice="a"):
    return Report(says=says, day=day, voice=voice, event_day=EVENT)


CASES = {
    "no evidence": ([], ""),
    "evidence withdrawn: what is left stands": ([said("expected", EVE)], "expected"),
    "only silence": ([said("not_reported", LATER)], "not_reported"),
    "an announcement": ([said("announced", EVE)], "announced"),
    "a report after an expectation": ([said("expected", EVE), said("attended", LATER, "b")], "attended"),
    "a backgrounder that still says expected": ([said("attended", DAY), said("expected", MUCH_LATER, "b")], "attended"),
    "a backgrounder that does not say": ([said("attended", DAY), said("not_reported", MUCH_LATER, "b")], "attended"),
    "an archive story entered late": ([said("attended", LATER, 7), said("announced", date(2023, 3, 1), 9)], "attended"),
    "an expectation above a later announcement": ([said("expected", EVE), said("announced", DAY, "b")], "expected"),
    "a denial": ([said("attended", DAY), said("absent", LATER, "b")], "disputed"),
    "a denial of an expectation": ([said("expected", EVE), said("absent", LATER, "b")], "absent"),
    "two that agree": ([said("attended", DAY), said("attended", LATER, "b")], "attended"),
    "a translation that agrees": ([said("attended", DAY), said("attended", LATER)], "attended"),
    "a translation that differs: the original's word": ([said("absent", DAY), said("attended", LATER)], "absent"),
    "its original not public, the translation speaks": ([said("attended", LATER)], "attended"),
    "one report that says both": ([said("attended", DAY), said("absent", DAY)], "disputed"),
    "one report, first expected then attended": ([said("expected", DAY), said("attended", DAY)], "attended"),
    "reprints do not outvote": (
        [said("absent", DAY, "b"), *(said("attended", day) for day in (DAY, LATER, MUCH_LATER))],
        "disputed",
    ),
    "will not attend": ([said("absent", EVE)], "absent"),
    "will not attend, later than expected": (
        [said("expected", date(2023, 4, 20)), said("absent", EVE, "b")],
        "absent",
    ),
    "expected again after will not attend": (
        [said("absent", date(2023, 4, 20)), said("expected", EVE, "b")],
        "expected",
    ),
    "came although he was not to": ([said("absent", EVE), said("attended", LATER, "b")], "attended"),
    "coming and not coming on one day": ([said("absent", EVE), said("expected", EVE, "b")], "expected"),
    "attended, printed before the day": ([said("attended", EVE)], "expected"),
    "attended, printed before the day, then a denial": ([said("attended", EVE), said("absent", LATER, "b")], "absent"),
    "will not attend, translated after the day": ([said("absent", EVE), said("absent", LATER)], "absent"),
    "will not attend, translated after the day, is no report": (
        [said("absent", EVE), said("absent", LATER), said("attended", LATER, "b")],
        "attended",
    ),
    "absent on the very day is a report": ([said("absent", DAY), said("attended", LATER, "b")], "disputed"),
    "a source without a day is a report": ([said("attended", None)], "attended"),
    "a source without a day is the oldest": ([said("absent", EVE), said("expected", None, "b")], "absent"),
    "a voice whose translation alone has a day": (
        [said("attended", None), said("attended", LATER), said("absent", LATER, "b")],
        "disputed",
    ),
    "a meeting without a day": ([Report("absent", EVE, "a"), Report("attended", DAY, "b")], "disputed"),
}


@pytest.mark.parametrize(("reports", "state"), CASES.values(), ids=CASES)
def test_state(reports, state):
    assert state_of(reports) == state


MEETING_CASES = {
    "nothing known": ([], [], "not_reported"),
    "somebody attended": (["attended", ""], [said("planned", EVE)], "held"),
    "a disputed attendance": (["disputed"], [said("cancelled", EVE)], "held"),
    "its evidence says held": ([], [said("held", LATER), said("cancelled", MUCH_LATER, "b")], "held"),
    "held, printed before the day": ([], [said("held", EVE)], "planned"),
    "planned": (["expected"], [said("planned", EVE)], "planned"),
    "people are expected": (["announced"], [], "planned"),
    "an absence alone": (["absent"], [], "not_reported"),
    "postponed": (["expected"], [said("planned", date(2023, 4, 1)), said("postponed", EVE, "b")], "postponed"),
    "planned anew": ([], [said("postponed", date(2023, 4, 1)), said("planned", EVE, "b")], "planned"),
    "cancelled, expectations stay": (["expected"], [said("cancelled", EVE)], "cancelled"),
    "the graver on one day": ([], [said("postponed", EVE), said("cancelled", EVE, "b")], "cancelled"),
    "a translation keeps the day of its original": (
        [],
        [said("planned", date(2023, 4, 1)), said("planned", LATER), said("cancelled", EVE, "b")],
        "cancelled",
    ),
}


@pytest.mark.parametrize(("roll", "reports", "state"), MEETING_CASES.values(), ids=MEETING_CASES)
def test_meeting_state(roll, reports, state):
    assert meeting_state(roll, reports) == state


def reports_of(says):
    days = st.one_of(st.none(), st.dates(date(2023, 4, 20), date(2023, 5, 4)))
    return st.lists(st.builds(Report, st.sampled_from(says), days, st.integers(1, 3), st.just(EVENT)), max_size=6)


SAYS = [state for state in STATES if state != "disputed"]


@given(reports_of(SAYS).flatmap(lambda reports: st.tuples(st.just(reports), st.permutations(reports))))
def test_state_does_not_depend_on_the_order(pair):
    given_order, another = pair
    assert state_of(given_order) == state_of(another)
    assert state_of(given_order) in (STATES if given_order else ("",))


@given(reports_of(MEETING_STATES[:4]).flatmap(lambda reports: st.tuples(st.just(reports), st.permutations(reports))))
def test_meeting_state_does_not_depend_on_the_order(pair):
    given_order, another = pair
    assert meeting_state([], given_order) == meeting_state([], another)


@given(reports_of(SAYS))
def test_the_same_evidence_twice_changes_nothing(reports):
    assert state_of(reports + reports) == state_of(reports)


@given(reports_of(SAYS))
def test_a_report_from_after_the_day_is_never_outranked(reports):
    state = state_of([*reports, said("attended", LATER, "eyewitness")])
    assert state in ("attended", "disputed")
