"""The bare response, the unit of the benchmarks: a view that returns 20 kB and does nothing else."""

from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

BODY = b"x" * 20_000
MIDDLEWARE = [
    "newsdesk.bench.bare.here",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]


def bare(request):
    return HttpResponse(BODY)


urlpatterns = [path("", bare)]


def here(get_response):
    """Leads every request of this client to the view above, whatever addresses the site has."""

    def answer(request):
        request.urlconf = __name__
        return get_response(request)

    return answer


def client() -> Client:
    """A client whose requests pass the two middlewares that no site is without, and no other of ours."""
    with override_settings(MIDDLEWARE=MIDDLEWARE):
        made = Client()
        made.get("/")  # builds its handler, with these middlewares for good
    return made
