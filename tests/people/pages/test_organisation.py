"""An organisation's page: holders now and before, parts, the meetings of its people."""

import pytest

from people import disclosure, recording
from people.models import Attendance, Meeting, Membership
from tests.people import desk as desks

from .conftest import words

pytestmark = pytest.mark.django_db
MINISTRY, COUNTRY = "/organisations/ministry-of-rivers/", "/organisations/republic-of-vesmark/"


def test_names_kind_and_what_it_is_part_of(desk, read):
    page = read(MINISTRY)
    assert page.parts(".//ul[@class='names']/li[@lang='ru']/text()") == ["Министерство рек"]
    facts = words(page.parts(".//dl[@class='facts']")[0])
    assert facts == "Kind ministry or agency Part of Republic of Vesmark Founded 1991 Dissolved 2024"
    assert "Parts Ministry of Rivers" in words(read(COUNTRY).parts(".//dl[@class='facts']")[0])
    assert "By the river." in read(COUNTRY).text


def test_holders_by_post_now_and_before(desk, read):
    page = read(MINISTRY)
    holders = [words(row) for row in page.parts(".//section[@aria-labelledby='post-1']//ol[@class='posts']/li")]
    assert holders == [
        "Ada Orlan since 1 March 2022, as of 20 May 2023 Entered by the desk: Register",
        "Clara Ulan 2019 to 28 February 2022 Entered by the desk: Register",
    ]
    assert page.parts(".//section[@aria-labelledby='post-1']//*[@class='chart']")
    assert "Members, post not known Lin Hai as of 10 June 2022" in page.text
    assert "/people/clara-ulan/" in page.links()


def test_meetings_of_its_people_with_person_and_posts_that_day(desk, read):
    page = read(MINISTRY)
    assert page.heads() == ["2023", "2022"]
    talks = page.row("Talks in Astana")
    assert words(talks.xpath("./td[3]")[0]) == (
        "Ada Orlan Deputy Prime Minister, Vesmark Minister of Rivers, Ministry of Rivers "
        "printed as “Chief of all rivers”"
    )
    assert "received Boris Temir" in words(talks)
    assert words(page.row("Harbour talks").xpath("./td[3]")[0]) == (
        "Clara Ulan post that day not known for Ministry of Rivers"
    )
    assert [words(row) for row in page.parts(".//ul[@class='tally']/li")][:2] == ["3 attended", "1 expected"]
    assert "In our articles since 20 June 2022." in page.text
    assert "Lin Hai" in page.text  # there for another country, but with a place in the ministry at that time, perhaps


def test_a_meeting_with_more_of_its_people_than_a_page_holds_stays_whole(desk, read):
    assembly = Meeting.objects.create(title="Assembly", when="2024-06-01", vouched_reason="Diary")
    said = {"vouched_says": "attended", "vouched_reason": "Diary", "on_behalf_of": desk.ministry}
    Attendance.objects.bulk_create(
        Attendance(meeting=assembly, description=f"guest {number:02}", **said) for number in range(60)
    )
    with disclosure.public_act():
        disclosure.recompute(disclosure.Touched(meetings={assembly.pk}))
    page = read(MINISTRY)
    assert {words(row.xpath("./th")[0]) for row in page.rows()} == {"Assembly"}
    assert len(page.rows()) == 60
    [older] = page.parts(".//nav[@class='pager']/a/@href")
    assert "Harbour talks" in read(MINISTRY + older).text and "Assembly" not in read(MINISTRY + older).text


def test_a_country_lists_whom_its_bodies_sent(desk, read):
    assert "Harbour talks" in read(COUNTRY).text
    nordland = read("/organisations/nordland/")
    assert "Farid Zhan" in nordland.text  # for a guild that has no page, but is a part of the country
    assert "No holder of a post in our articles so far." in nordland.text


def test_somebody_by_description_stands_without_a_link(desk, read):
    row = Attendance(
        meeting=desk.summit,
        description="two clerks",
        on_behalf_of=desk.nordland,
        vouched_reason="Photo",
        vouched_says="attended",
    )
    recording.keep(row, by=desk.by)
    line = read("/organisations/nordland/").row("River week")
    assert words(line.xpath("./td[3]")[0]).startswith("two clerks")


def test_articles_that_name_it_and_honest_emptiness(desk, read):
    assert "No article is linked here so far." in read(MINISTRY).text
    assert "No meeting of 1999 in our articles." in read(MINISTRY + "?year=1999").text


def test_a_long_record_goes_by_year(desk, read):
    desks.diary(desk, desk.ada, ["2021-03-01"] * 51, on_behalf_of=desk.ministry, side=desk.vesmark)
    page = read(MINISTRY)
    assert len(page.rows()) == 50 and "50 of 56" in page.text
    assert [words(row.xpath(".//b")[0]) for row in page.parts(".//ol[@class='years']/li")] == ["2023", "2022", "2021"]
    assert len(read(MINISTRY + "?year=2021").rows()) == 50


def test_as_many_queries_for_few_lines_as_for_many(desk, read, django_assert_num_queries):
    with django_assert_num_queries(10):
        assert len(read(COUNTRY).rows()) == 4
    recording.keep(
        Membership(person=desk.farid, post=desk.minister, since="2010", until="2012", vouched_reason="Register"),
        by=desk.by,
    )
    with django_assert_num_queries(10):
        assert len(read(COUNTRY).rows()) == 4
