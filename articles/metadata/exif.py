"""EXIF: what cameras write, and some programs."""

from PIL import ExifTags, Image

from articles.metadata.said import Said, clean, day_of

Base, Block = ExifTags.Base, ExifTags.IFD
SAYS_LITTLE = {ExifTags.GPS.GPSVersionID}  # cameras write it without any position


def read(opened: Image.Image) -> Said:
    """What the EXIF block of an opened picture says."""
    if "exif" not in opened.info:  # else a PNG would be decoded to its end in search of one
        return Said()
    exif = opened.getexif()
    details = exif.get_ifd(Block.Exif)
    taken = details.get(Base.DateTimeOriginal) or details.get(Base.DateTimeDigitized) or ""
    return Said(
        credit=clean("credit", _text(exif.get(Base.Artist, ""))),
        copyright=clean("copyright", _text(exif.get(Base.Copyright, ""))),
        caption=clean("caption", _text(exif.get(Base.ImageDescription, ""))),
        taken=day_of(_text(taken)),
        has_place=bool(set(exif.get_ifd(Block.GPSInfo)) - SAYS_LITTLE),
    )


def _text(value: object) -> str:
    """Pillow gives EXIF's bytes as Latin-1; most programs write UTF-8."""
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
