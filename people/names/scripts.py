"""Which script a name is written in, by its ISO 15924 code."""

import unicodedata
from collections import Counter

SCRIPTS = {
    "LATIN": "Latn",
    "FULLWIDTH": "Latn",
    "CYRILLIC": "Cyrl",
    "CJK": "Hans",  # the desk writes simplified Chinese; a text alone does not tell the two apart
    "ARABIC": "Arab",
    "GREEK": "Grek",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "DEVANAGARI": "Deva",
    "MONGOLIAN": "Mong",
    "TIBETAN": "Tibt",
    "THAI": "Thai",
}
UNDETERMINED = "Zyyy"


def script(text: str) -> str:
    """The script most letters belong to (the first of them where two are level); "Zyyy" where no letter tells."""
    kinds = (unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha())
    counted = Counter(SCRIPTS[kind] for kind in kinds if kind in SCRIPTS)
    return counted.most_common(1)[0][0] if counted else UNDETERMINED
