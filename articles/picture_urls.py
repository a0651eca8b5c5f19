"""Addresses of pictures: the content, a width, a type."""

from django.urls import re_path

from articles import picture_views

urlpatterns = [
    re_path(
        r"^pictures/(?P<hash>[0-9a-f]{32})-(?P<width>[1-9][0-9]{0,4})\.(?P<kind>avif|webp|jpg)$",
        picture_views.picture,
        name="picture",
    ),
]
