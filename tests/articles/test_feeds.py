"""The Atom feed of articles, as a reader's program parses it."""

import re
from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from articles import publishing, readdressing
from articles.models import Contributor, Section
from people import readdressing as people_readdressing
from tests.articles.pages.desk import article, build, many, publish_at, save
from tests.once import built_once

pytestmark = pytest.mark.django_db


built, desk = built_once(build)


def parsed(client, address="/feed/", **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200 and response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    return feed


def test_the_feed_says_what_it_is_and_where(client, desk):
    feed = parsed(client).feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {"self": "http://testserver/feed/", "alternate": "http://testserver/"}
    assert feed.title == "Newsdesk" and feed.id == "tag:localhost,2023:feed" and feed.author == "Newsdesk"


def test_an_entry_has_all_that_readers_need(client, desk):
    moment = datetime(2023, 4, 27, 20, 30, tzinfo=UTC)  # already the 28th in the site's zone
    writers = [Contributor.objects.create(name=name) for name in ("Zoe Last", "Abe First")]
    given = {"standfirst": "Oil & <gas>", "tags": [desk.tag], "contributors": writers, "language": "zh-hans"}
    made = publish_at(desk, "Energy & water", moment, **given)
    entry = next(each for each in parsed(client).entries if each.title == "Energy & water")
    assert entry.id == "tag:localhost,2023-04-28:energy-water"
    assert entry.link == "http://testserver/articles/energy-water/" and entry.summary == "Oil &amp; &lt;gas&gt;"
    assert entry.published == entry.updated == "2023-04-27T20:30:00+00:00"
    assert [author.name for author in entry.authors] == ["Zoe Last", "Abe First"]
    assert [tag.term for tag in entry.tags] == ["Diplomacy", "Rivers"]
    assert entry.title_detail.language == "zh-Hans"
    made.refresh_from_db()
    publishing.correct(made, text="It was gas.", by=desk.editor, moment=moment + timedelta(days=1))
    entry = next(each for each in parsed(client).entries if each.title == "Energy & water")
    assert entry.updated == "2023-04-28T20:30:00+00:00" and entry.id == "tag:localhost,2023-04-28:energy-water"


def test_ids_know_no_host_and_no_key(client, desk):
    ids = [[entry.id for entry in parsed(client, host=host).entries] for host in ("testserver", "127.0.0.1")]
    assert ids[0] == ids[1] and all(re.fullmatch(r"tag:localhost,[\d-]{10}:[\w-]+", each) for each in ids[0])


def test_ids_need_some_name(client, desk, settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert parsed(client).feed.id == "tag:newsdesk.invalid,2023:feed"


def test_only_what_is_public_now_and_the_newest_first(client, desk):
    article(desk, "A secret", "<p>Draft.</p>", publish=False)
    save(desk, desk.second, "A new headline in a draft", "<p>Draft.</p>")
    assert [entry.title for entry in parsed(client).entries] == ["A bridge opens", "Ministers meet in Oskemen"]
    publishing.take_down(desk.second, by=desk.editor, why="wrong")
    assert [entry.title for entry in parsed(client).entries] == ["Ministers meet in Oskemen"]


def test_fifty_entries_take_no_more_queries_than_two(client, desk, django_assert_num_queries):
    with django_assert_num_queries(6):
        client.get("/feed/")
    many(desk, 51, tags=[desk.tag], contributors=[desk.contributor])
    with django_assert_num_queries(6):
        assert len(parsed(client).entries) == 50


def test_who_has_it_already_gets_nothing_again(client, desk):
    first = client.get("/feed/")
    assert not first.cookies and client.head("/feed/").status_code == 200
    again = client.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and again.content == b""
    article(desk, "Something new", "<p>News.</p>")
    changed = client.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200 and changed["ETag"] != first["ETag"]


def test_nobody_is_told_that_nothing_changed_when_something_was_taken_down(client, desk):
    first = client.get("/feed/")
    publishing.take_down(desk.second, by=desk.editor, why="wrong")
    later = {"if-modified-since": "Sat, 01 Jan 2033 00:00:00 GMT", "if-none-match": first["ETag"]}
    assert "Last-Modified" not in first
    assert client.get("/feed/", headers=later).status_code == 200
    assert client.get("/feed/", headers={"if-modified-since": later["if-modified-since"]}).status_code == 200


def test_an_update_moves_the_moment_and_a_new_address_leaves_the_id(client, desk):
    first = parsed(client).entries[0]
    revision = save(desk, desk.second, "A bridge opens at last", "<p>It opened.</p>")
    publishing.publish(desk.second, revision=revision, by=desk.editor)
    readdressing.readdress(desk.second, slug="bridge", by=desk.editor)
    entry = next(each for each in parsed(client).entries if each.title == "A bridge opens at last")
    assert (entry.id, entry.published) == (first.id, first.published) and entry.updated > first.updated
    assert entry.link == "http://testserver/articles/bridge/"


def test_what_was_taken_down_and_comes_back_is_the_same_entry(client, desk):
    first = parsed(client).entries[0]
    publishing.take_down(desk.second, by=desk.editor, why="wrong")
    assert first.id not in [entry.id for entry in parsed(client).entries]
    desk.second.refresh_from_db()
    revision = save(desk, desk.second, "A bridge opens", "<p>It did open.</p>")
    publishing.publish(desk.second, revision=revision, by=desk.editor)
    again = next(entry for entry in parsed(client).entries if entry.id == first.id)
    assert again.published == first.published and again.updated > first.updated


@pytest.mark.parametrize(
    ("page", "title", "specific"),
    [
        ("/sections/diplomacy/", "Diplomacy – Newsdesk", "section/diplomacy"),
        ("/tags/rivers/", "Rivers – Newsdesk", "tag/rivers"),
        ("/authors/mira-sanat/", "Mira Sanat – Newsdesk", "author/mira-sanat"),
    ],
)
def test_every_list_of_articles_is_a_feed(page, title, specific, client, desk, django_assert_num_queries):
    feed = parsed(client, f"{page}feed/")
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"self": f"http://testserver{page}feed/", "alternate": f"http://testserver{page}"}
    assert (feed.feed.title, feed.feed.id) == (title, f"tag:localhost,2023:{specific}/feed")
    assert "Ministers meet in Oskemen" in [entry.title for entry in feed.entries]
    html = client.get(page).content.decode()
    assert html.count(f'href="{page}feed/"') == 2  # for programs in the head, for readers on the page
    with django_assert_num_queries(8):
        client.get(f"{page}feed/")
    many(desk, 3, tags=[desk.tag], contributors=[desk.contributor])
    with django_assert_num_queries(8):
        client.get(f"{page}feed/")


def test_a_feed_has_its_own_articles_alone(client, desk):
    publish_at(desk, "Oil", datetime(2023, 4, 27, tzinfo=UTC), section=Section.objects.create(name="Energy"))
    assert [entry.title for entry in parsed(client, "/sections/energy/feed/").entries] == ["Oil"]
    assert [entry.title for entry in parsed(client, "/tags/rivers/feed/").entries] == ["Ministers meet in Oskemen"]
    month = parsed(client, "/archive/2023/04/feed/")
    assert [entry.title for entry in month.entries] == ["Oil"]
    assert (month.feed.title, month.feed.id) == ("April 2023 – Newsdesk", "tag:localhost,2023:archive/2023-04/feed")
    for nothing in ("/sections/nothing/feed/", "/archive/2023/03/feed/", "/archive/2023/13/feed/"):
        assert client.get(nothing).status_code == 404


def test_a_feed_follows_its_page_to_another_address(client, desk):
    before = parsed(client, "/tags/rivers/feed/").feed.id
    people_readdressing.readdress(desk.tag.__class__.objects.get(), slug="streams", by=desk.editor)
    assert client.get("/tags/rivers/feed/").headers["Location"] == "/tags/streams/feed/"
    assert parsed(client, "/tags/streams/feed/").feed.id == before


def test_corrections_are_a_feed_and_say_honestly_what_was_taken_down(client, desk):
    assert parsed(client, "/corrections/feed/").entries == []
    moment = datetime(2023, 5, 31, 10, tzinfo=UTC)
    publishing.correct(desk.first, text="It was Oskemen & not Zhelkent.", by=desk.editor, moment=moment)
    publishing.take_down(desk.second, by=desk.editor, why="It rested on a forged document.")
    gone, corrected = parsed(client, "/corrections/feed/").entries
    assert corrected.title == "Correction: Ministers meet in Oskemen"
    assert corrected.summary == "It was Oskemen &amp; not Zhelkent."
    assert corrected.link == "http://testserver/articles/ministers-meet-in-oskemen/"
    assert re.fullmatch(r"tag:localhost,2023-05-31:ministers-meet-in-oskemen/correction/\d{8}T\d{12}", corrected.id)
    assert re.fullmatch(r"Taken down: an article of \d+ \w+ \d{4}", gone.title)
    assert gone.summary == "It rested on a forged document." and gone.link == "http://testserver/corrections/"
    assert "bridge" not in str(gone).lower()
    publishing.take_down(desk.first, by=desk.editor, why="Wrong, too.")
    assert [entry.summary for entry in parsed(client, "/corrections/feed/").entries] == [
        "Wrong, too.",
        "It rested on a forged document.",
    ]


def test_only_reading_is_answered(client):
    assert client.post("/feed/").status_code == 405 and client.get("/feed/?page=-1&x=%00").status_code == 200
