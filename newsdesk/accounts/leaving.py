"""Somebody leaves the desk, or comes back."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import handing_over
from newsdesk.accounts import signing_out
from newsdesk.models import User
from people import trails
from people.recording import Refused


@transaction.atomic
def close(user, *, by, to=None, why="") -> None:
    """Close the account: nobody gets in with it again, what was begun goes to `to`, and history keeps the name.

    Password and second factor are gone; whoever comes back gets a new link. Raises Refused.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if by == user:
        raise Refused(_("Nobody closes their own account: ask somebody else."))
    if not user.is_active:
        raise Refused(_("This account is closed already."))
    if handing_over.left_by(user):
        _give(user, to, by=by, why=why)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    user.authenticator_set.all().delete()
    signing_out.end_others(user, None)
    trails.leave("closed", user, by=by, why=why, after={"handed over to": to.get_username()} if to else {})


def _give(user, to, *, by, why):
    if to is None:
        raise Refused(_("Say who takes over what is not finished."))
    if not to.is_active or to == user:
        raise Refused(_("Choose a colleague who still works here."))
    handing_over.hand_over(user, to=to, by=by, why=why)


@transaction.atomic
def open_again(user, *, by, why="") -> None:
    """Let somebody back in, with the roles of before and no password yet. Raises Refused."""
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_active:
        raise Refused(_("This account is open."))
    user.is_active = True
    user.save(update_fields=["is_active"])
    trails.leave("opened again", user, by=by, why=why)
