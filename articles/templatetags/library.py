"""Pictures as the desk's library shows them."""

from django import template
from django.utils import timezone

from articles import figures, licences, picture_uses
from articles.models import Rendition

LARGEST = 1280  # pixels
register = template.Library()


@register.filter
def preview(image):
    """The address of the whole picture in a middling size, large enough to choose a point in it."""
    fits = [size.width for size in image.sizes() if size.width <= LARGEST]
    return figures.address(image, fits[-1] if fits else image.sizes()[0].width, Rendition.Type.JPEG)


@register.simple_tag
def lack(image):
    """What is wrong with a picture today (`licences.Lack`), or None."""
    return licences.lack(image, timezone.localdate())


@register.simple_tag
def with_counts(images):
    """Each picture of a list with its `picture_uses.Count`."""
    counts = picture_uses.counts_of(images)
    return [(image, counts[image.pk]) for image in images]
