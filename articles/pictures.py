"""Opening, checking and resizing pictures: nothing here knows of a database.

A file is opened by an allow-list whatever it is called, and what readers get is drawn anew from its pixels: upright,
in sRGB, on white where it was transparent, with no metadata.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

WIDTHS = (480, 960, 1920)
TYPES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# Phones write several JPEGs into one file (depth, brightness): Pillow calls that MPO, and the first is the picture.
READ_AS_JPEG = {"JPEG", "MPO"}
ENCODERS = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
ORIENTATION, LYING = 0x0112, {5, 6, 7, 8}
SRGB = ImageCms.createProfile("sRGB")


class NotAPicture(ValueError):
    """The file cannot be taken; the message is one sentence for the person who chose it."""


@dataclass(frozen=True)
class Facts:
    """What a file is: type by content, size in pixels as the picture is seen."""

    hash: str
    type: str
    width: int
    height: int


@dataclass(frozen=True)
class Drawn:
    """One rendition: pixels and the encoded bytes."""

    width: int
    height: int
    type: str
    data: bytes


def widths_for(width: int) -> tuple[int, ...]:
    """The widths that readers get of a picture so wide, narrowest first; never wider than the picture."""
    narrower = tuple(step for step in WIDTHS if step < width)
    return narrower if len(narrower) == len(WIDTHS) else (*narrower, width)


def height_for(width: int, facts) -> int:
    """The height of a rendition of that width; `facts` is anything with the `width` and `height` of the picture."""
    return max(1, round(width * facts.height / facts.width))


def examine(file: BinaryIO, *, pixels: int) -> Facts:
    """What the file is. Raises `NotAPicture` for what is no JPEG, PNG or WebP, is animated, or has more `pixels`.

    Only the head of the picture is read: a file that breaks off later is found by `draw`.
    """
    opened = _open(file)
    if getattr(opened, "is_animated", False) and opened.format not in READ_AS_JPEG:
        raise NotAPicture(_("This picture moves: please choose one that stands still."))
    width, height = _seen_size(opened)
    if width * height > pixels:
        sentence = _("This picture is too large: at most %(limit)d megapixels, this one has %(found)d.")
        raise NotAPicture(sentence % {"limit": pixels // 1_000_000, "found": -(-width * height // 1_000_000)})
    file.seek(0)
    kind = "JPEG" if opened.format in READ_AS_JPEG else opened.format
    return Facts(hashlib.file_digest(file, "sha256").hexdigest()[:32], TYPES[kind], width, height)


def draw(file: BinaryIO, widths: tuple[int, ...], types: tuple[str, ...] = ("webp", "jpg")) -> Iterator[Drawn]:
    """The picture in each width and type. Raises `NotAPicture` if its data break off or make no sense."""
    opened = _open(file)
    facts = Facts("", "", *_seen_size(opened))
    widest = _pixels(opened, max(widths), height_for(max(widths), facts))
    for width in widths:
        height = height_for(width, facts)
        resized = widest if width == widest.width else widest.resize((width, height), Image.Resampling.LANCZOS)
        for kind in types:
            data = BytesIO()
            resized.save(data, **ENCODERS[kind])
            yield Drawn(width, height, kind, data.getvalue())


def _open(file):
    file.seek(0)
    try:
        return Image.open(file, formats=tuple(TYPES))
    except Image.DecompressionBombError as error:
        raise NotAPicture(_("This picture is far too large.")) from error
    except Exception as error:  # decoders fail on hostile files in more ways than they document
        raise NotAPicture(_("This file is no picture that we can take: JPEG, PNG and WebP are.")) from error


def _seen_size(opened) -> tuple[int, int]:
    width, height = opened.size
    return (height, width) if _is_lying(opened) else (width, height)


def _is_lying(opened) -> bool:
    try:
        return opened.getexif().get(ORIENTATION) in LYING
    except Exception:  # metadata that cannot be read say nothing; the pixels may still be sound
        return False


def _pixels(opened, width: int, height: int):
    """The upright sRGB picture of that size, decoded no larger than need be."""
    lying = _is_lying(opened)
    try:
        opened.draft("RGB", (height, width) if lying else (width, height))
        opened.load()
    except Exception as error:  # see _open
        raise NotAPicture(_("This picture is broken: it cannot be read to its end.")) from error
    profile = opened.info.get("icc_profile")
    upright = _on_white(_upright(opened)).resize((width, height), Image.Resampling.LANCZOS)
    plain = _in_srgb(upright, profile)
    plain.info = {}  # else the encoder writes the comment of the original
    return plain


def _upright(opened):
    try:
        return ImageOps.exif_transpose(opened)
    except Exception:  # see _is_lying
        return opened


def _on_white(picture):
    """Without transparency and palette, eight bits a channel: a drawing in black must not vanish on a dark page."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("L", "RGB", "CMYK") and "transparency" not in picture.info:
        return picture
    seen = picture.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen).convert("RGB")


def _in_srgb(picture, profile: bytes | None):
    if profile:
        try:
            return ImageCms.profileToProfile(
                picture, ImageCms.ImageCmsProfile(BytesIO(profile)), SRGB, outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):  # a profile that is broken or of another kind of picture
            pass
    return picture.convert("RGB")
