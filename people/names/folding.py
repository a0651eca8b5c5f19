"""One folding for both databases and for every search of the desk."""

import unicodedata

# Letters that Unicode does not take apart, though people type them without the stroke, hook or tail.
LOOSE = str.maketrans(
    {
        **dict(zip("қғңөұүһәіҳҷґє", "кгноуухаихчге", strict=True)),  # Kazakh, Kyrgyz, Tajik, Uzbek, Ukrainian
        **dict(zip("łøđħıəðŋ", "lodhiadn", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


def fold(text: str) -> str:
    """Lower case without diacritics: «Ё» is «е», «É» is «e», full width is half width; ә ғ қ ң ө ұ ү һ і stay.

    One character in gives one character out but for those that stand for several (ß, ﬁ) and for combining marks.
    """
    apart = unicodedata.normalize("NFKD", text)
    again = unicodedata.normalize("NFKD", apart.casefold())
    return "".join(char for char in again if not unicodedata.combining(char)).casefold()


def loosen(folded: str) -> str:
    """Folded text as people type it on another keyboard: «қасымова» as «касымова», «wałęsa» as «walesa»."""
    return folded.translate(LOOSE)
