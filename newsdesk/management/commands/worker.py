"""`manage.py worker`: does what is due on time, works off the queue of tasks, keeps it tidy."""

import logging
import signal
import subprocess
import sys
import threading
from datetime import date
from time import monotonic

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from articles.due import run_due
from newsdesk import housekeeping, worker_sign

logger = logging.getLogger(__name__)
LOOK_EVERY = 1  # seconds
START_AGAIN_AFTER = 5  # seconds: a database that is away ends the process for tasks as often as it is started
TELL_EVERY = 60  # seconds: that it is still away
TASKS_STOP_WITHIN = 8  # seconds: time for the task that runs to finish
QUEUE = [sys.executable, str(settings.BASE_DIR / "manage.py"), "db_worker", "--no-reload", "--queue-name=*", "-v0"]


class Command(BaseCommand):
    help = "Publish on time and work off the queue of tasks until told to stop (SIGTERM or Ctrl-C)."

    def handle(self, **options: object) -> None:
        stop = threading.Event()
        before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)}
        queue = subprocess.Popen(QUEUE)
        logger.info("At work")
        last_day: date | None = None
        try:
            while not stop.wait(LOOK_EVERY):
                last_day = look(last_day)
                if queue.poll() is not None:
                    logger.error("The process for tasks ended (%s); starting it again", queue.returncode)
                    stop.wait(START_AGAIN_AFTER)
                    queue = subprocess.Popen(QUEUE)
        finally:
            end(queue)
            for number, handler in before.items():
                signal.signal(number, handler)


class Moments:
    """When something was last done that is not done at every look."""

    def __init__(self) -> None:
        self.last: dict[str, float] = {}

    def is_time(self, what: str, every: float) -> bool:
        """Whether it is to be done now; from then on it counts as done."""
        if monotonic() - self.last.get(what, -every) < every:
            return False
        self.last[what] = monotonic()
        return True


moments = Moments()


def look(last_day: date | None) -> date | None:
    """One round: due acts, lost tasks, the day's tidying; a database that cannot be used is tried next time."""
    close_old_connections()
    try:
        run_due()
        if moments.is_time("sign", worker_sign.EVERY):
            worker_sign.give()
            housekeeping.revive_lost_tasks()
            housekeeping.retry_failed_tasks()
        return housekeeping.forget_old(last_day)
    except DatabaseError as error:
        if moments.is_time("complaint", TELL_EVERY):
            logger.error("The database cannot be used, trying again every second: %s", error)
        return last_day


def end(queue: subprocess.Popen) -> None:
    queue.terminate()
    try:
        queue.wait(TASKS_STOP_WITHIN)
    except subprocess.TimeoutExpired:
        queue.kill()
        queue.wait()
