"""What every page gets, and at what cost."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from articles.models import Section
from newsdesk.context import site
from tests.articles.writing import begin, publish


@pytest.mark.django_db
def test_nothing_is_read_until_a_template_asks_for_the_sections(django_assert_num_queries):
    with django_assert_num_queries(0):
        context = site(RequestFactory().get("/"))
    with django_assert_num_queries(1):
        assert list(context["sections"]) == list(context["sections"]) == []


@pytest.mark.django_db
def test_a_section_is_named_once_something_public_stands_in_it(staff):
    empty, drafted = Section.objects.create(name="Empty"), Section.objects.create(name="Drafted")
    editor = staff("editor")
    begin(editor, section=drafted)
    publish(editor)
    names = [section.name for section in site(RequestFactory().get("/"))["sections"]]
    assert names == ["Diplomacy"] and empty.name not in names


def test_the_demonstration_says_so_and_is_not_indexed(settings):
    settings.DEMO = True
    context = site(RequestFactory().get("/")) | {"sections": []}
    page = render_to_string("404.html", context)
    assert "Demonstration" in page and page.count('content="noindex"') == 1


def test_a_real_desk_says_nothing_of_a_demonstration(settings):
    settings.DEMO = False
    context = site(RequestFactory().get("/")) | {"sections": []}
    assert "Demonstration" not in render_to_string("404.html", context)
    assert "noindex" not in render_to_string("base.html", context)


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_pages_of_last_resort_need_neither_request_nor_database(name):
    page = render_to_string(name)
    assert "<h1>" in page and "masthead" in page


def test_what_was_taken_down_shows_its_reason_and_nothing_else(settings):
    context = site(RequestFactory().get("/")) | {"sections": [], "reason": "The document was forged."}
    page = render_to_string("410.html", context)
    assert "The document was forged." in page and "<img" not in page
