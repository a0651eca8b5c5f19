"""A person's page: every line of it, and what it says where nothing is known."""

from datetime import date

import pytest

from articles import linking, publishing
from articles.reporting import Entry, report
from people import quoting, recording, striking
from people.models import Attendance, Meeting, Source
from tests.articles import writing
from tests.people import desk as desks

from .conftest import words

pytestmark = pytest.mark.django_db
ADA = "/people/ada-orlan/"


def sentence_links(row):
    return [(words(link), link.get("href")) for link in row.xpath(".//cite/a")]


def test_names_with_their_languages_and_who_it_is(desk, read):
    ada = read(ADA)
    names = ada.parts(".//ul[@class='names']/li")
    assert [(name.get("lang"), words(name)) for name in names] == [("ru", "Ада Орлан")]
    assert "Minister of an invented country." in ada.text
    assert "Hidden" not in ada.text and "Orlon" not in ada.text
    assert [words(step) for step in ada.parts(".//nav[@class='crumbs']//li")] == [
        "People",
        "Republic of Vesmark",
        "Ada Orlan",
    ]


def test_offices_over_time_in_honest_words(desk, read):
    offices = [words(row) for row in read(ADA).parts(".//ol[@class='posts']/li")]
    assert offices == [
        "Deputy Prime Minister, Vesmark January 2023 to 30 May 2023, dismissed Entered by the desk: Register",
        "Minister of Rivers, Ministry of Rivers since 1 March 2022, as of 20 May 2023 Entered by the desk: Register",
    ]
    [boris] = read("/people/boris-temir/").parts(".//ol[@class='posts']/li")
    assert words(boris).startswith("Director, Harbour Guild from 4 May 2020, last reported 4 May 2020")
    assert not boris.xpath(".//a")  # the guild has no page: printed, not linked


def test_an_office_leads_to_its_sentence(desk, read):
    source = Source(publisher="Gazette", kind="decree", day=desks.DAY, address="https://gazette.example/7")
    quotation = quoting.quote_outside(recording.keep(source, by=desk.by), "Boris Temir directs the guild.", by=desk.by)
    quoting.add_evidence(quotation, desk.boris.memberships.get(), says="supports", by=desk.by)
    [boris] = read("/people/boris-temir/").parts(".//ol[@class='posts']/li")
    assert words(boris).endswith("since 4 May 2020, as of 1 June 2023 Gazette, decree, 1 June 2023")
    assert [link.get("href") for link in boris.xpath(".//a")] == ["https://gazette.example/7"]


def test_every_meeting_with_day_place_posts_state_and_sentence(desk, read):
    ada = read(ADA)
    assert [words(row.xpath("./th")[0]) for row in ada.rows()] == [
        "Fourth river meeting",
        "Talks in Astana Astana",
        "Third river meeting Nur-Sultan, today Astana",
    ]
    talks = ada.row("Talks in Astana")
    assert words(talks.xpath("./td[1]")[0]) == "26 April 2023"
    assert talks.xpath("./td[1]/time/@datetime") == ["2023-04-26"]
    assert words(talks.xpath("./td[2]")[0]) == "attended"
    assert talks.xpath("./td[2]//use/@href") == ["#m-attended"]
    assert [words(post) for post in talks.xpath("./td[3]/span")] == [
        "Deputy Prime Minister, Vesmark",
        "Minister of Rivers, Ministry of Rivers",
        "printed as “Chief of all rivers”",
    ]
    assert "Ada Orlan, the chief of all rivers, received Boris Temir in Astana on Wednesday." in words(talks)
    [(label, address)] = sentence_links(talks)
    assert label == "Newsdesk, 27 April 2023"
    assert address.startswith("/articles/talks-in-astana/#s-")
    assert talks.xpath("./th/a/@href") == ["/meetings/talks-in-astana-2023/"]
    third = ada.row("Third river meeting")
    assert words(third.xpath("./td[1]")[0]) == "June 2022"
    assert [words(post) for post in third.xpath("./td[3]/span")] == ["Minister of Rivers, Ministry of Rivers"]


