"""Whether two pictures look alike: a perceptual hash that survives another size and another saving. Pure.

It compares the light of neighbouring fields of a grid, so a copy that is smaller, re-saved or a little brighter has
nearly the same hash; one that is cut or mirrored has not, and no promise is made: «looks like», never «is».
"""

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageStat

FIELDS = 8  # a side: 64 comparisons, 16 hexadecimal digits
ALIKE = 5  # of the 64 comparisons may differ
PLAIN = 3.0  # standard deviation of the light; what is plainer says nothing
# So many of the comparisons must go either way: else it is a shape on plain ground, whose hash is that of any other.
TELLING = 12


def of(encoded: bytes) -> str:
    """The hash of a small rendition, upright and in sRGB; "" for a picture too plain to be told from others."""
    with Image.open(BytesIO(encoded), formats=("JPEG", "WEBP")) as opened:
        grey = opened.convert("L").resize((FIELDS + 1, FIELDS), Image.Resampling.LANCZOS)
    if ImageStat.Stat(grey).stddev[0] < PLAIN:
        return ""
    light = grey.tobytes()
    rows = (light[start : start + FIELDS + 1] for start in range(0, len(light), FIELDS + 1))
    bits = [left < right for row in rows for left, right in zip(row, row[1:], strict=False)]
    if not TELLING <= sum(bits) <= len(bits) - TELLING:
        return ""
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"


def closest(wanted: str, known: Iterable[tuple[int, str]]) -> int | None:
    """The key of the picture that looks most like it, or None. `known`: key and hash each."""
    if not wanted:
        return None
    number = int(wanted, 16)
    distances = ((key, (number ^ int(other, 16)).bit_count()) for key, other in known if other)
    key, distance = min(distances, key=lambda each: each[1], default=(None, ALIKE + 1))
    return key if distance <= ALIKE else None
