"""Picture files with something to say, made byte by byte."""

import struct
from io import BytesIO

from PIL import ExifTags, Image

Base, GPS = ExifTags.Base, ExifTags.GPS
SIZE = (64, 48)


def exif(*, gps=True, orientation=6, **texts):
    """An EXIF block: Artist, Copyright, ImageDescription, DateTimeOriginal, and where it was taken."""
    made = Image.Exif()
    made[Base.Orientation] = orientation
    for name in ("Artist", "Copyright", "ImageDescription"):
        if name in texts:
            made[getattr(Base, name)] = texts[name].encode()
    if "DateTimeOriginal" in texts:
        made.get_ifd(ExifTags.IFD.Exif)[Base.DateTimeOriginal] = texts["DateTimeOriginal"]
    if gps:
        place = made.get_ifd(ExifTags.IFD.GPSInfo)
        place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N", (43.0, 14.0, 20.0)
        place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", (76.0, 53.0, 11.0)
    return made.tobytes()


def iptc(records):
    """The body of APP13: a Photoshop block with IPTC records, (number, bytes) each."""
    sets = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value for number, value in records)
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(sets)) + sets + b"\x00" * (len(sets) % 2)
    return b"Photoshop 3.0\x00" + resource


def xmp(inside, attributes=""):
    names = {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    }
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {declared}>'
        f'<rdf:Description rdf:about="" {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


def picture(kind="JPEG", *, app13=b"", behind=b"", **options):
    """A small picture of two colours; JPEG with a Photoshop block and something hung behind it, if given."""
    drawn = Image.new("RGB", SIZE, "teal")
    drawn.paste("white", (0, 0, 20, 20))
    file = BytesIO()
    drawn.save(file, kind, **options)
    data = file.getvalue()
    if app13:
        data = data[:2] + b"\xff\xed" + struct.pack(">H", len(app13) + 2) + app13 + data[2:]
    return data + behind
