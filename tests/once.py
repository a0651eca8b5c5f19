"""Desks that many tests of a module read: built once, each test on a savepoint of its own."""

from copy import deepcopy

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from newsdesk.models import User
from tests.conftest import remake_single_rows


def built_once(build):
    """A module's fixture `desk` from `build() -> object with rows`: two fixtures, to be named `built` and `desk`.

    The desk stands in a transaction around all tests of the module and is rolled back after them. Each test gets
    copies of the rows, so what one does to them no other sees.
    """

    @pytest.fixture(scope="module")
    def built(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock():
            around = transaction.atomic()
            around.__enter__()
            try:
                remake_single_rows()  # a transactional test before this module may have flushed them
                yield build()
            finally:
                transaction.set_rollback(True)
                around.__exit__(None, None, None)

    @pytest.fixture
    def desk(built, db):
        return deepcopy(built)

    return built, desk


def an_editor() -> User:
    """Somebody with the rights of an editor and no others, who built the desk."""
    user = User.objects.create_user("built-the-desk", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    return user
