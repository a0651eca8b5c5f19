"""Lists of articles as CSV files."""

import csv
from io import StringIO

import pytest

from tests.articles.pages.desk import NOW, build, publish_at

pytestmark = pytest.mark.django_db


def rows(client, address):
    answer = client.get(address)
    assert answer.status_code == 200 and answer["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.fixture
def desk():
    return build()


@pytest.mark.parametrize(
    "address",
    ["/archive.csv", "/sections/diplomacy.csv", "/tags/rivers.csv", "/authors/mira-sanat.csv"],
)
def test_the_articles_of_a_list(desk, client, address):
    by_headline = {row["headline"]: row for row in rows(client, address)}
    row = by_headline["Ministers meet in Oskemen"]
    assert row["section"] == "Diplomacy" and row["authors"] == "Mira Sanat" and "rivers" in row["tags"].casefold()
    assert row["address"] == "http://testserver/articles/ministers-meet-in-oskemen/"
    assert row["day"] == row["published"][:10]


@pytest.mark.parametrize(
    "address", ["/archive/1999/05.csv", "/archive/2023/13.csv", "/sections/x.csv", "/tags/x.csv", "/authors/x.csv"]
)
def test_no_page_no_file(desk, client, address):
    assert client.get(address).status_code == 404


def test_the_articles_of_a_month(desk, client):
    publish_at(desk, "In spring", NOW.replace(month=5))
    assert [row["headline"] for row in rows(client, "/archive/2023/05.csv")] == ["In spring"]


def test_as_many_queries_for_three_articles_as_for_one(desk, client, django_assert_num_queries):
    publish_at(desk, "Another day", NOW)
    with django_assert_num_queries(6):
        assert len(list(client.get("/sections/diplomacy.csv").streaming_content)) == 2
