"""Pictures as pages show them: addresses, sizes and words, without a query."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models import Image, Rendition

# The column of an article's text; wider from 62 rem than any phone.
IN_TEXT = "(min-width: 62rem) 38rem, 100vw"


@dataclass(frozen=True)
class Picture:
    """What `components/image.html`, `figure.html` and `gallery.html` print. Widths of srcset are pixels."""

    url: str
    full_url: str
    srcset_webp: str
    srcset_jpeg: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: str


def picture_of(image: Image, caption: str = "") -> Picture:
    """The picture for a page, with another caption if given. A size not made yet is answered by a smaller one."""
    jpeg = {width: address(image, width, Rendition.Type.JPEG) for width in image.widths}
    webp = {width: address(image, width, Rendition.Type.WEBP) for width in image.widths}
    middle = image.widths[min(1, len(image.widths) - 1)]
    return Picture(
        url=jpeg[middle],
        full_url=jpeg[image.widths[-1]],
        srcset_webp=_srcset(webp),
        srcset_jpeg=_srcset(jpeg),
        width=image.width,
        height=image.height,
        alt=image.alt,
        caption=caption or image.caption,
        credit=image.credit_line,
        licence=image.licence,
    )


def address(image: Image, width: int, kind: str) -> str:
    """Where readers find one size of the picture."""
    return reverse("articles:picture", kwargs={"hash": image.hash, "width": width, "kind": kind})


def smallest(image: Image) -> str:
    """The address of the smallest size, which is there from the upload on."""
    return address(image, image.widths[0], Rendition.Type.JPEG)


def figure(image: Image, *, caption="", ratio="", kind="", sizes=IN_TEXT, first=False) -> SafeString:
    """The whole `<figure>`, safe HTML. `ratio` is wide, pan, tall, square or nothing; `first` loads at once."""
    html = render_to_string(
        "components/figure.html",
        {
            "picture": picture_of(image, caption),
            "ratio": f"ratio-{ratio}" if ratio else "",
            "kind": kind,
            "sizes": sizes,
            "first": first,
        },
    )
    return mark_safe(html.strip())


def _srcset(addresses: dict[int, str]) -> str:
    return ", ".join(f"{url} {width}w" for width, url in addresses.items())
