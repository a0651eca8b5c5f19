"""The same picture twice in the library, in two sizes perhaps: the one that came last goes, the one we have stays."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import library, uploading
from articles.models import Image
from people.recording import Refused

NEW_FOR = timedelta(days=7)  # after that a picture has found its place, and is compared no more


def like_of(image: Image) -> Image | None:
    """What a picture that came lately looks like, if nothing uses it yet."""
    if image.created_at < timezone.now() - NEW_FOR or Image.objects.used().filter(pk=image.pk).exists():
        return None
    other = uploading.alike(image)
    return other if other and other.created_at <= image.created_at else None


def use_known(image: Image, *, by, why="") -> Image:
    """Remove a picture that looks like one we have; returns that one. Raises Refused if it looks like none."""
    other = like_of(image)
    if other is None:
        raise Refused(_("It looks like no other picture, or is used already."))
    library.remove(image, by=by, why=why or _("It is the same as «%s».") % other)
    return other
