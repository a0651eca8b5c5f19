"""The accounts of the demo desk."""

import stat

import pytest
from django.contrib.auth import authenticate

from newsdesk.demo import logins
from newsdesk.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def file(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path / "demo-logins.txt"


def test_one_account_for_each_group_with_the_password_that_is_printed(file):
    made = logins.create()
    assert {name: user.groups.get().name for name, user in made.items()} == logins.ACCOUNTS
    assert all(user.is_staff and not user.is_superuser for user in made.values())
    printed = dict(line.split() for line in file.read_text().splitlines())
    assert {name: authenticate(username=name, password=password) for name, password in printed.items()} == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_passwords_are_of_chance(file):
    first = logins.kept_passwords(file)
    file.unlink()
    second = logins.kept_passwords(file)
    assert len({*first.values(), *second.values()}) == 2 * len(logins.ACCOUNTS)
    assert min(map(len, first.values())) >= 12


def test_what_a_person_changed_stays(file):
    editor = logins.create()["editor"]
    editor.set_password("a new one, of the editor")
    editor.save()
    editor.groups.clear()
    printed = file.read_text()
    again = logins.create()["editor"]
    assert again.check_password("a new one, of the editor")
    assert not again.groups.exists()
    assert file.read_text() == printed
    assert User.objects.count() == len(logins.ACCOUNTS)
