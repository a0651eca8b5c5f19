"""Whether a picture may be used: what the desk is told of it, and what is refused.

What shows a picture already may go on showing it: an ended licence warns there. New use is refused, of a draft in the
form, of what readers see in the acts that publish and schedule.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.illustrating import hashes_in
from articles.library_querysets import NEEDED
from articles.models import Image


def why_not(image: Image, on: date) -> str:
    """One sentence for whoever wants to use the picture on that day; "" if nothing speaks against it."""
    if image.is_killed:
        return _("«%s» was killed: it may not be used any more.") % image
    if image.has_ended(on):
        return ended(image)
    if lacking := lacks(image):
        return _("«%(picture)s» is not described yet: it lacks %(what)s.") % {
            "picture": image,
            "what": ", ".join(lacking),
        }
    return ""


def ended(image: Image) -> str:
    """«The licence of … ended on 31 March 2023.»"""
    words = {"picture": image, "day": date_format(image.licence_until, "j F Y")}
    return _("The licence of «%(picture)s» ended on %(day)s.") % words


@dataclass(frozen=True)
class Lack:
    """What is wrong with a picture, in a few words for a list; `stops`: nobody may newly use it."""

    words: str
    stops: bool


def lack(image: Image, on: date) -> Lack | None:
    """The first thing that is wrong, or None."""
    if image.is_killed:
        return Lack(_("Killed"), True)
    if image.has_ended(on):
        return Lack(_("Licence ended %s") % date_format(image.licence_until, "j F Y"), True)
    if lacking := lacks(image):
        return Lack(_("Lacks %s") % ", ".join(lacking), True)
    if image.ends_soon(on):
        days = (image.licence_until - on).days
        return Lack(ngettext("Licence ends in %d day", "Licence ends in %d days", days) % days, False)
    return None


def lacks(image: Image) -> list[str]:
    """Names of the words that are needed and are not there."""
    return [str(image._meta.get_field(name).verbose_name) for name in NEEDED if not getattr(image, name)]


def warning(image: Image, on: date) -> str:
    """What to say where the picture is used; "" if all is well."""
    if image.ends_soon(on):
        days = (image.licence_until - on).days
        words = {"picture": image, "day": date_format(image.licence_until, "j F Y"), "days": days}
        return _("The licence of «%(picture)s» ends on %(day)s: days left: %(days)d.") % words
    return why_not(image, on)


def pictures_of(revision) -> list[Image]:
    """The pictures that a version shows, saved or not, on top and in the text, in one query or none."""
    hashes, lead = hashes_in(revision.body), revision.lead_image_id
    if not hashes and not lead:
        return []
    return list(Image.objects.filter(Q(pk=lead) | Q(hash__in=hashes)))


def refused(revision, *, on: date, before=None) -> list[tuple[Image, str]]:
    """Pictures that the version may not show unless the version `before` shows them, each with one sentence why."""
    shown = {image.pk for image in pictures_of(before)} if before else set()
    told = ((image, why_not(image, on)) for image in pictures_of(revision) if image.pk not in shown)
    return [(image, sentence) for image, sentence in told if sentence]


def warnings(*revisions, on: date) -> list[tuple[Image, str]]:
    """Pictures of these versions (None: left out) of which something is to be said, each once, with what."""
    shown = {image.pk: image for revision in revisions if revision for image in pictures_of(revision)}
    told = ((image, warning(image, on)) for image in shown.values())
    return [(image, sentence) for image, sentence in told if sentence]
