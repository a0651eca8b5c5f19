"""Feeds of the record: meetings, and what there is of a person, an organisation or a series."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from articles import publishing
from articles.meeting_entries import moments_of
from articles.models import Article
from newsdesk.models import User
from people import readdressing, recording, releasing
from people.models import Evidence, Meeting, Person
from tests.once import built_once
from tests.people import desk as desks

pytestmark = pytest.mark.django_db

built, desk = built_once(lambda: desks.build(User.objects.create(username="keeper", is_staff=True, is_superuser=True)))


def parsed(client, address):
    response = client.get(address)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    return feed


def titles(client, address):
    return {entry.title for entry in parsed(client, address).entries}


def test_meetings_are_entries_with_their_days_and_rolls(client, desk):
    feed = parsed(client, "/meetings/feed/")
    assert (feed.feed.title, feed.feed.id) == ("Meetings – Newsdesk", "tag:localhost,2023:meetings/feed")
    entries = {entry.title: entry for entry in feed.entries}
    assert set(entries) == {
        "Talks in Astana, 26 April 2023",
        "Third river meeting, June 2022",
        "Fourth river meeting, 27 April 2023",
        "Sixth river meeting, May 2024",
        "Harbour talks, 10 May 2023",
        "Lake day, 25 May 2023",
        "River week, April 2023",
    }
    talks = entries["Talks in Astana, 26 April 2023"]
    assert talks.id == "tag:localhost,2023:meetings/talks-in-astana-2023"
    assert talks.link == "http://testserver/meetings/talks-in-astana-2023/"
    assert talks.summary == "Held. Astana. 4 attended." and [tag.term for tag in talks.tags] == ["talks"]
    assert entries["Lake day, 25 May 2023"].summary == "Cancelled. 1 expected."


def test_a_person_is_followed_with_articles_and_meetings(client, desk):
    feed = parsed(client, "/people/ada-orlan/feed/")
    assert (feed.feed.title, feed.feed.id) == ("Ada Orlan – Newsdesk", "tag:localhost,2023:person/ada-orlan/feed")
    said = {entry.title: entry.summary for entry in feed.entries}
    assert set(said) == {
        "Talks in Astana",
        "Talks in Astana, 26 April 2023",
        "Third river meeting, June 2022",
        "Fourth river meeting, 27 April 2023",
    }
    assert said["Fourth river meeting, 27 April 2023"].startswith("Ada Orlan: expected. Planned.")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "/series/meeting-of-the-river-ministers/",
            {"Third river meeting, June 2022", "Sixth river meeting, May 2024"},
        ),
        ("/organisations/ministry-of-rivers/", {"Harbour talks, 10 May 2023", "Talks in Astana, 26 April 2023"}),
        ("/people/lin-hai/", {"Third river meeting, June 2022"}),
        ("/meetings/", {"Lake day, 25 May 2023"}),
    ],
)
def test_every_page_with_meetings_is_a_feed_that_is_found(page, expected, client, desk):
    assert expected <= titles(client, f"{page}feed/")
    html = client.get(page).content.decode()
    assert html.count(f'href="{page}feed/"') == 2
    assert html.count(f'href="{page[:-1]}.ics"') >= 2
    assert '<link rel="alternate" type="text/calendar" title="' in html


def test_what_is_not_public_is_in_no_feed(client, desk):
    publishing.take_down(desk.article, by=desk.by, why="wrong")
    assert "Talks in Astana, 26 April 2023" not in titles(client, "/meetings/feed/")
    assert not any("Talks" in title for title in titles(client, "/people/ada-orlan/feed/"))
    releasing.close(Person.objects.get(pk=desk.ada.pk), by=desk.by, why="private")
    assert client.get("/people/ada-orlan/feed/").status_code == client.get("/people/nobody/feed/").status_code == 404


def test_another_address_leaves_all_ids(client, desk):
    before = parsed(client, "/people/ada-orlan/feed/")
    readdressing.readdress(Person.objects.get(pk=desk.ada.pk), slug="ada", by=desk.by)
    readdressing.readdress(Meeting.objects.get(pk=desk.talks.pk), slug="talks", by=desk.by)
    assert client.get("/people/ada-orlan/feed/").headers["Location"] == "/people/ada/feed/"
    after = parsed(client, "/people/ada/feed/")
    assert after.feed.id == before.feed.id
    assert {entry.id for entry in after.entries} == {entry.id for entry in before.entries}


def test_moments_are_of_what_readers_could_know(desk):
    """A sentence recorded in a draft counts from the publication; one recorded later from then on."""
    public_at, updated_at = datetime(2023, 4, 27, tzinfo=UTC), datetime(2023, 4, 28, tzinfo=UTC)
    Article._base_manager.filter(pk=desk.article.pk).update(first_public_at=public_at, updated_at=updated_at)
    Evidence._base_manager.update(at=public_at - timedelta(days=3))
    talks = Meeting.objects.filter(pk=desk.talks.pk)
    assert moments_of(talks) == {desk.talks.pk: (public_at, updated_at)}
    late = updated_at + timedelta(days=5)
    Evidence._base_manager.filter(outcome__meeting=desk.talks).update(at=late)
    assert moments_of(talks) == {desk.talks.pk: (public_at, late)}
    vouched = Meeting.objects.filter(pk=desk.sixth.pk)
    assert moments_of(vouched) == {desk.sixth.pk: (vouched.get().vouched_at, vouched.get().vouched_at)}
    vouched.update(vouched_at=None)
    some_day = datetime(2024, 5, 1, tzinfo=UTC)
    assert moments_of(vouched) == {desk.sixth.pk: (some_day, some_day)}


def test_the_queries_do_not_grow(client, desk, django_assert_num_queries):
    for address in ("/meetings/feed/", "/people/ada-orlan/feed/", "/organisations/ministry-of-rivers/feed/"):
        with django_assert_num_queries(20, exact=False) as few:
            client.get(address)
        desks.diary(desk, desk.ada, [f"2022-01-{day:02}" for day in range(1, 29)], on_behalf_of=desk.ministry)
        with django_assert_num_queries(len(few)):
            client.get(address)
    kept = recording.keep(Meeting(title="Until then", when="../2023-05-01", vouched_reason="Diary"), by=desk.by)
    Meeting._base_manager.filter(pk=kept.pk).update(vouched_at=None)
    assert moments_of(Meeting.objects.filter(pk=kept.pk))[kept.pk][0].year == 1970
