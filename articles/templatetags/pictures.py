"""Pictures in templates."""

from django import template

from articles import figures
from articles.places import gallery

register = template.Library()


@register.filter
def picture(image, place="text"):
    """The picture in a place of `articles.places`: `{% include … with picture=image|picture:"front" %}`, or None."""
    return figures.picture_of(image, place=place)


@register.simple_tag
def image(picture, first=False, silent=False):
    """The element `<picture>`: `{% image picture first=True %}`; `silent`: words beside it say what it shows."""
    return figures.image_html(picture, first=first, silent=silent)


@register.filter
def gallery_of(images):
    """The pictures of a gallery, each for its place in the wall. `images`: of which none was killed."""
    return [figures.picture_of(image, place=place) for image, place in zip(images, gallery(len(images)), strict=True)]


@register.filter
def thumbnail(image):
    """The address of the smallest size."""
    return figures.smallest(image)


@register.simple_tag(name="picture")
def picture_tag(image, **options):
    """A whole figure: `{% picture image place="text" caption=caption kind="side" first=True %}`."""
    return figures.figure(image, **options)
