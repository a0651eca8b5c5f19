"""Calendars of the record, read back by icalendar."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from people import readdressing, recording, striking
from people.models import Meeting

pytestmark = pytest.mark.django_db


def events(client, address="/meetings.ics", **others):
    answer = client.get(address, **others)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(event["summary"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_a_meeting_of_a_day(desk, client):
    talks = events(client)["Talks in Astana"]
    assert talks.decoded("dtstart") == date(2023, 4, 26)
    assert talks.decoded("dtend") == date(2023, 4, 27)
    assert talks["uid"] == "talks-in-astana-2023@newsdesk"
    assert talks["location"] == "Astana"
    assert talks["url"] == "http://testserver/meetings/talks-in-astana-2023/"
    assert talks["status"] == "CONFIRMED" and talks["description"] == "Held"
    assert talks.decoded("dtstamp") == datetime(2023, 4, 27, tzinfo=UTC)
    assert "transp" not in talks


def test_a_month_stays_a_month(desk, client):
    third = events(client)["Third river meeting (June 2022)"]
    assert (third.decoded("dtstart"), third.decoded("dtend")) == (date(2022, 6, 1), date(2022, 7, 1))
    assert third["transp"] == "TRANSPARENT" and third["x-newsdesk-precision"] == "month"
    assert third["location"] == "Nur-Sultan, today Astana"


def test_spans_days_within_and_what_is_too_vague(desk, client):
    for title, when in (
        ("Two days", "2023-05-18/2023-05-19"),
        ("Some day", "[2023-02-15..2023-03-24]"),
        ("Some year", "2021"),
        ("Still on", "2023-05-01/.."),
        ("Until then", "../2023-05-01"),
    ):
        recording.keep(Meeting(title=title, when=when, vouched_reason="Diary"), by=desk.by)
    found = events(client)
    assert found["Two days"].decoded("dtend") == date(2023, 5, 20)
    assert found["Two days"].decoded("dtstamp") == datetime(2023, 5, 18, tzinfo=UTC)
    within = found["Some day (between 15 February and 24 March 2023)"]
    assert within["x-newsdesk-precision"] == "within" and within["transp"] == "TRANSPARENT"
    assert not [title for title in found if title.startswith(("Some year", "Still on", "Until then"))]


def test_states(desk, client):
    found = events(client)
    off = found["Lake day (cancelled)"]  # not every program shows the status
    assert (off["status"], off["transp"], off["description"]) == ("CANCELLED", "TRANSPARENT", "Cancelled")
    assert found["Fourth river meeting"]["status"] == "TENTATIVE"
    assert found["Fourth river meeting"]["description"] == "Planned"


def test_what_is_left_out_is_counted_in_the_description(desk, client, monkeypatch):
    calendar = Calendar.from_ical(client.get("/meetings.ics").content)
    assert "description" not in calendar and "x-wr-caldesc" not in calendar
    for title, when in (("Some year", "2021"), ("Still on", "2023-05-01/..")):
        recording.keep(Meeting(title=title, when=when, vouched_reason="Diary"), by=desk.by)
    calendar = Calendar.from_ical(client.get("/meetings.ics").content)
    said = "2 meetings are not in it: their days are not known to the month."
    assert calendar["description"] == calendar["x-wr-caldesc"] == said
    monkeypatch.setattr("people.calendars.MOST", 3)
    monkeypatch.setattr("people.feeds.MOST", 3)
    calendar = Calendar.from_ical(client.get("/meetings.ics").content)
    assert calendar["description"].startswith("Only the latest 3 meetings are in it.")


def test_a_day_too_vague_for_a_calendar_is_offered_as_none(desk, client):
    vague = recording.keep(Meeting(title="Some year", when="2021", vouched_reason="Diary"), by=desk.by)
    vague.refresh_from_db()
    html = client.get(f"/meetings/{vague.slug}/").content.decode()
    assert ".ics" not in html.partition("<main")[2].partition("</main>")[0] and "text/calendar" not in html
    assert events(client, f"/meetings/{vague.slug}.ics") == {}


def test_another_address_leaves_the_identity_as_it_is(desk, client):
    before = events(client)["Talks in Astana"]
    readdressing.readdress(Meeting.objects.get(pk=desk.talks.pk), slug="talks", by=desk.by)
    after = events(client)["Talks in Astana"]
    assert after["uid"] == before["uid"] and after["url"] == "http://testserver/meetings/talks/"


def test_identities_do_not_depend_on_the_host_that_was_asked(desk, client, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    here, there = events(client), events(client, headers={"host": "other.example"})
    assert [event["uid"] for event in here.values()] == [event["uid"] for event in there.values()]


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("/meetings/talks-in-astana-2023.ics", ["Talks in Astana"]),
        ("/people/lin-hai.ics", ["Third river meeting (June 2022)"]),
        (
            "/series/meeting-of-the-river-ministers.ics",
            ["Sixth river meeting (May 2024)", "Fourth river meeting", "Third river meeting (June 2022)"],
        ),
        (
            "/organisations/ministry-of-rivers.ics",
            ["Harbour talks", "Fourth river meeting", "Talks in Astana", "Third river meeting (June 2022)"],
        ),
    ],
)
def test_every_page_with_meetings_is_a_calendar(desk, client, address, titles):
    assert list(events(client, address)) == titles


def test_what_is_not_public_is_in_no_calendar(desk, client):
    striking.strike(Meeting.objects.get(pk=desk.talks.pk), by=desk.by, reason="test")
    assert "Talks in Astana" not in events(client)
    assert "Talks in Astana" not in events(client, "/people/ada-orlan.ics")
    assert client.get("/meetings/talks-in-astana-2023.ics").status_code == 404
