"""`manage.py worker`: does what is due on time, works off the queue of tasks, keeps it tidy."""

import logging
import signal
import subprocess
import sys
import threading
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from articles.due import run_due
from newsdesk import housekeeping

logger = logging.getLogger(__name__)
LOOK_EVERY = 1  # seconds
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
                    queue = subprocess.Popen(QUEUE)
        finally:
            end(queue)
            for number, handler in before.items():
                signal.signal(number, handler)


def look(last_day: date | None) -> date | None:
    """One round: due acts, lost tasks, the day's tidying; a database that cannot be reached is tried next time."""
    close_old_connections()
    try:
        run_due()
        housekeeping.revive_lost_tasks()
        return housekeeping.forget_old(last_day)
    except DatabaseError:
        logger.exception("The database cannot be used; trying again")
        return last_day


def end(queue: subprocess.Popen) -> None:
    queue.terminate()
    try:
        queue.wait(TASKS_STOP_WITHIN)
    except subprocess.TimeoutExpired:
        queue.kill()
        queue.wait()
