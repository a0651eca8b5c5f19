"""What is too much for one condition is recomputed part by part, and comes to the same."""

import pytest

from newsdesk.search import following
from people import disclosure, recording
from people.models import Meeting, Name, Place
from tests.people import keeping

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("size", [1, 200])
def test_pages_are_told_when_all_parts_stand(keeper, monkeypatch, size):
    monkeypatch.setattr(disclosure, "SLICE", size)
    with disclosure.public_act():
        place = recording.keep(Place(name="Oskemen"), by=keeper)
        for text in ("Өскемен", "Усть-Каменогорск"):
            recording.keep(Name(place=place, text=text, language="kk", vouched_reason="Map"), by=keeper)
        meeting = keeping.meeting(keeper, place=place, vouched_reason="Diary")
        keeping.evidence(keeper, keeping.attendance(keeper, meeting, keeping.person(keeper)), says="attended")
    stored = Meeting.objects.get()
    assert (stored.is_public, stored.state) == (True, "held") and stored.slug
    assert [*disclosure.check_all(), *following.differences()] == []


def test_parts_hold_every_key_once():
    touched = disclosure.Touched(people=set(range(450)), names={1})
    parts = list(touched.slices())
    assert [len(part) for part in parts] == [1, 200, 200, 50]
    assert set().union(*(part.people for part in parts)) == touched.people
