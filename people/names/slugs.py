"""Names as parts of addresses."""

import unicodedata
from collections.abc import Iterator

from .splitting import APOSTROPHES

SLUG_LENGTH = 80


def unicode_slug(text: str, limit: int = SLUG_LENGTH) -> str:
    """Lower-case letters and digits of any script with hyphens between words, at most `limit` characters.

    Never "": a text without letters becomes what Unicode calls its characters (🎉 is party-popper).
    Raises ValueError where there is no text at all.
    """
    slug = _slug(text) or _slug(" ".join(_called(char) for char in text))
    if not slug:
        raise ValueError("There is no text to make an address of.")
    if len(slug) <= limit:
        return slug
    whole_words = slug[: limit + 1].rpartition("-")[0]
    return whole_words or slug[:limit]


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower()
    return "-".join("".join(_signs(unicodedata.normalize("NFKC", plain))).split())


def _signs(text: str) -> Iterator[str]:
    """Letters and digits stay, apostrophes and lone marks go, all else divides words."""
    for char in text:
        if char in APOSTROPHES or unicodedata.combining(char):
            continue
        yield char if char.isalnum() else " "


def _called(char: str) -> str:
    return unicodedata.name(char, f"u{ord(char):04x}")
