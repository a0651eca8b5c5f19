"""Second factors: who has one, whose role must, and how another person takes them off."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsdesk.accounts import signing_out
from newsdesk.models import User
from people import trails
from people.recording import Refused

Type = Authenticator.Type
WORDS = {
    Type.TOTP: gettext_lazy("app with codes"),
    Type.WEBAUTHN: gettext_lazy("security key"),
    Type.RECOVERY_CODES: gettext_lazy("recovery codes"),
}


def of(user):
    """What this person can prove themselves with beside the password: app and keys, without recovery codes."""
    return Authenticator.objects.filter(user=user).exclude(type=Type.RECOVERY_CODES)


def codes_left(user) -> int | None:
    """How many recovery codes are unused; None without a set of them."""
    codes = Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).first()
    return len(codes.wrap().get_unused_codes()) if codes else None


def must_have(user) -> bool:
    """Whether a role of this person asks for one (`SECOND_FACTOR_ROLES`). Superusers count as administrators."""
    return _asked().filter(pk=user.pk).exists()


def is_missing(user) -> bool:
    """Whether this person must have one and has none yet. One query, none where no role must."""
    if not settings.SECOND_FACTOR_ROLES:
        return False
    return _asked().filter(~Exists(of(OuterRef("pk"))), pk=user.pk).exists()


def _asked():
    roles = settings.SECOND_FACTOR_ROLES
    asked = Q(groups__name__in=roles)
    return User.objects.filter(asked | Q(is_superuser=True) if "administrator" in roles else asked)


def may_go_without(authenticator: Authenticator) -> bool:
    """Whether this one may be taken off by its owner: it is not the last of somebody who must have one."""
    return of(authenticator.user).exclude(pk=authenticator.pk).exists() or not must_have(authenticator.user)


@transaction.atomic
def take_off(user, *, by, why) -> None:
    """Let somebody in who lost phone and codes: with the password alone, until they set up a new one.

    Signs them out everywhere: whoever found the phone is out, too. Raises Refused.
    """
    if by == user:
        raise Refused(_("Nobody takes off their own second factor here: ask somebody else."))
    if not Authenticator.objects.filter(user=user).delete()[0]:
        raise Refused(_("There is no second factor to take off."))
    signing_out.end_all(user, by=by, why=why)
    trails.leave("second factor taken off", user, by=by, why=why)
