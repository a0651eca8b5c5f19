"""Pictures as the desk's library shows them."""

from django import template
from django.utils import timezone

from articles import figures, licences

register = template.Library()


@register.filter
def preview(image):
    """The address of a middling size, large enough to choose a point in it."""
    return figures.picture_of(image).url


@register.simple_tag
def lack(image):
    """What is wrong with a picture today (`licences.Lack`), or None."""
    return licences.lack(image, timezone.localdate())
