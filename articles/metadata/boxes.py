"""Where an AVIF keeps what it says: ISO base media boxes, as far as that asks."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

SAYS = {b"Exif", b"mime", b"uri "}


@dataclass
class _Reader:
    """Numbers of so many bytes, one after the other."""

    data: bytes
    at: int = 0

    def number(self, size: int) -> int:
        value = int.from_bytes(self.data[self.at : self.at + size], "big")
        self.at += size
        if self.at > len(self.data):
            raise ValueError("A box that breaks off.")
        return value


def extents(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, start and end of each part that holds metadata and no pixels. Raises ValueError for what it cannot read."""
    meta = _boxes(data, 0, len(data)).get(b"meta")
    if meta is None:
        raise ValueError("No box of metadata.")
    boxes = _boxes(data, meta[0] + 4, meta[1])
    types = _types(data, *boxes[b"iinf"])
    found = _places(data[slice(*boxes[b"iloc"])])
    return [(types[item], start, end) for item, start, end in found if types[item] in SAYS]


def _boxes(data: bytes, at: int, end: int) -> dict[bytes, tuple[int, int]]:
    """Start and end of what each box holds, by its name."""
    found = {}
    while at + 8 <= end:
        size, name = struct.unpack(">I4s", data[at : at + 8])
        head = 16 if size == 1 else 8
        size = int.from_bytes(data[at + 8 : at + 16], "big") if size == 1 else size or end - at
        if size < head or at + size > end:
            raise ValueError("A box that is larger than its place.")
        found[name] = (at + head, at + size)
        at += size
    return found


def _types(data: bytes, start: int, end: int) -> dict[int, bytes]:
    """The type of each item by its number."""
    at = start + (6 if data[start] == 0 else 8)
    types = {}
    while at + 8 <= end:
        entry = _Reader(data, at + 12)
        item = entry.number(2 if data[at + 8] < 3 else 4)
        types[item] = data[entry.at + 2 : entry.at + 6]
        at += max(8, int.from_bytes(data[at : at + 4], "big"))
    return types


def _places(box: bytes) -> Iterator[tuple[int, int, int]]:
    """Item, start and end of each extent, counted from the beginning of the file."""
    version, sizes = box[0], [half for byte in box[4:6] for half in divmod(byte, 16)]
    offset_size, length_size, base_size, index_size = sizes
    if not offset_size or not length_size:
        raise ValueError("A box whose items lie nowhere.")
    reader = _Reader(box, 6)
    for _item in range(reader.number(2 if version < 2 else 4)):
        item = reader.number(2 if version < 2 else 4)
        if version and reader.number(2) & 15:
            raise ValueError("An item that lies elsewhere.")
        reader.number(2)
        base = reader.number(base_size)
        for _extent in range(reader.number(2)):
            reader.number(index_size if version else 0)
            start = base + reader.number(offset_size)
            yield item, start, start + reader.number(length_size)
