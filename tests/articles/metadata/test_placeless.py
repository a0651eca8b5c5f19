"""A file without its place: nothing of it left, the same pixels, and what may stay stays."""

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from articles import metadata
from articles.metadata import NotUnderstood, Said
from tests.articles.metadata import files

WORDS = {
    "Artist": "Asel Nur",
    "Copyright": "Newsdesk",
    "ImageDescription": "A river",
    "DateTimeOriginal": "2023:04:27 10:00:00",
}
KEPT = Said(credit="Asel Nur", copyright="Newsdesk", caption="A river", taken="2023-04-27")
PLACE = files.xmp("", 'photoshop:City="Almaty" exif:GPSLatitude="43,14.3N"')
PROFILE = b"\x00" * 36 + b"acsp" + b"\x00" * 100


def said(data):
    return metadata.read(BytesIO(data))


def same_pixels(one, other):
    first, second = (Image.open(BytesIO(data)) for data in (one, other))
    return (
        first.size == second.size
        and ImageChops.difference(first.convert("RGB"), second.convert("RGB")).getbbox() is None
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_place_goes_and_the_rest_stays(kind):
    xmp = {} if kind == "PNG" else {"xmp": PLACE}
    data = files.picture(kind, exif=files.exif(**WORDS), icc_profile=PROFILE, **xmp)
    assert said(data).has_place
    written = metadata.without_place(data)
    assert said(written) == KEPT
    assert b"Almaty" not in written
    assert b"GPSLatitude" not in written
    assert same_pixels(data, written)
    opened = Image.open(BytesIO(written))
    assert opened.info["icc_profile"] == PROFILE
    assert opened.getexif()[files.Base.Orientation] == 6
    assert metadata.without_place(written) == written


def test_iptc_comments_thumbnails_and_what_hangs_behind_the_picture_go():
    records = [(110, b"Agency"), (90, b"Almaty"), (55, b"2023")]
    data = files.picture(
        app13=files.iptc(records), comment=b"Almaty", progressive=True, quality=90, behind=b"\xff\xd8Almaty"
    )
    data = data[:2] + b"\xff\xe0\x00\x0eJFXX\x00Almaty\x00" + data[2:]
    written = metadata.without_place(data)
    assert said(written) == Said(credit="Agency")
    assert b"Almaty" not in written
    assert same_pixels(data, written)


def test_restarts_and_filling_bytes_in_a_jpeg():
    data = files.picture(exif=files.exif(), restart_marker_blocks=1)
    at = data.index(b"\xff\xdb")
    data = data[:at] + b"\xff\xff" + data[at:]
    assert same_pixels(data, metadata.without_place(data))


def test_a_webp_without_room_for_metadata_and_odd_lengths():
    simple = files.picture("WEBP", lossless=True)
    assert simple[12:16] == b"VP8L"
    assert metadata.without_place(simple) == simple
    odd = files.picture("WEBP", exif=files.exif(gps=True, Artist="Asel N"), lossless=True)
    written = metadata.without_place(odd)
    assert (len(written) % 2, said(written)) == (0, Said(credit="Asel N"))


def test_an_avif_whose_block_is_too_small_for_words_is_emptied():
    data = files.picture("AVIF", xmp=files.xmp("<dc:rights>Newsdesk</dc:rights>", 'photoshop:City="Almaty"'))
    assert said(metadata.without_place(data)) == Said()
    gps = files.exif(gps=True)
    long = files.xmp("<dc:rights>" + "Newsdesk " * 20 + "</dc:rights>")
    written = metadata.without_place(files.picture("AVIF", exif=gps, xmp=long))
    assert said(written) == Said()
    assert b"Newsdesk" not in written


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        files.picture(exif=files.exif())[:-40],
        files.picture("PNG", exif=files.exif()).replace(b"IHDR", b"IHDX"),
    ],
)
def test_what_breaks_off_is_not_understood(data):
    with pytest.raises(NotUnderstood):
        metadata.without_place(data)


def test_a_jpeg_without_a_marker_where_one_must_be_is_not_understood():
    data = files.picture(exif=files.exif())
    at = data.index(b"\xff\xc4")
    with pytest.raises(NotUnderstood):
        metadata.without_place(data[:at] + b"\x00" + struct.pack(">H", 7) + data[at:])


def test_nothing_is_written_if_a_place_would_be_left(monkeypatch):
    monkeypatch.setattr("articles.metadata.placeless.WRITERS", {"JPEG": lambda data, _blocks: data})
    with pytest.raises(NotUnderstood):
        metadata.without_place(files.picture(exif=files.exif()))
