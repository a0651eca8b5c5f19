"""What a file is."""

from io import BytesIO

import pytest
from PIL import Image

from articles import pictures
from articles.pictures import NotAPicture, examine
from tests.articles.imaging.files import exif, file_of, plain

LIMIT = 60_000_000


@pytest.mark.parametrize(("kind", "type"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif")])
def test_jpeg_png_webp_and_avif_are_taken(kind, type):
    facts = examine(file_of(plain(), kind), pixels=LIMIT)
    assert (facts.type, facts.width, facts.height) == (type, 40, 30)


def test_the_hash_is_of_the_content():
    first, other = (examine(file_of(plain(color=color)), pixels=LIMIT).hash for color in ("teal", "red"))
    again = examine(file_of(plain()), pixels=LIMIT).hash
    assert first == again != other
    assert len(first) == 32
    assert int(first, 16)


def test_several_jpegs_in_one_file_as_phones_write_them_are_one_picture():
    file = file_of(plain(), "MPO", save_all=True, append_images=[plain(color="red")])
    assert Image.open(file).n_frames == 2
    assert examine(file, pixels=LIMIT).type == "jpg"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("GIF", "This is a GIF: please save it as PNG."),
        ("TIFF", "This is a TIFF file, whatever it is called: JPEG, PNG, WebP and AVIF are pictures we can take."),
        ("BMP", "This is a BMP file, whatever it is called: JPEG, PNG, WebP and AVIF are pictures we can take."),
        ("PDF", "This is a PDF, whatever it is called: please save the picture in it as JPEG or PNG."),
        ("ICO", "This file is no picture that we can take: JPEG, PNG, WebP and AVIF are."),
        ("PPM", "This file is no picture that we can take: JPEG, PNG, WebP and AVIF are."),
    ],
)
def test_other_kinds_are_refused_whatever_they_are_called(kind, sentence):
    with pytest.raises(NotAPicture) as refused:
        examine(file_of(plain(), kind), pixels=LIMIT)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("content", "begins"),
    [
        (b"", "This file is no picture"),
        (b"plain words", "This file is no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "This is an SVG drawing"),
        (b'<?xml version="1.0"?><!-- x --><svg/>', "This is an SVG drawing"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "This is a web page"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "This is a HEIC picture"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00", "This is a video"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00", "This file is no picture"),
        (b"%PDF-1.7\n\xff\xd8\xff", "This is a PDF"),
        (b"PK\x03\x04word/document.xml", "This is a ZIP file"),
        (b"\xff\xd8\xff\xe0 no jpeg after its first bytes", "This file is no picture"),
        (b"\x89PNG\r\n\x1a\n and no more", "This file is no picture"),
        (b"RIFF\x00\x00\x00\x00WEBP", "This file is no picture"),
        (b"\x00" * 1000, "This file is no picture"),
    ],
)
def test_what_is_no_picture_is_refused_and_named(content, begins):
    with pytest.raises(NotAPicture) as refused:
        examine(BytesIO(content), pixels=LIMIT)
    assert str(refused.value).startswith(begins)


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "AVIF"])
def test_moving_pictures_are_refused(kind):
    file = file_of(plain(), kind, save_all=True, append_images=[plain(color="red")])
    with pytest.raises(NotAPicture, match="moves"):
        examine(file, pixels=LIMIT)


def test_too_many_pixels_are_refused_by_the_head_of_the_file_with_both_numbers():
    assert examine(file_of(plain((40, 30))), pixels=1200).width == 40
    with pytest.raises(NotAPicture, match="at most 1 megapixels, this one has 2"):
        examine(file_of(plain((1100, 1000))), pixels=1_000_000)


def test_a_decompression_bomb_is_refused(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(NotAPicture, match="far too large"):
        examine(file_of(plain(), "PNG"), pixels=LIMIT)


@pytest.mark.parametrize(("kind", "name"), [("WEBP", "WebP"), ("AVIF", "AVIF")])
def test_kinds_that_need_more_memory_may_have_fewer_pixels(kind, name, monkeypatch):
    monkeypatch.setitem(pictures.PIXELS_OF, kind, 1_000_000)
    with pytest.raises(NotAPicture, match=rf"at most 1 megapixels as {name}, this one has 2\. Please save it smaller"):
        examine(file_of(plain((1100, 1000)), kind), pixels=LIMIT)
    assert examine(file_of(plain((1100, 1000))), pixels=LIMIT).width == 1100


def test_a_jpeg_of_a_thousand_scans_is_refused():
    """It is small and whole, and would keep a processor busy for minutes."""
    whole = file_of(plain(), progressive=True).getvalue()
    start = whole.rindex(pictures.SCAN)
    with pytest.raises(NotAPicture, match="unheard-of"):
        examine(BytesIO(whole[:start] + whole[start:-2] * 1000 + whole[-2:]), pixels=LIMIT)
    assert examine(BytesIO(whole), pixels=LIMIT).type == "jpg"


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (6, (30, 40))])
def test_the_size_is_that_of_the_picture_as_it_is_seen(orientation, size):
    facts = examine(file_of(plain(), exif=exif(orientation)), pixels=LIMIT)
    assert (facts.width, facts.height) == size


def test_unreadable_metadata_do_not_stop_a_sound_picture(monkeypatch):
    def broken(*_arguments, **_options):
        raise SyntaxError("not a TIFF file")

    file = file_of(plain(), exif=exif(6))
    monkeypatch.setattr(Image.Image, "getexif", broken)
    assert examine(file, pixels=LIMIT).width == 40
