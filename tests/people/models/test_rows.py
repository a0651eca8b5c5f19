"""What one row of the record says of itself, and what its form refuses."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from people import recording
from people.models import (
    Attendance,
    Evidence,
    Generation,
    Identifier,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
    Quotation,
    Source,
    Trail,
)
from tests.people.keeping import attendance, evidence, fresh, meeting, organisation, person, post, sentence

pytestmark = pytest.mark.django_db


def problems(row):
    """The fields that cleaning complains of."""
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return set(error.value.message_dict)


def test_each_row_has_words_of_its_own(keeper):
    ada, body, talks = person(keeper), organisation(keeper, short_name="the Ves"), meeting(keeper)
    seat = post(keeper, body, titles={"ru": "министр"})
    said = evidence(keeper, talks, "held")
    wanted = [
        (ada, "Ada Orlan"),
        (body, "Vesmark"),
        (seat, "Minister of Rivers, the Ves"),
        (Membership(person=ada, post=seat), "Ada Orlan: Minister of Rivers, the Ves"),
        (Membership(person=ada, organisation=body), "Ada Orlan: Vesmark"),
        (Attendance(meeting=talks, description="aides"), "aides: Talks in Oskemen"),
        (Identifier(scheme="Wikidata", value="Q1"), "Wikidata: Q1"),
        (Outcome(text="a treaty", kind="signed"), "signed: a treaty"),
        (MeetingSeries(name="River meeting"), "River meeting"),
        (Place(name="Oskemen"), "Oskemen"),
        (Source(publisher="Agency"), "Agency"),
        (Source(publisher="Agency", title="They met"), "They met"),
        (said, "held: Ada Orlan came."),
        (said.quotation, "Ada Orlan came."),
        (Name(text="Ада"), "Ада"),
        (Generation(number=7), "7"),
        (Trail(act="made", label="Ada"), "made: Ada"),
    ]
    assert [str(row) for row, _words in wanted] == [words for _row, words in wanted]
    with translation.override("ru"):
        assert seat.title_in("ru") == seat.title_in("ru-KZ") == "министр"
    assert seat.title_in(None) == seat.title_in("kk") == "Minister of Rivers"


def test_an_attendance_needs_somebody_and_nobody_stands_in_for_oneself(keeper):
    ada, talks = person(keeper), meeting(keeper)
    assert "person" in problems(Attendance(meeting=talks))
    assert problems(Attendance(meeting=talks, person=ada, stands_in_for=ada)) == {"stands_in_for"}


def test_a_meeting_counts_in_a_series_and_is_not_within_itself(keeper):
    whole, part = meeting(keeper, "Summit"), meeting(keeper, "Talks")
    part.parent = whole
    recording.keep(part, by=keeper)
    whole.parent = part
    assert problems(whole) == {"parent"}
    assert part.chain() == [part, whole]
    part.parent = part
    assert problems(part) == {"parent"}
    assert "ordinal" in problems(Meeting(title="Fourth", when="2023", ordinal=4))


def test_an_organisation_is_not_a_part_of_itself(keeper):
    country = organisation(keeper)
    ministry = organisation(keeper, "Ministry of Rivers", "ministry", parent=country)
    country.parent = ministry
    assert problems(country) == {"parent"}
    assert "iso_code" in problems(Organisation(name="Firm", kind="company", iso_code="XX"))
    assert (fresh(ministry).side, fresh(ministry).label) == (fresh(country), "Ministry of Rivers")
    assert fresh(country).whole() == [fresh(country), ministry]
    assert fresh(ministry).chain() == [ministry, fresh(country)]


def test_a_loop_in_old_data_ends(keeper):
    one, two = organisation(keeper), organisation(keeper, "Ostland")
    Organisation._base_manager.filter(pk=one.pk).update(parent=two)
    Organisation._base_manager.filter(pk=two.pk).update(parent=one)
    assert fresh(one).chain() == [one, two]
    assert fresh(one).whole() == [one, two]


def test_an_office_is_a_post_or_a_body_and_ends_on_a_day(keeper):
    ada, body = person(keeper), organisation(keeper)
    assert "post" in problems(Membership(person=ada))
    assert "post" in problems(Membership(person=ada, post=post(keeper, body), organisation=body))
    assert problems(Membership(person=ada, organisation=body, how_ended="left")) == {"until"}


def test_two_holders_of_a_single_seat_are_a_question(keeper):
    body = organisation(keeper)
    seat, bench = post(keeper, body), post(keeper, body, "Member", is_single=False)
    ada, boris = person(keeper), person(keeper, "Boris Temir")

    def office(who, where=seat, **days):
        return recording.keep(Membership(person=who, post=where, **days), by=keeper)

    first = office(ada, since="2022-01-01", until="2023-05-30")
    assert list(office(boris, since="2023-05-30").rivals()) == []
    overlapping = office(boris, since="2023-05")
    assert list(overlapping.rivals()) == [first]
    assert list(fresh(first).rivals()) == [overlapping]
    assert list(office(boris, until="2021").rivals()) == []
    assert list(office(boris, is_acting=True).rivals()) == []
    assert office(ada, since="2022").rivals().count() == 2
    assert list(office(boris, bench).rivals()) == []
    assert list(recording.keep(Membership(person=boris, organisation=body), by=keeper).rivals()) == []
    assert first in Membership(person=boris, post=seat).rivals()


def test_a_source_is_no_reprint_of_a_reprint(keeper):
    first = recording.keep(Source(publisher="Ministry"), by=keeper)
    reprint = recording.keep(Source(publisher="Agency", original=first), by=keeper)
    assert problems(Source(publisher="Paper", original=reprint)) == {"original"}
    first.original = recording.keep(Source(publisher="Another"), by=keeper)
    assert problems(first) == {"original"}
    reprint.original = reprint
    assert problems(reprint) == {"original"}
    assert problems(Source(publisher="Agency", address="javascript:alert(1)")) == {"address"}
    recording.keep(Source(publisher="Agency", address="https://example.org/"), by=keeper)


def test_readers_get_at_most_300_characters_of_others(keeper):
    said = sentence(keeper, "word " * 80, address="https://example.org/page")
    assert (len(said.excerpt), said.excerpt[-1], said.address) == (300, "…", "https://example.org/page")
    short = sentence(keeper, "Ada Orlan came.")
    assert short.excerpt == "Ada Orlan came."
    ours = Quotation(source=Source(is_ours=True, address="/articles/a/"), text="word " * 80)
    assert ours.excerpt == ours.text
    assert ours.address == f"/articles/a/#{ours.mark}"
    assert ours.mark == Quotation(source=Source(), text="word " * 80).mark != short.mark


def test_evidence_and_names_know_whose_they_are(keeper):
    ada, body, talks = person(keeper), organisation(keeper), meeting(keeper)
    place = recording.keep(Place(name="Oskemen"), by=keeper)
    line, outcome = attendance(keeper, talks, ada), recording.keep(Outcome(meeting=talks, text="peace"), by=keeper)
    office = recording.keep(Membership(person=ada, organisation=body), by=keeper)
    spelling = recording.keep(Name(person=ada, text="Ада", language="ru"), by=keeper)
    for column, claim in {
        "attendance": line,
        "membership": office,
        "meeting": talks,
        "outcome": outcome,
        "name": spelling,
    }.items():
        assert Evidence(**{column: claim}).claim == claim
    owners = [Name(person=ada).owner, Name(organisation=body).owner, Name(place=place).owner]
    assert owners == [ada, body, place]


def test_a_place_has_the_name_of_the_day(keeper):
    place = recording.keep(Place(name="Astana"), by=keeper)
    for text, days in {
        "Nur-Sultan": {"since": "2019-03-23", "until": "2022-09-17"},
        "Akmola": {"until": "1998-05-06"},
        "Alias": {},
    }.items():
        recording.keep(Name(place=place, text=text, language="en", vouched_reason="atlas", **days), by=keeper)
    wanted = {
        date(2022, 6, 8): "Nur-Sultan",
        date(2023, 6, 8): "Astana",
        date(1995, 1, 1): "Akmola",
        date(2010, 1, 1): "Astana",
        None: "Astana",
    }
    assert {day: place.name_on(day) for day in wanted} == wanted
    assert place.name_on(date(2022, 6, 8), names=[]) == "Astana"


def test_choosers_show_the_office_beside_the_name(keeper):
    ada, body = person(keeper), organisation(keeper)
    assert ada.desk_label() == "Ada Orlan"
    recording.keep(Membership(person=ada, organisation=body, since="2019", until="2020"), by=keeper)
    recording.keep(Membership(person=ada, post=post(keeper, body), since="2021"), by=keeper)
    assert Person.objects.with_offices().get().desk_label() == "Ada Orlan – Minister of Rivers, Vesmark"


def test_people_are_sorted_by_family_name():
    assert Person(name="Ada Orlan", family_name="Orlan", given_name="Ada").sort_name() == "Orlan Ada"
    assert Person(name="Qin Gang").sort_name() == "Qin Gang"
    assert Organisation(name="Vesmark").sort_name() == "Vesmark"


def test_folded_keys_follow_the_words():
    seat = Post.objects.create(
        organisation=Organisation.objects.create(name="Қазақ", kind="igo"), title="Éditeur", titles={"ru": "редактор"}
    )
    assert list(Post.objects.named("editeur казак")) == [seat]
    seat.title = "Clerk"
    seat.save()
    assert list(Post.objects.named("clerk редак")) == [seat]


def test_only_named_columns_are_saved_when_asked():
    row = Person.objects.create(name="Ada")
    row.name, row.biography = "Boris", "A minister."
    row.save(update_fields=["biography"])
    assert (fresh(row).name, fresh(row).biography) == ("Ada", "A minister.")
