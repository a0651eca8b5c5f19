"""The key column: names found by any word, in any order, with or without diacritics, on both databases alike.

A key is made of folded words, sorted, each with a space before it: `key("Qin Gang")` is " gang qin", so a search for
«qin» is `key__contains=" qin"` and finds beginnings of words. Words that people type differently on another keyboard
follow once more after a «~»: `key("Қасымова")` is " қасымова ~ касымова". The first part tells names apart (ұн and
үн are two words), the second is what searches meet.

Chinese has no spaces: a run is stored in overlapping pairs, «外交部» as " 交部 外交 部", so that any part of it of
any length is found: a single character begins a pair, a longer query asks for all of its pairs.
"""

import unicodedata

from .folding import loosen
from .splitting import is_han, tokens

KEY_LENGTH = 400
MOST_TOKENS = 12  # words of a query that are looked at: a pasted page is no name, and databases limit conditions
LONGEST_TOKEN = 60


def key(name: str, limit: int = KEY_LENGTH) -> str:
    """The folded words of a name as a search meets them, at most `limit` characters, cut between words.

    A name without a letter or digit (an emoji) is keyed by what Unicode calls it; punctuation alone gives "".
    """
    strict = _words(name)
    loose = [loosen(word) for word in strict]
    others = sorted(set(loose) - set(strict))
    return _within(sorted(strict) + (["~", *others] if others else []), limit)


def search_tokens(query: str) -> list[str]:
    """The words of a query, folded as keys are: each must stand in the key after a space. [] finds nothing."""
    words = dict.fromkeys(loosen(word)[:LONGEST_TOKEN] for word in _words(query, is_query=True))
    return list(words)[:MOST_TOKENS]


def is_same(a: str, b: str) -> bool:
    """Whether two spellings have the same words, whatever their order, case, diacritics and apostrophes."""
    mine, theirs = sorted(_words(a)), sorted(_words(b))
    return mine == theirs and bool(mine)


def _words(text: str, *, is_query: bool = False) -> list[str]:
    words: list[str] = []
    for token in tokens(text) or tokens(_spelled_out(text)):
        words += _pairs(token.text, is_query) if is_han(token.text[0]) else [token.text]
    return words


def _pairs(run: str, is_query: bool) -> list[str]:
    """Overlapping pairs; the last character stands alone in a key, and in a query only if it is the only one."""
    pairs = [run[at : at + 2] for at in range(len(run))]
    return pairs[:-1] if is_query and len(run) > 1 else pairs


def _spelled_out(text: str) -> str:
    """What Unicode calls the symbols of a text: «🎉» is PARTY POPPER."""
    return " ".join(unicodedata.name(char, "") for char in text if unicodedata.category(char)[0] == "S")


def _within(words: list[str], limit: int) -> str:
    made = "".join(f" {word}" for word in words)
    return made if len(made) <= limit else made[: limit + 1].rpartition(" ")[0]
