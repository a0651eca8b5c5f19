"""Path converters of the address space."""

from django.urls import register_converter


class UnicodeSlugConverter:
    """A slug in any script: «/people/秦刚/» as well as «/people/qin-gang/»."""

    regex = r"[-\w]{1,120}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(UnicodeSlugConverter, "uslug")
