"""Picture files as cameras, programs and malice write them."""

from io import BytesIO

from PIL import Image

ORIENTATION = 0x0112


def file_of(picture, kind="JPEG", **options):
    file = BytesIO()
    picture.save(file, kind, **options)
    return file


def plain(size=(40, 30), mode="RGB", color="teal"):
    return Image.new(mode, size, color)


def exif(orientation=1):
    """EXIF with an orientation and words that name a place."""
    found = Image.Exif()
    found[ORIENTATION] = orientation
    found[0x010E] = "taken at the secret flat"
    return found
