"""The front page: every part that readers are promised."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from articles import publishing
from articles.models import Article, Image, Section
from newsdesk.pages import home
from people.models import Attendance, Meeting
from tests.articles.pages.desk import NOW, article, build, publish_at, talks_of
from tests.newsdesk.leaks.worlds import frozen
from tests.once import built_once

pytestmark = pytest.mark.django_db


built, desk = built_once(frozen(NOW)(build))


def html_of(client):
    with frozen(NOW):
        response = client.get("/")
    assert response.status_code == 200 and not response.cookies
    return re.sub(r"\s+", " ", response.content.decode())


def picture():
    words = {"alt": "A river", "caption": "The river.", "credit": "Mira", "licence": "ours", "source": "ours"}
    return Image.objects.create(hash="a" * 32, width=900, height=600, created_at=NOW, **words)


def test_an_empty_desk_says_so(client, db):
    html = html_of(client)
    assert "No article has been published yet." in html and "Look up an official" not in html


def test_articles_stand_by_rank_each_once(client, desk):
    with_picture = {"lead_image": picture()}
    trade = Section.objects.create(name="Trade")
    for n in range(14):
        publish_at(desk, f"Report {n:02}", NOW - timedelta(days=n + 1), **(with_picture if n in (2, 8) else {}))
    publish_at(desk, "Old trade", NOW - timedelta(days=900), section=trade)
    html = html_of(client)
    lead = re.search(r'front-lead">.*?<a href="/articles/([\w-]+)/">', html)[1]
    assert lead == "report-02"  # the fifth of all: four newer ones have no picture
    shown = re.findall(r'<(?:h2|h3|li) lang="en"><a href="/articles/([\w-]+)/">', html)
    assert len(shown) == len(set(shown)) and "report-08" in shown
    blocks = html[html.index('id="in-diplomacy"') :]
    assert 'id="in-trade"' in blocks and "Old trade" in blocks and '<a href="/sections/trade/">Trade</a>' in blocks


def test_the_lead_is_the_newest_of_the_first_with_a_picture(client, desk):
    publish_at(desk, "Pictured", NOW - timedelta(hours=1), lead_image=picture(), standfirst="With a picture.")
    html = html_of(client)
    lead = html[html.index("front-lead") :].split("</article>")[0]
    assert "/articles/pictured/" in lead and "With a picture." in lead and "<picture>" in lead


def test_the_lead_says_what_it_tells_of_rolls(client, desk):
    with frozen(NOW):
        publishing.hold(desk.second, by=desk.editor, why="lawyer")
    lead = html_of(client).split("front-lead")[1].split("</article>")[0]
    assert "Ministers meet in Oskemen" in lead and "2 attended, 1 expected" in lead


def test_what_is_ahead_and_last_on_the_record(client, desk):
    html = html_of(client)
    ledger = html[html.index('id="record-heading"') :].split("</section>")[0]
    assert re.findall(r'class="what" href="/meetings/([\w-]+)/"', ledger) == [
        "second-river-meeting-2023",
        "talks-in-oskemen-2023",
    ]
    assert "1 expected" in ledger and "2 attended" in ledger and "30 May 2023" in ledger and "Oskemen" in ledger


def test_who_met_lately_with_post_or_side(client, desk):
    html = html_of(client)
    lately = html[html.index("Met lately") :].split("</ul>")[0]
    assert re.findall(r'<a href="/people/([\w-]+)/">([^<]+)</a><span>([^<]*)</span>', lately) == [
        ("ada-orlan", "Ada Orlan", "Minister of Rivers, Ministry of Rivers"),
        ("boris-temir", "Boris Temir", "Vesmark"),
    ]


def test_the_way_to_officials(client, desk):
    html = html_of(client)
    assert "3 people" in html and "2 meetings" in html
    assert re.findall(r'href="/people/(\?letter=\w)"', html) == ["?letter=O", "?letter=T", "?letter=U"]


def test_when_it_changed_and_what_the_record_got_today(client, desk):
    html = html_of(client)
    assert "Thursday, 1 June 2023" in html and "Updated <time" in html
    assert "The record: 3 entries today" in html
    page = home.home_page(day=date(2023, 6, 2))
    assert (page["record_words"], page["updated"]) == ("", NOW)


def test_the_sections_lead_to_their_pages(client, desk):
    html = html_of(client)
    nav, footer = html[html.index("<nav") : html.index("</nav>")], html[html.index("<footer") :]
    assert all('<a href="/sections/diplomacy/">Diplomacy</a>' in part for part in (nav, footer))


def test_articles_in_other_languages(client, desk):
    for headline, language in (("Новости", "ru"), ("Старые новости", "ru"), ("新闻", "zh-hans")):
        publish_at(desk, headline, NOW - timedelta(days=len(headline)), language=language)
    html = html_of(client)
    tongues = html[html.index('id="tongues-heading"') :]
    assert re.findall(r'<li lang="([\w-]+)"><span>([^<]+)</span><a href="/articles/[^"]+">([^<]+)</a>', tongues) == [
        ("ru", "Русский", "Новости"),
        ("zh-Hans", "简体中文", "新闻"),
    ]


def test_a_desk_in_another_language_alone_still_has_a_lead(client, desk):
    Article.objects.all().update(language="ru")
    html = html_of(client)
    assert '<h2 lang="ru"><a href="/articles/a-bridge-opens/">' in html and "tongues" not in html


def test_secrets_stay_out(client, desk):
    before = html_of(client)
    with frozen(NOW):
        secret = Section.objects.create(name="Secret section")
        article(desk, "A secret", "<p>Draft.</p>", publish=False, section=secret)
        talks_of(desk, desk.first, "The ministry of rivers hosted the talks.", "Talks", desk.dana)
    after = html_of(client)
    assert "ecret" not in after and "Dana" not in after and before.count("<h3") == after.count("<h3")


def test_as_many_queries_for_three_of_each_as_for_one(client, desk, django_assert_max_num_queries):
    with frozen(NOW), django_assert_max_num_queries(12) as one:
        client.get("/")
    number = len(one)
    for n in range(3):
        section = Section.objects.create(name=f"Section {n}")
        made = publish_at(desk, f"More {n}", NOW, f"<p>Talks number {n}.</p>", section=section, lead_image=None)
        talks_of(desk, made, f"Talks number {n}.", f"Talks {n}", desk.ada, desk.clara)
    assert Meeting.objects.public().count() == 5 and Attendance.objects.public().count() == 9
    with frozen(NOW), django_assert_max_num_queries(12) as three:
        client.get("/")
    assert len(three) == number


def test_only_reading_is_answered(client, desk):
    assert client.head("/").status_code == 200 and client.post("/").status_code == 405
    assert client.get("/?page=-1&before=%00").status_code == 200


def test_what_machines_ask_for_first(client, settings):
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /admin/\nDisallow: /search/\n"
    settings.DEMO = True
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    icon = client.get("/favicon.ico")
    assert icon.status_code == 301 and icon["Location"].endswith("icon.svg")


def test_a_future_day_has_no_name_yet(client, desk):
    """The day of the site is read once: everything on the page agrees with it."""
    with frozen(datetime(2023, 6, 30, tzinfo=UTC)):
        html = client.get("/").content.decode()
    assert "30 June 2023" in html and html.index("second-river-meeting") < html.index("talks-in-oskemen")
