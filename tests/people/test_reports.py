"""What public sentences say of meetings."""

from datetime import date

import pytest

from people import recording, striking
from people.models import Outcome
from people.reports import last_reported, sentences_on
from tests.people.keeping import attendance, evidence, meeting, person

pytestmark = pytest.mark.django_db


def test_the_last_report_of_a_meeting_its_roll_and_its_outcomes(keeper):
    talks = meeting(keeper)
    assert last_reported([talks.pk]) == {}
    evidence(keeper, talks, "planned", day=date(2023, 5, 1))
    line = attendance(keeper, talks, person(keeper))
    wrong = evidence(keeper, line, "attended", day=date(2023, 6, 1))
    assert last_reported([talks.pk]) == {talks.pk: date(2023, 6, 1)}
    striking.strike(wrong, by=keeper, reason="misread")
    assert last_reported([talks.pk]) == {talks.pk: date(2023, 5, 1)}
    agreed = recording.keep(Outcome(meeting=talks, kind="agreed", text="a gauge"), by=keeper)
    evidence(keeper, agreed, day=date(2023, 4, 1))
    evidence(keeper, agreed, day=None, text="Undated.")
    assert last_reported([talks.pk]) == {talks.pk: date(2023, 5, 1)}
    assert [len(rows) for rows in sentences_on()] == [1, 0, 2]


def test_a_line_that_readers_do_not_see_says_nothing_of_its_meeting(keeper):
    talks = meeting(keeper, vouched_reason="Diary")
    evidence(keeper, attendance(keeper, talks, person(keeper, released=False)), "attended")
    assert last_reported([talks.pk]) == {}
