"""The page of an article: its words as published, the record beside them, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.db.models import Count, OuterRef, Subquery
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate

from articles.figures import picture_of
from articles.models import Publication
from articles.pages.notes import beats_with_notes
from articles.pages.reading import read_next
from articles.pages.record import record_of, record_words
from articles.pages.said import evidence_in
from articles.teasers import teaser
from people.pages.days import words_of
from people.pages.language import tag_of
from people.pages.links import Link

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
    standing = Publication.objects.filter(until=None, article__is_public=True).annotate(version=number)
    return standing.select_related("article__section", "revision__lead_image")


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
        "corrections": list(article.corrections.order_by("at", "text")),
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
        section_url=reverse("articles:section", args=[section.slug]),
        dateline=revision.dateline,
        day=words_of(article.day.isoformat()) if article.day != localdate(first) else "",
        published=first,
        updated=article.updated_at if article.updated_at > first else None,
        minutes=max(1, ceil(revision.words_in_body / WORDS_A_MINUTE)),
        notes=notes,
        source_credit=revision.source_credit,
        version=publication.version,
        url=address(reverse("articles:detail", args=[article.slug])),
        is_long=len(article.headline) > LONG_HEADLINE,
    )


def _hero(publication):
    caption = mark_safe(publication.rendered["caption"])
    return picture_of(publication.revision.lead_image, caption, place="hero")


def _contributors(article):
    rows = article.bylines.select_related("contributor").order_by("order", "contributor__slug")
    return [
        Named(row.contributor.name, reverse("articles:author", args=[row.contributor.slug]), row.role) for row in rows
    ]


def _tags(article):
    rows = article.taggings.select_related("tag").order_by("order", "tag__slug")
    return [Link(row.tag.name, reverse("articles:tag", args=[row.tag.slug])) for row in rows]
