"""Words of a text with their places."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .folding import fold

# Within a word an apostrophe is no more than a sign how to say it: Xi’an, Xi'an and Xian are one.
APOSTROPHES = frozenset("'’‘`´ʼʻʹʾʿ′＇")
HAN = re.compile(r"[\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a run of Chinese: folded, with its place in code points of the text as it was given."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words in the order of the text; hyphens and points divide, a Chinese run is one, NUL and signs are none."""
    found = (Token(word_of(text[start:end]), start, end) for start, end in _spans(text))
    return [token for token in found if token.text]


def word_of(piece: str) -> str:
    """The folded letters and digits of a piece of text."""
    return "".join(char for char in fold(piece) if char.isalnum() and char not in APOSTROPHES)


def is_han(char: str) -> bool:
    """Whether the character is written without spaces between words (Chinese characters and kana)."""
    return HAN.match(char) is not None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = None
    for at, char in enumerate(text):
        inside = _is_letter(char) or (start is not None and char in APOSTROPHES and _is_letter(text[at + 1 : at + 2]))
        if start is not None and (not inside or _changes_writing(text, at)):
            yield start, at
            start = None
        if inside and start is None:
            start = at
    if start is not None:
        yield start, len(text)


def _is_letter(char: str) -> bool:
    """Letters, digits and the marks that sit on them."""
    return char != "" and unicodedata.category(char)[0] in "LNM"


def _changes_writing(text: str, at: int) -> bool:
    """Whether a Chinese run begins or ends here, as between «AI» and «合作»; marks belong to what they sit on."""
    return not unicodedata.combining(text[at]) and is_han(text[at]) != is_han(text[at - 1])
