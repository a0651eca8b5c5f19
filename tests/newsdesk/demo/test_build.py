"""The demonstration as it stands in the database: whole, made once, consistent, its awkward cases on pages."""

import pytest
from django.core.management import call_command

from articles.models import Article, Mention
from newsdesk.models import User
from people.models import Meeting, MeetingSeries, Person
from tests import demo_desk
from tests.people.pages.conftest import words

pytestmark = pytest.mark.django_db
HARBOUR = "/articles/vesmarks-harbour-talks-open-without-the-minister-of-trade/"
HARBOUR_TALKS = "/meetings/talks-on-the-ostrevik-harbour-lease-2023/"
RAIL = "/meetings/first-vesmark-rail-conference-2023/"
FOURTH = "/meetings/fourth-china-central-asia-foreign-ministers-meeting-2023/"
SCHEDULED = "Vesmark’s rail conference has a new day"
LISTS = ("/", "/tags/vesmark/", "/sections/transport/", "/sections/trade/", "/search/?q=breakwater", "/feed/")
FERRY = "/articles/vesmark-sells-its-ferry/"


def test_there_is_enough_of_it(demo):
    assert Article.objects.public().count() >= 13
    assert Person.objects.public().count() >= 30
    assert Meeting.objects.public().count() >= 15
    assert MeetingSeries.objects.filter(slug__isnull=False).count() >= 4


def test_the_record_of_it_is_consistent(demo, capsys):
    call_command("check_record")
    assert capsys.readouterr().out == ""


def test_building_it_again_changes_nothing_that_is_there(demo, tmp_path, settings):
    """Not even what a person changed meanwhile."""
    settings.VAR_DIR = tmp_path
    User.objects.filter(username="keeper").update(first_name="Changed by a person")
    before = demo_desk.everything()
    call_command("build_demo", verbosity=0)
    assert demo_desk.everything() == before
    assert list(tmp_path.iterdir()) == []


def test_every_page_says_that_it_is_a_demonstration_and_keeps_searchers_away(demo, read, client):
    for address in ("/", "/people/", HARBOUR, RAIL, "/search/?q=harbour"):
        page = read(address)
        assert "Demonstration: not a news service." in words(page.tree.find(".//footer")), address
        assert page.response["X-Robots-Tag"] == "noindex, nofollow"
        assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_an_absence_and_who_stood_in(read):
    page = read(HARBOUR_TALKS)
    dagna, jorun = page.row("Dagna Oriel, the minister of trade, did not come"), page.row("sat in for her")
    assert words(dagna.xpath(".//*[@class='roll-state']")[0]) == "absent"
    assert "standing in for Dagna Oriel" in words(jorun)


def test_two_reports_that_disagree(read):
    row = read("/people/edvin-kalm/").row("Talks on the Ostrevik harbour lease")
    assert words(row.xpath("./td[2]")[0]) == "disputed"
    assert [words(voice) for voice in row.xpath(".//ol[@class='voices']/li/span")] == [
        "one says absent",
        "one says attended",
    ]
    assert [words(cite) for cite in row.xpath(".//cite")] == ["Newsdesk, 13 March 2023", "Newsdesk, 10 March 2023"]


def test_a_postponed_meeting_keeps_what_was_expected(read):
    page = read(RAIL)
    assert "This meeting was postponed. What was expected before stands below." in page.text
    states = [words(state) for state in page.parts(".//*[@class='roll-state']")]
    assert sorted(states) == ["announced", "expected", "not reported"]
    assert "announced by the ministry of transport" in page.text


def test_a_correction_stands_under_its_article(read):
    [notice] = read(HARBOUR).parts(".//aside[@class='notice']")
    assert words(notice).startswith("Correction, 10 March 2023, 11:20 An earlier version called Mr Verrin")


def test_a_page_taken_down_answers_410_without_its_words(read):
    page = read(FERRY, status=410)
    assert "Published by mistake before the sale was confirmed." in page.text
    assert "ferry" not in page.response.content.decode().lower().replace(FERRY, "")


@pytest.mark.parametrize(
    "headline", ["Vesmark’s rail conference has a new day", "Who pays for the breakwater of Ostrevik?"]
)
def test_what_waits_is_nowhere(headline, read, client):
    article = Article.objects.get(draft__headline=headline)
    assert (article.is_public, article.slug, article.first_public_at) == (False, None, None)
    for address in (
        "/",
        "/tags/vesmark/",
        "/sections/transport/",
        "/sections/trade/",
        "/search/?q=breakwater",
        "/feed/",
    ):
        assert headline not in client.get(address).text, address


def test_the_scheduled_article_waits_for_a_day_to_come(demo):
    article = Article.objects.get(draft__headline=SCHEDULED)
    [act] = article.scheduled_acts.all()
    assert (act.act, act.state, act.revision) == ("publish", "waiting", article.draft)
    assert (act.due_at - article.created_at).days in {364, 365}


def test_a_person_without_a_page_is_plain_text(read, client):
    marit = Person.objects.get(name="Marit Solvane")
    assert (marit.is_public, marit.slug) == (False, None)
    assert Mention.objects.filter(person=marit).exists()
    page = read(HARBOUR)
    assert "Marit Solvane, a pilot" in page.text
    assert not [link for link in page.parts(".//a") if "Solvane" in words(link)]
    for address in (HARBOUR_TALKS, "/people/", "/people/?letter=s", "/search/?q=solvane", "/organisations/vesmark/"):
        assert "Solvane" not in words(read(address).main).replace("“solvane”", ""), address


def test_a_place_keeps_the_name_it_had_on_the_day(read):
    assert "Nur-Sultan, today Astana" in read("/series/china-central-asia-foreign-ministers-meeting/").text
    visit = words(read("/people/xi-jinping/").row("Talks of Xi Jinping and Kassym-Jomart Tokayev"))
    assert "Nur-Sultan, today Astana" in visit
    assert "Nur-Sultan" not in words(read("/people/kassym-jomart-tokayev/").row("Sixth CICA summit"))


def test_no_later_report_tells_how_the_fourth_meeting_went(read):
    page = read(FOURTH)
    assert words(page.parts(".//dl[@class='facts']")[0]).count("No later report in our articles.") == 1
    assert page.text.count("No later report in our articles.") == 7  # of the meeting and of each of the six
    assert [words(state) for state in page.parts(".//*[@class='roll-state']")] == ["expected"] * 6
