"""Pictures as pages show them: addresses, sizes and words, without a query."""

from dataclasses import dataclass
from functools import cache

from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.imaging.ratios import WHOLE
from articles.models import Image, Rendition
from articles.places import PLACES, Place

FALLBACK = 960
"""Pixels: the width, at most, that a browser gets which knows no `srcset`."""


@dataclass(frozen=True)
class Picture:
    """What pages print of a picture. Widths of srcset are pixels; `frame` is a class of `picture.css`, or ""."""

    url: str
    full_url: str
    srcset_avif: str
    srcset_webp: str
    srcset_jpeg: str
    sizes: str
    frame: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: str


def picture_of(image: Image | None, caption: str = "", *, place: Place | str = "text") -> Picture | None:
    """The picture for a place of a page (`articles.places`), with another caption if given; None if it was killed.

    A size not made yet is answered by another one.
    """
    if image is None or image.is_killed:
        return None
    place = PLACES[place] if isinstance(place, str) else place
    cut = image.cut_for(place.ratio)
    sizes = image.sizes(cut)
    start = f"{_folder(get_script_prefix())}{_name(image, cut)}"
    fallback = [size.width for size in sizes if size.width <= FALLBACK]
    return Picture(
        url=f"{start}-{fallback[-1]}.jpg",
        full_url=address(image, image.sizes()[-1].width, Rendition.Type.JPEG),
        srcset_avif=_srcset(start, sizes, "avif"),
        srcset_webp=_srcset(start, sizes, "webp"),
        srcset_jpeg=_srcset(start, sizes, "jpg"),
        sizes=place.sizes,
        frame=place.css,
        width=sizes[-1].width,
        height=sizes[-1].height,
        alt=image.alt,
        caption=caption or image.caption,
        credit=image.credit_line,
        licence=image.licence,
    )


def address(image: Image, width: int, kind: str, cut: str = WHOLE) -> str:
    """Where readers find one size of the picture."""
    return f"{_folder(get_script_prefix())}{_name(image, cut)}-{width}.{kind}"


def smallest(image: Image) -> str:
    """The address of the smallest size."""
    return address(image, image.sizes()[0].width, Rendition.Type.JPEG)


def figure(image: Image | None, *, caption="", place="text", kind="", first=False) -> SafeString:
    """The whole `<figure>`, safe HTML; nothing for a picture that was killed. `first` loads at once."""
    picture = picture_of(image, caption, place=place)
    if picture is None:
        return mark_safe("")
    html = render_to_string("components/figure.html", {"picture": picture, "kind": kind, "first": first})
    return mark_safe(html.strip())


def image_html(picture: Picture, *, first=False, silent=False) -> SafeString:
    """The element `<picture>`: AVIF, WebP or JPEG, as the browser likes. In Python: a page has some twenty."""
    sizes = escape(picture.sizes)
    sources = "".join(
        f'<source type="image/{kind}" srcset="{srcset}" sizes="{sizes}">'
        for kind, srcset in (("avif", picture.srcset_avif), ("webp", picture.srcset_webp))
    )
    alt = "" if silent else escape(picture.alt)
    loads = 'fetchpriority="high"' if first else 'loading="lazy"'
    return mark_safe(
        f'<picture>{sources}<img src="{picture.url}" srcset="{picture.srcset_jpeg}" sizes="{sizes}" '
        f'width="{picture.width}" height="{picture.height}" alt="{alt}" {loads}></picture>'
    )


def _name(image, cut):
    return f"{image.hash}-{cut}" if cut else image.hash


@cache
def _folder(_prefix):
    """Where all pictures are. Looked up once: a front page names some three hundred of their files."""
    any_of_them = reverse("articles:picture", kwargs={"name": "0" * 32, "width": 1, "kind": "jpg"})
    return any_of_them[: any_of_them.rindex("/") + 1]


def _srcset(start, sizes, kind):
    return ", ".join(f"{start}-{size.width}.{kind} {size.width}w" for size in sizes)
