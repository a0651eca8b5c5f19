"""Somebody was signed out while they typed: nothing is saved, nothing is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from newsdesk.desk.signed_out import plain

pytestmark = pytest.mark.django_db
BROWSER = {"Accept": "text/html,application/xhtml+xml"}
TYPED = {
    "headline": "Ministers meet <b>again</b> in Oskemen",
    "body": "<p>They met on the river.</p><p>They &amp; the others signed.</p>",
    "language": "en",
    "csrfmiddlewaretoken": "x" * 64,
    "new_password1": "a long walk by the river",
}


def test_what_was_typed_is_shown_and_nothing_is_saved(client):
    answer = client.post(reverse("admin:articles_article_add"), TYPED, headers=BROWSER)
    html = answer.content.decode()
    assert (answer.status_code, Article.objects.count()) == (403, 0)
    assert answer.context["typed"] == [
        ("body", "They met on the river.\n\nThey & the others signed."),
        ("headline", TYPED["headline"]),
    ]
    assert "Ministers meet &lt;b&gt;again&lt;/b&gt; in Oskemen</textarea>" in html
    assert "walk by the river" not in html and "x" * 64 not in html
    assert 'id="nav-sidebar"' not in html


def test_where_nothing_was_typed_or_a_script_asks_the_way_leads_to_the_door(client):
    address = reverse("admin:articles_article_add")
    door = f"{reverse('admin:login')}?next={address}"
    assert client.post(address, {"headline": "Short"}, headers=BROWSER)["Location"] == door
    assert client.post(address, TYPED)["Location"] == door
    assert client.get(address, TYPED, headers=BROWSER).status_code == 302


def test_a_form_from_elsewhere_is_not_shown_again():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("admin:articles_article_add"), TYPED, headers=BROWSER)
    assert answer.status_code == 403
    assert "They met on the river" not in answer.content.decode()


def test_plain_text():
    assert [plain(each) for each in ("a < b", " <p>One</p><p>Two</p> ")] == ["a < b", "One\n\nTwo"]
