"""The front page, the search, and what machines ask for first."""

import sys

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from newsdesk import failures
from newsdesk.pages.home import home_page
from newsdesk.pages.search import search_page, words_of


@require_safe
def home(request):
    return render(request, "newsdesk/home.html", home_page(day=localdate()))


@require_safe
def search(request):
    return render(request, "newsdesk/search.html", search_page(words_of(request.GET), day=localdate()))


@require_safe
def robots(request):
    """What crawlers may read: all that readers get but the search; nothing of a demonstration."""
    closed = ["/"] if settings.DEMO else ["/admin/", "/search/"]
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """For those who ask without reading the page, which names the drawing."""
    return redirect(static("img/icon.svg"), permanent=True)


def failed(request):
    """500, or 503 where the machine is to blame. Reads nothing from the database; a form gets back what was typed."""
    cause = failures.cause_of(sys.exc_info()[1])
    typed = failures.typed_in(request) if request.path.startswith(reverse("admin:index")) else None
    words = {"typed": typed, "sentence": failures.SENTENCES.get(cause)}
    answer = HttpResponse(render_to_string("503.html" if cause else "500.html", words), status=503 if cause else 500)
    answer["Cache-Control"] = "no-store"
    if cause:
        answer["Retry-After"] = "30"
    return answer
