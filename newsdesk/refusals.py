"""Requests that are not read: said on a page that needs neither a session nor the database."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views import defaults

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 in words for a request that is larger than a form may be; for all else the page of a bad address, 400."""
    if not isinstance(exception, TOO_LARGE):
        return defaults.bad_request(request, exception)
    desk = reverse("admin:index")
    context = {
        "megabytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000,
        "desk_url": desk if request.path.startswith(desk) else "",
        "has_too_many": not isinstance(exception, RequestDataTooBig),
    }
    return HttpResponse(render_to_string("413.html", context), status=413)
