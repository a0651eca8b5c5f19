"""Alphabetical order, as a column of plain ASCII.

SQLite compares bytes, PostgreSQL whatever collation it was made with; both agree on digits before lower-case letters
and on nothing else. So the key is made of those alone: two signs a letter in the order of the alphabets below, five
for a character of no alphabet (Chinese), which follows all others by its code point.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from .folding import loosen
from .splitting import APOSTROPHES

DIGITS = "0123456789"
LATIN = "abcdefghijklmnopqrstuvwxyz"
# One order for Russian, Kazakh, Kyrgyz, Tajik, Uzbek, Ukrainian: each added letter after the one it is made from.
CYRILLIC = "аәбвгғґдеёєжзиӣйкқлмнңоөпрстуўӯұүфхҳһцчҷшщъыіїьэюя"
CYRILLIC_LANGUAGES = frozenset({"ru", "kk", "ky", "tg", "uk", "be", "mn"})

SIGNS = DIGITS + LATIN
BETWEEN_WORDS = "00"  # before every letter: «Qin Gang» stands before «Qinghai»
NO_ALPHABET = "z"  # after every letter
SORT_KEY_LENGTH = 400
OTHERS = "#"


def sort_key(name: str, language: str = "en") -> str:
    """Digits and letters that sort as the name does, at most 400 characters.

    Latin diacritics do not count, Cyrillic letters do (Е Ё Ж). Words count one by one: hyphen as space, apostrophe
    as nothing. The alphabet of the language comes first where both are used.
    """
    places = _places(language.partition("-")[0] in CYRILLIC_LANGUAGES)
    words = ("".join(_sign(letter, places) for letter in word) for word in _words(name))
    return BETWEEN_WORDS.join(words)[:SORT_KEY_LENGTH]


def first_letter(name: str) -> str:
    """The capital a list is grouped under: É under E, Ё under Ё, 王 under 王; "#" for digits and for no letter."""
    word = next(_words(name), OTHERS)
    return OTHERS if word[0] in DIGITS else word[0].upper()


def letter_of(key: str) -> str:
    """The capital that `first_letter` gives, found again in a `sort_key` made for English; "#" for "" and digits."""
    if key.startswith(NO_ALPHABET):
        return chr(int(key[1:5], len(SIGNS))).upper()
    letter = _letters_by_sign().get(key[:2], OTHERS)
    return OTHERS if letter in DIGITS else letter.upper()


@cache
def _letters_by_sign() -> dict[str, str]:
    return {sign: letter for letter, sign in _places(False).items()}


@cache
def _places(is_cyrillic_first: bool) -> dict[str, str]:
    alphabets = [CYRILLIC, LATIN] if is_cyrillic_first else [LATIN, CYRILLIC]
    order = DIGITS + "".join(alphabets)
    base = len(SIGNS)
    return {letter: SIGNS[1 + at // base] + SIGNS[at % base] for at, letter in enumerate(order)}


def _sign(letter: str, places: dict[str, str]) -> str:
    if letter in places:
        return places[letter]
    rest, signs = ord(letter), ""
    for _digit in range(4):
        rest, last = divmod(rest, len(SIGNS))
        signs = SIGNS[last] + signs
    return NO_ALPHABET + signs


def _words(name: str) -> Iterator[str]:
    """Lower-case letters as they are sorted, word by word."""
    spaced = "".join("".join(_letters(char)) for char in unicodedata.normalize("NFC", name).casefold())
    yield from spaced.split()


def _letters(char: str) -> Iterator[str]:
    """The character itself if it has a place of its own, else what is left of it without its marks."""
    if char in CYRILLIC:
        yield char
        return
    for part in loosen(unicodedata.normalize("NFKD", char)):
        if unicodedata.combining(part) or part in APOSTROPHES:
            continue
        yield part if part.isalnum() else " "
