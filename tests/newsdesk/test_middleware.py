"""What every answer carries."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from newsdesk.middleware import NoIndex


def test_the_demo_is_not_for_search_engines(rf, settings):
    settings.DEMO = True
    answer = NoIndex(lambda request: HttpResponse("a page"))(rf.get("/"))
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_real_site_is(settings):
    settings.DEMO = False
    with pytest.raises(MiddlewareNotUsed):
        NoIndex(lambda request: HttpResponse("a page"))


@pytest.mark.django_db
def test_every_page_has_a_strict_policy(client):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    for rule in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"):
        assert rule in policy


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/admin/login/", headers={"host": "elsewhere.example"}).status_code == 400
