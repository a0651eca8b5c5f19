"""Which articles stand where on the front page."""

from dataclasses import dataclass
from itertools import islice

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import get_language, get_language_info

from articles.models import Article, Section
from articles.pages.listing import teasers_of
from articles.teasers import teaser
from people.pages.language import tag_of

NEWEST = 40
LEAD_AMONG = 5
LINKS, SMALL, ROW, OTHERS = 3, 2, 4, 3
IN_SECTION = 1 + OTHERS


@dataclass(frozen=True)
class Block:
    """A section with its latest articles that do not stand above already."""

    section: dict
    first: dict
    others: list[dict]


@dataclass(frozen=True)
class Tongue:
    """The newest article in another language. `language`: its own name."""

    lang: str
    language: str
    headline: str
    url: str


def front() -> dict:
    """The articles of the front page, newest first within each part. Four queries.

    The lead is the newest of the first five with a picture, or the newest; the row prefers pictures.
    """
    sections = sections_with_newest()
    articles = _newest_and(sections)
    ours = [article for article in articles if article.language == get_language()] or articles
    lead = next((article for article in ours[:LEAD_AMONG] if article.lead_image_id), ours[0] if ours else None)
    rest = _Rest(article for article in ours if article != lead)
    small, links = rest.take(SMALL), rest.take(LINKS)
    row = rest.take(ROW, lambda article: article.lead_image_id)
    return {
        "sections": sections,
        "lead": teasers_of([lead])[0] if lead else None,
        "lead_links": [_link(article) for article in links],
        "small": [teaser(article) for article in small],
        "row": [teaser(article) for article in row],
        "blocks": [block for section in sections if (block := _block(section, rest))],
        "tongues": _tongues(except_for=lead.language if lead else ""),
    }


class _Rest:
    """Articles that stand nowhere yet."""

    def __init__(self, articles):
        self.articles = list(articles)

    def take(self, number, wanted=lambda article: True):
        """The first so many of those wanted; they are gone from here."""
        taken = list(islice(filter(wanted, self.articles), number))
        self.articles = [article for article in self.articles if article not in taken]
        return taken


def sections_with_newest():
    """Sections with something public, in their order, each with `newest`: ids of its latest articles."""
    inside = Article.objects.public().filter(section=OuterRef("pk"))
    nth = {f"newest_{n}": Subquery(inside.newest_first().values("pk")[n : n + 1]) for n in range(IN_SECTION)}
    sections = list(Section.objects.filter(Exists(inside), slug__isnull=False).annotate(**nth))
    for section in sections:
        section.newest = {getattr(section, name) for name in nth} - {None}
    return sections


def _newest_and(sections):
    """The newest articles, and the latest of every section, however old."""
    of_sections = {key for section in sections for key in section.newest}
    newest = Article.objects.public().newest_first().values("pk")[:NEWEST]
    wanted = Q(pk__in=of_sections) | Q(pk__in=newest)
    return list(Article.objects.public().filter(wanted).newest_first().for_list())


def _block(section, rest):
    inside = rest.take(IN_SECTION, lambda article: article.section_id == section.pk)
    if not inside:
        return None
    bare = {"section": "", "picture": None}  # the section's name stands beside them
    first, *others = [teaser(article) | bare for article in inside]
    head = {
        "name": section.name,
        "slug": section.slug,
        "url": reverse("articles:section", args=[section.slug]),
    }
    return Block(head, first, others)


def _link(article):
    url = reverse("articles:detail", args=[article.slug])
    return {"headline": article.headline, "url": url, "lang": tag_of(article.language)}


def _tongues(*, except_for):
    """One article a language, the newest."""
    newest = {}
    for article in Article.objects.public().exclude(language=except_for).newest_first()[:NEWEST]:
        newest.setdefault(article.language, article)
    return [
        Tongue(
            lang=tag_of(language),
            language=get_language_info(language)["name_local"],
            headline=article.headline,
            url=reverse("articles:detail", args=[article.slug]),
        )
        for language, article in sorted(newest.items())
    ]
