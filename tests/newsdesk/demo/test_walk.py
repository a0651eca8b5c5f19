"""From the list of people to every sentence of the record: the walk of a reader through the demonstration."""

import re
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html

from tests.people.pages.conftest import words

pytestmark = pytest.mark.django_db
SIX = {
    "qin-gang": "Qin Gang",
    "murat-nurtleu": "Murat Nurtleu",
    "jeenbek-kulubaev": "Jeenbek Kulubaev",
    "sirojiddin-muhriddin": "Sirojiddin Muhriddin",
    "vepa-hajiyev": "Vepa Hajiyev",
    "bakhtiyor-saidov": "Bakhtiyor Saidov",
}
FAMILY = dict(zip(SIX, ["Qin", "Nurtleu", "Kulubaev", "Muhriddin", "Hajiyev", "Saidov"], strict=True))
ARTICLE = "/articles/qin-gang-and-five-central-asian-diplomats-pledge-more-trust-and-trade-in-xian/"
TALKS = "/meetings/talks-of-qin-gang-with-five-central-asian-diplomats-2023/"
FOURTH = "/meetings/fourth-china-central-asia-foreign-ministers-meeting-2023/"
OFFICES = {
    "qin-gang": {"Foreign Minister, Ministry of Foreign Affairs of China", "State Councilor, State Council"},
    "murat-nurtleu": {
        "Deputy Prime Minister, Government of Kazakhstan",
        "Foreign Minister, Ministry of Foreign Affairs of Kazakhstan",
    },
    "jeenbek-kulubaev": {"Foreign Minister, Ministry of Foreign Affairs of Kyrgyzstan"},
    "sirojiddin-muhriddin": {"Foreign Minister, Ministry of Foreign Affairs of Tajikistan"},
    "vepa-hajiyev": {"First Deputy Foreign Minister, Ministry of Foreign Affairs of Turkmenistan"},
    "bakhtiyor-saidov": {"Foreign Minister, Ministry of Foreign Affairs of Uzbekistan"},
}


def row_of(page, address):
    """The line of a person's table whose meeting has this address."""
    [row] = [row for row in page.rows() if row.xpath("./th/a/@href") == [address]]
    return row


def fragment(link):
    """The part of an address after its #."""
    address, _, found = link.partition("#")
    assert address == ARTICLE and found
    return found


@pytest.mark.parametrize("slug", SIX)
def test_each_of_the_six_is_two_clicks_from_the_list_of_people(slug, read):
    first = read("/people/")
    near = first.links()
    if f"/people/{slug}/" not in near:
        near = [link for address in near if address.startswith("/people/?") for link in read(address).links()]
    assert f"/people/{slug}/" in near
    assert words(read(f"/people/{slug}/").main.find(".//h1")) == SIX[slug]


@pytest.mark.parametrize("slug", SIX)
@pytest.mark.parametrize(
    ("meeting", "day", "state"), [(TALKS, "2023-04-26", "attended"), (FOURTH, "2023-04-27", "expected")]
)
def test_a_page_shows_both_meetings_with_posts_state_and_sentence(slug, meeting, day, state, read):
    row = row_of(read(f"/people/{slug}/"), meeting)
    assert row.xpath("./td[1]/time/@datetime") == [day]
    assert words(row.xpath("./td[2]")[0]) == state
    assert row.xpath("./td[2]//use/@href") == [f"#m-{state}"]
    assert {words(post) for post in row.xpath("./td[3]/*[@class='held']")} == OFFICES[slug]
    sentence = words(row.xpath(".//blockquote/p")[0])
    [link] = row.xpath(".//cite/a/@href")
    [marked] = read(ARTICLE).parts(f".//*[@id='{fragment(link)}']")
    assert words(marked) == sentence
    assert FAMILY[slug] in sentence


@pytest.mark.parametrize("meeting", [TALKS, FOURTH])
def test_the_roll_links_all_six_back_by_side(meeting, read):
    page = read(meeting)
    assert page.parts(".//*[@class='roll']//*[@class='name']/a/@href") == [f"/people/{slug}/" for slug in SIX]
    assert page.heads() == ["China", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]
    for row, slug in zip(page.parts(".//ol[@class='roll']/li"), SIX, strict=True):
        posts = {words(post) for post in row.xpath(".//*[@class='post']")}
        assert posts == OFFICES[slug]
        assert fragment(*row.xpath(".//cite/a/@href"))


def test_the_article_leads_to_every_page_it_names(read):
    page = read(ARTICLE)
    for address in (*(f"/people/{slug}/" for slug in SIX), TALKS, FOURTH):
        assert address in page.links()
        assert ARTICLE in [link.split("#")[0] for link in read(address).links()], address


def test_every_line_of_the_record_leads_to_its_sentence(read):
    """Of every person, organisation, meeting and series: no line without words, every fragment on its article."""
    articles, lines = {}, 0
    for address in pages_of_the_record(read):
        page = read(address)
        for line in page.parts(".//tbody/tr[not(@class) and ./td[4]] | .//ol[@class='roll']/li"):
            links = line.xpath(".//blockquote//cite/a/@href")
            lines += 1
            assert links or "Entered by the desk without a sentence" in words(line), (address, words(line))
            for link in links:
                article, _, found = link.partition("#")
                if article not in articles:
                    articles[article] = set(read(article).parts(".//@id"))
                assert found in articles[article], (address, link)
    assert lines > 400


PAGE = re.compile(r"/(people|organisations|meetings|series)/(?!feed/)[^/?]+/")


def pages_of_the_record(read):
    lists = [link for name in ("people", "organisations", "meetings") for link in read(f"/{name}/").links()]
    found = {link for link in lists if PAGE.fullmatch(link)}
    found |= {link for meeting in found for link in read(meeting).links() if link.startswith("/series/")}
    assert len(found) > 100
    return sorted(link for link in found if PAGE.fullmatch(link))


def test_no_link_of_any_page_is_broken(read, client):
    """The whole site from its front page: every address answers, every fragment of the record is on its page."""
    waiting, seen, fragments = ["/"], {"/"}, {}
    while waiting:
        address = waiting.pop()
        response = client.get(address, follow=True)  # a size that the worker has not made yet is another one
        assert response.status_code == 200, address
        if not response.headers["Content-Type"].startswith("text/html"):
            continue
        tree = html.fromstring(response.content)
        fragments[address] = set(tree.xpath("//@id"))
        for link in {urldefrag(urljoin(address, link)).url for link in tree.xpath("//a/@href | //link/@href")}:
            if link.startswith("/") and not link.startswith("/static/") and link not in seen:
                seen.add(link)
                waiting.append(link)
        wanted = {urldefrag(urljoin(address, link)) for link in tree.xpath("//main//a/@href[contains(., '#')]")}
        for link in wanted:
            assert link.url not in fragments or link.fragment in fragments[link.url], (address, link)
    assert len(fragments) > 200
