"""What every answer of the site carries."""

import logging
import re
import secrets
from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.signals import request_finished
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from newsdesk import health, logs

logger = logging.getLogger(__name__)
# As nginx makes it ($request_id): its lines and ours can be read together. Anything else is not taken over.
OF_THE_PROXY = re.compile(r"[0-9a-f]{32}")


class Numbered:
    """Gives each request a number that stands in its lines of the log, and in nothing that is sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given, began = request.headers.get("X-Request-ID", ""), monotonic()
        logs.number.set(given if OF_THE_PROXY.fullmatch(given) else secrets.token_hex(16))
        response = self.get_response(request)
        took = 1000 * (monotonic() - began)
        logger.info("%s %s %s, %d ms", response.status_code, request.method, logs.route_of(request), took)
        return response


@receiver(request_finished)
def forget_number(**signal: object) -> None:
    """Not before: Django writes its own line after the last middleware."""
    logs.number.set(logs.NOBODY)


class Health:
    """Answers `/healthz` before anything else is asked or done: whatever the host's name, over http, too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != "/healthz":
            return self.get_response(request)
        is_well, words = health.report()
        headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
        return HttpResponse(
            words, status=200 if is_well else 503, content_type="text/plain; charset=utf-8", headers=headers
        )


class NoIndex:
    """Tells search engines to leave the demonstration alone; not there on a real site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.DEMO:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response
