"""The same picture without a word of where it was taken: no pixel is decoded or encoded anew.

What is kept is listed, not what is dropped: pixels, colour profile, and one small new EXIF block with orientation,
credit, copyright, caption and day. Whatever else cameras, phones and programs hid in the file goes.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import ExifTags, Image

from articles.metadata.boxes import extents
from articles.metadata.reading import EXIF_HEAD, open_with_blocks, read
from articles.metadata.said import Said

Base = ExifTags.Base
NO_OFFSET = b"\x00\x00\x00\x00"  # AVIF: of the block from here
EMPTY_EXIF, EMPTY_XMP = b"II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00", b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'

SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
# APP0 to APP15 and comments by what they begin with; other segments are the picture itself.
JPEG_KEPT = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
JPEG_SAYS = {*range(0xE0, 0xF0), 0xFE}
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP", b"sBIT", b"bKGD"}
WEBP_KEPT = {b"VP8X", b"ICCP", b"ALPH", b"VP8 ", b"VP8L"}
WEBP_HAS_EXIF, WEBP_HAS_XMP = 0x08, 0x04


class NotUnderstood(ValueError):
    """The file is built in a way that we cannot take the place out of."""


def without_place(data: bytes) -> bytes:
    """The file's bytes anew. Raises NotUnderstood if anything of the place would be left."""
    said = read(BytesIO(data))
    try:
        opened = open_with_blocks(BytesIO(data))
        orientation = opened.getexif().get(Base.Orientation) if "exif" in opened.info else None
        written = WRITERS["JPEG" if opened.format == "MPO" else str(opened.format)](data, _exif(said, orientation))
    except (struct.error, IndexError, ValueError, OSError, KeyError) as error:
        raise NotUnderstood from error
    if read(BytesIO(written)).has_place:
        raise NotUnderstood
    return written


def _exif(said: Said, orientation: int | None) -> bytes:
    """A TIFF block without the head that JPEG puts before it."""
    made = Image.Exif()
    texts = {Base.Artist: said.credit, Base.Copyright: said.copyright, Base.ImageDescription: said.caption}
    for tag, text in texts.items():
        if text:
            made[tag] = text.encode()
    if orientation in range(1, 9):
        made[Base.Orientation] = orientation
    if said.taken.count("-") == 2:
        made.get_ifd(ExifTags.IFD.Exif)[Base.DateTimeOriginal] = f"{said.taken.replace('-', ':')} 00:00:00"
    return made.tobytes().removeprefix(EXIF_HEAD)


def _jpeg(data: bytes, exif: bytes) -> bytes:
    block = EXIF_HEAD + exif
    written = [b"\xff\xd8\xff\xe1", struct.pack(">H", len(block) + 2), block]
    written += (segment for marker, segment in _segments(data) if _is_picture(marker, segment))
    return b"".join([*written, b"\xff\xd9"])


def _is_picture(marker: int, segment: bytes) -> bool:
    if marker not in JPEG_SAYS:
        return True
    return marker in JPEG_KEPT and segment[4:].startswith(JPEG_KEPT[marker])


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment up to the first end of image: what phones hang behind it is left out."""
    at = 2
    while True:
        while data[at] == data[at + 1] == 0xFF:  # filling
            at += 1
        if data[at] != 0xFF:
            raise ValueError("No marker where one must be.")
        marker = data[at + 1]
        if marker == EOI:
            return
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == SOS:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the coded pixels end: at a marker that is neither a restart nor an escaped byte."""
    while True:
        at = data.index(0xFF, at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _png(data: bytes, exif: bytes) -> bytes:
    written, at = [PNG_HEAD], len(PNG_HEAD)
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if name in PNG_KEPT:
            written.append(data[at:end])
        if name == b"IHDR":
            body = b"eXIf" + exif
            written.append(struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)))
        at = len(data) if name == b"IEND" else end
    return b"".join(written)


def _webp(data: bytes, exif: bytes) -> bytes:
    """Chunks of an even length each. Only the extended format, which begins with VP8X, may hold EXIF."""
    written, at, extended = [], 12, data[12:16] == b"VP8X"
    while at < len(data):
        name, length = struct.unpack("<4sI", data[at : at + 8])
        end = at + 8 + length + length % 2
        chunk = data[at:end]
        if name == b"VP8X":
            flags = (chunk[8] | WEBP_HAS_EXIF) & ~WEBP_HAS_XMP
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if name in WEBP_KEPT:
            written.append(chunk)
        at = end
    if extended:
        written.append(struct.pack("<4sI", b"EXIF", len(exif)) + exif + b"\x00" * (len(exif) % 2))
    body = b"".join([b"WEBP", *written])
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _avif(data: bytes, exif: bytes) -> bytes:
    """Its boxes tell where each part lies, so what stood there is written over and nothing moves."""
    for kind, start, end in extents(data):
        offered = (NO_OFFSET + exif, NO_OFFSET + EMPTY_EXIF) if kind == b"Exif" else (EMPTY_XMP,)
        new = next((each for each in offered if len(each) <= end - start), b"")
        data = data[:start] + new.ljust(end - start, b"\x00" if kind == b"Exif" else b" ") + data[end:]
    return data


WRITERS = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "AVIF": _avif}
