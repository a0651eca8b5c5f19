"""A page is asked for beside the bare response, which passes two middlewares and is 20 kB."""

import gzip

import pytest
from django.test import Client

from newsdesk.bench import asking, bare, measurements, timing
from newsdesk.bench.figures import Figure

pytestmark = pytest.mark.django_db


def test_the_bare_response_passes_no_middleware_of_ours():
    response = bare.client().get("/")
    assert (response.status_code, len(response.content)) == (200, 20_000)
    # of CommonMiddleware, of SecurityMiddleware, and of the view
    assert sorted(response.headers) == [
        "Content-Length",
        "Content-Type",
        "Cross-Origin-Opener-Policy",
        "Referrer-Policy",
        "X-Content-Type-Options",
    ]


def test_a_page_is_measured_in_multiples_of_the_bare_response(monkeypatch):
    monkeypatch.setattr(timing, "ROUNDS", 2)
    asked = asking.ask(Client(), "/robots.txt")
    assert asked.queries == 0
    assert asked.kilobytes == len(gzip.compress(asked.body, 6)) / 1000
    assert asked.time.ratio == asked.time.cpu / asked.time.bare > 0


def test_another_answer_than_200_is_no_measurement():
    with pytest.raises(asking.NotAnswered, match=r"^/nothing/ answered 404$"):
        asking.ask(Client(), "/nothing/")


def test_every_measurement_is_found_and_has_a_title():
    found = measurements.measurements()
    assert {"browser", "desk", "pages", "searching", "weight"} <= found.keys()
    assert all(measurements.title(module) for module in found.values())
    assert [measurements.is_of(found[name], "large") for name in ("pages", "browser")] == [True, False]


def test_what_is_measured_has_nothing_kept(settings):
    class Module:
        @staticmethod
        def measure():
            return [Figure("backend", len(settings.CACHES["default"]["BACKEND"].split("Dummy")), "")]

    assert measurements.take(Module) == [Figure("backend", 2, "")]
