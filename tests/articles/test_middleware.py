"""The first request after a moment does what is due, and no request ever waits or fails for it."""

import threading
from datetime import timedelta
from time import monotonic

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from articles import due, middleware, scheduling
from articles.middleware import DueActs, look
from articles.models import Article, ScheduledAct
from people.disclosure import public_act

from .writing import begin

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on(settings):
    settings.RUN_DUE_ON_REQUEST = True


@pytest.fixture
def planned(staff):
    """An article whose moment has come."""
    editor = staff("editor")
    article = begin(editor)
    due_at = timezone.now() + timedelta(hours=1)
    scheduling.schedule(article, act="publish", revision=article.draft, due_at=due_at, by=editor)
    passed = timezone.now() - timedelta(seconds=5)
    ScheduledAct.objects.update(due_at=passed, try_at=passed)
    return article


@pytest.fixture
def clock(monkeypatch):
    """The clock of the middleware stands still; `clock(0.3)` moves it on by so many seconds."""
    now = [1000.0]
    monkeypatch.setattr(middleware, "monotonic", lambda: now[0])

    def forward(seconds):
        now[0] += seconds

    return forward


@pytest.fixture
def looks(monkeypatch):
    """Counts the looks; `looks.append_returns` is how long the next ones last."""

    class Looks(list):
        returns = 1.0

    found = Looks()

    def look():
        found.append(1)
        return found.returns

    monkeypatch.setattr(middleware, "look", look)
    return found


def is_public(article):
    return Article.objects.get(pk=article.pk).is_public


def served(request):
    return f"page of {request}"


def lock_wait():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SHOW lock_timeout")
        return str(cursor.fetchone()[0])


def test_it_is_the_first_of_all_that_look_at_the_page(settings):
    """Before it stand only those that number the request and say whether the desk is well."""
    assert settings.MIDDLEWARE[:3] == [
        "newsdesk.middleware.Numbered",
        "newsdesk.middleware.Health",
        "articles.middleware.DueActs",
    ]


def test_a_setting_leaves_the_acts_to_the_worker(settings):
    settings.RUN_DUE_ON_REQUEST = False
    with pytest.raises(MiddlewareNotUsed):
        DueActs(served)


def test_the_first_request_after_the_moment_finds_the_article_public(planned):
    Client().get("/no-such-page/")
    assert is_public(planned)


def test_it_looks_once_a_second(looks, clock):
    acts = DueActs(served)
    for _request in range(3):
        assert acts("here") == "page of here"
        clock(0.3)
    assert len(looks) == 1
    clock(0.2)
    acts("here")
    assert len(looks) == 2


def test_it_looks_at_the_very_moment_it_knows_of(looks, clock):
    acts, looks.returns = DueActs(served), 0.25
    acts("here")
    clock(0.2)
    acts("here")
    assert len(looks) == 1
    clock(0.05)
    acts("here")
    assert len(looks) == 2


def test_one_thread_looks_and_the_others_pass(monkeypatch):
    looking, done, counted = threading.Event(), threading.Event(), []

    def slow_look():
        counted.append(1)
        looking.set()
        assert done.wait(10)
        return 1.0

    monkeypatch.setattr(middleware, "look", slow_look)
    acts = DueActs(served)
    first = threading.Thread(target=acts, args=("first",))
    first.start()
    assert looking.wait(10)
    assert acts("second") == "page of second"
    done.set()
    first.join()
    assert counted == [1]


def test_a_look_that_breaks_lets_the_next_one_look(monkeypatch):
    acts = DueActs(served)
    with monkeypatch.context() as patched:
        patched.setattr(middleware, "look", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            acts("here")
    monkeypatch.setattr(middleware, "look", lambda: 5.0)
    assert acts("here") == "page of here"


def test_how_soon_to_look_again_where_nothing_waits():
    assert look() == middleware.LOOK_EVERY


@pytest.mark.parametrize(("ahead", "expected"), [(0.5, 0.5), (90, 1.0), (-5, 1.0)])
def test_how_soon_to_look_again_where_something_waits(planned, monkeypatch, ahead, expected):
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr(due, "run_due", lambda budget: True)
    ScheduledAct.objects.update(try_at=now + timedelta(seconds=ahead))
    assert look() == pytest.approx(expected)


def test_where_time_ran_out_the_next_request_goes_on(planned, monkeypatch):
    monkeypatch.setattr(middleware, "BUDGET", 0)
    assert look() == 0.0
    assert not is_public(planned)


def test_inside_a_look_nothing_waits_for_locks_and_afterwards_everything_as_before(monkeypatch):
    before, inside = lock_wait(), []
    monkeypatch.setattr(due, "run_due", lambda budget: inside.append(lock_wait()) or True)
    look()
    assert inside == ["50" if connection.vendor == "sqlite" else "50ms"]
    assert lock_wait() == before != inside[0]


def test_any_error_of_the_database_is_swallowed_and_the_wait_put_back(transactional_db, monkeypatch, caplog):
    before = lock_wait()

    def locked(budget):
        raise OperationalError("database is locked")

    monkeypatch.setattr(due, "run_due", locked)
    with caplog.at_level("INFO", "articles.middleware"):
        assert look() == middleware.LOOK_EVERY
    assert "database is locked" in caplog.text
    assert lock_wait() == before


@pytest.fixture
def read_only(transactional_db):
    """The database of this connection refuses every write."""
    on, off = (
        ("PRAGMA query_only=ON", "PRAGMA query_only=OFF")
        if connection.vendor == "sqlite"
        else ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    )

    def switch(sql):
        with connection.cursor() as cursor:
            cursor.execute(sql)

    yield lambda: switch(on)
    switch(off)


def test_a_read_only_database_answers_and_stays_closed(read_only, planned):
    read_only()
    assert Client().get("/no-such-page/").status_code == 404
    act = ScheduledAct.objects.get()
    assert (act.state, act.attempts, is_public(planned)) == ("waiting", 0, False)


@pytest.fixture
def writer(transactional_db):
    """`with writer():` another connection holds the lock that every act needs."""
    return Writer


class Writer:
    def __enter__(self):
        self.holds, self.may_go = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self.hold)
        self.thread.start()
        assert self.holds.wait(10)

    def hold(self):
        try:
            with public_act():
                self.holds.set()
                assert self.may_go.wait(30)
        finally:
            connection.close()

    def __exit__(self, *_error):
        self.may_go.set()
        self.thread.join()


def test_a_page_is_served_while_somebody_writes(writer, planned):
    client = Client()
    with writer():
        started = monotonic()
        assert client.get("/no-such-page/").status_code == 404
        took = monotonic() - started
        assert not is_public(planned)
    print(f"answered in {took * 1000:.0f} ms while a writer held the lock")
    assert took < 5  # SQLite would wait 20 seconds, PostgreSQL for ever
    act = ScheduledAct.objects.get()
    assert (act.state, act.attempts) == ("waiting", 0)
    look()
    assert is_public(planned)
