"""Rows of pictures for tests that need no file."""

from itertools import count

from django.utils import timezone

from articles.models import Image

WORDS = {"alt": "A river", "caption": "The river.", "credit": "Mira Sanat", "licence": "ours", "source": "the desk"}
NUMBERS = count(1)


def row(**columns):
    """A picture that is described, with a hash of its own and no file."""
    given = {"hash": f"{next(NUMBERS):032x}", "width": 1200, "height": 800, "created_at": timezone.now()}
    return Image.objects.create(**given | WORDS | columns)


def killed(**columns):
    """One that nobody may use any more."""
    return row(killed_at=timezone.now(), killed_why="The wrong man.", **columns)


def figure(image):
    """The picture as it stands in a body."""
    return f'<figure data-image="{image.hash}"></figure>'
