"""The first request after a moment does what is due, so that nothing depends on the worker alone."""

import logging
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error, connection
from django.utils import timezone

from articles import due

logger = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds, per process
BUDGET = 0.5  # seconds that a request gives to acts
LONGEST_WAIT = "50ms"  # for a lock


class DueActs:
    """Looks once a second, and at the very moment it knows of. One thread looks, the others pass.

    Waits for no lock and needs no database to answer: whatever is wrong there, the page is served as it is.
    """

    def __init__(self, get_response):
        if not settings.RUN_DUE_ON_REQUEST:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.turn = Lock()
        self.next_look = 0.0

    def __call__(self, request):
        if monotonic() >= self.next_look and self.turn.acquire(blocking=False):
            try:
                self.next_look = monotonic() + look()
            finally:
                self.turn.release()
        return self.get_response(request)


def look() -> float:
    """Do what is due. Returns in how many seconds to look again."""
    try:
        with hardly_waiting():
            if not due.run_due(BUDGET):
                return 0.0
            moment = due.next_moment()
    except Error as error:
        logger.info("What is due waits: %s", error)
        connection.close_if_unusable_or_obsolete()
        return LOOK_EVERY
    known = (moment - timezone.now()).total_seconds() if moment else LOOK_EVERY
    return known if 0 < known < LOOK_EVERY else LOOK_EVERY


@contextmanager
def hardly_waiting():
    """The connection gives up on locks after `LONGEST_WAIT`; afterwards it waits as before."""
    before = _set_wait(LONGEST_WAIT)
    try:
        yield
    finally:
        _set_wait(before)


def _set_wait(wait: str) -> str:
    """Set how long the connection waits for locks, as PostgreSQL writes it. Returns what was set before."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout")
            before = f"{cursor.fetchone()[0]}ms"
            cursor.execute(f"PRAGMA busy_timeout={int(wait.removesuffix('ms'))}")
        else:
            cursor.execute("SHOW lock_timeout")
            before = cursor.fetchone()[0]
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [wait])
    return before
