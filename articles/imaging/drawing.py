"""Drawing what readers get anew from a picture's pixels: upright, cut, in sRGB, with credit and copyright alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from PIL import Image

from articles.imaging.colours import in_srgb, on_white, resizable
from articles.imaging.marks import Marks
from articles.imaging.ratios import Size, box, scale_for
from articles.imaging.turns import one_at_a_time
from articles.pictures import LYING, NotAPicture, open_picture, orientation_of, seen_size

# In the order in which they are made: what every browser can show comes first.
ENCODERS: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "webp": {"format": "WEBP", "quality": 78},
    "avif": {"format": "AVIF", "quality": 60, "speed": 8},
}
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
GAP = 3.0  # a large picture is first made roughly three times the size: as good to the eye, and faster
NO_MARKS = Marks()


@dataclass(frozen=True)
class Drawn:
    """One rendition: which size, and the encoded bytes."""

    size: Size
    type: str
    data: bytes


def draw(
    file: BinaryIO,
    wanted: Iterable[tuple[Size, str]],
    *,
    turn: Path,
    focal: tuple[float, float] = (0.5, 0.5),
    marks: Marks = NO_MARKS,
) -> Iterator[Drawn]:
    """The picture in each wanted size and type (a key of `ENCODERS`), JPEGs first.

    `turn`: a file that all who draw on this machine share; only one of them holds a whole picture in memory. Raises
    `NotAPicture` if its data break off or make no sense.
    """
    wanted = list(wanted)
    master = pixels(file, [size for size, _type in wanted], turn=turn)
    cuts = {}
    for kind, options in ENCODERS.items():
        for size in (size for size, type in wanted if type == kind):
            if size not in cuts:
                part = box(size.ratio, *master.size, *focal)
                cuts[size] = master.resize((size.width, size.height), Image.Resampling.LANCZOS, box=part)
            data = BytesIO()
            cuts[size].save(data, **(options | marks.options()))
            yield Drawn(size, kind, data.getvalue())


def pixels(file: BinaryIO, wanted: Iterable[Size], *, turn: Path) -> Image.Image:
    """The upright sRGB picture, no larger than the wanted sizes need. Raises `NotAPicture`."""
    with one_at_a_time(turn):
        opened = open_picture(file)
        width, height = seen_size(opened)
        scale = scale_for(wanted, width, height)
        target = max(1, round(width * scale)), max(1, round(height * scale))
        smaller = _smaller(opened, target)
        profile, turned = opened.info.get("icc_profile"), TURNED.get(orientation_of(opened))
        del opened
    upright = smaller if turned is None else smaller.transpose(turned)
    plain = in_srgb(on_white(upright), profile)
    plain.info = {}  # else an encoder writes the comment of the original
    return plain


def _smaller(opened: Image.Image, target: tuple[int, int]) -> Image.Image:
    """The picture that small as it is stored, perhaps lying; decoded no larger than need be."""
    stored = target[::-1] if orientation_of(opened) in LYING else target
    try:
        opened.draft("RGB", stored)
        opened.load()
    except Exception as error:  # see pictures.open_picture
        raise NotAPicture(_("This picture is broken: it cannot be read to its end.")) from error
    return resizable(opened).resize(stored, Image.Resampling.LANCZOS, reducing_gap=GAP)
