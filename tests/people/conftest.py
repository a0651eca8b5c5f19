"""Who keeps the record in these tests, and the desk of `tests.people.desk`."""

import pytest

from newsdesk.models import User
from tests.once import built_once
from tests.people import desk as desks


@pytest.fixture
def keeper(staff):
    return staff("record keeper")


built, desk = built_once(lambda: desks.build(User.objects.create(username="keeper", is_staff=True, is_superuser=True)))
