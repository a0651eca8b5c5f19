"""Imports that the worker does: what they leave on the way, and when they are refused or break."""

import pytest
from django_tasks_db.models import DBTaskResult

from people import tasks
from people.exchange import importing, previewing
from people.models import Import, Person
from people.recording import Refused, keep
from tests.people.exchange.lists import TOLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(keeper, monkeypatch):
    """An import too long for a request: two rows."""
    monkeypatch.setattr(tasks, "AT_ONCE", 1)
    return previewing.begin([("people.csv", b"name\nAda Orlan\nLin Hai\n")], by=keeper, **TOLD)


def work():
    """What the worker does with what waits in its queue."""
    for waiting in DBTaskResult.objects.ready():
        waiting.task.call(*waiting.args_kwargs["args"])
        waiting.delete()


def state(taken):
    taken.refresh_from_db()
    return taken.state, taken.refusal


def test_short_ones_are_done_at_once(keeper):
    taken = previewing.begin([("people.csv", b"name\nAda Orlan\n")], by=keeper, **TOLD)
    tasks.look(taken)
    assert state(taken) == ("ready", "")
    tasks.run(taken, by=keeper)
    assert Person.objects.count() == 1
    tasks.undo(taken, by=keeper, why="wrong")
    assert Person.objects.count() == 0 and state(taken) == ("undone", "")


def test_long_ones_are_the_workers(keeper, taken, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tasks.look(taken)
    assert taken.is_busy and state(taken) == ("looking", "")
    work()
    assert state(taken) == ("ready", "") and not taken.is_busy
    with django_capture_on_commit_callbacks(execute=True):
        tasks.run(taken, by=keeper, reason="Checked")
    with pytest.raises(Refused, match="Somebody else has begun that already."):
        tasks.run(taken, by=keeper)
    assert state(taken) == ("running", "") and Person.objects.count() == 0
    work()
    assert state(taken) == ("done", "") and Person.objects.count() == 2 and taken.vouched_reason == "Checked"
    with django_capture_on_commit_callbacks(execute=True):
        tasks.undo(taken, by=keeper, why="wrong")
    assert state(taken) == ("undoing", "")
    work()
    assert state(taken) == ("undone", "") and Person.objects.count() == 0


def test_a_refusal_stands_on_the_page_and_all_is_as_before(keeper, taken):
    previewing.look(taken)
    importing.run(taken, by=keeper)
    ada = Person.objects.get(name="Ada Orlan")
    ada.biography = "Minister"
    keep(ada, by=keeper)
    tasks.undo(taken, by=keeper, why="wrong")
    tasks.take_back.call(taken.pk, keeper.pk, "wrong")
    assert state(taken) == (
        "done",
        "This import cannot be undone, since later work rests on it: “Ada Orlan” was changed.",
    )


def test_what_breaks_is_said_and_logged(keeper, taken, monkeypatch):
    def broken(*told, **named):
        raise OSError("the disk is full")

    previewing.look(taken)
    tasks.run(taken, by=keeper)
    monkeypatch.setattr(importing, "run", broken)
    with pytest.raises(OSError):
        tasks.take_in.call(taken.pk, keeper.pk, "", False)
    assert state(taken) == ("ready", "Something broke, and nothing was kept: the disk is full")


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_while_rows_are_compared(keeper, taken):
    tell = tasks._tell(taken)
    tell(1, 2)
    assert Import.objects.get(pk=taken.pk).done == 1
