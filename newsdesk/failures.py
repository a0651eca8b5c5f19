"""When the machine fails: what is wrong in words, and what somebody had typed, so that nothing of it is lost."""

import errno
import re
from dataclasses import dataclass

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FULL, READ_ONLY, BUSY, AWAY = "full", "read-only", "busy", "away"
SENTENCES: dict[str, str | Promise] = {
    FULL: _("The disk is full."),
    READ_ONLY: _("The disk can only be read from at the moment."),
    BUSY: _("The database is busy."),
    AWAY: _("The database cannot be reached."),
}
OF_ERRNO = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EROFS: READ_ONLY}
# As SQLite and PostgreSQL say it.
OF_WORDS = (
    (re.compile(r"disk is full|No space left"), FULL),
    (re.compile(r"readonly database|read-only transaction|Read-only file"), READ_ONLY),
    (re.compile(r"is locked|lock timeout|statement timeout|deadlock"), BUSY),
)
# Never shown again, and a form that has one is not offered to be sent again.
SECRET = re.compile(r"password|secret|credential|(?:^|[-_])otp|^(?:\w+-)?code$", re.IGNORECASE)
SHORT = 60  # characters: a longer value, or one of several lines, is shown for reading and mending


def cause_of(error: BaseException | None) -> str:
    """What failed underneath an exception: one of the four, or nothing if the machine is not to blame."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in OF_ERRNO:
            return OF_ERRNO[error.errno]
        if isinstance(error, (OperationalError, InterfaceError, InternalError)):
            otherwise = "" if isinstance(error, InternalError) else AWAY
            return next((cause for pattern, cause in OF_WORDS if pattern.search(str(error))), otherwise)
        error = error.__cause__ or error.__context__
    return ""


@dataclass(frozen=True)
class Field:
    """One value of a form. `is_text`: worth showing; the others only travel along."""

    name: str
    value: str
    is_text: bool

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Typed:
    """A form as it was sent; `had_files`: files came with it, which a page cannot give back."""

    fields: tuple[Field, ...]
    had_files: bool
    address: str


def typed_in(request: HttpRequest) -> Typed | None:
    """What somebody sent, to be sent again; None where nothing was, where it cannot be read, or where it is secret."""
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
        had_files = bool(request.FILES)
    except (OSError, BadRequest, SuspiciousOperation):
        return None
    if not sent or any(SECRET.search(name) for name, _value in sent):
        return None
    fields = tuple(Field(name, value, len(value) > SHORT or "\n" in value) for name, value in sent)
    return Typed(fields, had_files, request.get_full_path())
