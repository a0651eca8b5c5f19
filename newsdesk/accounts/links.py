"""Links of one use, with which somebody sets a password of their own: made by a second person, handed over by hand.

No mail server is needed: the link stands on the screen of who made it. It works once, for `LINK_HOURS`, and stops
working when a newer one is made, when the person logs in, or when the password changes in another way.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from newsdesk.accounts import signing_out
from newsdesk.models import User
from people import trails
from people.recording import Refused


class LinkTokens(PasswordResetTokenGenerator):
    """Django's tokens; a newer link ends the older ones, and a closed account has none."""

    key_salt = "newsdesk.accounts.links"

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}{user.link_made_at}{user.is_active}"


tokens = LinkTokens()


@transaction.atomic
def make(user, *, by, why="") -> str:
    """The path of a new link for this person. The old password works until the link is used. Raises Refused.

    `by`: who made it, never the person itself; None from the server's own command line.
    """
    if by == user:
        raise Refused(_("Nobody makes a link for themselves: change your password, or ask somebody else."))
    user = User.objects.select_for_update().get(pk=user.pk)  # a stale copy would make a link that never works
    if not user.is_active:
        raise Refused(_("This account is closed. Open it again first."))
    user.link_made_at = timezone.now()
    user.save(update_fields=["link_made_at"])
    trails.leave("link for a new password made", user, by=by, why=why)
    name = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("new_password", args=[name, tokens.make_token(user)])


@transaction.atomic
def use(user, password: str) -> None:
    """Set the password and sign the person out everywhere else. A second factor stays as it was."""
    user.set_password(password)
    user.save(update_fields=["password"])
    signing_out.end_others(user, None)
    trails.leave("new password set by link", user, by=user)
