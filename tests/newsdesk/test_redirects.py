"""Former addresses: they lead to what is public now, and cost nothing where nothing is missing."""

from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles import readdressing as articles_readdressing
from articles.models import Contributor
from newsdesk import redirects
from people import readdressing, releasing
from people.models import Person
from tests.newsdesk.leaks.desk import article, build
from tests.once import built_once

pytestmark = pytest.mark.django_db

built, desk = built_once(build)


@pytest.fixture
def moved(desk):
    """Nearly everything has another address, some of it several times."""
    articles_readdressing.readdress(desk.first, slug="one", by=desk.editor)
    articles_readdressing.readdress(desk.first, slug="two", by=desk.editor)
    rows = [
        (desk.section, "world"),
        (desk.tag, "streams"),
        (desk.contributor, "m-sanat"),
        (desk.ada, "ada"),
        (desk.ministry, "rivers"),
        (desk.talks, "talks"),
        (desk.series, "river-ministers"),
    ]
    for row, slug in rows:
        readdressing.readdress(type(row).objects.get(pk=row.pk), slug=slug, by=desk.editor)
    return desk


def answer(client, address, **more):
    response = client.get(address, **more)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("/articles/ministers-meet-in-oskemen/", "/articles/two/"),
        ("/articles/one/", "/articles/two/"),
        ("/sections/diplomacy/", "/sections/world/"),
        ("/tags/rivers/", "/tags/streams/"),
        ("/authors/mira-sanat/", "/authors/m-sanat/"),
        ("/people/ada-orlan/", "/people/ada/"),
        ("/people/ada-orlan.ics", "/people/ada.ics"),
        ("/people/ada-orlan.csv", "/people/ada.csv"),
        ("/people/ada-orlan/feed/", "/people/ada/feed/"),
        ("/sections/diplomacy/feed/", "/sections/world/feed/"),
        ("/people/ada-orlan/?year=2023&before=x%2Fy", "/people/ada/?year=2023&before=x%2Fy"),
        ("/organisations/ministry-of-rivers/", "/organisations/rivers/"),
        ("/meetings/talks-in-oskemen-2023/", "/meetings/talks/"),
        ("/series/meeting-of-the-river-ministers/", "/series/river-ministers/"),
    ],
)
def test_one_step_leads_to_where_it_is_now(before, now, moved, client):
    assert answer(client, before) == (301, now)
    assert client.head(before).status_code == 301
    assert client.get(now.partition("?")[0]).status_code == 200


def test_only_reading_is_led_on(moved, client):
    assert client.post("/people/ada-orlan/").status_code == 405


def test_what_is_taken_down_says_so_at_its_former_addresses(moved, client):
    publishing.take_down(moved.first, by=moved.editor, why="It was forged.")
    here, before = client.get("/articles/two/"), client.get("/articles/one/")
    assert (here.status_code, before.status_code) == (410, 410)
    assert "It was forged." in before.content.decode()


def test_what_is_closed_answers_as_if_it_had_never_been(moved, client):
    releasing.close(Person.objects.get(slug="ada"), by=moved.editor, why="private")
    publishing.hold(moved.first, by=moved.editor, why="lawyer")
    for closed, never in (("/people/ada-orlan/", "/people/nobody/"), ("/articles/one/", "/articles/none/")):
        answers = []
        for address in (closed, never):
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address)
            answers.append((response.status_code, response.content, len(queries)))
        assert answers[0] == answers[1] and answers[0][0] == 404


def test_sections_tags_and_authors_without_anything_public_lead_nowhere(moved, client):
    for made in (moved.first, moved.second):
        publishing.hold(made, by=moved.editor, why="lawyer")
    for address in (
        "/sections/diplomacy/",
        "/tags/rivers/",
        "/authors/mira-sanat/",
        "/meetings/talks-in-oskemen-2023/",
    ):
        assert client.get(address).status_code == 404, address


def test_a_newcomer_does_not_get_a_former_address(moved):
    assert article(moved, "One", "<p>News.</p>").slug == "one-2"
    author = Contributor.objects.create(name="Mira Sanat")
    article(moved, "More", "<p>News.</p>", contributors=[author])
    author.refresh_from_db()
    assert author.slug == "mira-sanat-2"


def test_the_look_costs_nothing_where_nothing_is_missing(desk, client, django_assert_num_queries):
    with django_assert_num_queries(1):  # the sections on the page
        assert client.get("/no/such/page/").status_code == 404
    with patch.object(redirects, "moved", return_value=None) as look:
        assert client.get("/people/ada-orlan/").status_code == 200
        assert client.get("/people/", {"letter": "??"}).status_code == 404
    assert look.call_count == 1
