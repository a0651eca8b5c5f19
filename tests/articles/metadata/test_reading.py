"""What a file says of itself, by the three blocks in which it may stand."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from articles import metadata
from articles.metadata import Said, exif, xmp
from articles.metadata.said import clean, day_of, joined
from tests.articles.metadata import files

AGENCY = [
    (80, b"Asel Nur"),
    (110, b"Agency/Handout"),
    (116, "© Agency 2023".encode()),
    (120, "Ministers in Xi’an".encode()),
    (55, b"20230427"),
    (90, b"Xi'an"),
    (101, b"China"),
]


def read(data):
    return metadata.read(BytesIO(data))


def test_iptc_of_an_agency():
    said = read(files.picture(app13=files.iptc(AGENCY)))
    assert said == Said(
        credit="Asel Nur, Agency/Handout",
        copyright="© Agency 2023",
        caption="Ministers in Xi’an",
        taken="2023-04-27",
        city="Xi'an",
        has_place=True,
    )
    assert said.words() == {
        "credit": "Asel Nur, Agency/Handout",
        "copyright": "© Agency 2023",
        "caption": "Ministers in Xi’an",
        "taken": "2023-04-27",
        "city": "Xi'an",
        "has_place": True,
    }


def test_iptc_repeated_in_latin_1_and_with_a_source_for_want_of_a_credit():
    records = [(80, "René".encode("latin-1")), (80, b"Asel"), (115, b"Ministry"), (116, b"\xff\x00\x01rights")]
    assert read(files.picture(app13=files.iptc(records))) == Said(credit="René, Asel, Ministry", copyright="ÿ rights")


XMP_AS_ELEMENTS = files.xmp(
    "<dc:creator><rdf:Seq><rdf:li>Asel Nur</rdf:li><rdf:li>Bek Abdiev</rdf:li></rdf:Seq></dc:creator>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Newsdesk</rdf:li></rdf:Alt></dc:rights>'
    '<dc:description><rdf:Alt><rdf:li xml:lang="ru">Министры</rdf:li><rdf:li xml:lang="en">Ministers</rdf:li></rdf:Alt>'
    "</dc:description><photoshop:DateCreated>2023-04</photoshop:DateCreated><photoshop:City>西安</photoshop:City>"
)
XMP_AS_ATTRIBUTES = files.xmp(
    "", 'photoshop:Credit="Agency" photoshop:Source="Elsewhere" xmp:CreateDate="2023-04-27T10:00:00+06:00"'
)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_xmp_as_elements(kind):
    assert read(files.picture(kind, xmp=XMP_AS_ELEMENTS)) == Said(
        credit="Asel Nur, Bek Abdiev",
        copyright="© Newsdesk",
        caption="Министры",
        taken="2023-04",
        city="西安",
        has_place=True,
    )


def test_xmp_as_attributes_and_in_a_png():
    said = Said(credit="Agency", taken="2023-04-27")
    assert read(files.picture(xmp=XMP_AS_ATTRIBUTES)) == said
    chunk = PngImagePlugin.PngInfo()
    chunk.add_itxt("XML:com.adobe.xmp", XMP_AS_ATTRIBUTES.decode())
    assert read(files.picture("PNG", pnginfo=chunk)) == said


def behind_the_pixels(data, name, body):
    """A PNG with one more chunk before its end."""
    chunk = name + body
    return data[:-12] + struct.pack(">I", len(body)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[-12:]


def test_a_png_speaks_behind_its_pixels_too():
    png = files.picture("PNG")
    block = files.exif(Artist="Asel Nur").removeprefix(b"Exif\x00\x00")
    late = behind_the_pixels(png, b"eXIf", block)
    assert read(late) == Said(credit="Asel Nur", has_place=True)
    written = metadata.without_place(late)
    assert read(written) == Said(credit="Asel Nur")
    assert Image.open(BytesIO(written)).getexif()[files.Base.Orientation] == 6
    packet = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + XMP_AS_ATTRIBUTES
    assert read(behind_the_pixels(png, b"iTXt", packet)).credit == "Agency"
    assert read(behind_the_pixels(png, b"iTXt", b"Title\x00\x00\x00\x00\x00words")) == Said()
    assert read(behind_the_pixels(png, b"eXIf", b"\x00" * 2_000_001)) == Said()


def test_xmp_with_coordinates_or_a_location_has_a_place():
    assert xmp.read(files.xmp("", 'exif:GPSLatitude="43,14.3N"')) == Said(has_place=True)
    place = "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    place += "<Iptc4xmpExt:City>Almaty</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
    assert xmp.read(files.xmp(place)) == Said(city="Almaty", has_place=True)
    assert xmp.read(files.xmp("<dc:rights/>")) == Said()


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"no xml",
        "<a>ascii only".encode("utf-16"),
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        b"<a>" + b" " * 1_000_001 + b"</a>",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
    ],
)
def test_what_is_no_plain_xml_says_nothing(packet):
    assert xmp.read(packet) == Said()
    assert read(files.picture(xmp=packet[:60_000])) == Said()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_exif_of_a_camera(kind):
    name = "Asel Nur" if kind == "AVIF" else "Асель Нур"  # Pillow writes an AVIF's block anew, in ASCII
    texts = {"Artist": name, "Copyright": "Newsdesk", "ImageDescription": "A river"}
    block = files.exif(DateTimeOriginal="2023:04:27 10:00:00", **texts)
    assert read(files.picture(kind, exif=block)) == Said(
        credit=name, copyright="Newsdesk", caption="A river", taken="2023-04-27", has_place=True
    )


def test_exif_without_a_position_and_with_a_camera_s_own_words():
    block = files.exif(gps=False, ImageDescription="OLYMPUS DIGITAL CAMERA", Artist=" ")
    assert read(files.picture(exif=block)) == Said()
    assert exif._text(b"ok") == exif._text("ok") == "ok"
    assert exif._text("Ñ\ud800") == "Ñ\ud800"


def test_xmp_is_believed_before_iptc_and_exif_fills_what_is_left():
    block = files.exif(gps=False, Artist="Camera owner", ImageDescription="A river")
    data = files.picture(app13=files.iptc([(110, b"Agency"), (116, b"Ours")]), xmp=XMP_AS_ATTRIBUTES, exif=block)
    assert read(data) == Said(credit="Agency", copyright="Ours", caption="A river", taken="2023-04-27")


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", files.picture()[:200], files.picture(app13=b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\xff")]
)
def test_what_cannot_be_read_says_nothing(data):
    assert read(data) == Said()


def test_a_block_that_makes_no_sense_says_nothing(monkeypatch):
    monkeypatch.setattr("articles.metadata.iptc.texts", lambda *_given: 1 / 0)
    assert read(files.picture(app13=files.iptc(AGENCY), exif=files.exif(gps=False, Artist="Asel"))) == Said(
        credit="Asel"
    )


def test_an_upright_picture_is_left_at_its_beginning():
    file = BytesIO(files.picture())
    file.seek(50)
    metadata.read(file)
    assert Image.open(file).size == files.SIZE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023:04:27 10:00:00", "2023-04-27"),
        ("20230427", "2023-04-27"),
        ("2023-04-27T10:00:00Z", "2023-04-27"),
        ("2023-04", "2023-04"),
        ("2023", "2023"),
        ("20230400", "2023-04"),
        ("20230000", "2023"),
        ("2023-13-01", ""),
        ("2023-02-30", ""),
        ("2023-00-12", ""),
        ("0000:00:00 00:00:00", ""),
        ("1825-01-01", ""),
        ("2100-01-01", ""),
        ("202304271", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_days(text, day):
    assert day_of(text) == day


def test_words_are_made_fit_for_every_database():
    assert clean("credit", " Asel\x00 \n Nur\ud800 ") == "Asel Nur"
    assert clean("city", "a" * 200) == "a" * 100
    assert [clean("caption", text) for text in ("SONY DSC", "DCIM100", "Untitled", "???", "A camera")] == [
        "",
        "",
        "",
        "",
        "A camera",
    ]


def test_parts_are_joined_once():
    assert joined(["Asel Nur", "", "asel nur/Agency", "Agency"]) == "asel nur/Agency"
    assert joined([]) == ""
    assert joined(f"<{n}>" for n in range(10**6)).count(",") == 19
