import pytest


@pytest.fixture
def keeper(staff):
    return staff("record keeper")
