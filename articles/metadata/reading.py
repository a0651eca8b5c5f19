"""What a file says, whoever wrote it into it. Only its head is read: no pixel is decoded."""

from collections.abc import Callable
from typing import BinaryIO

from PIL import Image

from articles.metadata import chunks, exif, iptc, xmp
from articles.metadata.said import Said

EXIF_HEAD = b"Exif\x00\x00"
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


def read(file: BinaryIO) -> Said:
    """What the picture says of itself. What cannot be read says nothing; the pixels may still be sound.

    Of two blocks that differ XMP, the newest, is believed before IPTC, and EXIF, which cameras fill, last.
    """
    try:
        opened = open_with_blocks(file)
    except Exception:  # decoders fail on hostile files in more ways than they document
        return Said()
    packet = opened.info.get("xmp", b"")
    said = _tried(lambda: xmp.read(packet)) | _tried(lambda: iptc.read(opened)) | _tried(lambda: exif.read(opened))
    file.seek(0)
    return said


def open_with_blocks(file: BinaryIO) -> Image.Image:
    """The picture, not decoded, with EXIF and XMP in `info["exif"]` and `info["xmp"]`. Raises what Pillow raises."""
    file.seek(0)
    opened = Image.open(file, formats=FORMATS)
    block, packet = chunks.said(file)
    if block:
        opened.info["exif"] = EXIF_HEAD + block
    if packet:
        opened.info["xmp"] = packet
    return opened


def _tried(reader: Callable[[], Said]) -> Said:
    try:
        return reader()
    except Exception:  # see above
        return Said()
