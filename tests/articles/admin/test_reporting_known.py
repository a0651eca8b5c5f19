"""Is it a meeting we have? What is offered, chosen, edited, and what is new all the same."""

import pytest
from django.test import Client

from articles import reporting
from articles.models import PendingChange
from people import striking
from people.models import (
    Attendance,
    Meeting,
    MeetingSeries,
)
from tests.articles import writing
from tests.articles.admin.linking import MET, address, build, sent, talks
from tests.once import an_editor, built_once

pytestmark = pytest.mark.django_db


built, desk = built_once(lambda: build(an_editor()))


@pytest.fixture
def keeper(client_of):
    return client_of("record keeper")


def report(client, desk, *people, **others):
    return client.post(address(desk.article, "report"), sent(desk, *people, **others))


def open_form(client, desk, sentence=MET):
    return client.get(address(desk.article, "report"), {"sentence": sentence})


def page_of(answer):
    return answer.context["page"]


def known(answer):
    return [(str(each.meeting), each.reasons, each.is_likely) for each in page_of(answer).known]


def test_meetings_of_these_people_around_the_articles_day_are_offered_first(desk, keeper):
    meeting = talks(desk)
    far = talks(desk, title="Long ago", when="2021-05-30")
    for each in (meeting, far):
        desk.keep(Attendance(meeting=each, person=desk.ada, vouched_reason="seen"))
    assert known(open_form(keeper, desk)) == [("Talks in Oskemen", ("1 of 2 people",), False)]


def test_what_is_typed_finds_meetings_of_that_day_place_series(desk, keeper):
    series = desk.keep(MeetingSeries(name="River ministers"))
    talks(desk)
    talks(desk, title="Second", when="2023-06-20", series=series, ordinal=2, place=None)
    typed = {"sentence": MET, "when": "30.5.2023", "place": desk.place.pk, "series": series.pk, "ordinal": "2"}
    answer = keeper.get(address(desk.article, "known_meetings"), typed)
    assert known(answer) == [
        ("Talks in Oskemen", ("same day", "same place"), True),
        ("Second", ("same series and number",), True),
    ]
    assert "<html" not in answer.content.decode()


def test_struck_meetings_are_not_offered(desk, keeper):
    striking.strike(talks(desk), by=desk.by, reason="wrong")
    assert known(keeper.get(address(desk.article, "known_meetings"), {"when": "30.5.2023"})) == []


def test_a_likely_double_asks_once_and_is_kept_when_somebody_insists(desk, keeper):
    meeting = talks(desk)
    answer = report(keeper, desk, desk.ada)
    assert page_of(answer).sentence_form.errors["same"]
    assert Meeting.objects.count() == 1
    assert page_of(answer).shown == str(meeting.pk)
    assert report(keeper, desk, desk.ada, shown=page_of(answer).shown).status_code == 302
    assert Meeting.objects.count() == 2


def test_choosing_one_we_have_fills_in_its_fields_and_what_its_roll_says(desk, keeper):
    meeting = talks(desk, title="Talks we have", kind="visit")
    desk.keep(
        Attendance(
            meeting=meeting,
            person=desk.ada,
            on_behalf_of=desk.ministry,
            stands_in_for=desk.dana,
            title_as_printed="river chief",
            vouched_reason="seen",
        )
    )
    desk.keep(Attendance(meeting=meeting, person=desk.clara, vouched_reason="seen"))
    answer = report(keeper, desk, desk.ada, same=str(meeting.pk), _save=None, _choose="1")
    page = page_of(answer)
    assert (page.meeting_form["title"].value(), page.meeting_form["kind"].value()) == ("Talks we have", "visit")
    [ada] = page.roll.rows
    assert (ada["on_behalf_of"].value(), ada["title_as_printed"].value()) == (str(desk.ministry.pk), "river chief")
    assert ada["stands_in_for"].value() == str(desk.dana.pk)
    assert f'name="filled" value="{meeting.pk}"' in answer.content.decode()


def test_without_a_script_saving_shows_the_fields_of_the_one_chosen_before_it_keeps_anything(desk, keeper):
    meeting = talks(desk)
    answer = report(keeper, desk, desk.ada, same=str(meeting.pk), title="Something else")
    assert page_of(answer).is_choice_new
    assert not Attendance.objects.exists()
    meeting.refresh_from_db()
    assert meeting.title == "Talks in Oskemen"


def test_one_we_have_gets_more_people_and_stays_one(desk, keeper):
    meeting = talks(desk)
    chosen = {"same": str(meeting.pk), "filled": str(meeting.pk)}
    assert report(keeper, desk, desk.ada, **chosen).status_code == 302
    assert Meeting.objects.get().attendances.get().person == desk.ada
    assert not PendingChange.objects.filter(object_id=meeting.pk, kind="people.meeting").exists()


def test_an_edit_from_an_article_that_readers_do_not_see_waits(desk, keeper):
    meeting = talks(desk)
    report(keeper, desk, desk.ada, same=str(meeting.pk), filled=str(meeting.pk), title="Talks of two", when="May 2023")
    meeting.refresh_from_db()
    assert (meeting.title, meeting.when) == ("Talks in Oskemen", "2023-05-30")
    waiting = PendingChange.objects.filter(kind="people.meeting").exclude(field="")
    assert {"title": "Talks of two", "when": "2023-05"}.items() <= dict(waiting.values_list("field", "new")).items()


def test_a_new_meeting_begun_from_the_fields_of_another_is_new(desk, keeper):
    meeting = talks(desk)
    report(keeper, desk, desk.ada, same="new", filled=str(meeting.pk), title="Others", shown=str(meeting.pk))
    assert set(Meeting.objects.values_list("title", flat=True)) == {"Talks in Oskemen", "Others"}


def test_a_reporter_leaves_the_fields_of_a_meeting_alone_once_his_article_is_public(desk, staff):
    reporter = staff("reporter")
    client = Client()
    client.force_login(reporter)
    desk.article = writing.publish(reporter, body=f"<p>{MET}</p>")
    meeting = talks(desk)
    chosen = {"same": str(meeting.pk), "filled": str(meeting.pk)}
    answer = report(client, desk, desk.ada, title="Mine", **chosen)
    assert "only a record keeper" in str(page_of(answer).sentence_form.errors["same"])
    assert report(client, desk, desk.ada, **chosen).status_code == 302
    assert Attendance.objects.get().meeting == meeting


def test_a_sentence_tells_the_outcome_that_it_reports(desk, keeper):
    reporting.report(desk.article, MET, meeting=talks(desk), by=desk.by, outcomes=[("agreed", "To share the river")])
    page = " ".join(keeper.get(address(desk.article)).content.decode().split())
    assert "agreed: To share the river" in page
