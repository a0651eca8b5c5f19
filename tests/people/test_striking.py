"""Wrong claims, reports and sentences off every page at once, and back."""

import pytest

from people import quoting, recording, striking
from people.models import Name, Trail
from people.recording import Refused

from .keeping import attendance, evidence, fresh, meeting, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(keeper):
    row = attendance(keeper, meeting(keeper), person(keeper))
    evidence(keeper, row, "attended")
    return fresh(row)


def test_a_claim_struck_tells_who_when_and_why_and_can_be_put_back(keeper, line):
    striking.strike(line, by=keeper, reason="It was her sister.")
    row = fresh(line)
    assert (row.is_struck, row.struck_by, row.struck_reason) == (True, keeper, "It was her sister.")
    assert row.struck_at
    assert not row.is_public
    striking.restore(line, by=keeper, why="It was her after all.")
    row = fresh(line)
    assert (row.is_struck, row.struck_by, row.struck_at, row.struck_reason) == (False, None, None, "")
    assert row.is_public
    restored, struck = Trail.objects.filter(act__in=["struck", "restored"])
    assert (struck.why, struck.after["is_struck"]) == ("It was her sister.", True)
    assert (restored.why, restored.before["struck_reason"]) == ("It was her after all.", "It was her sister.")


def test_striking_needs_a_reason(keeper, line):
    with pytest.raises(Refused, match="Say why"):
        striking.strike(line, by=keeper, reason="  ")
    assert fresh(line).is_public


def test_evidence_given_anew_keeps_the_struck_one_away(keeper, line):
    wrong = line.evidence.get()
    striking.strike(wrong, by=keeper, reason="misread")
    again = quoting.add_evidence(wrong.quotation, line, says="absent", by=keeper)
    with pytest.raises(Refused, match="stands in its place"):
        striking.restore(wrong, by=keeper)
    striking.strike(again, by=keeper, reason="right at first")
    assert not striking.restore(wrong, by=keeper).is_struck
    assert fresh(line).state == "attended"


def test_a_house_spelling_that_was_replaced_stays_struck(keeper):
    ada = person(keeper)
    house = {"person": ada, "language": "ru", "kind": "house"}
    wrong = recording.keep(Name(text="Ада Орлан", **house), by=keeper)
    striking.strike(wrong, by=keeper, reason="Her passport says otherwise.")
    other = recording.keep(Name(text="Ада Орланова", **house), by=keeper)
    with pytest.raises(Refused, match="stands in its place"):
        striking.restore(wrong, by=keeper)
    striking.strike(other, by=keeper, reason="as before")
    assert not striking.restore(wrong, by=keeper).is_struck
    alias = recording.keep(Name(person=ada, text="Adah Orlan", language="en"), by=keeper)
    striking.strike(alias, by=keeper, reason="unused")
    assert not striking.restore(alias, by=keeper).is_struck
