"""The upkeep of the queue of tasks."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from newsdesk import housekeeping
from newsdesk.models import CacheEntry, SignIn

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 20, 30, tzinfo=UTC)  # in Almaty it is 5 May already


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def task(status: TaskResultStatus, **moments: datetime) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=status,
        task_path="articles.tasks.make_renditions",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        **moments,
    )


def test_tasks_of_killed_workers_run_again_and_no_others():
    lost = task(TaskResultStatus.RUNNING, started_at=NOW - timedelta(minutes=16))
    at_work = task(TaskResultStatus.RUNNING, started_at=NOW - timedelta(minutes=14))
    done = task(TaskResultStatus.SUCCESSFUL, started_at=NOW - timedelta(hours=1), finished_at=NOW)
    assert housekeeping.revive_lost_tasks() == 1
    states = {row.pk: row.status for row in DBTaskResult.objects.all()}
    assert states == {
        lost.pk: TaskResultStatus.READY,
        at_work.pk: TaskResultStatus.RUNNING,
        done.pk: TaskResultStatus.SUCCESSFUL,
    }


def test_tasks_that_failed_for_want_of_disk_or_database_are_tried_again():
    def failed(kind: str, minutes: int, day: timedelta = timedelta()) -> DBTaskResult:
        row = task(TaskResultStatus.FAILED, exception_class_path=kind, finished_at=NOW - timedelta(minutes=minutes))
        DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=NOW - day)
        return row

    full, away = failed("builtins.OSError", 2), failed("django.db.utils.OperationalError", 2)
    failed("builtins.OSError", 0)
    failed("builtins.ValueError", 2)
    failed("builtins.OSError", 2, timedelta(days=2))
    assert housekeeping.retry_failed_tasks() == 2
    assert set(DBTaskResult.objects.ready()) == {full, away}


def test_old_tasks_and_sessions_are_forgotten_once_a_day_of_the_site():
    def make_old() -> None:
        task(TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=15))
        key = f"old{DBTaskResult.objects.count()}"
        SignIn.objects.create(session_key=key, expire_date=NOW - timedelta(days=1))
        CacheEntry.objects.create(cache_key=key, value="", expires=NOW - timedelta(days=1))

    make_old()
    kept = task(TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=13))
    day = housekeeping.forget_old(None)
    assert day.isoformat() == "2026-05-05"
    assert list(DBTaskResult.objects.all()) == [kept]
    assert not SignIn.objects.exists() and not CacheEntry.objects.exists()

    make_old()
    assert housekeeping.forget_old(day) == day
    assert DBTaskResult.objects.count() == 2
    assert housekeeping.forget_old(day - timedelta(days=1)) == day
    assert list(DBTaskResult.objects.all()) == [kept]
