"""What the address of an article answers, to whom and to what."""

import pytest

from articles import publishing
from tests.articles.pages.desk import article, build
from tests.once import built_once

pytestmark = pytest.mark.django_db
ADDRESS = "/articles/ministers-meet-in-oskemen/"


built, desk = built_once(build)


def test_a_public_article_is_read(client, desk):
    response = client.get(ADDRESS)
    assert response.status_code == 200 and not response.cookies
    head = client.head(ADDRESS)
    assert head.status_code == 200 and head.content == b""


def test_a_taken_down_article_answers_410_without_a_word_of_it(client, desk):
    publishing.take_down(desk.first, by=desk.editor, why="The document was forged.")
    response = client.get(ADDRESS)
    html = response.content.decode()
    assert response.status_code == 410 and 'content="noindex"' in html
    assert "The document was forged." in html and "This article has been taken down" in html
    assert "Ministers meet in Oskemen" not in html and "Ada Orlan" not in html and "<picture" not in html
    assert client.head(ADDRESS).status_code == 410


def test_an_article_that_goes_out_again_is_read_again(client, desk):
    publishing.take_down(desk.first, by=desk.editor, why="By mistake.")
    publishing.publish(desk.first, revision=desk.first.draft, by=desk.editor)
    assert client.get(ADDRESS).status_code == 200


def test_secret_articles_are_as_if_they_had_never_been(client, desk, django_assert_num_queries):
    article(desk, "A secret draft", "<p>Secret.</p>", publish=False)
    held = article(desk, "Held words", "<p>Held.</p>")
    publishing.hold(held, by=desk.editor, why="lawyer")
    with django_assert_num_queries(4):
        never = client.get("/articles/never/")
    assert never.status_code == 404 and b'content="noindex"' in never.content
    for slug in ("a-secret-draft", "held-words"):
        with django_assert_num_queries(4):
            response = client.get(f"/articles/{slug}/")
        assert (response.status_code, response.content) == (404, never.content)


@pytest.mark.parametrize("path", ["articles", "sections", "tags", "authors"])
@pytest.mark.parametrize("slug", ["%00", "a%00b", "x" * 10_000, "..", "秦刚", "%F0%9F%98%80", "-1", "1", "a%2Fb", "'"])
def test_hostile_addresses_are_not_found(client, path, slug):
    assert client.get(f"/{path}/{slug}/").status_code == 404


def test_only_reading_is_answered(client, desk):
    assert client.post(ADDRESS).status_code == client.put(ADDRESS).status_code == 405
    assert client.get(f"{ADDRESS}?page=-1&q=%00").status_code == 200
