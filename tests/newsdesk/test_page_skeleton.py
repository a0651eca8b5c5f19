"""What holds for the HTML of every page: drawings, ids and labels agree; nothing inline; no cookie."""

import re

import pytest

PAGES = [
    "/",
    "/archive/",
    "/corrections/",
    "/people/",
    "/organisations/",
    "/meetings/",
    "/search/",
    "/search/?q=nobody",
    "/nothing-here/",
]
ALWAYS = {"emblem", "m-attended", "m-expected", "m-announced", "m-absent", "m-disputed", "m-not-reported"}


@pytest.fixture(params=PAGES)
def response(request, client, db):
    return client.get(request.param)


@pytest.fixture
def html(response):
    return response.content.decode()


def test_a_page_defines_the_drawings_it_uses_and_no_others(html):
    used = set(re.findall(r'<use href="#([\w-]+)"', html))
    defined = re.findall(r'<symbol id="([\w-]+)"', html)
    assert set(defined) == used | ALWAYS and len(defined) == len(set(defined))


def test_ids_are_used_once_and_labels_point_at_one(html):
    ids = re.findall(r'\sid="([^"]+)"', html)
    labels = re.findall(r'\s(?:aria-labelledby|aria-describedby|for)="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {each for label in labels for each in label.split()} <= set(ids)


def test_nothing_is_inline_and_no_script_is_needed(html):
    assert " style=" not in html and "<style" not in html and "<script" not in html and " onclick" not in html


def test_an_anonymous_reader_gets_no_cookie(response):
    assert not response.cookies


def test_a_page_has_one_heading_of_the_first_rank_and_a_language(html):
    assert html.count("<h1") == 1 and re.search(r'<html lang="[a-z]', html)
    assert re.search(r"<title>[^<]+</title>", html) and '<main id="main"' in html


def test_the_word_is_article(html):
    assert not re.search(r"\bstor(y|ies)\b", html, re.IGNORECASE)
