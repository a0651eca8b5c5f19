"""What the queue of tasks needs now and then: django-tasks-db neither revives what a killed worker left nor forgets."""

from datetime import date, timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# No task of ours takes longer; what still «runs» after that belonged to a worker that was killed.
LOST_AFTER = timedelta(minutes=15)
KEPT_DAYS = 14


def revive_lost_tasks() -> int:
    """Make tasks of killed workers ready to run again; how many. Tasks are written so that twice does no harm."""
    lost = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - LOST_AFTER)
    return lost.update(status=TaskResultStatus.READY)


def forget_old(last: date | None) -> date:
    """Once a day of the site: drop finished tasks and sessions past their time. Takes and gives the day it last did."""
    today = timezone.localdate()
    if today != last:
        call_command("prune_db_task_results", min_age_days=KEPT_DAYS, queue_name="*", verbosity=0)
        call_command("clearsessions")
    return today
