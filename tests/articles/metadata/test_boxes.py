"""The boxes of an AVIF, those that Pillow does not write as well."""

import struct

import pytest

from articles.metadata.boxes import extents


def box(name, inside, *, large=False, endless=False):
    size = len(inside) + 8
    if large:
        return struct.pack(">I4sQ", 1, name, size + 8) + inside
    return struct.pack(">I4s", 0 if endless else size, name) + inside


def entry(item, kind):
    return box(b"infe", b"\x03\x00\x00\x00" + struct.pack(">IH", item, 0) + kind)


def meta(places, **size):
    items = b"\x01\x00\x00\x00" + struct.pack(">I", 2) + entry(1, b"av01") + entry(2, b"Exif")
    return box(b"meta", b"\x00" * 4 + box(b"iinf", items) + box(b"iloc", places), **size)


def places(method):
    """Version 2: numbers of four bytes, a way of construction, an index of four bytes, a base of eight."""
    head = b"\x02\x00\x00\x00" + bytes([0x44, 0x84]) + struct.pack(">I", 1)
    return head + struct.pack(">IHHQH", 2, method, 0, 100, 1) + struct.pack(">III", 1, 20, 30)


@pytest.mark.parametrize("size", [{"large": True}, {"endless": True}, {}])
def test_newer_versions_and_other_sizes(size):
    assert extents(box(b"ftyp", b"avif") + meta(places(0), **size)) == [(b"Exif", 120, 150)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        box(b"ftyp", b"avif"),
        struct.pack(">I4s", 90, b"meta"),
        meta(places(1)),
        meta(places(0)[:-9]),
        meta(b"\x02\x00\x00\x00\x00\x00" + b"\xff" * 40),
        struct.pack(">I4s", 4, b"meta"),
    ],
)
def test_what_cannot_be_read_is_refused(data):
    with pytest.raises(ValueError, match="box|item"):
        extents(data)
