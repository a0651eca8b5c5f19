"""Many files come at once: each is taken or refused by itself, with one sentence; the good ones are kept."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import licences, metadata, pictures, uploading
from articles.models import Image


class Outcome(StrEnum):
    """What became of a file."""

    NEW = "new"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True)
class Arrival:
    """One file: `sentence` says what became of it, `image` is the picture in the library, `like` what it looks like."""

    name: str
    outcome: Outcome
    sentence: str
    image: Image | None = None
    like: Image | None = None


def arrive(file, words, *, by) -> Arrival:
    """Bring one uploaded file (Django's `UploadedFile`) into the library, with these words by column."""
    try:
        received = looked_at(file)
    except pictures.NotAPicture as refusal:
        return Arrival(file.name, Outcome.REFUSED, str(refusal))
    image, is_new = uploading.upload(received, by=by, **words)
    if not is_new:
        return Arrival(file.name, Outcome.KNOWN, _told_of(image), image)
    arrival = Arrival(file.name, Outcome.NEW, _read(received.said), image)
    like = uploading.alike(image)
    return replace(arrival, like=like) if like else arrival


def looked_at(file) -> uploading.Received:
    """The file if it can be taken. Raises `pictures.NotAPicture` with a sentence."""
    if not file.size:
        raise pictures.NotAPicture(_("This file is empty."))
    if file.size > settings.PICTURE_BYTES_LIMIT:
        limit = filesizeformat(settings.PICTURE_BYTES_LIMIT)
        raise pictures.NotAPicture(_("This file is too large: at most %s.") % limit)
    return uploading.receive(file)


def _told_of(image):
    if image.is_killed:
        return licences.why_not(image, timezone.localdate())
    day = date_format(timezone.localtime(image.created_at), "j F Y")
    return _("Already here since %s: used instead.") % day


def _read(said: metadata.Said) -> str:
    """«Read from the file: credit, caption, city.»"""
    names = [str(Image._meta.get_field(name).verbose_name) for name in said.words() if name != "has_place"]
    return _("Read from the file: %s.") % ", ".join(names) if names else _("The file says nothing of itself.")
