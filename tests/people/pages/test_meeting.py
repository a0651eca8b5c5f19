"""A meeting's page: the roll by side with posts and evidence, the facts, the series, what came of it."""

from datetime import date

import pytest

from articles.reporting import Entry, report
from people import recording, striking
from people.models import Attendance, Meeting, Outcome
from tests.articles import writing

from .conftest import words

pytestmark = pytest.mark.django_db
TALKS, THIRD = "/meetings/talks-in-astana-2023/", "/meetings/third-river-meeting-2022/"
FOURTH, LAKE = "/meetings/fourth-river-meeting-2023/", "/meetings/lake-day-2023/"


def facts(page):
    heads, values = page.parts(".//dl[@class='facts']/dt"), page.parts(".//dl[@class='facts']/dd")
    return {words(head): words(value) for head, value in zip(heads, values, strict=True)}


def names(page):
    return [words(row.xpath(".//p[@class='name']")[0]) for row in page.parts(".//ol[@class='roll']/li")]


def test_the_roll_by_side_the_host_first(desk, read):
    page = read(TALKS)
    assert page.heads() == ["Republic of Vesmark", "Nordland", "Side not reported"]
    assert names(page) == ["Ada Orlan", "Boris Temir", "Farid Zhan", "three experts"]
    assert [words(number) for number in page.parts(".//span[@class='roll-no']")] == ["1", "2", "3", "4"]
    assert page.parts(".//ol[@class='roll']/@start") == ["1", "2", "4"]


def test_a_line_of_the_roll_with_posts_role_and_evidence(desk, read):
    ada = read(TALKS).row("Ada Orlan Deputy")
    assert words(ada.xpath("./div[1]")[0]) == (
        "Ada Orlan Deputy Prime Minister, Vesmark Minister of Rivers, Ministry of Rivers chair "
        "printed as “Chief of all rivers” Ада Орлан"
    )
    assert words(ada.xpath("./div[2]")[0]) == "attended"
    assert ada.xpath(".//b/text()") == ["Ada Orlan"]
    assert words(ada.xpath(".//cite")[0]) == "Newsdesk, 27 April 2023"
    assert ada.xpath(".//cite/a/@href")[0].startswith("/articles/talks-in-astana/#s-")


def test_somebody_without_a_post_who_stands_in_for_another(desk, read):
    farid = words(read(TALKS).row("Farid Zhan post"))
    assert "post that day not known for Harbour Guild standing in for Clara Ulan" in farid
    assert "/people/clara-ulan/" in read(TALKS).links()


def test_people_without_a_page_are_left_out_and_descriptions_stay(desk, read):
    page = read(TALKS)
    assert "Dana" not in page.text
    assert "Three experts listened." in page.text


def test_a_stand_in_for_somebody_without_a_page_is_not_named(desk, read):
    row = Attendance.objects.get(meeting=desk.talks, person=desk.farid)
    row.stands_in_for = desk.dana
    recording.keep(row, by=desk.by)
    assert "standing in" not in read(TALKS).text


def test_facts(desk, read):
    assert facts(read(TALKS)) == {
        "Day": "Wednesday, 26 April 2023",
        "Place": "Astana, Vesmark Астана",
        "Host": "Ministry of Rivers",
        "Kind": "talks",
        "Within": "River week",
        "State": "held, reported by 1 article",
    }
    third = facts(read(THIRD))
    assert third["Day"] == "June 2022"
    assert third["Place"] == "Nur-Sultan, today Astana, Vesmark Астана"
    assert third["Series"] == "Meeting of the River Ministers, no. 3"


def test_a_larger_meeting_that_is_not_public_is_not_named(desk, read):
    striking.strike(desk.summit, by=desk.by, reason="no such week")
    assert "Within" not in facts(read(TALKS))


def test_parts_of_a_larger_meeting(desk, read):
    week = read("/meetings/river-week-2023/")
    assert [words(row) for row in week.parts(".//ol[@class='ledger-list']/li")] == [
        "26 April 2023, Astana Talks in Astana 4 attended"
    ]
    assert "Our articles name nobody who was there." in week.text
    assert facts(week)["Reported"] == "Entered by the desk without a sentence: Programme"
    assert facts(week)["State"] == "not reported No later report in our articles."


