"""What is due is done, once and in order: by the worker, and by the first request after the moment.

What cannot run stays closed: late and shown to the desk, never early.
"""

import logging
from contextlib import suppress
from datetime import timedelta
from time import monotonic

from django.db import DatabaseError, OperationalError
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from articles import publishing
from articles.models import Runner, ScheduledAct
from articles.publishing import Later
from people.recording import Refused

logger = logging.getLogger(__name__)
LEASE = timedelta(seconds=10)  # renewed between acts; how long a killed runner keeps others from running
LONGEST_PAUSE = 60  # seconds between two attempts
Act, State = ScheduledAct.Act, ScheduledAct.State


class Overtaken(Exception):
    """Somebody cancelled, moved or did the act meanwhile: what was just done is rolled back."""


def next_moment():
    """When the next attempt of a waiting act is to be made, perhaps long ago; None if nothing waits."""
    return ScheduledAct.objects.waiting().order_by("try_at").values_list("try_at", flat=True).first()


def run_due(budget: float | None = None) -> bool:
    """Do what is due, one act after the other, for at most about `budget` seconds. False: time ran out before.

    Returns True at once while somebody else runs: one runner at a time keeps the order. An act that fails is tried
    again and holds back only later publications of its article. Raises DatabaseError if the database cannot be
    written to: that is not the act's fault and costs it no attempt.
    """
    moment = next_moment()
    if moment is None or moment > timezone.now():
        return True
    started, lease = monotonic(), _take_lease()
    try:
        while lease and (budget is None or monotonic() - started < budget):
            act = _next_act()
            if act is None:
                return True
            if _count_attempt(act):
                _run(act)
            lease = _renewed(lease)
        return lease is None
    finally:
        if lease:
            Runner.objects.filter(pk=1, until=lease).update(until=timezone.now())


def _take_lease():
    """The end of the lease, by which its holder knows it again; None while somebody else has it."""
    now = timezone.now()
    until = now + LEASE
    return until if Runner.objects.filter(pk=1, until__lte=now).update(until=until) else None


def _renewed(lease):
    """The new end; None if the lease ran out during a long act and somebody else runs now."""
    until = timezone.now() + LEASE
    return until if Runner.objects.filter(pk=1, until=lease).update(until=until) else None


def _next_act():
    """The first act to be tried now. Publications wait for earlier acts of their article that are to be tried later."""
    now = timezone.now()
    earlier = Q(due_at__lt=OuterRef("due_at")) | Q(due_at=OuterRef("due_at"), pk__lt=OuterRef("pk"))
    failed = ScheduledAct.objects.waiting().filter(earlier, article=OuterRef("article"), try_at__gt=now)
    due = ScheduledAct.objects.waiting().filter(try_at__lte=now)
    return (
        due.exclude(Q(Exists(failed)) & Q(act=Act.PUBLISH))
        .select_related("article__live", "revision", "by")
        .order_by("due_at", "pk")
        .first()
    )


def _as_found(act):
    """The row, unless it was done, cancelled or moved since it was read."""
    return ScheduledAct.objects.waiting().filter(pk=act.pk, due_at=act.due_at)


def _count_attempt(act):
    """Written before the attempt: an act that kills its process does not kill the next one at once."""
    next_try = timezone.now() + pause(act.attempts + 1)
    return _as_found(act).update(attempts=F("attempts") + 1, try_at=next_try)


def pause(attempts: int) -> timedelta:
    """How long after that many attempts the next one is made."""
    return timedelta(seconds=min(LONGEST_PAUSE, 2 ** min(attempts, 10)))


def _run(act):
    """One attempt, and what its failure means."""
    try:
        _do(act)
    except OperationalError:  # locked, read-only, gone: the act is not at fault
        with suppress(DatabaseError):
            _as_found(act).update(attempts=act.attempts, try_at=act.try_at)
        raise
    except Overtaken:
        logger.info("Overtaken: %s", act.pk)
    except Later as later:
        _as_found(act).update(attempts=act.attempts, try_at=later.until, error=str(later))
    except Refused as refusal:
        _ask(act, str(refusal))
    except Exception as error:
        logger.exception("Scheduled act %s failed, attempt %s", act.pk, act.attempts + 1)
        _as_found(act).update(error=f"{type(error).__name__}: {error}"[:2000])


def _do(act):
    """The act and its mark, in one transaction."""

    def finish():
        if not _as_found(act).update(state=State.DONE, done_at=timezone.now(), error=""):
            raise Overtaken

    if act.act == Act.TAKE_DOWN:
        publishing.take_down(act.article, by=act.by, why=act.why, finish=finish)
    else:
        publishing.publish(act.article, revision=act.revision, by=act.by, finish=finish)


def _ask(act, refusal):
    """What a person must answer is a question. Nothing is asked where somebody published this very version before."""
    article = act.article
    if act.act == Act.PUBLISH and article.is_public and article.live_id == act.revision_id:
        _as_found(act).update(state=State.CANCELLED, error=refusal)
        return
    _as_found(act).update(state=State.QUESTION, error=refusal)
    if act.act == Act.TAKE_DOWN:  # what failed to go out before does not go out after it
        before = ScheduledAct.objects.waiting().filter(article=article, act=Act.PUBLISH, due_at__lte=act.due_at)
        before.update(state=State.QUESTION, error=refusal)
