"""The focal point on the picture's screen: what each cut of it keeps."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.imaging.ratios import RATIOS, box
from articles.models import Image


@dataclass(frozen=True)
class Cut:
    """One ratio: its words, its parts, and the part of the picture as an SVG `viewBox` in pixels."""

    label: str
    across: int
    down: int
    viewbox: str


def cuts_of(image: Image) -> list[Cut]:
    """All ratios of the design, the widest first."""
    words = {
        "pan": _("2 to 1"),
        "wide": _("16 to 9"),
        "plain": _("3 to 2"),
        "square": _("Square"),
        "tall": _("4 to 5"),
    }
    return [_cut(image, name, label) for name, label in words.items()]


def _cut(image, name, label):
    left, top, right, bottom = box(name, image.width, image.height, image.focal_x, image.focal_y)
    ratio = RATIOS[name]
    return Cut(label, ratio.across, ratio.down, f"{left} {top} {right - left} {bottom - top}")
