"""A picture comes into the library."""

from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles import pictures, renditions, tasks
from articles.models import Image
from people import trails


@dataclass(frozen=True)
class Received:
    """A file that was looked at and can be taken, and the first thing readers get of it."""

    file: BinaryIO
    facts: pictures.Facts
    smallest: pictures.Drawn


def receive(file: BinaryIO) -> Received:
    """Look at a file to its end. Raises `pictures.NotAPicture` with a sentence for the person who chose it."""
    facts = pictures.examine(file, pixels=settings.PICTURE_PIXELS_LIMIT)
    smallest = next(pictures.draw(file, pictures.widths_for(facts.width)[:1], types=("jpg",)))
    return Received(file, facts, smallest)


def upload(received: Received, *, by, alt, caption, credit, licence, source) -> tuple[Image, bool]:
    """Keep the original and the small JPEG, leave the other sizes to the worker. Returns (image, is it new).

    The same file a second time is the image that is there already, whatever was typed beside it.
    """
    facts, file = received.facts, received.file
    if known := Image.objects.filter(hash=facts.hash).first():
        return known, False
    file.seek(0)
    original = renditions.store(f"originals/{facts.hash}.{facts.type}", file.read())
    columns = {"file": original, "width": facts.width, "height": facts.height}
    columns |= {"alt": alt, "caption": caption, "credit": credit, "licence": licence, "source": source}
    columns |= {"created_by": by, "created_at": timezone.now()}
    with transaction.atomic():
        image, is_new = Image.objects.get_or_create(hash=facts.hash, defaults=columns)
        if is_new:
            renditions.keep(image, received.smallest)
            trails.leave("uploaded", image, by=by, after=trails.snapshot(image))
            transaction.on_commit(partial(tasks.make_renditions.enqueue, image.pk))
    return image, is_new
