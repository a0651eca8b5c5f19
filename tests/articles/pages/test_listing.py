"""Pages of sections, tags and authors: the newest 50 by day or month, and the way on."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import Http404, QueryDict

from articles import publishing
from articles.models import Article, Contributor, Image, Tag
from articles.pages.listing import by_day, part_of
from articles.pages.numbers import in_words
from articles.pages.section import section_page, sections
from tests.articles.pages.desk import NOW, build, many, publish_at, save, talks_of
from tests.once import built_once

pytestmark = pytest.mark.django_db
LISTS = ["/sections/diplomacy/", "/tags/rivers/", "/authors/mira-sanat/"]


built, desk = built_once(build)


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def slugs(html):
    return re.findall(r'<h[23] lang="[\w-]+"><a href="/articles/([\w-]+)/">', html)


def groups(html):
    return re.findall(r'<h2 id="on-[\d-]+">([^<]*)<span>([^<]*)</span>', html)


def test_a_section_has_its_newest_article_on_top_and_the_others_by_day(client, desk):
    desk.section.description = "Talks and treaties."
    desk.section.save()
    for n, headline in enumerate(["Newest", "Second", "Third"]):
        publish_at(desk, headline, datetime(2033, 5, 20 - n, 9, tzinfo=UTC))
    html = html_of(client, "/sections/diplomacy/")
    assert slugs(html)[:3] == ["newest", "second", "third"] and "<h1>Diplomacy</h1>" in html
    assert groups(html)[:2] == [("Thursday", "19 May 2033"), ("Wednesday", "18 May 2033")]
    assert "Talks and treaties.</p>" in html and 'href="/sections/diplomacy/" aria-current="page"' in html
    assert 'class="teaser teaser-big"' in html and "2 attended, 1 expected" in html


def test_days_near_the_sites_day_have_their_names(desk):
    days = [date(2023, 5, 3), date(2023, 5, 2), date(2023, 5, 1)]
    articles = [Article(day=day) for day in days]
    found = by_day(articles, [{}, {}, {}], day=days[0])
    assert [group.name for group in found] == ["Today", "Yesterday", "Monday"]


def test_what_is_next_on_the_record_of_a_section(desk):
    publish_at(desk, "Elsewhere", NOW)
    page = section_page(sections().get(), QueryDict(), day=date(2023, 6, 1))
    assert [line.title for line in page["upcoming"]] == ["Second river meeting"]
    assert [tag.name for tag in page["often"]] == ["Rivers"]
    assert section_page(sections().get(), QueryDict(), day=date(2023, 7, 1))["upcoming"] == []


def test_tags_and_authors_list_by_month_with_numbers(client, desk):
    desk.contributor.biography = "Writes on rivers."
    desk.contributor.save()
    for n in range(3):
        moment = datetime(2023, 4 - n // 2, 20 - n, 9, tzinfo=UTC)
        publish_at(desk, f"Report {n}", moment, tags=[desk.tag], contributors=[desk.contributor])
    for address in LISTS[1:]:
        html = html_of(client, address)
        assert groups(html)[1:] == [("April 2023", "2 articles"), ("March 2023", "1 article")]
        assert slugs(html)[1:] == ["report-0", "report-1", "report-2"]
    assert "Writes on rivers." in html and "<h1>Mira Sanat</h1>" in html


@pytest.mark.parametrize("address", LISTS)
def test_fifty_a_page_and_every_article_once(client, desk, address):
    made = many(desk, 55, tags=[desk.tag], contributors=[desk.contributor])
    first = html_of(client, address)
    older = re.search(r'href="(\?before=[\w-]+)">Older', first)[1]
    second = html_of(client, address + older)
    found = [*slugs(first), *slugs(second)]
    assert len(slugs(first)) == 50 and len(found) == len(set(found)) == (57 if "diplomacy" in address else 56)
    assert [slug for slug in found if slug.startswith("report")] == [article.slug for article in made]
    assert 'href="?">Newest' in second and "Older" not in second and "Newest</a>" not in first
    cut = [note for _name, note in groups(first)[-1:] + groups(second)[:1]]
    assert "diplomacy" in address or cut == ["", ""]  # a month cut in two does not count what it shows


def test_articles_of_one_moment_part_by_slug(desk):
    moment = datetime(2023, 3, 1, 9, tzinfo=UTC)
    made = [publish_at(desk, f"Same {letter}", moment, tags=[desk.tag]) for letter in "cab"]
    made.append(publish_at(desk, "Same day, earlier", moment - timedelta(hours=1), tags=[desk.tag]))
    listed = Article.objects.public().filter(slug__startswith="same").by_day()
    order = ["same-a", "same-b", "same-c", "same-day-earlier"]
    assert [article.slug for article in listed] == order
    for n, article in enumerate(listed):
        assert [each.slug for each in listed.beyond(article)] == order[n + 1 :]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("bad", ["nothing-of-that-name", "%00", "x" * 10_000, "a/b", "-1; drop", "ж" * 121])
def test_a_before_that_is_no_article_of_the_list_is_not_found(client, desk, address, bad):
    assert client.get(f"{address}?before={bad}").status_code == 404


@pytest.mark.parametrize("address", LISTS)
def test_other_parameters_change_nothing(client, desk, address):
    assert client.get(f"{address}?page=-1&before=").content == client.get(address).content
    assert client.head(address).status_code == 200 and client.post(address).status_code == 405
    assert not client.get(address).cookies


def test_lists_exist_only_while_something_public_stands_on_them(client, desk):
    Tag.objects.create(name="Unused")
    never = client.get("/tags/never/").content
    publishing.hold(desk.first, by=desk.editor, why="lawyer")
    for address in LISTS[1:]:
        response = client.get(address)
        assert response.status_code == 404 and response.content == never
    publishing.hold(desk.second, by=desk.editor, why="lawyer")
    assert client.get(LISTS[0]).status_code == 404 and client.get("/tags/unused/").status_code == 404


def test_a_list_that_empties_between_two_queries_is_not_found(desk):
    with pytest.raises(Http404):
        part_of(Article.objects.none(), QueryDict())


def test_drafts_stand_in_no_list(client, desk):
    save(desk, desk.first, "A secret headline", "<p>Secret.</p>", tags=[Tag.objects.create(name="Quarrel")])
    for address in LISTS:
        assert "ecret" not in html_of(client, address)
    assert client.get("/tags/quarrel/").status_code == 404


def test_a_unicode_slug(client, desk):
    tag, writer = Tag.objects.create(name="Реки"), Contributor.objects.create(name="王毅")
    publish_at(desk, "О реках", NOW, tags=[tag], contributors=[writer], language="ru")
    assert "О реках" in html_of(client, "/tags/реки/") and '<h3 lang="ru">' in html_of(client, "/authors/王毅/")


@pytest.mark.parametrize("address", LISTS)
def test_as_many_queries_for_three_articles_as_for_one(client, desk, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as one:
        client.get(address)
    number = len(one)
    words = dict.fromkeys(("alt", "caption", "credit", "licence", "source"), "A river")
    image = Image.objects.create(hash="a" * 32, width=900, height=600, created_at=NOW, **words)
    for n in range(3):
        given = {"tags": [desk.tag], "contributors": [desk.contributor], "lead_image": image}
        made = publish_at(desk, f"More {n}", NOW, f"<p>Talks number {n}.</p>", **given)
        talks_of(desk, made, f"Talks number {n}.", f"Talks {n}", desk.ada, desk.boris)
    with django_assert_max_num_queries(number) as three:
        client.get(address)
    assert len(three) == number


def test_numbers_beyond_twelve_are_digits():
    assert [in_words(number) for number in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
