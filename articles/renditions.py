"""What readers get of a picture, kept as files named by its content."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles import pictures
from articles.models import Image, Rendition


def store(name: str, data: bytes) -> str:
    """Write a file whose name says its content; one that a killed process left half-written is replaced."""
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(data))


def keep(image: Image, drawn: pictures.Drawn) -> Rendition:
    """One rendition as file and row. Doing it again changes nothing."""
    name = store(f"renditions/{image.hash}-{drawn.width}.{drawn.type}", drawn.data)
    rendition, _is_new = Rendition.objects.get_or_create(
        image=image, width=drawn.width, type=drawn.type, defaults={"height": drawn.height, "file": name}
    )
    return rendition


def make(image: Image) -> int:
    """Every rendition that is missing; returns how many were made."""
    there = set(image.renditions.values_list("width", "type"))
    made = 0
    for kind in Rendition.Type.values:
        if widths := tuple(width for width in image.widths if (width, kind) not in there):
            with image.file.open() as original:
                for drawn in pictures.draw(original, widths, types=(kind,)):
                    keep(image, drawn)
                    made += 1
    return made
