"""A request larger than a form may be: a sentence, on the desk and on the site, and nothing saved."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client

from articles.models import Article
from newsdesk import refusals
from newsdesk.models import User

pytestmark = pytest.mark.django_db
MUCH = "x" * 1_000_001


@pytest.fixture
def careless(settings):
    """Like a browser: a fault is an answer. A megabyte is too much here already."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("boss"))
    return client


@pytest.mark.parametrize("address", ["/admin/articles/article/add/", "/admin/login/"])
@pytest.mark.parametrize("is_form", [True, False])
def test_too_much_text_is_said_in_the_look_of_the_site(address, is_form, careless):
    plain = {"content_type": "application/x-www-form-urlencoded"}
    answer = careless.post(address, {"body": MUCH}) if is_form else careless.post(address, f"body={MUCH}", **plain)
    html = answer.content.decode()
    assert (answer.status_code, Article.objects.count()) == (413, 0)
    assert "at most 1 MB of text" in html and "Nothing was saved." in html and "css/site.css" in html
    assert 'href="/admin/"' in html


def test_too_many_fields_are_said(careless, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = careless.post("/admin/articles/article/add/", {f"field-{n}": "x" for n in range(4)})
    assert answer.status_code == 413 and "More fields or files" in answer.content.decode()
    query = careless.get("/search/?a=1&b=2&c=3&d=4")
    assert query.status_code == 413 and 'href="/admin/"' not in query.content.decode()


def test_another_bad_request_keeps_its_page(rf):
    answer = refusals.bad_request(rf.get("/"), SuspiciousOperation("odd"))
    assert answer.status_code == 400 and "This address cannot be read" in answer.content.decode()
