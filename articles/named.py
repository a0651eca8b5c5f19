"""Whom an article names, as the desk sees it: with the posts of the article's day, and with words that may be gone."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.utils.timezone import localdate

from articles import linking
from articles.models import Mention
from articles.sentences import looked_through, stand_among
from people import tenure
from people.models import Membership, Organisation, Person

OFFERED = 8  # people, and as many organisations


@dataclass(frozen=True)
class Link:
    """A confirmed mention. `is_gone`: its words stand in the draft no more; the decision stays."""

    mention: Mention
    is_gone: bool


@dataclass(frozen=True)
class Named:
    """A person or organisation beside an article: its posts that day, in words.

    `words`: spellings that stand in the draft and may be linked; `links`: what is linked already.
    """

    entity: Person | Organisation
    posts: str
    words: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def is_person(self):
        return isinstance(self.entity, Person)

    @property
    def key(self):
        """How a form names it: «person-12»."""
        return f"{self.entity._meta.model_name}-{self.entity.pk}"


def day_of(article):
    """The day the article's words are of: typed, or that of the first publication, or today."""
    typed = article.draft.day if article.draft_id else None
    return typed or article.day or localdate()


def confirmed(article) -> list[Named]:
    """Whom staff linked, in the order of the first link. Three queries, whatever their number."""
    mentions = list(article.mentions.confirmed().select_related("person__country", "organisation__parent"))
    posts = _posts([each.person for each in mentions if each.person_id], day_of(article))
    where = looked_through(linking.texts(article.draft)) if article.draft_id else []
    links = defaultdict(list)
    for each in mentions:
        is_gone = not stand_among(each.words, where)
        links[each.entity].append(Link(each, is_gone))
    return [Named(entity, _beside(entity, posts), links=tuple(found)) for entity, found in links.items()]


def offered(article, query) -> list[Named]:
    """People and organisations found by the query, each with those of its spellings that stand in the draft."""
    people = Person.objects.named(query).select_related("country").prefetch_related("names")[:OFFERED]
    bodies = Organisation.objects.named(query).select_related("parent").prefetch_related("names")[:OFFERED]
    posts = _posts(people, day_of(article))
    where = linking.texts(article.draft) if article.draft_id else []
    return [
        Named(
            entity=entity,
            posts=_beside(entity, posts),
            words=tuple(linking.offered_words(article.draft, entity, where)),
        )
        for entity in (*people, *bodies)
    ]


def _posts(people, day):
    moments = [(person.pk, day, day) for person in people]
    held = tenure.posts_held(Membership.objects.all(), moments, months=settings.UNCONFIRMED_AFTER_MONTHS)
    return {moment[0]: "; ".join(str(each) for each in posts) for moment, posts in held.items()}


def _beside(entity, posts):
    """What tells two of one name apart: the posts that day, else the country; the body it is part of, else its kind."""
    if isinstance(entity, Person):
        return posts.get(entity.pk) or str(entity.country or "")
    return str(entity.parent or entity.get_kind_display())
