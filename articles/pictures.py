"""What a file is: opening by an allow-list, whatever the file is called. Nothing here knows of a database."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image

from articles.imaging import disguises

TYPES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
# Phones write several JPEGs into one file (depth, brightness): Pillow calls that MPO, and the first is the picture.
READ_AS_JPEG = {"JPEG", "MPO"}
# What decodes with several copies of all its pixels may have fewer: some 16 to 20 bytes a pixel, not 4 to 8.
PIXELS_OF = {"WEBP": 25_000_000, "AVIF": 25_000_000}
NAMES = {"WEBP": "WebP", "AVIF": "AVIF"}
# A progressive JPEG has some ten scans; one made to keep a computer busy has thousands.
SCANS, SCAN = 100, b"\xff\xda"
ORIENTATION, LYING = 0x0112, {5, 6, 7, 8}
HEAD = 2_000


class NotAPicture(ValueError):
    """The file cannot be taken; the message is one sentence for the person who chose it."""


@dataclass(frozen=True)
class Facts:
    """What a file is: type by content, size in pixels as the picture is seen."""

    hash: str
    type: str
    width: int
    height: int


def examine(file: BinaryIO, *, pixels: int) -> Facts:
    """What the file is. Raises `NotAPicture` for what we do not take, what is animated, and for more than `pixels`.

    Only the head of the picture is read: a file that breaks off later is found by `imaging.drawing.draw`.
    """
    opened = open_picture(file)
    kind = "JPEG" if opened.format in READ_AS_JPEG else str(opened.format)
    if getattr(opened, "is_animated", False) and kind != "JPEG":
        raise NotAPicture(_("This picture moves: please choose one that stands still."))
    width, height = seen_size(opened)
    _refuse_too_many(width * height, min(pixels, PIXELS_OF.get(kind, pixels)), kind)
    file.seek(0)
    content = file.read()
    if kind == "JPEG" and content.count(SCAN) > SCANS:
        raise NotAPicture(_("This picture is built in an unheard-of way: please save it anew."))
    return Facts(hashlib.sha256(content).hexdigest()[:32], TYPES[kind], width, height)


def open_picture(file: BinaryIO) -> Image.Image:
    """The picture, its head read but not its pixels. Raises `NotAPicture` and says what the file is instead."""
    file.seek(0)
    try:
        return Image.open(file, formats=tuple(TYPES))
    except Image.DecompressionBombError as error:
        raise NotAPicture(_("This picture is far too large.")) from error
    except Exception as error:  # decoders fail on hostile files in more ways than they document
        file.seek(0)
        raise NotAPicture(_why_not(disguises.kind_of(file.read(HEAD)))) from error


def seen_size(opened: Image.Image) -> tuple[int, int]:
    """Width and height as the picture is seen, after orientation."""
    width, height = opened.size
    return (height, width) if orientation_of(opened) in LYING else (width, height)


def orientation_of(opened: Image.Image) -> int:
    """How the camera was held: 1 to 8, as EXIF counts; 1 is upright."""
    try:
        return int(opened.getexif().get(ORIENTATION, 1))
    except Exception:  # metadata that cannot be read say nothing; the pixels may still be sound
        return 1


def _why_not(kind: str) -> str:
    sentences = {
        "": _("This file is no picture that we can take: JPEG, PNG, WebP and AVIF are."),
        "PDF": _("This is a PDF, whatever it is called: please save the picture in it as JPEG or PNG."),
        "SVG": _("This is an SVG drawing, which can carry programs: please save it as PNG."),
        "HEIC": _("This is a HEIC picture, as some telephones keep them: please save it as JPEG."),
        "GIF": _("This is a GIF: please save it as PNG."),
        "HTML": _("This is a web page, not a picture: please save the picture in it."),
        "video": _("This is a video: please choose a picture."),
    }
    other = _("This is a %(kind)s file, whatever it is called: JPEG, PNG, WebP and AVIF are pictures we can take.")
    return str(sentences.get(kind) or other % {"kind": kind})


def _refuse_too_many(found: int, limit: int, kind: str) -> None:
    if found <= limit:
        return
    numbers = {"limit": limit // 1_000_000, "found": -(-found // 1_000_000), "kind": NAMES.get(kind)}
    if kind in PIXELS_OF:
        sentence = _(
            "This picture is too large: at most %(limit)d megapixels as %(kind)s, this one has %(found)d. Please save "
            "it smaller, or as JPEG."
        )
    else:
        sentence = _("This picture is too large: at most %(limit)d megapixels, this one has %(found)d.")
    raise NotAPicture(sentence % numbers)
