"""What a file says, whoever wrote it into it. Only its head is read: no pixel is decoded."""

from collections.abc import Callable
from typing import BinaryIO

from PIL import Image

from articles.metadata import exif, iptc, xmp
from articles.metadata.said import Said

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


def read(file: BinaryIO) -> Said:
    """What the picture says of itself. What cannot be read says nothing; the pixels may still be sound.

    Of two blocks that differ XMP, the newest, is believed before IPTC, and EXIF, which cameras fill, last.
    """
    file.seek(0)
    try:
        opened = Image.open(file, formats=FORMATS)
    except Exception:  # decoders fail on hostile files in more ways than they document
        return Said()
    packet = opened.info.get("xmp") or opened.info.get("XML:com.adobe.xmp") or b""
    said = _tried(lambda: xmp.read(packet)) | _tried(lambda: iptc.read(opened)) | _tried(lambda: exif.read(opened))
    file.seek(0)
    return said


def _tried(reader: Callable[[], Said]) -> Said:
    try:
        return reader()
    except Exception:  # see above
        return Said()
