"""Somebody leaves the desk, or comes back."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from articles import scheduling
from articles.models import Article, ScheduledAct
from newsdesk.accounts import leaving, links
from newsdesk.models import SignIn, User
from people.models import Trail
from people.recording import Refused
from tests.articles.writing import begin

from .entering import browser_of, give_app, log_in, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db):
    return somebody("boss", role="administrator")


def test_what_is_unfinished_goes_to_a_colleague_and_history_keeps_the_name(boss):
    mira, asel = somebody(), somebody("asel")
    article = begin(mira)
    due = timezone.now() + timedelta(hours=1)
    scheduling.schedule(article, act="publish", revision=article.draft, due_at=due, by=mira)
    client = browser_of(mira)
    leaving.close(mira, by=boss, to=asel, why="a new job")
    assert Article.objects.get().created_by == asel
    assert ScheduledAct.objects.get().by == asel
    assert Article.objects.get().draft.by == mira
    row = User.objects.get(pk=mira.pk)
    assert (row.is_active, row.has_usable_password(), row.groups.count()) == (False, False, 1)
    assert client.get("/admin/").status_code == 302
    assert SignIn.objects.filter(user=mira).count() == 0
    assert log_in(Client()).status_code == 200
    trail = Trail.objects.get(act="closed")
    assert (trail.by, trail.why, trail.after) == (boss, "a new job", {"handed over to": "asel"})
    handed = Trail.objects.get(act="handed over")
    assert (handed.object_id, handed.before, handed.after) == (article.pk, {"whose": "mira"}, {"whose": "asel"})


def test_nothing_is_left_without_a_colleague(boss):
    mira, gone = somebody(), somebody("gone", is_active=False)
    begin(mira)
    for to, said in ((None, "Say who"), (gone, "still works here"), (mira, "still works here")):
        with pytest.raises(Refused, match=said):
            leaving.close(mira, by=boss, to=to)
    assert (User.objects.get(pk=mira.pk).is_active, Article.objects.get().created_by) == (True, mira)


def test_who_leaves_nothing_needs_nobody(boss):
    mira = somebody()
    give_app(mira)
    leaving.close(mira, by=boss)
    assert Authenticator.objects.count() == 0
    assert Trail.objects.get(act="closed").after == {}
    with pytest.raises(Refused, match="closed already"):
        leaving.close(mira, by=boss)


def test_nobody_closes_their_own(boss):
    with pytest.raises(Refused, match="ask somebody else"):
        leaving.close(boss, by=boss)


def test_who_comes_back_gets_a_link(boss):
    mira = somebody()
    with pytest.raises(Refused, match="This account is open"):
        leaving.open_again(mira, by=boss)
    leaving.close(mira, by=boss)
    leaving.open_again(mira, by=boss, why="back")
    assert log_in(Client()).status_code == 200, "the password of before is gone"
    mira = User.objects.get(pk=mira.pk)
    assert [group.name for group in mira.groups.all()] == ["editor"]
    assert "Set your password" in Client().get(links.make(mira, by=boss), follow=True).content.decode()
