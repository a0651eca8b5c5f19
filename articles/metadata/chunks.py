"""What a PNG says, wherever it stands: behind the pixels, too, where Pillow looks only on decoding."""

import struct
from typing import BinaryIO

HEAD = b"\x89PNG\r\n\x1a\n"
LARGEST = 2_000_000  # bytes
XMP = b"XML:com.adobe.xmp\x00\x00"  # its keyword, and that the text is not compressed


def said(file: BinaryIO) -> tuple[bytes, bytes]:
    """The EXIF block without a head, and the XMP packet; b"" for what is not there, and for all other files."""
    exif = packet = b""
    file.seek(0)
    if file.read(len(HEAD)) != HEAD:
        return exif, packet
    while len(head := file.read(8)) == 8:
        length, name = struct.unpack(">I4s", head)
        data = file.read(length) if name in (b"eXIf", b"iTXt") and length <= LARGEST else b""
        file.seek(length - len(data) + 4, 1)
        if name == b"eXIf":
            exif = data
        elif data.startswith(XMP):
            packet = data[len(XMP) + 1 :].split(b"\x00", 2)[-1]
    return exif, packet
