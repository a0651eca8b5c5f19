"""The one verb behind every form of the record, and what it refuses."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsdesk.search.document import SearchDocument
from people import disclosure, recording, releasing, striking
from people.models import (
    Attendance,
    Evidence,
    Generation,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Person,
    Place,
    Source,
    Trail,
)
from people.recording import Refused

from .keeping import attendance, evidence, fresh, meeting, organisation, person, post, sentence

pytestmark = pytest.mark.django_db


def found_by(word):
    """Slugs of the pages whose text in the readers' index has the word."""
    return set(SearchDocument.objects.filter(body_tokens__contains=word).values_list("slug", flat=True))


def test_each_keeping_is_one_act_with_its_trail(keeper):
    number = Generation.objects.get().number
    row = recording.keep(Place(name="Astana"), by=keeper, why="new")
    row.name = "Nur-Sultan"
    recording.keep(row, by=keeper)
    made, changed = Trail.objects.filter(kind="people.place").order_by("pk")
    assert (made.act, made.by, made.why, made.before) == ("made", keeper, "new", {})
    assert (made.after["name"], made.object_id, made.label) == ("Astana", row.pk, "Astana")
    assert changed.act == "changed"
    assert changed.before["name"] == "Astana"
    assert changed.after["name"] == "Nur-Sultan"
    assert "country" not in changed.after
    assert Generation.objects.get().number == number + 2


def test_what_the_row_refuses_leaves_no_trail(keeper):
    number = Generation.objects.get().number
    with pytest.raises(ValidationError):
        recording.keep(Meeting(title="", when="2023"), by=keeper)
    assert not Trail.objects.exists()
    assert Generation.objects.get().number == number


def test_only_what_can_wait_waits(keeper):
    assert recording.keep(Person(name="Ada"), by=keeper, waits=True).waits
    assert not hasattr(recording.keep(Place(name="Astana"), by=keeper, waits=True), "waits")


def test_a_later_keeping_does_not_make_a_row_wait(keeper):
    row = person(keeper)
    assert not fresh(recording.keep(row, by=keeper, waits=True)).waits


def test_a_stale_copy_never_writes_what_others_write(keeper):
    row = person(keeper, released=False)
    talks = meeting(keeper)
    line = attendance(keeper, talks, row)
    stale = [fresh(row), fresh(talks), fresh(line)]
    said = evidence(keeper, line, "attended")
    stale.append(fresh(said.quotation))
    releasing.release(row, by=keeper)
    striking.strike(line, by=keeper, reason="wrong")
    striking.strike(said.quotation, by=keeper, reason="wrong")
    Meeting._base_manager.update(waits=True)
    for copy in stale:
        recording.keep(copy, by=keeper)
    assert (fresh(row).is_public, fresh(row).slug, fresh(row).released_at is None) == (True, "ada-orlan", False)
    assert (fresh(line).is_struck, fresh(line).struck_by, fresh(line).struck_reason) == (True, keeper, "wrong")
    assert fresh(said.quotation).is_struck
    assert fresh(talks).waits
    assert disclosure.check_all() == []


def test_a_line_moved_from_one_person_to_another_changes_both_pages(keeper):
    ada, boris = person(keeper), person(keeper, "Boris Temir")
    body = organisation(keeper)
    office = recording.keep(
        Membership(person=ada, post=post(keeper, body), vouched_reason="Register", since="2023"), by=keeper
    )
    assert "ada-orlan" in found_by("rivers")
    office = fresh(office)
    office.person = boris
    recording.keep(office, by=keeper)
    assert found_by("rivers") == {"boris-temir"}
    change = Trail.objects.filter(act="changed").latest("pk")
    assert (change.before, change.after) == ({"person": ada.pk}, {"person": boris.pk})


def test_evidence_moved_to_another_line_closes_the_first(keeper):
    ada, boris, talks = person(keeper), person(keeper, "Boris Temir"), meeting(keeper)
    first, second = attendance(keeper, talks, ada), attendance(keeper, talks, boris)
    row = fresh(evidence(keeper, first, "attended"))
    row.attendance = second
    recording.keep(row, by=keeper)
    assert [fresh(line).state for line in (first, second)] == ["", "attended"]


def test_a_source_mended_changes_what_its_sentences_are_worth(keeper):
    line = attendance(keeper, meeting(keeper), person(keeper))
    said = evidence(keeper, line, "attended", day=date(2023, 5, 31))
    source = fresh(said.quotation.source)
    source.day = date(2023, 5, 1)
    recording.keep(source, by=keeper)
    assert fresh(line).state == "expected"


def test_evidence_knows_who_gave_it(keeper):
    said, talks = sentence(keeper), meeting(keeper)
    assert recording.keep(Evidence(quotation=said, meeting=talks, says="held"), by=keeper).by == keeper


