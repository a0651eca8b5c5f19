"""Where somebody is signed in: noted while they work, ended one by one or all at once."""

import logging
from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from newsdesk.accounts import devices, sessions
from newsdesk.accounts.sign_in import SignIn
from people import trails

logger = logging.getLogger(__name__)
NOTED_EVERY = timedelta(minutes=5)
NOTED = "noted"


def begin(request) -> None:
    """Write into a new session what it is: called once somebody is in."""
    session = request.session
    session[sessions.FIRST_SEEN] = timezone.now().isoformat()
    session[sessions.DEVICE] = devices.browser_and_system(request.META.get("HTTP_USER_AGENT", ""))
    session[NOTED] = timezone.now().timestamp()


def note(request) -> None:
    """Somebody is at work: their session lasts from now on again. Written once in a while; never an obstacle."""
    now = timezone.now().timestamp()
    if now - request.session.get(NOTED, 0) < NOTED_EVERY.total_seconds():
        return
    try:
        request.session[NOTED] = now
        request.session.save()
    except DatabaseError as error:  # locked, read-only, full: the page is served all the same
        logger.info("Not noted that a session is used: %s", error)
        request.session.modified = False


def of(user) -> list[SignIn]:
    """Where this person is signed in, the last used first."""
    return list(SignIn.objects.open().filter(user=user))


def end_one(user, handle: str) -> bool:
    """Sign this person out of the browser that has the handle; whether it was there. One's own affair: no trail."""
    found = next((row for row in of(user) if row.has_handle(handle)), None)
    return bool(found and found.delete()[0])


def end_others(user, session_key: str | None) -> int:
    """Sign this person out of all browsers but the one with that key; of how many."""
    ended, _by_model = SignIn.objects.filter(user=user).exclude(session_key=session_key).delete()
    return ended


def end_all(user, *, by, why="") -> int:
    """Sign somebody out everywhere, at another's wish; of how many browsers. Leaves a trail."""
    ended, _by_model = SignIn.objects.filter(user=user).delete()
    trails.leave("signed out everywhere", user, by=by, why=why, after={"browsers": ended})
    return ended


def password_changed(request) -> None:
    """Somebody changed their own password: every other browser is out."""
    user = request.user
    ended = end_others(user, request.session.session_key)
    trails.leave("password changed", user, by=user, after={"browsers signed out": ended})
