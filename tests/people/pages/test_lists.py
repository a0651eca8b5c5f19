"""The lists of organisations and of meetings."""

import pytest

from articles.reporting import report
from people import recording, striking
from people.models import Meeting, Organisation
from tests.articles import writing
from tests.people import desk as desks

from .conftest import words

pytestmark = pytest.mark.django_db
MEETINGS, ORGANISATIONS = "/meetings/", "/organisations/"


def titles(page):
    return [words(row.xpath("./th/a")[0]) for row in page.rows()]


def test_organisations_by_kind(desk, read):
    page = read(ORGANISATIONS)
    assert [words(head) for head in page.parts(".//h2")] == ["Countries", "Ministries and agencies"]
    assert [words(row) for row in page.parts(".//li[@class='person-row']")] == [
        "Nordland",
        "Republic of Vesmark By the river.",
        "Ministry of Rivers Министерство рек part of Republic of Vesmark",
    ]
    assert "Guild" not in page.text


def test_an_organisation_that_is_not_released_is_printed_and_not_linked(desk, read):
    recording.keep(Organisation(name="River Union", kind="igo"), by=desk.by)
    row = Organisation.objects.get(pk=desk.nordland.pk)
    row.parent = Organisation.objects.get(name="River Union")
    recording.keep(row, by=desk.by)
    assert "part of River Union" in read(ORGANISATIONS).text
    assert "River Union" in read("/organisations/nordland/").text
    assert not [link for link in read("/organisations/nordland/").links() if "union" in link]


def test_organisations_take_few_queries(desk, read, django_assert_num_queries):
    with django_assert_num_queries(3):
        read(ORGANISATIONS)


def test_past_meetings_by_month_and_what_comes_next(desk, read):
    page = read(MEETINGS)
    assert [words(row) for row in page.parts(".//ol[@class='ledger-list']/li")] == ["May 2024 Sixth river meeting"]
    assert page.heads() == ["May 2023", "April 2023", "June 2022"]
    assert titles(page) == [
        "Lake day",
        "Harbour talks",
        "River week",
        "Fourth river meeting",
        "Talks in Astana",
        "Third river meeting",
    ]
    assert words(page.row("Lake day")) == "25 May 2023 Lake day cancelled 1 expected"
    assert words(page.row("Third")) == "June 2022 Third river meeting Nur-Sultan, today Astana held 2 attended"
    assert "nobody named" in words(page.row("River week"))
    assert "/meetings.ics" in page.links()


def test_a_meeting_to_come_that_was_called_off_says_so(desk, read):
    sixth = Meeting.objects.get(pk=desk.sixth.pk)
    reporting_off(desk, sixth)
    assert "May 2024 Sixth river meeting postponed" in read(MEETINGS).text


def reporting_off(desk, meeting):
    said = "The sixth river meeting is postponed."
    article = writing.publish(desk.by, "Postponed", f"<p>{said}</p>", day=desks.DAY)
    report(article, said, meeting=meeting, by=desk.by, meeting_says="postponed")


def test_one_year(desk, read):
    years = read(MEETINGS).parts(".//ol[@class='years']/li")
    assert [words(row) for row in years] == ["2024 1", "2023 5", "2022 1"]
    page = read(f"{MEETINGS}?year=2022")
    assert titles(page) == ["Third river meeting"] and "Meetings of 2022" in page.text
    assert "No meeting of 1990 in our articles." in read(f"{MEETINGS}?year=1990").text


def test_days_that_are_vague_or_open(desk, read):
    for title, when in (("Some year", "2021"), ("Still on", "2020/.."), ("Long over", "../2019")):
        recording.keep(Meeting(title=title, when=when, vouched_reason="Diary"), by=desk.by)
    page = read(MEETINGS)
    assert page.heads()[-3:] == ["2021", "2019", "Still going on, or end not known"]
    assert words(page.row("Still on")).startswith("since 2020 Still on")
    assert [titles(read(f"{MEETINGS}?before={slug}"))[:1] for slug in ("some-year-2021", "long-over")] == [
        ["Long over"],
        ["Still on"],
    ]
    assert titles(read(f"{MEETINGS}?before=still-on-2020")) == []


def test_a_long_list_loses_nothing(desk, read):
    desks.diary(desk, desk.ada, ["2021-03-01"] * 60)
    first = read(MEETINGS)
    [older] = first.parts(".//nav[@class='pager']/a/@href")
    second = read(MEETINGS + older)
    assert len(first.rows()) == 50 and len(second.rows()) == 16
    assert len({*titles(first), *titles(second)}) == 66
    assert second.parts(".//nav[@class='pager']/a/@href") == ["?"]
    assert not second.parts(".//ol[@class='ledger-list']")


@pytest.mark.parametrize("query", ["before=nowhere", "before=%00", "year=12", "year=abcd"])
def test_what_is_no_part_of_the_list_is_not_found(desk, read, query):
    assert read(f"{MEETINGS}?{query}").status == 404


def test_an_unknown_page_number_is_ignored(desk, read):
    assert titles(read(f"{MEETINGS}?page=-1")) == titles(read(MEETINGS))


def test_as_many_queries_for_few_meetings_as_for_many(desk, read, django_assert_num_queries):
    with django_assert_num_queries(6):
        assert len(read(MEETINGS).rows()) == 6
    for row in (desk.talks, desk.lake, desk.harbour_talks):
        striking.strike(Meeting.objects.get(pk=row.pk), by=desk.by, reason="test")
    with django_assert_num_queries(6):
        assert len(read(MEETINGS).rows()) == 3
