"""What readers get of a picture, kept as files beside each other: a folder for each picture."""

import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from articles.imaging import drawing
from articles.imaging.drawing import Drawn
from articles.imaging.marks import Marks
from articles.imaging.ratios import WHOLE, all_sizes, sizes
from articles.models import Image, Rendition

AT_ONCE = 640
"""Pixels: how wide, at most, the first rendition is, which is there from the upload on."""
NOT_LAST = ""
"""The recipe of a rendition that another one shall replace: made before credit and focal point are known."""
VERSION = "1"
"""Another one makes every rendition of every picture anew."""


def turn():
    """The file by which those who draw on this machine take turns."""
    return settings.VAR_DIR / "drawing.turn"


def store(name: str, data: bytes) -> str:
    """Write a file whose name says its content; one that a killed process left half-written is replaced."""
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(data))


def recipe_of(image: Image) -> str:
    """A short word that differs wherever the renditions would."""
    parts = (VERSION, image.focal_x, image.focal_y, image.credit, image.copyright)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def folder_of(image: Image) -> str:
    """Where the renditions of a picture are stored."""
    return f"renditions/{image.hash[:2]}/{image.hash}"


def draw_first(file, width: int, height: int) -> Drawn:
    """The small JPEG that readers see until the worker has made the others. Raises `pictures.NotAPicture`."""
    narrow = [size for size in sizes(WHOLE, width, height) if size.width <= AT_ONCE]
    size = (narrow or sizes(WHOLE, width, height))[-1]
    (drawn,) = drawing.draw(file, [(size, Rendition.Type.JPEG)], turn=turn())
    return drawn


def keep(image: Image, drawn: Drawn, recipe: str = NOT_LAST) -> bool:
    """One rendition as file and row; doing it again changes nothing. Nothing is kept, and False returned, if the
    picture is gone or was killed or changed since it was drawn."""
    size = drawn.size
    parts = (size.ratio or "whole", str(size.width), recipe)
    name = store(f"{folder_of(image)}/{'-'.join(part for part in parts if part)}.{drawn.type}", drawn.data)
    with transaction.atomic():
        now = Image.objects.select_for_update().filter(pk=image.pk, killed_at=None).first()
        is_wanted = now is not None and recipe in (NOT_LAST, recipe_of(now))
        if is_wanted:
            Rendition.objects.update_or_create(
                image=now,
                ratio=size.ratio,
                width=size.width,
                type=drawn.type,
                defaults={"height": size.height, "recipe": recipe, "file": name},
            )
    if not is_wanted:
        default_storage.delete(name)
    return is_wanted


def make(image: Image) -> int:
    """Every rendition that is missing or made otherwise than it would be now; returns how many were made."""
    recipe = recipe_of(image)
    there = set(image.renditions.filter(recipe=recipe).values_list("ratio", "width", "type"))
    wanted = [
        (size, kind)
        for size in all_sizes(image.width, image.height)
        for kind in Rendition.Type.values
        if (size.ratio, size.width, kind) not in there
    ]
    made = 0
    if wanted and not image.is_killed:
        marks = Marks(credit=image.credit, copyright=image.copyright)
        with image.file.open() as original:
            for drawn in drawing.draw(original, wanted, turn=turn(), focal=image.focal_point, marks=marks):
                if not keep(image, drawn, recipe):
                    return made
                made += 1
        sweep(image, recipe)
    return made


def sweep(image: Image, recipe: str) -> None:
    """Drop the rows and files of other recipes, once all of this one are there."""
    others = image.renditions.exclude(recipe=recipe)
    stale = [*others.values_list("file", flat=True), *(name for name in files_of(image) if recipe not in name)]
    others.delete()
    _delete(stale)


def files_of(image: Image) -> list[str]:
    """The names of all files in the picture's folder, whatever rows say."""
    folder = folder_of(image)
    try:
        return [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    except FileNotFoundError:
        return []


def drop(image: Image) -> None:
    """Remove every rendition of the picture: rows now, files when the act is done."""
    named = list(image.renditions.values_list("file", flat=True))
    image.renditions.all().delete()
    transaction.on_commit(lambda: _delete([*named, *files_of(image)]))


def _delete(names):
    for name in names:
        default_storage.delete(name)
