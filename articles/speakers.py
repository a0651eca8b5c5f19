"""Whom people may speak for at a meeting: the bodies of their posts that day, what these are part of, the country."""

from dataclasses import dataclass

from django.conf import settings

from people import tenure
from people.models import Membership, Organisation, Person
from people.models.organisation import DEEPEST


@dataclass(frozen=True)
class Speaker:
    """Somebody, the posts of that day, and the bodies he or she may speak for: the likeliest first."""

    person: Person
    posts: tuple
    bodies: tuple[Organisation, ...]


def speakers(keys, earliest, latest) -> dict[int, Speaker]:
    """By the key of the person. The queries depend on how deep bodies are nested, not on how many people there are."""
    people = Person.objects.filter(pk__in=keys).select_related("country").in_bulk()
    moments = [(key, earliest, latest) for key in people]
    held = tenure.posts_held(Membership.objects.all(), moments, months=settings.UNCONFIRMED_AFTER_MONTHS)
    bodies = [post.organisation for posts in held.values() for post in posts]
    fetch_parents(bodies)
    return {
        key: Speaker(person, tuple(held[key, earliest, latest]), _bodies(person, held[key, earliest, latest]))
        for key, person in people.items()
    }


def _bodies(person, posts):
    """The side of the first post before all: a minister speaks for the country, not for the ministry."""
    chains = [post.organisation.chain() for post in posts]
    wanted = [chain[-1] for chain in chains] + [person.country] + [link for chain in chains for link in chain]
    return tuple(dict.fromkeys(each for each in wanted if each))


def fetch_parents(bodies):
    """Give these bodies the ones they are part of, and those theirs: one query a level."""
    known = {}
    level = bodies = list(bodies)
    for _depth in range(DEEPEST):
        missing = {body.parent_id for body in level if body.parent_id} - known.keys()
        if missing:
            known |= Organisation.objects.in_bulk(missing)
        level = [known[key] for key in missing]
    for body in (*bodies, *known.values()):
        body.parent = known.get(body.parent_id)
