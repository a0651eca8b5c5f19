"""What articles are filed under: sections, tags and contributors, those that are there already or new ones."""

from dataclasses import dataclass
from random import Random

from articles.models import Contributor, Image, Section, Tag
from newsdesk.fill import invented
from newsdesk.fill.vocabulary import SECTIONS, TOPICS
from people.addresses import give_slug
from people.names import key

CONTRIBUTORS = 40
MOST_PICTURES = 200


@dataclass(frozen=True)
class Filing:
    sections: list[Section]
    tags: list[Tag]
    contributors: list[Contributor]
    pictures: list[Image]  # of the desk's library: none are invented


def filing(*, seed: int) -> Filing:
    """All of them, each with its slug: something public will stand on their pages. Inside a public act."""
    chance = Random(f"{seed}/filing")
    names = [" ".join(each[0] for each in (invented.name(chance), invented.name(chance))) for _ in range(CONTRIBUTORS)]
    return Filing(
        [_kept(Section, name, order=10 * number) for number, name in enumerate(SECTIONS, 1)],
        [_kept(Tag, topic.capitalize()) for topic in TOPICS],
        [_kept(Contributor, name) for name in names],
        list(Image.objects.order_by("hash")[:MOST_PICTURES]),
    )


def _kept(model, name, **columns):
    row = model.objects.filter(key=key(name)).first() or model.objects.create(name=name, **columns)
    give_slug(row)
    return row
