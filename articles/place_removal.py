"""The place goes out of the original file of a picture: coordinates, and names of places that agencies wrote.

The pixels stay as they were, the picture keeps its hash and all addresses. Copies of the file that are elsewhere, in
older backups too, are not reached.
"""

from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import metadata, renditions
from articles.models import Image
from people import trails
from people.recording import Refused


def is_offered(image: Image) -> bool:
    """Whether the file told of a place when it came, and still does."""
    return bool(image.file_said.get("has_place")) and image.location_removed_at is None


def remove_place(image: Image, *, by, why="") -> Image:
    """Write the original anew without its place. Raises Refused for a file that does not allow it; nothing changes.

    The new file has another name, and the old one goes once the row that names the new one is safe.
    """
    with transaction.atomic():
        image = Image.objects.select_for_update(of=("self",)).get(pk=image.pk)
        if not is_offered(image):
            raise Refused(_("Nothing in the file says where it was taken."))
        old = image.file.name
        try:
            with image.file.open() as original:
                data = metadata.without_place(original.read())
        except OSError as error:
            raise Refused(_("The original cannot be read from the store of pictures.")) from error
        except metadata.NotUnderstood as error:
            raise Refused(_("The place cannot be taken out of this file: add it anew, saved without it.")) from error
        stem, _dot, ending = old.rpartition(".")
        image.file = renditions.store(f"{stem}-placeless.{ending}", data)
        image.location_removed_at = timezone.now()
        image.file_said = {name: said for name, said in image.file_said.items() if name not in ("city", "has_place")}
        image.save(update_fields=["file", "location_removed_at", "file_said"])
        trails.leave("place removed", image, by=by, why=why, after={"file": image.file.name})
        transaction.on_commit(partial(default_storage.delete, old))
    return image
