"""Which pictures of the library stand in a text."""

from articles.leaves import Opening, walk
from articles.models import Illustration, Image, Revision


def hashes_in(body: str) -> list[str]:
    """The hashes of the pictures in a body (`<figure data-image="hash">`), in order, each once."""
    figures = (part for part in walk(body) if isinstance(part, Opening) and part.tag == "figure")
    return list(dict.fromkeys(figure.attributes["image"] for figure in figures))


def illustrate(revision: Revision) -> None:
    """Keep beside a new revision which pictures stand in its body. A hash that the library does not know is nothing."""
    images = Image.objects.filter(hash__in=hashes_in(revision.body))
    Illustration.objects.bulk_create(Illustration(revision=revision, image=image) for image in images)
