"""Path converters of the address space."""


class UnicodeSlugConverter:
    """A slug in any script: «/people/秦刚/» as well as «/people/qin-gang/»."""

    regex = r"[-\w]{1,120}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
