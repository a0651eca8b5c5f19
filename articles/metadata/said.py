"""What a file can say, as plain text that any database keeps."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from itertools import islice

# Characters; the columns of `articles.models.Image` by the same names hold as many.
LONGEST = {"credit": 200, "copyright": 200, "caption": 1000, "city": 100}
# What cameras and programs write where nobody wrote anything.
NOBODYS_WORDS = re.compile(
    r"(olympus|minolta|samsung|kodak|konica) digital camera|sony dsc|dcim\w*|dsc\w?\d+|img_\d+|untitled|default"
    r"|processed with \w+(?: with .*)?|screenshot|camera|author|photographer|unknown|[?\s]+",
    re.IGNORECASE,
)
DAY = re.compile(r"(\d{4})(?:[-:]?(\d{2})(?:[-:]?(\d{2}))?)?(?!\d)")
MOST_PARTS = 20  # names in one credit
FIRST_YEAR = 1826  # of the oldest photograph that is kept


@dataclass(frozen=True)
class Said:
    """Words by the names of the columns they are offered for; "" where the file says nothing.

    `taken` is EDTF to the year, month or day. `has_place` tells whether anything in the file says where it was taken:
    coordinates, or names of places.
    """

    credit: str = ""
    copyright: str = ""
    caption: str = ""
    taken: str = ""
    city: str = ""
    has_place: bool = False

    def __or__(self, other: "Said") -> "Said":
        """This one's words, the other's where it has none."""
        return Said(**{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(Said)})

    def words(self) -> dict[str, str | bool]:
        """What is not empty, as JSON can hold it."""
        return {field.name: value for field in fields(Said) if (value := getattr(self, field.name))}


def clean(name: str, text: str) -> str:
    """The text without control characters, cut to what its column holds; nothing for words that nobody wrote."""
    kept = "".join(char if unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co") else " " for char in text)
    plain = " ".join(kept.split())
    return "" if NOBODYS_WORDS.fullmatch(plain) else plain[: LONGEST[name]].rstrip()


def joined(parts: Iterable[str]) -> str:
    """«Asel Nur, Agency»: each part once, those that another one holds left out."""
    found: list[str] = []
    for part in islice(filter(None, parts), MOST_PARTS):
        if not any(part.casefold() in other.casefold() for other in found):
            found = [other for other in found if other.casefold() not in part.casefold()] + [part]
    return ", ".join(found)


def day_of(text: str) -> str:
    """«2023:04:27 10:00:00», «20230427», «2023-04» as EDTF; "" for what is no day between photography and 2100."""
    match = DAY.match(text.strip())
    if not match:
        return ""
    year, month, day = (int(part or 0) for part in match.groups())
    if not FIRST_YEAR <= year < 2100 or (not month and day):
        return ""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join(filter(None, [f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if day else ""]))
