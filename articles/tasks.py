"""Work off the page's path. Every task may be run twice: a worker that was killed leaves its task to another."""

from django_tasks import task

from articles import rendering, renditions
from articles.models import Image
from people import disclosure


@task()
def make_renditions(image_id: int) -> int:
    """The sizes of a picture that are missing; how many were made. Nothing if the picture is gone."""
    image = Image.objects.filter(pk=image_id).first()
    return renditions.make(image) if image else 0


@task()
def remake_articles(keys: list[int]) -> int:
    """The stored HTML of these articles made anew: what one act touched beyond what it could remake itself."""
    with disclosure.public_act():
        return rendering.remake_all(keys)
