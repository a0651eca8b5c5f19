"""Pictures in templates."""

from django import template

from articles import figures

register = template.Library()


@register.filter
def picture(image):
    """The picture for `components/image.html` and its like: `{% include … with picture=image|picture %}`."""
    return figures.picture_of(image) if image else None


@register.filter
def thumbnail(image):
    """The address of the smallest size."""
    return figures.smallest(image)


@register.simple_tag(name="picture")
def picture_tag(image, **options):
    """A whole figure: `{% picture image sizes="50vw" ratio="wide" caption=caption kind="side" first=True %}`."""
    return figures.figure(image, **options)
