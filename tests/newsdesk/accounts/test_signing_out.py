"""Where somebody is signed in: listed in words, ended one by one or all at once."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsdesk.accounts import sessions, signing_out
from newsdesk.models import SignIn
from people.models import Trail

from .entering import FIREFOX, PASSWORD, browser_of, somebody

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1"


def devices(user):
    return sorted(row.device for row in signing_out.of(user))


def handle_of(user, device):
    return next(row.handle for row in signing_out.of(user) if row.device == device)


def test_the_account_lists_browsers_in_words_and_signs_out_of_one():
    user = somebody()
    desk = browser_of(user, HTTP_USER_AGENT=FIREFOX)
    phone = browser_of(user, HTTP_USER_AGENT=PHONE)
    page = desk.get(ACCOUNT).content.decode()
    assert devices(user) == ["Firefox on Linux", "Safari on iPhone"]
    assert page.count("this browser") == 1 and "Safari on iPhone" in page
    assert not any(row.session_key in page for row in signing_out.of(user)), "a key opens the desk"
    assert "127.0.0.1" not in page
    answer = desk.post(reverse("sign_out_one"), {"which": handle_of(user, "Safari on iPhone")}, follow=True)
    assert [str(each) for each in answer.context["messages"]] == ["Signed out there."]
    assert (phone.get(ACCOUNT).status_code, desk.get(ACCOUNT).status_code) == (302, 200)
    again = desk.post(reverse("sign_out_one"), {"which": "nonsense"}, follow=True)
    assert [str(each) for each in again.context["messages"]] == ["That one is signed out already."]


def test_nobody_signs_out_somebody_else_there():
    user, other = somebody(), somebody("asel")
    browser_of(user, HTTP_USER_AGENT=PHONE)
    browser_of(other).post(reverse("sign_out_one"), {"which": handle_of(user, "Safari on iPhone")})
    assert devices(user) == ["Safari on iPhone"]
    assert browser_of(other).get(reverse("sign_out_one")).status_code == 405
    assert Client().post(reverse("sign_out_others")).status_code == 302


def test_signing_out_everywhere_else():
    user = somebody()
    desk, *others = (browser_of(user) for _ in range(3))
    answer = desk.post(reverse("sign_out_others"), follow=True)
    assert [str(each) for each in answer.context["messages"]] == ["Signed out in 2 other browsers."]
    assert [each.get(ACCOUNT).status_code for each in (desk, *others)] == [200, 302, 302]


def test_a_new_password_signs_out_everywhere_else():
    user = somebody()
    desk, other = browser_of(user), browser_of(user)
    new = "another walk by the river"
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": "not the same"}
    assert desk.post(reverse("admin:password_change"), typed).status_code == 200
    assert other.get(ACCOUNT).status_code == 200
    assert desk.post(reverse("admin:password_change"), typed | {"new_password2": new}).status_code == 302
    assert [each.get(ACCOUNT).status_code for each in (desk, other)] == [200, 302]
    trail = Trail.objects.get(act="password changed")
    assert (trail.by, trail.after) == (user, {"browsers signed out": 1})


def test_nobody_guesses_at_a_desk_left_open():
    client = browser_of(somebody())
    typed = {"old_password": "a guess", "new_password1": "x", "new_password2": "x"}
    answers = [client.post(reverse("admin:password_change"), typed).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_logging_out_ends_the_row():
    user = somebody()
    client = browser_of(user)
    client.post(reverse("admin:logout"))
    assert signing_out.of(user) == []


def test_use_is_noted_now_and_then_and_keeps_the_session(monkeypatch):
    user = somebody()
    client = browser_of(user)
    begun = SignIn.objects.get(user=user)
    client.get(ACCOUNT)
    assert SignIn.objects.get(user=user).last_seen == begun.last_seen
    later = timezone.now() + timedelta(hours=6)
    monkeypatch.setattr(timezone, "now", lambda: later)
    answer = client.get(ACCOUNT)
    row = SignIn.objects.get(user=user)
    assert (row.first_seen < row.last_seen, row.last_seen) == (True, later)
    assert row.expire_date > begun.expire_date + timedelta(hours=5)
    assert answer.cookies["sessionid"]["max-age"] == 12 * 3600


def test_a_database_that_cannot_be_written_to_is_no_obstacle(monkeypatch):
    client = browser_of(somebody())
    later = timezone.now() + timedelta(hours=6)
    monkeypatch.setattr(timezone, "now", lambda: later)

    def full(*args, **kwargs):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(sessions.SessionStore, "save", full)
    assert client.get(ACCOUNT).status_code == 200


def test_a_session_past_its_time_is_not_listed():
    user = somebody()
    browser_of(user)
    SignIn.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert signing_out.of(user) == []


def test_readers_have_no_session(client):
    client.get("/")
    client.get("/admin/login/")
    assert SignIn.objects.count() == 0
    assert client.cookies.get("sessionid") is None


def test_words_for_half_known_devices():
    assert [SignIn(browser=b, system=s).device for b, s in (("Firefox", ""), ("", "Linux"), ("", ""))] == [
        *("Firefox", "Linux", "Unknown browser")
    ]
    assert SignIn.get_session_store_class() is sessions.SessionStore
