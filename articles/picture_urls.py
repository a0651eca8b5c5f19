"""Addresses of pictures: the content, perhaps a cut, a width, a type."""

from django.urls import re_path

from articles import picture_views
from articles.imaging.ratios import RATIOS

NAME = rf"(?P<name>[0-9a-f]{{32}}(?:-(?:{'|'.join(RATIOS)}))?)"

urlpatterns = [
    re_path(
        rf"^pictures/{NAME}-(?P<width>[1-9][0-9]{{0,4}})\.(?P<kind>avif|webp|jpg)$",
        picture_views.picture,
        name="picture",
    ),
]
