"""What a security key answered: allauth's forms, which take a browser's word for the shape of it."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms


class AddKeyForm(forms.AddWebAuthnForm):
    """A new key. Nonsense in place of its answer is a code that does not fit, not a fault of ours."""

    def clean(self):
        try:
            return super().clean()
        except (AttributeError, KeyError, TypeError, ValueError) as nonsense:
            raise get_adapter().validation_error("incorrect_code") from nonsense


class UseKeyForm(forms.AuthenticateWebAuthnForm):
    """A key that is to open the door. As above."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except (AttributeError, KeyError, TypeError, ValueError) as nonsense:
            raise get_adapter().validation_error("incorrect_code") from nonsense
