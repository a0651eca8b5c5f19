"""What an upgrade leaves behind: renditions and stored pages that would be made otherwise today."""

from collections.abc import Iterator

from articles import rendering, renditions
from articles.models import Article, Image
from articles.pictures import NotAPicture
from people import disclosure

SLICE = 200


def pictures() -> Iterator[tuple[Image, int | None]]:
    """Make every rendition that is missing or of another recipe. Each picture, and how many were made of it; None if
    its original is lost or broken.
    """
    for image in Image.objects.filter(killed_at=None).order_by("pk").iterator():
        try:
            yield image, renditions.make(image)
        except (FileNotFoundError, NotAPicture):
            yield image, None


def pages() -> Iterator[int]:
    """Make the stored HTML of all public articles anew, a slice in one act each; how many of the slice differed."""
    keys = list(Article.objects.public().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), SLICE):
        with disclosure.public_act():
            differed = rendering.remake_all(keys[start : start + SLICE])
        yield differed
