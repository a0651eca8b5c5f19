"""Imports off the page's path. Each task may be run twice: what is done is refused, and nothing is half done."""

from functools import partial

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django_tasks import task

from people.exchange import importing, previewing, undoing
from people.models import Import
from people.recording import Refused

AT_ONCE = 300  # rows that a request takes itself; more are the worker's
PRIORITY = 50  # somebody waits for it: before pictures
State = Import.State


def look(taken):
    """Compare the rows with the record, now or by the worker."""
    _start(taken, look_at, taken.pk) if taken.total > AT_ONCE else previewing.look(taken)


def run(taken, *, by, reason="", leaves_errors=False):
    """Take the import in, now or by the worker. Raises Refused."""
    if taken.total <= AT_ONCE:
        importing.run(taken, by=by, reason=reason, leaves_errors=leaves_errors)
        return
    _move(taken, State.READY, State.RUNNING)
    _start(taken, take_in, taken.pk, by.pk, reason, leaves_errors)


def undo(taken, *, by, why):
    """Take the import back, now or by the worker. Raises Refused."""
    if taken.total <= AT_ONCE:
        undoing.undo(taken, by=by, why=why)
        return
    _move(taken, State.DONE, State.UNDOING)
    _start(taken, take_back, taken.pk, by.pk, why)


@task(priority=PRIORITY)
def look_at(pk: int) -> None:
    taken = Import.objects.get(pk=pk)
    previewing.look(taken, tell=_tell(taken))


@task(priority=PRIORITY)
def take_in(pk: int, by: int, reason: str, leaves_errors: bool) -> None:
    taken, keeper = Import.objects.get(pk=pk), get_user_model().objects.get(pk=by)
    act = partial(importing.run, taken, by=keeper, reason=reason, leaves_errors=leaves_errors, tell=_tell(taken))
    _or_say_why(taken, State.READY, act)


@task(priority=PRIORITY)
def take_back(pk: int, by: int, why: str) -> None:
    taken, keeper = Import.objects.get(pk=pk), get_user_model().objects.get(pk=by)
    _or_say_why(taken, State.DONE, partial(undoing.undo, taken, by=keeper, why=why, tell=_tell(taken)))


def _start(taken, work, *told):
    transaction.on_commit(partial(work.enqueue, *told))


def _move(taken, before, after):
    """The import is one's own from here on: of two who click at once, one is refused."""
    if not Import.objects.filter(pk=taken.pk, state=before).update(state=after, done=0, refusal=""):
        raise Refused(_("Somebody else has begun that already."))


def _or_say_why(taken, before, act):
    """Do it; what refuses or breaks it leaves the import as it was, with a sentence on its page."""
    try:
        act()
    except Exception as error:
        said = str(error) if isinstance(error, Refused) else _("Something broke, and nothing was kept: %s") % error
        Import.objects.filter(pk=taken.pk).update(state=before, refusal=said)
        if not isinstance(error, Refused):
            raise


def _tell(taken):
    """Progress for the page that waits: while the rows are compared; writing is one act, which nobody sees half of."""

    def tell(done, total):
        if not connection.in_atomic_block:
            Import.objects.filter(pk=taken.pk).update(done=done, total=total)

    return tell