def test_meetings_stand_under_the_posts_held_that_day(desk, read):
    assert read(ADA).heads() == [
        "Deputy Prime Minister, Vesmark and Minister of Rivers, Ministry of Rivers",
        "Minister of Rivers, Ministry of Rivers",
    ]


def test_an_expectation_without_a_later_report_is_not_an_absence(desk, read):
    fourth = words(read(ADA).row("Fourth river meeting"))
    assert "expected" in fourth and "absent" not in fourth
    assert "No later report in our articles." in fourth
    assert "No later report" not in words(read(ADA).row("Talks in Astana"))


def test_an_earlier_state_stays_readable_with_its_own_sentence(desk, read):
    said = "Ada Orlan came to the fourth river meeting."
    report_later(desk, said, Entry(says="attended", person=desk.ada))
    row = read(ADA).row("Fourth river meeting")
    assert words(row.xpath("./td[2]")[0]) == "attended was expected"
    assert said in words(row) and "What was reported earlier" in words(row)
    assert [label for label, _address in sentence_links(row)] == ["Newsdesk, 28 April 2023", "Newsdesk, 20 April 2023"]
    assert "No later report" not in words(row)


def report_later(desk, sentence, entry):
    article = writing.publish(desk.by, "Later", f"<p>{sentence}</p>", day=date(2023, 4, 28))
    fourth = Meeting.objects.get(pk=desk.fourth.pk)
    return report(article, sentence, meeting=fourth, by=desk.by, roll=[entry])


def test_an_announcement_names_who_announced(desk, read):
    row = words(read("/people/boris-temir/").row("Fourth river meeting"))
    assert "announced by the guild" in row


def test_a_dispute_shows_both_voices_and_names_the_outside_source(desk, read):
    row = read("/people/clara-ulan/").row("Harbour talks")
    assert words(row.xpath("./td[2]")[0]) == "disputed"
    assert [words(voice.xpath("./span")[0]) for voice in row.xpath(".//ol[@class='voices']/li")] == [
        "one says absent",
        "one says attended",
    ]
    assert ("Ministry of Rivers, press release, 13 May 2023", "https://rivers.example/1") in sentence_links(row)
    assert "It counts as neither" in words(row)


def test_a_report_that_does_not_say_and_a_cancelled_meeting(desk, read):
    boris = read("/people/boris-temir/").row("Harbour talks")
    assert words(boris.xpath("./td[2]")[0]) == "not reported"
    assert "No later report" not in words(boris)
    clara = words(read("/people/clara-ulan/").row("Lake day"))
    assert "expected" in clara and "Meeting cancelled" in clara and "No later report" not in clara


def test_counts_say_since_when(desk, read):
    ada = read(ADA)
    assert [words(row) for row in ada.parts(".//ul[@class='tally']/li")] == [
        "2 attended",
        "1 expected",
        "0 announced",
        "0 absent",
        "0 disputed",
        "0 not reported",
    ]
    assert "In our articles since 20 June 2022." in ada.text


def test_the_time_line_and_who_was_also_there(desk, read):
    ada = read(ADA)
    [wide] = ada.parts(".//*[@class='chart' and @aria-labelledby='line-title line-text']")
    assert "26 April 2023: Talks in Astana, Astana" in words(wide)
    assert "June 2022: Third river meeting, Nur-Sultan, today Astana" in words(wide)
    assert [words(row) for row in ada.parts(".//ol[@class='who-list']/li")] == [
        "Lin Hai 1",
        "Boris Temir Nordland · 1",
        "Farid Zhan 1",
    ]
    assert ada.parts(".//*[@aria-labelledby='circle-title circle-text']")


def test_articles_and_pictures(desk, read):
    ada = read(ADA)
    assert "/articles/talks-in-astana/" in ada.links()
    assert ada.parts(".//section[@id='pictures']//img/@alt") == ["A woman at a desk"]


