"""The demonstration as a reader finds it: built once, in a transaction around the module's tests."""

import pytest
from django.db import transaction
from django.test import Client

from tests import demo_desk
from tests.people.pages.conftest import Page


@pytest.fixture(scope="module")
def demo_in_place(demo_rows, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        demo_desk.put(demo_rows)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(demo_in_place, db, settings):
    """The demonstration; each test may change it for itself."""
    settings.DEMO = True


@pytest.fixture
def read(demo):
    """`read("/people/")`: the page as an anonymous reader gets it."""
    client = Client()

    def page(address: str, status: int = 200) -> Page:
        address = address.split("#")[0]
        response = client.get(address)
        assert response.status_code == status, address
        return Page(response)

    return page
