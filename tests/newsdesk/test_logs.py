"""What is written down: plain lines with the number of their request, and nothing about people."""

import logging

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.urls import resolve

from newsdesk import logs
from newsdesk.logs import PlainLines
from newsdesk.middleware import Numbered, forget_number

SECRET = "Emir Zarlyk"


@pytest.fixture(autouse=True)
def _nobody_s():
    yield
    forget_number()


@pytest.fixture
def lines():
    """The lines that the site writes: everything from INFO on, as it formats them."""
    written: list[str] = []
    handler = logging.Handler()
    handler.setFormatter(PlainLines())
    handler.emit = lambda record: written.extend(handler.format(record).splitlines())
    root, before = logging.getLogger(), logging.getLogger().level
    request = logging.getLogger("django.request")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)
    assert request.level == logging.ERROR


def after_moment(line: str) -> str:
    return line.split(" ", 2)[2]


def record(message, *args, error=None, **extra):
    made = logging.LogRecord(
        "newsdesk.x", logging.ERROR, __file__, 1, message, args, error and (type(error), error, None)
    )
    made.__dict__.update(extra)
    return PlainLines().format(made)


@pytest.mark.django_db
def test_a_request_is_one_line_by_its_route(client, lines):
    client.get("/people/emir-zarlyk/?q=zarlyk", headers={"X-Request-ID": "0" * 32, "User-Agent": SECRET})
    assert [after_moment(line).rpartition(",")[0] for line in lines] == [
        f"INFO {'0' * 32} newsdesk.middleware: 404 GET people/<uslug:slug>/"
    ]
    lines.clear()
    client.get("/nothing-here/zarlyk")
    assert [after_moment(line).partition(": ")[2].rpartition(",")[0] for line in lines] == ["404 GET (no page)"]


def test_each_request_has_a_number_of_its_own_that_nobody_else_chooses(rf):
    seen = []
    numbered = Numbered(lambda request: seen.append(logs.number.get()) or HttpResponse())
    for given in ("", "a" * 32, "a" * 31, "forged\nline", "A" * 32):
        numbered(rf.get("/", headers={"X-Request-ID": given}))
    assert len(set(seen)) == 5
    assert [len(each) for each in seen] == [32] * 5
    assert [each for each in seen if each == "a" * 32] == ["a" * 32]
    forget_number()  # as Django's signal does once the answer is sent
    assert logs.number.get() == "-"


def test_the_number_is_in_no_answer(client, rf):
    answer = Numbered(lambda request: HttpResponse("a page"))(rf.get("/", headers={"X-Request-ID": "b" * 32}))
    assert "b" * 32 not in repr(answer.headers) + answer.content.decode()


def test_what_goes_wrong_is_told_without_what_was_typed(rf, lines):
    def fail(request):
        try:
            raise ValueError(f"no such person: {SECRET}")
        except ValueError as error:
            raise LookupError(SECRET) from error

    request = rf.post("/people/emir-zarlyk/?q=zarlyk", {"name": SECRET})
    request.resolver_match = resolve("/people/emir-zarlyk/")
    try:
        fail(request)
    except LookupError:
        logging.getLogger("django.request").exception(
            "Error: %s", request.path, extra={"request": request, "status_code": 500}
        )
    assert not [line for line in lines if "arlyk" in line and "SECRET" not in line]
    said = [after_moment(line).partition(": ")[2] for line in lines]
    assert said[0] == "500 POST people/<uslug:slug>/"
    assert [line for line in said if line.startswith("builtins.") or line == "which led to"] == [
        *("builtins.ValueError", "which led to", "builtins.LookupError")
    ]
    assert all(" ERROR - django.request: " in line for line in lines)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OperationalError("database is locked"), "django.db.utils.OperationalError: database is locked"),
        (OSError(28, "No space left on device", "/srv/emir.png"), "builtins.OSError: No space left on device"),
        (OSError(SECRET), "builtins.OSError"),
        (ImproperlyConfigured("no such zone"), "django.core.exceptions.ImproperlyConfigured: no such zone"),
        (NameError("name 'x' is not defined"), "builtins.NameError: name 'x' is not defined"),
        (Http404(SECRET), "django.http.response.Http404"),
    ],
)
def test_only_what_the_machine_says_of_itself_is_kept(error, told):
    assert record("It failed", error=error).splitlines()[1].endswith(f"newsdesk.x: {told}")


def test_what_an_exception_hides_stays_hidden():
    try:
        try:
            raise ValueError
        except ValueError:
            raise LookupError from None
    except LookupError as error:
        assert "ValueError" not in "".join(logs.told(error))
    try:
        try:
            raise ValueError
        except ValueError:
            raise LookupError  # noqa: B904 – as code does that fails twice
    except LookupError as error:
        assert "builtins.ValueError" in list(logs.told(error))


def test_a_line_stays_a_line():
    said = record("one\ntwo %s", "three").splitlines()
    assert [after_moment(line) for line in said] == ["ERROR - newsdesk.x: one", "ERROR - newsdesk.x: two three"]
    assert record("").endswith("newsdesk.x: ")


def test_a_forged_form_is_told_without_where_it_came_from(rf):
    request = rf.post("/admin/login/")
    reason = "Referer checking failed - https://elsewhere.example/?q=zarlyk does not match any trusted origins."
    made = logging.LogRecord("django.security.csrf", logging.WARNING, "", 1, "Forbidden (%s): %s", (reason, "/x"), None)
    made.request, made.status_code = request, 403
    assert PlainLines().format(made).endswith(": 403 POST (no page) (Referer checking failed)")
