"""Every part that a reader's page has to have, by name, found on the demonstration's pages."""

import feedparser
import pytest
from icalendar import Calendar

from tests.people.pages.conftest import words

from .test_walk import ARTICLE, FOURTH, TALKS

pytestmark = pytest.mark.django_db
HARBOUR = "/articles/vesmarks-harbour-talks-open-without-the-minister-of-trade/"
SERIES = "/series/china-central-asia-foreign-ministers-meeting/"
QIN = "/people/qin-gang/"
KULUBAEV = "/people/jeenbek-kulubaev/"
MINISTRY = "/organisations/ministry-of-foreign-affairs-of-china/"

# part -> the page, the place of the part in its <main>, and words that stand there
PARTS = {
    "article: marginalia beside the marked sentence": (
        ARTICLE,
        ".//div[@class='beat'][p/span[@class='said']]/aside[@class='note']",
        "attended Talks of Qin Gang with five Central Asian diplomats, 26 April 2023",
    ),
    "article: linked names": (ARTICLE, ".//span[@class='said']/a[@href='/people/jeenbek-kulubaev/']", "Kulubaev"),
    "article: a linked name in the headline": (ARTICLE, ".//h1/a[@href='/people/qin-gang/']", "Qin Gang"),
    "article: corrections": (HARBOUR, ".//aside[@aria-label='Correction']", "He is minister of transport."),
    "article: source credit": (ARTICLE, ".//div[@class='article-end']/p", "With information from Global Times"),
    "article: the record in this article": (ARTICLE, ".//section[@id='record']", "expected Vepa Hajiyev Turkmenistan"),
    "article: contributors": (ARTICLE, ".//p[@class='byline']", "By Asel Nurlanova Lin Yue"),
    "article: tags": (ARTICLE, ".//ul[@class='tags']", "China–Central Asia"),
    "person: spellings in Cyrillic": (KULUBAEV, ".//ul[@class='names']/li[@lang='ky']", "Жээнбек Кулубаев"),
    "person: spellings in Chinese": (KULUBAEV, ".//ul[@class='names']/li[@lang='zh-Hans']", "库鲁巴耶夫"),
    "person: family name printed first": (KULUBAEV, ".//blockquote", "Kulubaev Zheenbek Moldokanovich"),
    "person: posts over time": (QIN, ".//ol[@class='posts']", "30 December 2022 to 25 July 2023, dismissed"),
    "person: «last reported» where unconfirmed": (KULUBAEV, ".//ol[@class='posts']", "last reported 27 April 2023"),
    "person: every meeting": (QIN, ".//table[@class='sheet']", "26 April 2023 attended Talks of Qin Gang"),
    "person: place of a meeting": (QIN, ".//tbody//th/span[@class='place']", "Xi’an"),
    "person: all posts held that day": (QIN, ".//td/span[@class='held']", "State Councilor, State Council"),
    "person: the title as printed": (QIN, ".//td/span[@class='place']", "printed as “State Councilor and Foreign"),
    "person: state by mark and word": (QIN, ".//td/span[@class='att att-expected'][.//use]", "expected"),
    "person: the sentence with its article": (QIN, ".//td//blockquote[cite/a]", "held talks in Xi’an on Wednesday"),
    "person: time line": (QIN, ".//*[@aria-labelledby='line-title line-text']", "27 April 2023: Fourth China"),
    "person: who was also there most often": (QIN, ".//ol[@class='who-list']", "Vepa Hajiyev Turkmenistan · 1"),
    "person: articles": (QIN, ".//article[contains(@class, 'teaser')]", "pledge more trust"),
    "person: pictures": (
        "/people/tomas-verrin/",
        ".//section[@id='pictures']//figcaption",
        "Tomas Verrin, minister of",
    ),
    "person: counts since a day": (QIN, ".//p[@class='years-note']", "In our articles since 27 April 2023."),
    "person: no later report is not absent": (QIN, ".//td", "No later report in our articles."),
    "meeting: the roll": (TALKS, ".//ol[@class='roll']/li", "Bakhtiyor Saidov Foreign Minister"),
    "meeting: by side": (TALKS, ".//h3[@class='roll-side']/a[@href='/organisations/turkmenistan/']", "Turkmenistan"),
    "meeting: posts held that day": (TALKS, ".//p[@class='post']", "Deputy Prime Minister, Government of Kazakhstan"),
    "meeting: evidence": (TALKS, ".//div[@class='roll-said']/blockquote/cite/a", "Newsdesk, 27 April 2023"),
    "meeting: its series": (FOURTH, ".//dl[@class='facts']/dd", "Foreign Ministers’ Meeting, no. 4"),
    "meeting: the previous one": (FOURTH, ".//ol[@class='chain']//a[@rel='prev']", "Third China–Central Asia"),
    "meeting: the next one": (
        "/meetings/third-china-central-asia-foreign-ministers-meeting-2022/",
        ".//ol[@class='chain']//a[@rel='next']",
        "Fourth China–Central Asia",
    ),
    "meeting: a date known to the month": (
        "/meetings/third-china-central-asia-foreign-ministers-meeting-2022/",
        ".//dd/time[@datetime='2022-06']",
        "June 2022",
    ),
    "meeting: outcomes": (TALKS, ".//ul[@class='c-9 ruled outcomes']", "agreed To work together more closely"),
    "meeting: articles": (TALKS, ".//article[contains(@class, 'teaser')]", "3 sentences"),
    "organisation: holders now": (MINISTRY, ".//ol[@class='posts']/li[1]", "Wang Yi from 25 July 2023"),
    "organisation: holders before": (MINISTRY, ".//ol[@class='posts']/li[2]", "Qin Gang 30 December 2022 to 25 July"),
    "organisation: meetings its people attended": (MINISTRY, ".//tbody//td", "Qin Gang Foreign Minister"),
    "organisation: of a country": ("/organisations/kazakhstan/", ".//tbody//td", "Murat Nurtleu Deputy Prime Minister"),
    "series: all meetings in order": (SERIES, ".//table[@class='sheet']", "No. 2 of the series"),
    "series: gaps": (SERIES, ".//p[@class='years-note']", "No report in our articles of no. 1."),
    "series: outcomes": (SERIES, ".//ul[@class='c-9 ruled outcomes']", "To establish a mechanism"),
    "home": ("/", ".//article[contains(@class, 'front-lead')]", "railway from Kashgar to Andijan"),
    "home: the record": ("/", ".//section[@aria-labelledby='record-heading']", "Sixth consultative meeting"),
    "section": ("/sections/diplomacy/", ".//article[contains(@class, 'teaser')]", "pledge more trust"),
    "tag": ("/tags/foreign-ministers/", ".//article[contains(@class, 'teaser')]", "pledge more trust"),
    "author": ("/authors/lin-yue/", ".//article[contains(@class, 'teaser')]", "pledge more trust"),
    "people": ("/people/", ".//a[@href='/people/qin-gang/']", "Qin Gang"),
    "people: by a spelling in another script": ("/people/?q=秦刚", ".//a[@href='/people/qin-gang/']", "Qin"),
    "organisations": ("/organisations/", ".//a[@href='/organisations/kazakhstan/']", "Kazakhstan"),
    "meetings": ("/meetings/", f".//a[@href='{TALKS}']", "Talks of Qin Gang"),
    "search: an article": ("/search/?q=golden ones", f".//a[@href='{ARTICLE}']", "pledge more trust"),
    "search: a person in Chinese": ("/search/?q=努尔特列乌", ".//a[@href='/people/murat-nurtleu/']", "Murat Nurtleu"),
    "search: nothing found": ("/search/?q=zzzz", ".", "Nothing in our articles and our record answers to “zzzz”."),
    "honest emptiness: a country": ("/organisations/portugal/", ".//p[@class='empty']", "in our articles so far"),
}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_a_page_for_readers(part, read):
    address, place, says = PARTS[part]
    found = [words(element) for element in read(address).parts(place)]
    assert any(says in each for each in found), found


def test_the_feed_of_articles(demo, client):
    feed = feedparser.parse(client.get("/feed/").content)
    assert not feed.bozo
    assert len(feed.entries) > 10
    assert [entry.link.split("/", 3)[1:3] for entry in feed.entries] == [["", "testserver"]] * len(feed.entries)
    days = [entry.published_parsed for entry in feed.entries]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("address", "least"),
    [
        ("/meetings.ics", 15),
        (f"{QIN[:-1]}.ics", 2),
        (f"{MINISTRY[:-1]}.ics", 2),
        (f"{TALKS[:-1]}.ics", 1),
        (f"{SERIES[:-1]}.ics", 3),
    ],
)
def test_calendars_of_meetings(address, least, demo, client):
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    assert len(calendar.events) >= least
    assert not calendar.errors


@pytest.mark.parametrize("address", ["/nothing/", "/people/nobody-of-that-name/", "/meetings/никого/"])
def test_an_address_of_nothing_answers_in_the_look_of_the_site(address, read):
    page = read(address, status=404)
    assert "Nothing stands here" in page.text
    assert page.tree.find(".//footer") is not None
