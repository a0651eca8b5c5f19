"""What stands on every page alike is rendered once, and anew where a name or a language is another."""

from django.template import Context, Template
from django.utils import translation

WORDS = Template("{% load once %}{% once %}{{ site_name }}, {{ day }}{% endonce %}")


def render(**names):
    return WORDS.render(Context(names))


def test_it_is_rendered_once_and_kept(settings):
    assert [render(site_name="A", day=1), render(site_name="A", day=2)] == ["A, 1", "A, 1"]


def test_another_site_name_or_language_or_setting_is_rendered_anew(settings):
    assert render(site_name="B", day=1) == "B, 1"
    assert render(site_name="C", day=2) == "C, 2"
    with translation.override("ru"):
        assert render(site_name="B", day=3) == "B, 3"
    settings.SITE_TAGLINE = "Another line"
    assert render(site_name="B", day=4) == "B, 4"
