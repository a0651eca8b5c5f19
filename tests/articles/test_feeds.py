"""The Atom feed of articles, as a reader's program parses it."""

import re
from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from articles import publishing
from articles.models import Contributor
from tests.articles.pages.desk import article, build, many, publish_at, save
from tests.once import built_once

pytestmark = pytest.mark.django_db


built, desk = built_once(build)


def parsed(client, **headers):
    response = client.get("/feed/", headers=headers)
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
    with django_assert_num_queries(5):
        client.get("/feed/")
    many(desk, 51, tags=[desk.tag], contributors=[desk.contributor])
    with django_assert_num_queries(5):
        assert len(parsed(client).entries) == 50


def test_who_has_it_already_gets_nothing_again(client, desk):
    first = client.get("/feed/")
    assert not first.cookies and client.head("/feed/").status_code == 200
    again = client.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and again.content == b""
    assert client.get("/feed/", headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    article(desk, "Something new", "<p>News.</p>")
    changed = client.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200 and changed["ETag"] != first["ETag"]


def test_only_reading_is_answered(client):
    assert client.post("/feed/").status_code == 405 and client.get("/feed/?page=-1&x=%00").status_code == 200
