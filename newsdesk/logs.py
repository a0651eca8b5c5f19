"""What is written down: plain lines, each with the number of its request, and nothing about people.

An address that was asked for, a query, a name, the words of an exception: all of them may say who somebody is or what
somebody looks for. So a line names the route (`people/<uslug:slug>/`), an exception is told by its class and the lines
of code it came through, and the number alone connects lines with one another and with those of the proxy in front.
"""

import logging
from collections.abc import Iterator
from contextvars import ContextVar
from traceback import format_tb
from types import TracebackType

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest
from django.template import TemplateSyntaxError

NOBODY = "-"
number: ContextVar[str] = ContextVar("number", default=NOBODY)
# What the machine and the program say about themselves: a locked database, a name that is not there.
ABOUT_THE_MACHINE = (OperationalError, InterfaceError, ImproperlyConfigured)
ABOUT_THE_PROGRAM = (AttributeError, ImportError, NameError, TemplateSyntaxError)


class PlainLines(logging.Formatter):
    """Moment, level, number of the request, logger, words; a traceback below it line by line in the same way."""

    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {number.get()} {record.name}: "
        lines = words(record).splitlines() or [""]
        if record.exc_info and record.exc_info[1]:
            lines += told(record.exc_info[1])
        return "\n".join(head + line for line in lines)


def words(record: logging.LogRecord) -> str:
    """The message; of what Django says about a request, the answer and the route in place of the address."""
    request = getattr(record, "request", None)
    if not isinstance(request, HttpRequest):
        return record.getMessage()
    said = f"{getattr(record, 'status_code', '')} {request.method} {route_of(request)}"
    if record.name == "django.security.csrf" and isinstance(record.args, tuple) and record.args:
        said += f" ({str(record.args[0]).partition(' - ')[0]})"
    return said


def route_of(request: HttpRequest) -> str:
    """The pattern that the address matched, without what stood in its place."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else "(no page)"


def told(error: BaseException) -> Iterator[str]:
    """The exception and those it came from, oldest first: lines of code, class, words of machine and program."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before:
        yield from told(before)
        yield "which led to"
    yield from lines_of(error.__traceback__)
    yield name_of(error)


def lines_of(trace: TracebackType | None) -> Iterator[str]:
    for entry in format_tb(trace):
        yield from entry.rstrip().splitlines()


def name_of(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    if isinstance(error, ABOUT_THE_MACHINE + ABOUT_THE_PROGRAM):
        return f"{name}: {error}"
    return name
