"""Text as the index keeps it: folded tokens parted by single spaces, so that both databases see the same words.

A Chinese run becomes overlapping pairs of characters and a last single one (王毅会 → 王毅 毅会 会): without a
dictionary, the pairs of a query stand in a row wherever its characters do.
"""

import re

from people.names import fold
from people.names.splitting import APOSTROPHES, HAN

# A longer word is no word; PostgreSQL refuses lexemes of more than 2,046 bytes.
LONGEST = 60
CHINESE = re.compile(f"{HAN.pattern}+")
WORD = re.compile(r"[^\W_]+")
# Xi’an is one word; of «the minister’s visit» the minister is.
POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
WITHIN = re.compile(rf"(?<=\w)[{''.join(sorted(APOSTROPHES))}](?=\w)")


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order."""
    folded = fold(WITHIN.sub("", POSSESSIVE.sub(" s", text)))
    return [word[:LONGEST] for word in WORD.findall(CHINESE.sub(_in_pairs, folded))]


def _in_pairs(run: re.Match[str]) -> str:
    return f" {' '.join(run[0][start : start + 2] for start in range(len(run[0])))} "
