"""The page of an article: its words as published, the record beside them, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.db.models import Count, OuterRef, Subquery
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate

from articles.figures import picture_of
from articles.models import Byline, Correction, Publication, Tagging
from articles.pages.notes import beats_with_notes
from articles.pages.reading import read_next
from articles.pages.record import record_of, record_words
from articles.pages.said import evidence_in
from articles.teasers import LISTED, PICTURED, teaser
from people.pages.days import words_of
from people.pages.language import tag_of
from people.pages.links import Link
from people.pages.links import address as link_address
from people.prepared import Prepared

WORDS_A_MINUTE = 220
LONG_HEADLINE = 80


@dataclass(frozen=True)
class Words:
    """What `articles/article.html` calls `article`. `updated` is None for what stands as it first went out.

    `day`: the day the words are of where it is not that of publication, else ""; `version`: how many versions readers
    have seen, never how many were saved; `minutes`: to read.
    """

    headline: str
    standfirst: str
    linked_headline: SafeString
    linked_standfirst: SafeString
    lang: str
    section: str
    section_url: str
    dateline: str
    day: str
    published: datetime
    updated: datetime | None
    minutes: int
    notes: int
    source_credit: str
    version: int
    url: str
    is_long: bool


@dataclass(frozen=True)
class Named:
    """A contributor in order of the byline."""

    name: str
    url: str
    role: str


def publications():
    """What stands now, with all that its page needs of the article itself, `version` among it."""
    seen = Publication.objects.filter(article=OuterRef("article")).order_by()
    number = Subquery(seen.values("article").annotate(n=Count("pk")).values("n"))
    return Publication.objects.filter(until=None, article__is_public=True).annotate(version=number)


WHOLE = (
    *("rendered", "version", "article__language", "article__updated_at"),
    *(f"article__{column}" for column in LISTED if not column.startswith("lead_image")),
    *("revision__dateline", "revision__words_in_body", "revision__source_credit"),
    *(f"revision__{column}" for column in PICTURED),
)
STANDING = Prepared(lambda slug: publications().filter(article__slug=slug), *WHOLE, slug=str)
BYLINES = Prepared(
    lambda article: Byline.objects.filter(article=article).order_by("order", "contributor__slug"),
    *("role", "contributor__name", "contributor__slug"),
    article=int,
)
TAGS = Prepared(
    lambda article: Tagging.objects.filter(content_object=article).order_by("order", "tag__slug"),
    *("tag__name", "tag__slug"),
    article=int,
)
CORRECTIONS = Prepared(
    lambda article: Correction.objects.filter(article=article).order_by("at", "text"),
    *("kind", "at", "text"),
    article=int,
)


def standing(slug: str):
    """The publication that readers get at this address, or None."""
    found = STANDING(slug=slug)
    return found[0] if found else None


def article_page(publication, *, address) -> dict:
    """What `articles/article.html` prints. `address`: the absolute form of an address of ours, as a function."""
    article, rendered = publication.article, publication.rendered
    evidence = evidence_in(article)
    marks = [mark for beat in rendered["beats"] for mark in beat["marks"]]
    record = record_of(evidence, marks)
    hero = _hero(publication)
    return {
        "article": _words(publication, address=address, notes=len(marks)),
        "contributors": _contributors(article),
        "hero": hero,
        "share_image": address(hero.full_url) if hero else "",
        "beats": beats_with_notes(rendered["beats"], evidence),
        "corrections": CORRECTIONS(article=article.pk),
        "tags": _tags(article),
        "record": record,
        "record_words": record_words(record),
        "read_next": [teaser(each) for each in read_next(article)],
        "section_here": article.section.slug,
    }


def _words(publication, *, address, notes):
    article, revision, rendered = publication.article, publication.revision, publication.rendered
    section, first = article.section, article.first_public_at
    return Words(
        headline=article.headline,
        standfirst=article.standfirst,
        linked_headline=mark_safe(rendered["headline"]),  # our own rendering, stored
        linked_standfirst=mark_safe(rendered["standfirst"]),
        lang=tag_of(article.language),
        section=section.name,
        section_url=link_address("articles:section", section.slug),
        dateline=revision.dateline,
        day=words_of(article.day.isoformat()) if article.day != localdate(first) else "",
        published=first,
        updated=article.updated_at if article.updated_at > first else None,
        minutes=max(1, ceil(revision.words_in_body / WORDS_A_MINUTE)),
        notes=notes,
        source_credit=revision.source_credit,
        version=publication.version,
        url=address(link_address("articles:detail", article.slug)),
        is_long=len(article.headline) > LONG_HEADLINE,
    )


def _hero(publication):
    caption = mark_safe(publication.rendered["caption"])
    return picture_of(publication.revision.lead_image, caption, place="hero")


def _contributors(article):
    return [
        Named(row.contributor.name, link_address("articles:author", row.contributor.slug), row.role)
        for row in BYLINES(article=article.pk)
    ]


def _tags(article):
    return [Link(row.tag.name, link_address("articles:tag", row.tag.slug)) for row in TAGS(article=article.pk)]
