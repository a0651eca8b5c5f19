"""Names as text: folded for search, sorted in order, split into words. Pure Python, no Django, no database."""

from .alphabet import first_letter, letter_of, sort_key
from .folding import fold, loosen
from .keys import KEY_LENGTH, is_same, key, search_tokens
from .scripts import script
from .slugs import unicode_slug
from .splitting import Token, tokens

__all__ = [
    "KEY_LENGTH",
    "Token",
    "first_letter",
    "fold",
    "is_same",
    "key",
    "letter_of",
    "loosen",
    "script",
    "search_tokens",
    "sort_key",
    "tokens",
    "unicode_slug",
]
