"""The way in from the server's own command line."""

from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from newsdesk.accounts import second_factor
from people.models import Trail

from .entering import give_app, somebody

pytestmark = pytest.mark.django_db


def test_the_command_prints_a_link_that_works(capsys):
    user = somebody()
    give_app(user)
    call_command("let_in", "mira")
    said, link = capsys.readouterr().out.splitlines()
    assert said == "Works once, within 24 hours:"
    assert link.startswith("http://localhost/admin/account/new-password/")
    assert "For the account mira" in Client().get(urlsplit(link).path, follow=True).content.decode()
    assert second_factor.of(user).exists()
    call_command("let_in", "mira", "--without-second-factor")
    assert not second_factor.of(user).exists()
    acts = Trail.objects.order_by("pk").values_list("act", "by", "why")
    assert list(acts) == [
        ("link for a new password made", None, "manage.py let_in"),
        ("signed out everywhere", None, "manage.py let_in"),
        ("second factor taken off", None, "manage.py let_in"),
        ("link for a new password made", None, "manage.py let_in"),
    ]


def test_what_cannot_be_is_said_in_a_sentence():
    somebody("gone", is_active=False)
    with pytest.raises(CommandError, match="There is no account 'nobody'"):
        call_command("let_in", "nobody")
    with pytest.raises(CommandError, match="closed"):
        call_command("let_in", "gone")
    with pytest.raises(CommandError, match="no second factor"):
        call_command("let_in", "gone", "--without-second-factor")