def test_outcomes_with_their_evidence(desk, read):
    [outcome] = read(TALKS).parts(".//ul[@class='c-9 ruled outcomes']/li")
    assert words(outcome).startswith("agreed a shared gauge The two ministries agreed on a shared gauge.")
    assert outcome.xpath(".//cite/a/@href")[0].startswith("/articles/talks-in-astana/#s-")
    recording.keep(Outcome(meeting=desk.talks, text="nothing secret"), by=desk.by)
    assert "nothing secret" not in read(TALKS).text


def test_the_series_with_previous_and_next(desk, read):
    fourth = read(FOURTH)
    assert [words(link) for link in fourth.parts(".//ol[@class='chain']/li")] == [
        "Previous: June 2022, Nur-Sultan, today Astana Third river meeting 2 attended",
        "27 April 2023 Fourth river meeting 1 expected, 1 announced",
        "Next: May 2024 Sixth river meeting",
    ]
    assert fourth.parts(".//a[@rel='prev']/@href") == [THIRD]
    assert fourth.parts(".//a[@rel='next']/@href") == ["/meetings/sixth-river-meeting-2024/"]
    assert "No report in our articles of no. 1–2, 5." in fourth.text
    assert "/series/meeting-of-the-river-ministers/" in fourth.links()
    assert not read(TALKS).parts(".//ol[@class='chain']")


def test_the_only_meeting_of_a_series_has_no_chain(desk, read):
    for row in (desk.third, desk.sixth):
        striking.strike(Meeting.objects.get(pk=row.pk), by=desk.by, reason="test")
    assert not read(FOURTH).parts(".//ol[@class='chain']")


def test_a_planned_meeting_without_a_later_report(desk, read):
    fourth = read(FOURTH)
    assert facts(fourth)["State"] == "planned, reported by 1 article No later report in our articles."
    assert "are expected at the fourth river meeting" in facts(fourth)["Reported"]
    assert words(fourth.row("Ada Orlan Deputy")).count("No later report in our articles.") == 1


def test_expectations_stay_under_cancelled(desk, read):
    lake = read(LAKE)
    assert facts(lake)["State"] == "cancelled, reported by 2 articles"
    assert "This meeting was cancelled. What was expected before stands below." in lake.text
    assert words(lake.row("Clara Ulan").xpath("./div[2]")[0]) == "expected"
    assert "No later report" not in lake.text


def test_disputed_and_not_reported_in_mark_and_word(desk, read):
    harbour = read("/meetings/harbour-talks-2023/")
    assert [words(row) for row in harbour.parts(".//ul[@class='tally']/li")] == ["1 disputed", "1 not reported"]
    assert harbour.row("Clara Ulan").xpath("./div[2]//use/@href") == ["#m-disputed"]
    assert facts(harbour)["Place"] == "Port Elna"


def test_the_articles_with_what_they_say(desk, read):
    [article] = read(TALKS).parts(".//article")
    assert words(article) == "Talks in Astana 27 April 2023 attended 4 sentences"
    fourth = read(FOURTH)
    assert words(fourth.parts(".//article")[0]) == (
        "Before the river meeting 20 April 2023 expected announced 1 sentence"
    )


def test_several_sentences_that_say_the_same_are_folded(desk, read):
    article = writing.publish(desk.by, "Again", "<p>Ada Orlan was in Astana.</p>", day=date(2023, 4, 29))
    talks = Meeting.objects.get(pk=desk.talks.pk)
    report(article, "Ada Orlan was in Astana.", meeting=talks, by=desk.by, roll=[Entry("attended", desk.ada)])
    assert "1 more sentence says so" in words(read(TALKS).row("Ada Orlan Deputy"))


def test_a_meeting_without_roll_or_side(desk, read):
    sixth = read("/meetings/sixth-river-meeting-2024/")
    assert "Our articles name nobody who was there." in sixth.text
    assert "No later report" not in sixth.text  # its day is still to come
    lake = read(LAKE)
    assert lake.heads() == []


def test_as_many_queries_for_one_line_as_for_four(desk, read, django_assert_num_queries):
    with django_assert_num_queries(10):
        assert len(names(read(LAKE))) == 1
    with django_assert_num_queries(10):
        assert len(names(read(TALKS))) == 4
