"""What the queue of tasks needs now and then: django-tasks-db neither revives what a killed worker left nor forgets."""

from datetime import date, timedelta

from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from newsdesk.models import CacheEntry

# No task of ours takes longer; what still «runs» after that belonged to a worker that was killed.
LOST_AFTER = timedelta(minutes=15)
KEPT_DAYS = 14
NOT_THEIR_FAULT = ["builtins.OSError", "django.db.utils.OperationalError", "django.db.utils.InterfaceError"]
NOT_THEIR_FAULT += ["django.db.utils.InternalError"]  # how psycopg names a read-only transaction
RETRY_AFTER, RETRY_FOR = timedelta(minutes=1), timedelta(days=1)


def revive_lost_tasks() -> int:
    """Make tasks of killed workers ready to run again; how many. Tasks are written so that twice does no harm."""
    lost = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - LOST_AFTER)
    return lost.update(status=TaskResultStatus.READY)


def retry_failed_tasks() -> int:
    """Make tasks ready again that failed because of a full disk or a lost database, a minute after they did; how many.

    For a day: what still fails then needs somebody to look.
    """
    now = timezone.now()
    failed = DBTaskResult.objects.failed().filter(
        exception_class_path__in=NOT_THEIR_FAULT, finished_at__lt=now - RETRY_AFTER, enqueued_at__gt=now - RETRY_FOR
    )
    return failed.update(status=TaskResultStatus.READY)


def forget_old(last: date | None) -> date:
    """Once a day of the site: drop what is past its time, measure the tables. Takes and gives the day it last did."""
    today = timezone.localdate()
    if today != last:
        call_command("prune_db_task_results", min_age_days=KEPT_DAYS, queue_name="*", verbosity=0)
        call_command("clearsessions")
        CacheEntry.objects.filter(expires__lt=timezone.now()).delete()  # Django's cache forgets only when it is full
        measure()
    return today


def measure() -> None:
    """Let SQLite sample how its rows are spread, by which it chooses among indexes; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
