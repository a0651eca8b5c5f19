"""Links of one use: made by a second person, shown once, handed over by hand."""

from datetime import datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from newsdesk.accounts import leaving, links, telling
from newsdesk.models import SignIn, User
from people.models import Trail
from people.recording import Refused

from .entering import PASSWORD, browser_of, code, give_app, log_in, somebody

pytestmark = pytest.mark.django_db
NEW = "another walk by the river"


def follow(link, client=None):
    """Open the link as a browser does: the page with the form, and its address."""
    answer = (client or Client()).get(link, follow=True)
    return answer, answer.redirect_chain[-1][0] if answer.redirect_chain else link


def set_password(link, new=NEW, again=None):
    client = Client()
    _page, address = follow(link, client)
    return client.post(address, {"new_password1": new, "new_password2": again or new}, follow=True)


@pytest.fixture
def boss(db):
    return somebody("boss", role="administrator", first_name="Asel")


def test_a_link_sets_a_password_once(boss):
    user = somebody()
    at_work = browser_of(user)
    link = links.make(user, by=boss, why="forgot it")
    assert log_in(Client()).status_code == 302, "until it is used the old password works"
    link = links.make(user, by=boss)
    page, address = follow(link)
    assert "For the account mira" in page.content.decode()
    assert link.rsplit("/", 2)[1] not in address, "the secret part leaves the address"
    done = set_password(link)
    assert [str(each) for each in done.context["messages"]] == ["Your password is set. Log in with it now."]
    assert at_work.get("/admin/").status_code == 302
    assert SignIn.objects.filter(user=user).count() == 0
    assert "This link does not work" in follow(link)[0].content.decode()
    assert (log_in(Client()).status_code, log_in(Client(), password=NEW).status_code) == (200, 302)
    rows = Trail.objects.filter(kind="newsdesk.user", object_id=user.pk).order_by("pk")
    assert [(row.act, row.by, row.why) for row in rows] == [
        ("link for a new password made", boss, "forgot it"),
        ("link for a new password made", boss, ""),
        ("new password set by link", user, ""),
    ]
    assert NEW not in str(list(rows.values())) and link not in str(list(rows.values()))


def test_a_weak_password_is_refused_with_the_form_kept(boss):
    link = links.make(somebody(), by=boss)
    page = set_password(link, "short")
    assert "at least 12 characters" in str(page.context["form"].errors)
    assert "match" in str(set_password(link, NEW, "something else").context["form"].errors)
    assert set_password(link).redirect_chain[-1][0] == reverse("admin:login")


def test_a_used_link_opens_a_locked_door(boss):
    user = somebody()
    for _ in range(6):
        locked = log_in(Client(), password="wrong")
    assert "Too many wrong attempts" in locked.content.decode()
    set_password(links.make(user, by=boss))
    assert log_in(Client(), password=NEW).status_code == 302


def test_a_newer_link_or_a_log_in_ends_an_older_one(boss):
    user = somebody()
    first, second = links.make(user, by=boss), links.make(user, by=boss)
    assert ["does not work" in follow(each)[0].content.decode() for each in (first, second)] == [True, False]
    log_in(Client())
    assert "does not work" in follow(second)[0].content.decode()


def test_a_link_ends_with_its_hours_and_with_the_account(boss, monkeypatch, settings):
    user, other = somebody(), somebody("asel")
    link, others = links.make(user, by=boss), links.make(other, by=boss)
    leaving.close(other, by=boss)
    assert "does not work" in follow(others)[0].content.decode()
    now = datetime.now()
    monkeypatch.setattr(links.LinkTokens, "_now", lambda self: now + timedelta(hours=24, minutes=1))
    assert "does not work" in follow(link)[0].content.decode()
    with pytest.raises(Refused, match="closed"):
        links.make(User.objects.get(pk=other.pk), by=boss)


def test_nobody_makes_a_link_for_themselves(boss):
    with pytest.raises(Refused, match="for themselves"):
        links.make(boss, by=boss)


@pytest.mark.parametrize(
    "name", ["MQ/x-y", "x/set-password", "MQ/set-password", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk/x-y", "ж/%00"]
)
def test_an_invented_link_opens_nothing(client, name, boss):
    answer = client.get(f"/admin/account/new-password/{name}/", follow=True)
    assert (answer.status_code, "This link does not work" in answer.content.decode()) == (200, True)
    assert client.post(f"/admin/account/new-password/{name}/", {"new_password1": NEW}).status_code == 200


def test_a_link_does_not_get_past_a_second_factor(boss):
    user = somebody()
    give_app(user)
    set_password(links.make(user, by=boss))
    client = Client()
    assert log_in(client, password=NEW)["Location"] == reverse("mfa_authenticate")
    assert client.post(reverse("mfa_authenticate"), {"code": code()})["Location"] == "/admin/"


def test_the_person_is_told_at_the_next_log_in_and_finds_it_on_their_account(boss):
    user = somebody()
    links.make(user, by=boss, why="asked by telephone")
    links.make(user, by=None)
    set_password(links.make(user, by=boss))
    client = Client()
    answer = log_in(client, password=NEW)
    told = [str(each).partition(" (")[0] for each in get_messages(answer.wsgi_request)]
    assert told == [
        "Asel made a link for a new password of yours",
        "Somebody on the server made a link for a new password of yours",
        "Asel made a link for a new password of yours",
        "A new password was set by link",
    ]
    page = client.get("/admin/account/").content.decode()
    assert page.count("Link for a new password made") == 3 and "asked by telephone" in page
    assert telling.untold(User.objects.get(pk=user.pk)) == []
    assert log_in(Client(), "boss", PASSWORD).status_code == 302
    assert telling.untold(boss) == []
