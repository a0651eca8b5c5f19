"""A picture comes into the library."""

from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles import likeness, metadata, pictures, renditions, tasks
from articles.imaging.drawing import Drawn
from articles.models import Image
from people import trails

LONGEST_NAME = 100  # characters of a file's name


@dataclass(frozen=True)
class Received:
    """A file that was looked at and can be taken: what it is, says and looks like, and the first readers get of it."""

    file: BinaryIO
    name: str
    facts: pictures.Facts
    first: Drawn
    said: metadata.Said
    looks: str


def receive(file: BinaryIO) -> Received:
    """Look at a file to its end. Raises `pictures.NotAPicture` with a sentence for the person who chose it."""
    facts = pictures.examine(file, pixels=settings.PICTURE_PIXELS_LIMIT)
    first = renditions.draw_first(file, facts.width, facts.height)
    name = str(getattr(file, "name", None) or "").rpartition("/")[2][:LONGEST_NAME]
    name = "".join(sign for sign in name if sign.isprintable())  # PostgreSQL keeps no NUL
    return Received(file, name, facts, first, metadata.read(file), likeness.of(first.data))


def known(received: Received) -> Image | None:
    """The picture that was made of this very file, even if its place was taken out since."""
    return Image.objects.filter(hash=received.facts.hash).first()


def alike(image: Image) -> Image | None:
    """Another picture of the library that looks like this one: perhaps the same in another size."""
    others = Image.objects.exclude(pk=image.pk).exclude(likeness="").order_by("pk")
    key = likeness.closest(image.likeness, others.values_list("pk", "likeness").iterator())
    return Image.objects.filter(pk=key).first() if key else None


def upload(received: Received, *, by, **words) -> tuple[Image, bool]:
    """Keep the original and the small JPEG, leave the other sizes to the worker. Returns (image, is it new).

    `words` by column; where nothing was typed, those of the file are taken. The same file a second time is the image
    that is there already, whatever was typed beside it.
    """
    facts, file = received.facts, received.file
    if image := known(received):
        return image, False
    file.seek(0)
    original = renditions.store(f"originals/{facts.hash}.{facts.type}", file.read())
    columns = {"file": original, "width": facts.width, "height": facts.height, "likeness": received.looks}
    columns |= filled(words, received.said)
    columns |= {"file_said": received.said.words() | {"name": received.name}}
    columns |= {"created_by": by, "created_at": timezone.now()}
    with transaction.atomic():
        image, is_new = Image.objects.get_or_create(hash=facts.hash, defaults=columns)
        if is_new:
            renditions.keep(image, received.first)
            trails.leave("uploaded", image, by=by, after=trails.snapshot(image))
            transaction.on_commit(partial(tasks.make_renditions.enqueue, image.pk))
    return image, is_new


def filled(words: dict, said: metadata.Said) -> dict:
    """What was typed, and the file's words for what was not."""
    from_file = {name: value for name, value in said.words().items() if name != "has_place" and not words.get(name)}
    return words | from_file
