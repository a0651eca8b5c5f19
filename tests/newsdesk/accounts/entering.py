"""People of the tests who log in with a password, as a browser does."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from newsdesk.models import User

PASSWORD = "a long walk by the river"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def somebody(username="mira", role="editor", **columns) -> User:
    """A member of staff in that group, with the password."""
    user = User.objects.create_user(username, password=PASSWORD, **{"is_staff": True} | columns)
    user.groups.add(Group.objects.get(name=role))
    return user


def log_in(client, username="mira", password=PASSWORD, *, to="", **headers):
    """Type name and password at the door; the answer."""
    address = reverse("admin:login") + (f"?next={to}" if to else "")
    return client.post(address, {"login": username, "password": password}, **headers)


def browser_of(user, **headers) -> Client:
    """A browser in which this person has just logged in."""
    client = Client(**headers)
    answer = log_in(client, user.username)
    assert answer.status_code == 302, answer.content.decode()
    return client


def give_app(user, secret=SECRET) -> Authenticator:
    """The person's phone knows the secret."""
    return TOTP.activate(user, secret).instance


def code(secret=SECRET, *, steps=0) -> str:
    """What the app shows now, or so many half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def said(answer) -> list[str]:
    """What the form says is wrong with it as a whole."""
    return [str(error) for error in answer.context["form"].non_field_errors()]
