"""How allauth behaves here: staff only, no mail, clear sentences, sealed secrets."""

from ipaddress import ip_network

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from newsdesk.accounts import second_factor, telling
from newsdesk.accounts.sealing import Seal

WAIT = format_lazy(
    _("Too many wrong attempts. Wait {minutes} minutes, then try again; or ask an administrator for a new link."),
    minutes=settings.LOCKED_MINUTES,
)


class Accounts(DefaultAccountAdapter):
    """Log-in by user name and password. Whatever is wrong with a log-in, the answer is the same sentence."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Username and password do not go together. Mind capital letters."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        """A sum of where somebody comes from (IPv6: of their network): addresses are counted here, not kept."""
        address = ip_network(super().get_client_ip(request))
        counted = address.supernet(new_prefix=64) if address.version == 6 else address
        return salted_hmac("newsdesk.address", str(counted)).hexdigest()[:16]

    def authenticate(self, request, **credentials):
        """Only who may enter the desk: to anybody else the password is wrong."""
        user = super().authenticate(request, **credentials)
        return user if user and user.is_staff else None

    def unlock(self, request, user):
        """Wrong log-ins of before are forgotten: somebody proved with a link that it is they."""
        self._delete_login_attempts_cached_email(request, username=user.get_username())

    def post_login(self, request, user, **kwargs):
        telling.tell(request, user)
        return super().post_login(request, user, **kwargs)

    def send_mail(self, template_prefix, email, context):
        """There may be no mail server, and nothing here needs one."""


class SecondFactors(DefaultMFAAdapter):
    """Secrets sealed, the site's name in the app, the last factor kept by whose role must have one."""

    seal = Seal()
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code does not fit. Codes change every half minute; a recovery code works once."),
        "cannot_delete_authenticator": _("Your role needs a second factor: set up another one first."),
    }

    def get_totp_issuer(self):
        return settings.SITE_NAME

    def encrypt(self, text):
        return self.seal.close(text)

    def decrypt(self, encrypted_text):
        return self.seal.open(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        return second_factor.may_go_without(authenticator)

    def generate_authenticator_name(self, user, type):
        return _("Key %d") % (second_factor.of(user).filter(type=type).count() + 1)
