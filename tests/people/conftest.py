"""Who keeps the record in these tests, and the desk of `tests.people.desk`."""

from copy import deepcopy

import pytest
from django.db import transaction

from newsdesk.models import User
from tests.people import desk as desks


@pytest.fixture
def keeper(staff):
    return staff("record keeper")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The desk, built once a module in a transaction around all its tests and rolled back after them."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        try:
            yield desks.build(User.objects.create(username="keeper", is_staff=True, is_superuser=True))
        finally:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)


@pytest.fixture
def desk(built, db):
    """The desk as it was built: each test has rows of its own to change."""
    return deepcopy(built)
