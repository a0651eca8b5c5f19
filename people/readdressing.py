"""A public address changes by an act of its own; the one before leads there for ever."""

from django.utils.translation import gettext as _

from people import addresses, disclosure, recording, signals, trails
from people.models import FormerAddress
from people.names import unicode_slug
from people.recording import Refused


def readdress(row, *, slug, by, why=""):
    """Give the row this slug instead of the one it has. Raises Refused for one that is taken, reserved or misspelt.

    Its own former slugs it may have again; nobody else's ever.
    """
    with disclosure.public_act():
        model = type(row)
        before = model._base_manager.filter(pk=row.pk).values_list("slug", flat=True).get()
        _refuse_unless_fit(row, before, slug)
        _remember(row, before)
        model._base_manager.filter(pk=row.pk).update(slug=slug)
        row.slug = slug
        trails.leave("address changed", row, by=by, why=why, before={"slug": before}, after={"slug": slug})
        signals.readdressed.send(sender=model, row=row, before=before)
        disclosure.touch(recording.touched_by(row))
    return row


def _refuse_unless_fit(row, before, slug):
    if not before:
        raise Refused(_("It has no address yet: it gets one when readers first see it."))
    if slug == before:
        raise Refused(_("This is its address already."))
    if not slug.strip():
        raise Refused(_("Write the new address."))
    proper = unicode_slug(slug, row._meta.get_field("slug").max_length)
    if slug != proper:
        raise Refused(_("An address has small letters, digits and hyphens only: «%s».") % proper)
    if slug in addresses.RESERVED:
        raise Refused(_("«%s» is a word that the site uses itself.") % slug)
    if addresses.is_taken(type(row), slug, besides=row):
        raise Refused(_("«%s» is taken: something else has this address, or had it once.") % slug)


def _remember(row, slug):
    """The row's slug as one that it had; the first of them stays marked as the first."""
    kind = row._meta.label_lower
    is_first = not FormerAddress.objects.filter(kind=kind, object_id=row.pk).exists()
    FormerAddress.objects.get_or_create(kind=kind, slug=slug, defaults={"object_id": row.pk, "is_first": is_first})
