"""The search page: who is meant first, nothing secret, and no query that fails."""

import re
from urllib.parse import quote

import pytest

from articles.models import Article
from people import recording, releasing
from people.models import Name, Person
from tests.articles.pages.desk import NOW, article, build, linking, publish_at, talks_of
from tests.newsdesk.leaks.worlds import frozen
from tests.once import built_once

pytestmark = pytest.mark.django_db


built, desk = built_once(frozen(NOW)(build))


def page_of(client, q):
    with frozen(NOW):
        response = client.get(f"/search/?q={quote(q)}")
    assert response.status_code == 200 and not response.cookies
    return re.sub(r"\s+", " ", response.content.decode())


def hits(html):
    return re.findall(r'<p class="kicker">([^<]+)</p><h2[^>]*><a href="([^"]+)">', html)


def test_the_form_alone(client, db):
    html = page_of(client, "")
    assert "<h1" in html and 'name="q"' in html and hits(html) == [] and "answers to" not in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("q", ["Ada Orlan", "orlan ada", "ADA", "Ада Орлан", "орлан"])
def test_a_name_in_any_spelling_order_and_script_finds_its_person_first(client, desk, q):
    html = page_of(client, q)
    best = html[html.index('id="best-heading"') :].split("</section>")[0]
    assert 'href="/people/ada-orlan/">Ada Orlan</a>' in best and '<p lang="ru">Ада Орлан</p>' in best
    assert "Minister of Rivers, Ministry of Rivers, since 10 January 2023" in best
    assert "att-attended" in best and '<a href="/meetings/talks-in-oskemen-2023/">Talks in Oskemen</a>' in best
    assert "Every meeting of Ada Orlan" in best and 'Searched as well: <b lang="ru">Ада Орлан</b>' in html
    assert ("Article", "/articles/ministers-meet-in-oskemen/") in hits(html)
    assert ("Person", "/people/ada-orlan/") not in hits(html)  # not twice


def test_all_kinds_in_their_order(client, desk):
    html = page_of(client, "river")
    kinds = [kind for kind, _url in hits(html)]
    order = ["Person", "Meeting", "Series of meetings", "Organisation", "Article"]
    assert kinds == sorted(kinds, key=order.index) and set(kinds) >= {"Person", "Meeting", "Series of meetings"}
    assert f"{len(kinds)} found" in html and "20 June 2023" in html


def test_one_organisation_that_is_meant_stands_on_top(client, desk):
    desk.ministry.description = "Keeps the rivers."
    desk.ministry.save()
    html = page_of(client, "ministry of rivers")
    best = html[html.index('id="best-heading"') :].split("</section>")[0]
    assert 'href="/organisations/ministry-of-rivers/"' in best and "Keeps the rivers." in best


def test_of_namesakes_nobody_is_meant_unless_the_whole_name_is_typed(client, desk):
    other = recording.keep(Person(name="Ada Orlanova", family_name="Orlanova"), by=desk.editor)
    releasing.release(other, by=desk.editor)
    both = page_of(client, "ada")
    assert "best-heading" not in both
    assert {url for _kind, url in hits(both)} >= {"/people/ada-orlan/", "/people/ada-orlanova/"}
    assert 'href="/people/ada-orlan/">Ada Orlan</a></h2>' in page_of(client, "Ada Orlan")


def test_articles_that_name_the_person_otherwise_are_found_too(client, desk):
    made = publish_at(desk, "The minister speaks", NOW, "<p>She spoke.</p>")
    linking.confirm(made, desk.ada, words="minister", by=desk.editor)
    assert ("Article", "/articles/the-minister-speaks/") in hits(page_of(client, "Ada Orlan"))


def test_an_article_in_another_language_says_which(client, desk):
    publish_at(desk, "Новости рек", NOW, "<p>Вода.</p>", language="ru", standfirst="О воде.")
    html = page_of(client, "новости")
    assert [kind for kind, _url in hits(html)] == ["Article, in Russian"]
    assert '<h2 lang="ru">' in html and '<p class="sum" lang="ru">О воде.</p>' in html


def test_secrets_find_nothing_and_emptiness_is_honest(client, desk):
    article(desk, "Zarlyk pact", "<p>Zarlyk.</p>", publish=False)
    recording.keep(Name(person=desk.ada, text="Ada Zarlykova", language="en"), by=desk.editor)
    secret, never = page_of(client, "zarlyk"), page_of(client, "zarlya")
    assert secret == never.replace("zarlya", "zarlyk")
    assert "Nothing in our articles and our record answers to “zarlyk”." in secret


def test_a_single_letter_is_too_short_a_chinese_character_is_not(client, desk):
    html = page_of(client, "a")
    assert "Write at least two letters." in html and 'aria-invalid="true"' in html
    assert "Write at least two letters." not in page_of(client, "王")
    assert "Write at least two letters." in page_of(client, "!?")


@pytest.mark.parametrize(
    "q",
    ["\0", "a\0da", '"', "'; DROP TABLE", "NEAR(a b)", "*", "AND OR NOT", "-ada", "ada*", "ж" * 10_000, "a " * 5_000]
    + ["\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "😀", "%", "<script>alert(1)</script>"]
    + ["(((", "col:ada", "^ada", "ada\\", "\u202eada", "{{ q }}", "ada:*&!(|"],
)
def test_nothing_that_is_typed_fails(client, db, q):
    html = page_of(client, q)
    assert "<script>alert" not in html


def test_bytes_that_are_no_text_do_not_fail(client, db):
    assert client.get("/search/?q=%ff%fe%00").status_code == 200
    assert client.get("/search/?page=-1&q=ada&q=orlan").status_code == 200
    assert client.head("/search/?q=ada").status_code == 200 and client.post("/search/").status_code == 405


def test_a_long_list_says_that_it_is_the_best_of_more(client, desk):
    for n in range(21):
        publish_at(desk, f"Glacier {n}", NOW)
    html = page_of(client, "glacier")
    assert len(hits(html)) == 20 and "20 found; of the articles the best." in html


@pytest.mark.parametrize("q", ["ada", "river", "vesmark"])
def test_as_many_queries_for_three_articles_as_for_one(client, desk, q, django_assert_max_num_queries):
    publish_at(desk, "Ada river vesmark", NOW)
    with django_assert_max_num_queries(12) as one:
        page_of(client, q)
    number = len(one)
    for n in range(3):
        made = publish_at(desk, f"Ada river vesmark {n}", NOW, f"<p>Talks number {n}.</p>")
        talks_of(desk, made, f"Talks number {n}.", f"River talks {n}", desk.ada)
    assert Article.objects.public().count() == 6
    with django_assert_max_num_queries(12) as three:
        page_of(client, q)
    assert len(three) == number
