"""Adjectives of the record."""

from datetime import date

import pytest

from people import recording, releasing, striking
from people.models import Attendance, Meeting, MeetingSeries, Membership, Name, Organisation, Person, Source

from .keeping import attendance, evidence, fresh, meeting, organisation, person, post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Attendance, {"state": "attended"}),
        (Attendance, {"is_public": True}),
        (Meeting, {"state": "held", "title": "Talks"}),
        (Person, {"is_public": True}),
        (Meeting, {"when": "2023"}),
        (Meeting, {"when_earliest": date(2023, 1, 1)}),
        (Membership, {"since": "", "since_earliest": None}),
        (Person, {"born": "2023", "born_earliest": date(2023, 1, 2), "born_latest": date(2023, 12, 31)}),
    ],
)
def test_derived_columns_and_half_dates_are_not_updated(model, columns):
    with pytest.raises(ValueError):
        model.objects.update(**columns)


def test_whole_dates_and_plain_columns_are_updated():
    Person.objects.create(name="Ada")
    day = date(2023, 5, 30)
    assert Person.objects.update(born="2023-05-30", born_earliest=day, born_latest=day, biography="A minister.") == 1
    assert Person.objects.get().born_earliest == day


def test_rows_are_found_by_their_own_name_or_any_spelling(keeper):
    ada = person(keeper)
    body = organisation(keeper)
    secret = recording.keep(Name(person=ada, text="Ада Орлан", language="ru"), by=keeper)
    known = recording.keep(Name(person=ada, text="Adah Örlan", language="en", vouched_reason="UN"), by=keeper)
    assert list(Person.objects.named("orlan ADA")) == [ada]
    assert list(Person.objects.named("орлан")) == [ada]
    assert list(Person.objects.named("орлан", public=True)) == []
    assert list(Person.objects.named("adah", public=True)) == [ada]
    striking.strike(known, by=keeper, reason="misread")
    striking.strike(secret, by=keeper, reason="misread")
    assert list(Person.objects.named("adah")) == []
    assert list(Person.objects.named("%")) == []
    assert list(Organisation.objects.named("vesm")) == [body]
    assert list(Source.objects.named("rivers")) == []


def test_people_who_hold_a_post(keeper):
    seat = post(keeper, organisation(keeper))
    ada, boris = person(keeper), person(keeper, "Boris Temir")
    recording.keep(Membership(person=ada, post=seat, since="2022", until="2023-05"), by=keeper)
    recording.keep(Membership(person=boris, post=seat, since="2023-06", vouched_reason="Register"), by=keeper)
    assert list(Person.objects.holding(seat, on=date(2023, 5, 15))) == [ada]
    assert list(Person.objects.holding(seat, on=date(2023, 6, 15))) == [boris]
    assert list(Person.objects.holding(seat, on=date(2021, 6, 15))) == []
    assert list(Person.objects.holding_anything(on=date(2023, 5, 15))) == []
    assert list(Person.objects.holding_anything(on=date(2024, 5, 15))) == [boris]
    assert [row.person for row in Membership.objects.in_organisation(seat.organisation).by_person()] == [ada, boris]


def test_people_who_met(keeper):
    ada, boris, clara, dana = (person(keeper, name) for name in ("Ada Orlan", "Boris Temir", "Clara Ulan", "Dana Aul"))
    talks, other = meeting(keeper), meeting(keeper, "Other talks", when="2023-06-01")
    for at, who, says in (
        *((talks, ada, "attended"), (talks, boris, "attended"), (talks, clara, "absent")),
        *((other, dana, "attended"), (other, boris, "attended")),
    ):
        evidence(keeper, attendance(keeper, at, who), says, day=date(2023, 6, 2))
    assert list(Person.objects.met(ada)) == [boris]
    assert set(Person.objects.met(boris)) == {ada, dana}
    assert set(Person.objects.at_meeting(talks)) == {ada, boris, clara}
    assert [row.person for row in Attendance.objects.filter(person=boris).latest_first()] == [boris, boris]
    assert [row.meeting for row in Attendance.objects.filter(person=boris).latest_first()] == [other, talks]
    counted = {row.name: row.meetings_attended for row in Person.objects.with_meetings_attended()}
    assert counted == {"Ada Orlan": 1, "Boris Temir": 2, "Clara Ulan": 0, "Dana Aul": 1}
    releasing.close(boris, by=keeper, why="private")
    assert list(Person.objects.met(ada)) == []


def test_who_spoke_for_a_body(keeper):
    country = organisation(keeper)
    ministry = organisation(keeper, "Ministry of Rivers", "ministry", parent=country)
    agency = organisation(keeper, "Water Agency", "ministry", parent=ministry)
    line = attendance(keeper, meeting(keeper), person(keeper), on_behalf_of=agency)
    assert list(Attendance.objects.for_organisation(country)) == []
    evidence(keeper, line, "attended")
    for body in (country, ministry, agency):
        assert list(Attendance.objects.for_organisation(body)) == [line]
    assert list(Attendance.objects.for_organisation(organisation(keeper, "Ostland"))) == []


def test_letters(keeper):
    for name in ("Ada Orlan", "Boris Öst", "Vera Юрина", "Dana 7th"):
        person(keeper, name)
    assert [row.name for row in Person.objects.under("O").order_by("sort_key")] == ["Ada Orlan", "Boris Öst"]
    assert [row.name for row in Person.objects.under("#")] == ["Dana 7th"]
    assert {"O", "#"} <= Person.objects.letters()


def test_meetings_in_time(keeper):
    undated, early, late, month = (
        fresh(meeting(keeper, title, when, vouched_reason="seen"))
        for title, when in (("D", "2023/.."), ("A", "2023-05-30"), ("B", "2024-01-02"), ("C", "2023-05"))
    )
    meetings = Meeting.objects.public()
    assert list(meetings.latest_first()) == [late, month, early, undated]
    ordered = list(meetings.latest_first())
    for number, row in enumerate(ordered):
        assert list(meetings.beyond(row).latest_first()) == ordered[number + 1 :]
    assert list(meetings.earliest_first())[-1] == late
    assert list(meetings.upcoming(date(2024, 1, 2))) == [late]
    assert set(meetings.past(date(2024, 1, 2))) == {undated, early, month}
    assert list(meetings.newest_past(date(2024, 1, 2), 1)) == [month]
    assert list(meetings.newest_past(date(2024, 1, 2), 9)) == list(meetings.past(date(2024, 1, 2)).latest_first())
    assert set(meetings.in_year(2023)) == {early, month}
    assert list(meetings.by_year()) == [(2024, 1), (2023, 2)]


def test_the_first_report_of_an_attendance(keeper):
    line = attendance(keeper, meeting(keeper), person(keeper))
    evidence(keeper, line, "attended", day=date(2023, 6, 1))  # of an outside source
    assert Attendance.objects.with_first_report().get().first_reported is None


def test_a_series_is_public_while_a_meeting_of_it_is(keeper):
    series = recording.keep(MeetingSeries(name="River meeting"), by=keeper)
    row = meeting(keeper, series=series, vouched_reason="seen")
    assert list(MeetingSeries.objects.public()) == [series]
    striking.strike(row, by=keeper, reason="invented")
    assert list(MeetingSeries.objects.public()) == []