def test_new_names_reach_the_pages_that_print_them(keeper):
    vesmark = organisation(keeper)
    ministry = organisation(keeper, "Ministry of Rivers", "ministry", parent=vesmark)
    office = post(keeper, ministry)
    ada = person(keeper, country=vesmark)
    recording.keep(Membership(person=ada, post=office, vouched_reason="Register"), by=keeper)
    place, series = (
        recording.keep(model(name=name), by=keeper)
        for model, name in ((Place, "Oskemen"), (MeetingSeries, "River meeting"))
    )
    talks = fresh(meeting(keeper, place=place, series=series, host=vesmark, vouched_reason="seen"))
    renamed = {
        vesmark: ("name", "Ostmark", {ministry.slug, ada.slug, talks.slug}),
        ministry: ("name", "Ministry of Lakes", {ada.slug}),
        office: ("title", "Steward", {ada.slug}),
        place: ("name", "Zhelkent", {talks.slug}),
        series: ("name", "Confluence", {talks.slug}),
    }
    for row, (column, name, slugs) in renamed.items():
        row = fresh(row)
        setattr(row, column, name)
        recording.keep(row, by=keeper)
        assert slugs <= found_by(name.split()[-1].lower()), name
    named = fresh(series)
    named.description = "Ministers of all banks"
    recording.keep(named, by=keeper)
    assert found_by("banks") == {fresh(series).slug}
    spelling = recording.keep(Name(place=place, text="Ustkamen", language="en", vouched_reason="atlas"), by=keeper)
    assert found_by("ustkamen") == {talks.slug}
    striking.strike(spelling, by=keeper, reason="misread")
    assert found_by("ustkamen") == set()


def test_a_body_moved_beneath_another_takes_its_people_to_that_side(keeper):
    vesmark, ostland = organisation(keeper), organisation(keeper, "Ostland")
    ministry = organisation(keeper, "Ministry of Rivers", "ministry", parent=vesmark)
    agency = organisation(keeper, "Water Agency", "ministry", parent=ministry)
    line = attendance(keeper, meeting(keeper), person(keeper), on_behalf_of=agency)
    other = attendance(keeper, meeting(keeper, "Other"), person(keeper, "Boris Temir"), on_behalf_of=vesmark)
    assert line.side == vesmark
    ministry = fresh(ministry)
    ministry.parent = ostland
    recording.keep(ministry, by=keeper)
    assert (fresh(line).side, fresh(other).side) == (ostland, vesmark)


def test_confirming_ends_the_waiting(keeper):
    row = recording.keep(Person(name="Ada"), by=keeper, waits=True)
    with pytest.raises(Refused, match="provisional"):
        releasing.release(row, by=keeper)
    recording.confirm(row, by=keeper, why="met her")
    assert releasing.release(row, by=keeper).is_public
    trail = Trail.objects.get(act="confirmed")
    assert (trail.before, trail.after, trail.why) == ({"waits": True}, {"waits": False}, "met her")


def test_what_nothing_rests_on_is_removed_and_remembered(keeper):
    row = recording.keep(Source(publisher="Agency"), by=keeper)
    key = row.pk
    left = recording.remove(row, by=keeper, why="twice")
    assert not Source.objects.exists()
    assert (left.act, left.object_id, left.label, left.before["publisher"]) == ("removed", key, "Agency", "Agency")


@pytest.mark.parametrize(
    "kind", ["person", "organisation", "place", "post", "meeting", "source", "quotation", "series"]
)
def test_what_history_rests_on_stays_with_the_list_of_it(keeper, kind):
    body = organisation(keeper, released=False)
    series = recording.keep(MeetingSeries(name="River meeting"), by=keeper)
    place = recording.keep(Place(name="Oskemen"), by=keeper)
    held = post(keeper, body)
    ada = person(keeper, released=False)
    talks = recording.keep(Meeting(title="Talks", when="2023", place=place, series=series), by=keeper, waits=True)
    office = recording.keep(Membership(person=ada, post=held), by=keeper)
    said = evidence(keeper, attendance(keeper, talks, ada), "attended").quotation
    rests = {
        "person": (ada, "attendance «Ada Orlan: Talks»; office held «Ada Orlan: Minister of Rivers, Vesmark»"),
        "organisation": (body, "post «Minister of Rivers, Vesmark»"),
        "place": (place, "meeting «Talks»"),
        "post": (held, f"office held «{office}»"),
        "meeting": (talks, "attendance «Ada Orlan: Talks»"),
        "source": (said.source, "quotation «Ada Orlan came.»"),
        "quotation": (said, "evidence «attended: Ada Orlan came.»"),
        "series": (series, "meeting «Talks»"),
    }
    row, listed = rests[kind]
    number = Trail.objects.count()
    with pytest.raises(Refused) as refusal:
        recording.remove(fresh(row), by=keeper)
    assert str(refusal.value) == f"This stays, because of what rests on it: {listed}."
    assert fresh(row)
    assert Trail.objects.count() == number


def test_an_address_never_leads_to_somebody_else(keeper):
    ada = person(keeper)
    releasing.close(ada, by=keeper, why="private")
    with pytest.raises(Refused, match="its address stays"):
        recording.remove(ada, by=keeper)
    assert Person.objects.get() == ada


def test_the_trail_holds_days_and_moments_as_text(keeper):
    now = timezone.now()
    recording.keep(Source(publisher="Agency", day=date(2023, 5, 1), seen_at=now), by=keeper)
    after = Trail.objects.get().after
    assert (after["day"], after["seen_at"], after["original"]) == ("2023-05-01", now.isoformat(), None)


def test_nobody_is_a_line_twice_at_one_meeting(keeper):
    ada, talks = person(keeper), meeting(keeper)
    attendance(keeper, talks, ada)
    with pytest.raises(ValidationError):
        attendance(keeper, talks, ada)
    assert Attendance.objects.count() == 1
    assert Organisation.objects.count() == 0
