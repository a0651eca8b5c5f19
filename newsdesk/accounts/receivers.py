"""Somebody signs in: the session says what it is. Somebody changes their second factors: the trail says so."""

from allauth.mfa import signals
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from newsdesk.accounts import second_factor, signing_out
from people import trails


@receiver(user_logged_in)
def signed_in(request, **kwargs):
    signing_out.begin(request)


@receiver(signals.authenticator_added)
def added(user, authenticator, **kwargs):
    if authenticator.type == second_factor.Type.RECOVERY_CODES:
        trails.leave("recovery codes made", user, by=user)
    else:
        _leave("second factor added", user, authenticator)


@receiver(signals.authenticator_removed)
def removed(user, authenticator, **kwargs):
    _leave("second factor removed", user, authenticator)


@receiver(signals.authenticator_reset)
def made_again(user, **kwargs):
    trails.leave("recovery codes made", user, by=user)


def _leave(act, user, authenticator):
    trails.leave(act, user, by=user, after={"factor": str(second_factor.WORDS[authenticator.type])})