def test_an_article_whose_link_is_struck_or_that_is_down_is_gone(desk, read):
    linking.strike(desk.article.mentions.get(person=desk.ada), by=desk.by)
    assert "No article is linked here so far." in read(ADA).text
    publishing.take_down(desk.article, by=desk.by, why="wrong")
    assert "Talks in Astana" not in read(ADA).text


def test_honest_emptiness(desk, read):
    yolkin = read("/people/пётр-ёлкин/")
    assert "None in our articles." in yolkin.text
    assert "No meeting in our articles so far." in yolkin.text
    assert "since" not in yolkin.text
    assert not yolkin.parts(".//*[@class='chart']")
    assert "No meeting of 2020 in our articles." in read(ADA + "?year=2020").text


def test_a_vouched_entry_gives_the_reason_in_place_of_a_sentence(desk, read):
    row = Attendance(meeting=desk.summit, person=desk.yolkin, vouched_says="attended", vouched_reason="Our own photo")
    recording.keep(row, by=desk.by)
    line = read("/people/пётр-ёлкин/").row("River week")
    assert "Entered by the desk without a sentence: Our own photo" in words(line)
    assert "post that day not known" in words(line)
    assert read("/people/пётр-ёлкин/").heads() == []


def test_a_struck_entry_is_gone_at_once(desk, read):
    row = Attendance.objects.get(meeting=desk.talks, person=desk.ada)
    striking.strike(row, by=desk.by, reason="wrong person")
    assert "Talks in Astana" not in [words(row.xpath("./th")[0]) for row in read(ADA).rows()]


@pytest.fixture
def long_record(desk):
    """Ada at sixty more meetings: thirty of 2020, known to the day, and thirty of 2021 on one and the same day."""
    days = [f"2020-05-{day:02}" for day in range(1, 31)] + ["2021-03-01"] * 30
    desks.diary(desk, desk.ada, days)
    return desk


def test_a_long_record_goes_by_year_and_loses_nothing(long_record, read):
    first = read(ADA)
    assert len(first.rows()) == 50 and "50 of 63" in first.text
    years = [
        (words(row.xpath(".//b")[0]), words(row.xpath(".//*[@class='n']")[0]))
        for row in first.parts(".//ol[@class='years']/li")
    ]
    assert years == [("2023", "2"), ("2022", "1"), ("2021", "30"), ("2020", "30")]
    [older] = first.parts(".//nav[@class='pager']/a/@href")
    second = read(ADA + older)
    assert len(second.rows()) == 13
    assert second.parts(".//nav[@class='pager']/a/@href") == ["?"]
    titles = [words(row.xpath("./th/a")[0]) for part in (first, second) for row in part.rows()]
    assert len(set(titles)) == 63
    year = read(ADA + "?year=2020")
    assert len(year.rows()) == 30 and "Meetings in 2020" in year.text
    assert words(year.parts(".//ol[@class='years']//a[@aria-current]")[0]).startswith("2020")
    assert first.parts(".//*[@class='chart']")


def test_a_year_goes_on_after_a_meeting_of_it(long_record, read):
    year = read(ADA + "?year=2020").rows()
    fifth = year[4].xpath("./th/a/@href")[0].split("/")[2]
    rest = read(f"{ADA}?year=2020&before={fifth}").rows()
    assert [words(row) for row in rest] == [words(row) for row in year[5:]]


@pytest.mark.parametrize("query", ["year=x", "year=0000", "year=20221", "before=nowhere", "before=%00", "year=-1"])
def test_a_part_that_does_not_exist_is_not_found(desk, read, query):
    assert read(f"{ADA}?{query}").status == 404


def test_as_many_queries_for_one_meeting_as_for_many(desk, read, django_assert_num_queries):
    with django_assert_num_queries(10):
        assert len(read("/people/lin-hai/").rows()) == 1
    with django_assert_num_queries(10):
        assert len(read(ADA).rows()) == 3
