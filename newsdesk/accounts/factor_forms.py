"""allauth's forms in the desk's manners: nothing written into empty fields, digits on a phone, nonsense said in words.

A security key's answer comes from a browser; allauth takes its word for the shape of it.
"""

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

NONSENSE = (AttributeError, KeyError, TypeError, ValueError)


class Plain:
    """Empty fields are empty; the first one is ready to be typed into."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True
        if "code" in self.fields:
            self.fields["code"].widget.attrs["inputmode"] = "numeric"


class PasswordAgainForm(Plain, account.ReauthenticateForm):
    """Before something grave."""


class CodeForm(Plain, base.AuthenticateForm):
    """The second step: a code of the app or a recovery code."""


class SetUpAppForm(Plain, totp.ActivateTOTPForm):
    """The first code of a new app."""


class AddKeyForm(webauthn.AddWebAuthnForm):
    """A new key."""

    def clean(self):
        try:
            return super().clean()
        except NONSENSE as nonsense:
            raise get_adapter().validation_error("incorrect_code") from nonsense


class UseKeyForm(webauthn.AuthenticateWebAuthnForm):
    """A key that is to open the door."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except NONSENSE as nonsense:
            raise get_adapter().validation_error("incorrect_code") from nonsense
