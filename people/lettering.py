"""How wide words stand in a drawing made on the server, where no browser can be asked."""

from unicodedata import east_asian_width

NARROW = 0.56
"""Of its size, what a letter takes on average; the site's sans in semibold, measured on names and posts."""


def width_of(text: str, size: float = 12) -> float:
    """About how wide `text` stands at `size` units; a Chinese sign is as wide as high."""
    return sum(size if east_asian_width(sign) in "WF" else size * NARROW for sign in text)


def shorten(text: str, room: float, size: float = 12) -> str:
    """As much of `text` as fits into `room` units, with a dot for what is left out; "" where not even that fits."""
    if width_of(text, size) <= room:
        return text
    end = len(text)
    while end and width_of(text[:end] + "…", size) > room:
        end -= 1
    return text[:end].rstrip() + "…" if end else ""
