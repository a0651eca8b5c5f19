"""Which pictures of the library stand in a text."""

from lxml import etree, html

from articles.models import Illustration, Image, Revision


def hashes_in(body: str) -> list[str]:
    """The hashes of the pictures in a body (`<figure data-image="hash">`), in order, each once."""
    try:
        tree = html.fragment_fromstring(body, create_parent=True)
    except etree.ParserError:  # nothing in it
        return []
    return list(dict.fromkeys(tree.xpath(".//figure/@data-image")))


def illustrate(revision: Revision) -> None:
    """Keep beside a new revision which pictures stand in its body. A hash that the library does not know is nothing."""
    images = Image.objects.filter(hash__in=hashes_in(revision.body))
    Illustration.objects.bulk_create(Illustration(revision=revision, image=image) for image in images)
