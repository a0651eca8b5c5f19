"""Odd input at every address of accounts: answered in words or sent on, never a fault."""

import pytest
from django.test import Client
from django.urls import reverse

from newsdesk.accounts.urls import urlpatterns

from .entering import PASSWORD, give_app, log_in, somebody

pytestmark = pytest.mark.django_db
KEYS = {"pk": 0, "uidb64": "MQ", "token": "x-y"}
FIELDS = ["which", "password", "code", "credential", "name", "new_password1", "new_password2", "next", "action"]
VALUES = ["a\x00b", "x" * 10_000, "秦刚", "[1]", '{"type": []}']


def addresses():
    for each in urlpatterns:
        known = {name: KEYS[name] for name in each.pattern.converters}
        yield pytest.param(reverse(each.name, kwargs=known), id=each.name)


@pytest.fixture
def visitors(db):
    """Nobody, somebody between the two steps, somebody who is in and has just typed the password again."""
    half, inside = somebody(), somebody("asel")
    give_app(half)
    clients = [Client(raise_request_exception=False) for _ in range(3)]
    log_in(clients[1])
    clients[2].force_login(inside)
    clients[2].post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return clients


@pytest.mark.parametrize("address", list(addresses()))
def test_no_fault(address, visitors):
    for client in visitors:
        for value in VALUES:
            sent = dict.fromkeys(FIELDS, value)
            assert client.get(address, {"next": value}).status_code in (200, 302, 404, 405), value[:20]
            assert client.post(address, sent).status_code in (200, 302, 403, 404, 405, 429), value[:20]
            credential = client.post(address, {"credential": value})
            assert credential.status_code in (200, 302, 403, 404, 405, 429), value[:20]
