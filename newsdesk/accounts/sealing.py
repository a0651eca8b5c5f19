"""Secrets of second factors as they stand in the database: sealed with a key made of the site's own.

A copy of the database alone, say a backup without its key, gives nobody a second factor.
"""

import base64
import logging
import secrets
from hashlib import scrypt

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.functional import cached_property

logger = logging.getLogger(__name__)


class Seal:
    """Seals with the site's key, opens with that and with older ones (`SECRET_KEY_FALLBACKS`)."""

    @cached_property
    def box(self) -> MultiFernet:
        return MultiFernet([_box(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])

    def close(self, text: str) -> str:
        return self.box.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """What was sealed. Under another key: something that no code will ever fit, so that the way in stays shut."""
        try:
            return self.box.decrypt(sealed.encode()).decode()
        except InvalidToken:
            logger.error("A second factor was sealed with another SECRET_KEY; it opens nothing any more.")
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _box(key: str) -> Fernet:
    made = scrypt(key.encode(), salt=b"newsdesk second factors", n=2, r=8, p=1, dklen=32)  # the key is long and random
    return Fernet(base64.urlsafe_b64encode(made))
