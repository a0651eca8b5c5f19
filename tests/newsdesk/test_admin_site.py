"""The desk as a site: its frame on every stock page, its overview by role, its choosers."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from newsdesk.admin_site import DeskSite
from newsdesk.models import User
from people.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss_client(client):
    client.force_login(User.objects.create_superuser("boss", first_name="Asel"))
    return client


def groups_shown(response):
    return [str(group.title) for group in response.context["desk_groups"]]


def test_the_desk_is_the_default_site():
    assert isinstance(admin.site._wrapped if hasattr(admin.site, "_wrapped") else admin.site, DeskSite)
    assert admin.site.is_registered(User)


def stock_pages():
    return {
        "index": reverse("admin:index"),
        "search": reverse("admin:desk_search"),
        "list": reverse("admin:newsdesk_user_changelist"),
        "add": reverse("admin:newsdesk_user_add"),
        "password": reverse("admin:password_change"),
        "group": reverse("admin:auth_group_add"),
        "app": reverse("admin:app_list", args=["auth"]),
    }


def one_row_pages(user):
    names = ("change", "history", "delete")
    return {name: reverse(f"admin:newsdesk_user_{name}", args=[user.pk]) for name in names}


def test_every_stock_page_has_the_desks_frame_and_nothing_that_the_policy_forbids(boss_client):
    user = User.objects.create_user("mira")
    for name, address in (stock_pages() | one_row_pages(user)).items():
        response = boss_client.get(address)
        html = response.content.decode()
        assert response.status_code == 200, name
        sheets = re.findall(r'<link[^>]*rel="stylesheet"[^>]*>', html)
        assert ["desk.css" in sheet for sheet in sheets] == [True], name
        assert 'id="desk-q"' in html and 'id="nav-sidebar"' in html, name
        assert " style=" not in html, name
        nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])
        for style in re.findall(r"<style[^>]*>", html):
            assert nonce and f'nonce="{nonce[1]}"' in style, name
        assert html.count("<h1>") == 1, name


def test_the_way_in_shows_the_marks_and_no_sidebar(client):
    html = client.get(reverse("admin:login")).content.decode()
    assert "Log in to the desk" in html and "Disputed: reports disagree" in html
    assert 'id="nav-sidebar"' not in html and 'id="desk-q"' not in html
    assert '<label for="id_username" class="required">Username</label>' in html


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("editor", ["Today", "Articles", "The record", "House"]),
        ("record keeper", ["Today", "Articles", "The record", "House"]),
        ("reporter", ["Today", "Articles", "The record"]),
        ("administrator", ["Today", "House"]),
    ],
)
def test_the_sidebar_shows_what_a_role_may_see(client_of, role, shown):
    assert groups_shown(client_of(role).get(reverse("admin:index"))) == shown


def test_somebody_without_rights_is_told_so(client):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    html = client.get(reverse("admin:index")).content.decode()
    assert "ask an administrator for a role" in html


def test_deleting_what_history_rests_on_is_refused_in_kind_words(boss_client):
    country = Organisation.objects.create(name="Vesmark", kind="country")
    for number in range(52):
        Organisation.objects.create(name=f"Ministry {number:02}", kind="ministry", parent=country)
    response = boss_client.get(reverse("admin:people_organisation_delete", args=[country.pk]))
    html = response.content.decode()
    assert "This organisation cannot be deleted" in html and "What rests on it" in html
    assert html.count("Ministry ") == 50 and "and 2 more" in html
    assert boss_client.post(response.request["PATH_INFO"], {"post": "yes"}).status_code == 200
    assert Organisation.objects.filter(pk=country.pk).exists()


def test_choosers_answer_with_the_label_of_the_desk(boss_client, monkeypatch):
    country = Organisation.objects.create(name="Vesmark", kind="country")
    monkeypatch.setattr(Organisation, "desk_label", lambda row: f"{row.name}, country", raising=False)
    query = {"app_label": "people", "model_name": "organisation", "field_name": "parent", "term": "VESM"}
    response = boss_client.get(reverse("admin:autocomplete"), query)
    assert response.json() == {
        "results": [{"id": str(country.pk), "text": "Vesmark, country"}],
        "pagination": {"more": False},
    }


@pytest.mark.parametrize(
    ("page", "found"), [("1", (20, True)), ("2", (1, False)), ("3", (0, False)), ("last", (1, False))]
)
def test_choosers_read_on_page_by_page(boss_client, page, found):
    for number in range(21):
        Organisation.objects.create(name=f"Ministry {number:02}", kind="ministry")
    query = {"app_label": "people", "model_name": "organisation", "field_name": "parent", "term": "min", "page": page}
    answer = boss_client.get(reverse("admin:autocomplete"), query).json()
    assert (len(answer["results"]), answer["pagination"]["more"]) == found


@pytest.mark.parametrize("page", ["0", "-1", "1001", "9" * 30, "two"])
def test_a_page_that_cannot_be_is_not_found(boss_client, page):
    query = {"app_label": "people", "model_name": "organisation", "field_name": "parent", "term": "min", "page": page}
    assert boss_client.get(reverse("admin:autocomplete"), query).status_code == 404


@pytest.mark.parametrize(
    ("words", "found"),
    [("gulnara", ["gtalant"]), ("Талант", ["gtalant"]), ("ta gul", []), ("", ["boss", "gtalant"]), ("%", [])],
)
def test_accounts_are_found_by_any_of_their_names_however_typed(boss_client, words, found):
    User.objects.create_user("gtalant", first_name="Gúlnara", last_name="Талант")
    response = boss_client.get(reverse("admin:newsdesk_user_changelist"), {"q": words})
    assert sorted(user.username for user in response.context["cl"].queryset) == found
