"""The archive: years and months with articles, and a month day by day."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from articles import publishing
from tests.articles.pages.desk import build, many, publish_at, save
from tests.once import built_once

pytestmark = pytest.mark.django_db

built, desk = built_once(build)


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode().partition("<main")[2].partition("</main>")[0])


def at(day, hour=9):
    return datetime(2023, 4, day, hour, tzinfo=UTC)


def months(html):
    return re.findall(r'<a href="/archive/([\d/]+)/"(?: aria-current="page")?>(\w+)<small>(\d+)</small>', html)


def test_the_overview_has_years_and_months_with_articles(client, desk):
    publish_at(desk, "Oil", at(27))
    publish_at(desk, "Gas", at(3))
    publish_at(desk, "From the archive", at(3), day=date(2019, 12, 31))
    publish_at(desk, "Closed", at(4))
    publishing.hold(desk.first.__class__.objects.get(headline="Closed"), by=desk.editor, why="lawyer")
    today = desk.first.__class__.objects.get(pk=desk.first.pk).day
    html = html_of(client, "/archive/")
    assert months(html)[-2:] == [("2023/04", "Apr", "2"), ("2019/12", "Dec", "1")]
    assert (f"{today:%Y/%m}", f"{today:%b}", "2") in months(html)
    assert "5 articles since December 2019." in html
    assert re.findall(r'<h2 id="y(\d+)">\1<span>(\d+) articles?</span>', html) == [
        (str(today.year), "2"),
        ("2023", "2"),
        ("2019", "1"),
    ]


def test_an_empty_archive_says_so(client, desk):
    for made in (desk.first, desk.second):
        publishing.hold(made, by=desk.editor, why="lawyer")
    assert "No article has been published yet." in html_of(client, "/archive/")


def test_a_month_day_by_day(client, desk):
    publish_at(desk, "Oil", at(27, 4))
    publish_at(desk, "Gas", at(27, 1), language="ru")
    publish_at(desk, "Words of April", datetime(2023, 5, 9, tzinfo=UTC), day=date(2023, 4, 3))
    publish_at(desk, "Before", datetime(2022, 11, 9, tzinfo=UTC))
    publish_at(desk, "Gone", at(28))
    publishing.take_down(desk.first.__class__.objects.get(headline="Gone"), by=desk.editor, why="wrong")
    save(desk, desk.first, "A draft of today", "<p>Secret.</p>", day=date(2023, 4, 5))
    html = html_of(client, "/archive/2023/04/")
    assert re.findall(r'<h2 id="on-([\d-]+)">([^<]*)<span>([^<]*)</span>', html) == [
        ("2023-04-27", "27 April", "Thursday"),
        ("2023-04-03", "3 April", "Monday"),
    ]
    rows = re.findall(
        r'<time datetime="([^"]*)">([^<]*)</time><a href="/articles/([\w-]+)/" lang="(\w+)">[^<]*</a><span>(\w+)', html
    )
    assert [row[1:] for row in rows] == [
        ("10:00", "oil", "en", "Diplomacy"),
        ("07:00", "gas", "ru", "Diplomacy"),
        ("", "words-of-april", "en", "Diplomacy"),  # it went out on another day
    ]
    assert rows[2][0] == "2023-04-03"
    assert "<h1>April 2023</h1>" in html and "3 articles" in html
    assert ("2023/04", "Apr", "3") in months(html) and 'aria-current="page">Apr' in html
    assert '<a href="/archive/2022/11/" rel="prev">' in html and "November 2022" in html
    assert '<a href="/archive/#y2023">2023</a>' in html and 'class="pager"' not in html


def test_the_meetings_of_a_month_stand_beside_it(client, desk):
    made = publish_at(desk, "May", datetime(2023, 5, 9, tzinfo=UTC))
    html = html_of(client, f"/archive/2023/{made.day:%m}/")
    assert "1 article, 1 meeting" in html and "Meetings in May" in html and "Talks in Oskemen" in html
    assert "All meetings of" not in html and 'href="?before' not in html


def test_a_long_month_goes_on_by_whole_days(client, desk):
    many(desk, 18)  # 3 to 20 May
    for n in range(40):
        publish_at(desk, f"Same day {n:02}", datetime(2023, 5, 10, 3, tzinfo=UTC) + timedelta(minutes=n))
    first = html_of(client, "/archive/2023/05/")
    assert first.count("<li><time") == 11 + 40 and 'href="?before=10"' in first and "3–9 May 2023" not in first
    assert "1–9 May 2023" in first
    rest = html_of(client, "/archive/2023/05/?before=10")
    assert rest.count("<li><time") == 7 and "To the end of the month" in rest and "58 articles" in rest
    assert set(re.findall(r"/articles/([\w-]+)/", first)).isdisjoint(re.findall(r"/articles/([\w-]+)/", rest))


@pytest.mark.parametrize("asked", ["0", "1", "32", "x", "-1", "99999999999999999999", "2"])
def test_what_is_no_day_of_the_month_is_not_found(asked, client, desk):
    publish_at(desk, "Oil", at(27))
    assert client.get("/archive/2023/04/", {"before": asked}).status_code == 404
    assert client.get("/archive/2023/04/", {"before": "28"}).status_code == 200


@pytest.mark.parametrize("month", ["2023/03", "2023/00", "2023/13", "0000/01", "9999/12"])
def test_a_month_without_articles_is_not_found(month, client, desk):
    publish_at(desk, "Oil", at(27))
    assert client.get(f"/archive/{month}/").status_code == 404


def test_the_queries_do_not_grow(client, desk, django_assert_num_queries):
    publish_at(desk, "Oil", at(27))
    for address, number in (("/archive/", 2), ("/archive/2023/04/", 14)):
        with django_assert_num_queries(number, exact=False) as few:
            client.get(address)
        for n in range(3):
            publish_at(desk, f"{address} {n}", at(20 + n))
        with django_assert_num_queries(len(few)):
            client.get(address)
