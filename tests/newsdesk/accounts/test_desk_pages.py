"""The desk's page of an account: what a second person does there, and what nobody does to themselves."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from newsdesk.models import User
from people.models import Trail
from tests.articles.writing import begin

from .entering import browser_of, give_app, log_in, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db):
    return somebody("boss", role="administrator")


@pytest.fixture
def desk(boss):
    client = Client()
    client.force_login(boss)
    return client


def act(user, name):
    return reverse("admin:newsdesk_user_act", args=[user.pk, name])


def change(user):
    return reverse("admin:newsdesk_user_change", args=[user.pk])


def offered(client, user):
    return [each.name for each in client.get(change(user)).context["acts"]]


def link_on(answer):
    return re.search(r">http://testserver(/admin/account/new-password/[^<]+)<", answer.content.decode())[1]


def test_a_new_account_gets_its_first_password_by_link(desk):
    typed = {"username": "mira", "first_name": "Mira", "groups": [Group.objects.first().pk]}
    made = desk.post(reverse("admin:newsdesk_user_add"), typed)
    user = User.objects.get(username="mira")
    assert (user.is_staff, user.is_superuser, user.has_usable_password()) == (True, False, False)
    assert made["Location"] == act(user, "link")
    shown = desk.post(made["Location"], {"why": ""})
    client = Client()
    page = client.get(link_on(shown), follow=True)
    typed = {"new_password1": "a long walk by the river", "new_password2": "a long walk by the river"}
    client.post(page.redirect_chain[-1][0], typed)
    assert log_in(client)["Location"] == "/admin/"
    assert link_on(shown) not in desk.get(change(user)).content.decode(), "shown once"
    more = {"username": "asel", "_addanother": "1"}
    assert desk.post(reverse("admin:newsdesk_user_add"), more)["Location"] == reverse("admin:newsdesk_user_add")


def test_a_second_factor_is_taken_off_only_with_a_reason_and_a_promise(desk, boss):
    user = somebody()
    give_app(user)
    page = desk.get(change(user)).content.decode()
    assert "app with codes" in page and "nowhere" in page
    for lacking in ({"why": "lost"}, {"is_sure": "on"}):
        assert desk.post(act(user, "second-factor-off"), lacking).status_code == 200
    assert desk.post(act(user, "second-factor-off"), {"why": "lost", "is_sure": "on"})["Location"] == change(user)
    assert Trail.objects.get(act="second factor taken off").by == boss
    assert "none" in desk.get(change(user)).content.decode()


def test_another_is_signed_out_everywhere(desk):
    user = somebody()
    client = browser_of(user)
    assert desk.post(act(user, "sign-out"), {"why": "lost laptop"}).status_code == 302
    assert client.get("/admin/").status_code == 302
    assert "sign-out" not in offered(desk, user)


def test_closing_asks_who_takes_over_and_opening_again_is_offered(desk):
    user, asel = somebody(), somebody("asel", first_name="Asel", last_name="Nur")
    begin(user)
    page = desk.get(act(user, "close"))
    html = page.content.decode()
    assert "Unfinished: drafts 1, scheduled acts 0, open questions 0." in html
    assert "Asel Nur (asel)" in html and "mira</option>" not in html
    assert "to" in desk.post(act(user, "close"), {"why": ""}).context["form"].errors
    reporterless = somebody("keeper", role="record keeper")
    refused = desk.post(act(user, "close"), {"to": reporterless.pk})
    assert "may not write articles" in refused.content.decode()
    assert desk.post(act(user, "close"), {"to": asel.pk, "why": ""}).status_code == 302
    assert offered(desk, User.objects.get(pk=user.pk)) == ["open"]
    assert desk.post(act(user, "open"), {"why": ""}).status_code == 302
    assert offered(desk, User.objects.get(pk=user.pk)) == ["link", "close"]
    assert "there is nothing to hand over" in desk.get(act(user, "close")).content.decode()


def test_nobody_does_it_to_themselves_and_only_administrators_to_others(desk, boss):
    user = somebody()
    assert offered(desk, boss) == []
    names = ("link", "second-factor-off", "sign-out", "close", "open")
    assert {desk.post(act(boss, name), {"why": "me", "is_sure": "on"}).status_code for name in names} == {403}
    stranger = Client()
    stranger.force_login(user)
    assert {stranger.post(act(boss, name), {"why": "x"}).status_code for name in names} <= {403, 404}
    assert {Client().post(act(boss, name), {"why": "x"}).status_code for name in names} == {302}


def test_nobody_types_the_password_of_another(desk):
    user = somebody()
    answer = desk.post(reverse("admin:auth_user_password_change", args=[user.pk]), {"password1": "forged"})
    assert answer["Location"] == act(user, "link")
    assert User.objects.get(pk=user.pk).password == user.password
    assert user.password not in desk.get(change(user)).content.decode()


def test_an_administrator_makes_nobody_a_superuser(desk, boss):
    user = somebody()
    right = Permission.objects.first().pk
    typed = {"username": "mira", "is_superuser": "on", "is_active": "", "groups": [], "user_permissions": [right]}
    assert desk.post(change(user), typed).status_code == 302
    row = User.objects.get(pk=user.pk)
    assert (row.is_superuser, row.is_active, row.user_permissions.count(), row.groups.count()) == (False, True, 0, 0)
    root = Client()
    root.force_login(somebody("root", is_superuser=True))
    root.post(change(user), typed | {"is_staff": "on"})
    assert User.objects.get(pk=user.pk).is_superuser
