"""The way into a list by the letter that names begin with, whatever their alphabet."""

from dataclasses import dataclass
from urllib.parse import urlencode

from people.names import sort_key
from people.names.alphabet import LATIN


@dataclass(frozen=True)
class Letter:
    """`url` is "" for a letter that nobody's name begins with."""

    letter: str
    url: str
    is_here: bool


def in_order(letters) -> list[str]:
    """Latin letters, Cyrillic ones, others; signs and digits first."""
    return sorted(letters, key=lambda letter: (sort_key(letter), letter))


def alphabet(used, here: str) -> list[Letter]:
    """All Latin letters and whatever else is used; `here` is the one that is shown, or ""."""
    return [
        Letter(letter, f"?{urlencode({'letter': letter})}" if letter in used else "", is_here=letter == here)
        for letter in in_order({*LATIN.upper(), *used})
    ]
