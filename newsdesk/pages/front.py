"""Which articles stand where on the front page."""

from dataclasses import dataclass
from itertools import islice

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import get_language, get_language_info

from articles.models import Article, Section
from articles.pages.listing import teasers_of
from articles.teasers import LISTED, teaser
from people.pages.language import tag_of
from people.pages.links import address
from people.prepared import NOBODY, Prepared

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
    articles = newest_and(sections)
    ours = [article for article in articles if article.language == get_language()] or articles
    lead = next((article for article in ours[:LEAD_AMONG] if article.lead_image), ours[0] if ours else None)
    rest = _Rest(article for article in ours if article != lead)
    small, links = rest.take(SMALL), rest.take(LINKS)
    row = rest.take(ROW, lambda article: article.lead_image)
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


def _sections_with_newest():
    inside = Article.objects.public().filter(section=OuterRef("pk"))
    nth = {name: Subquery(inside.newest_first().values("pk")[n : n + 1]) for n, name in enumerate(NTH)}
    return Section.objects.filter(Exists(inside), slug__isnull=False).annotate(**nth)


def _newest_and(keys):
    newest = Article.objects.public().newest_first().values("pk")[:NEWEST]
    known = Article.objects.public().filter(pk__in=keys).values("pk")
    # All of them are public: asked once more, the database would go through all articles instead.
    return Article.objects.filter(Q(pk__in=known) | Q(pk__in=newest)).newest_first()


def _newest_in_each_language():
    newest = Q()
    for language, _name in settings.LANGUAGES:
        inside = Article.objects.public().filter(language=language).newest_first()
        newest |= Q(pk__in=inside.values("pk")[:1])
    return Article.objects.filter(newest).order_by("language")  # public ones, as above


NTH = tuple(f"newest_{n}" for n in range(IN_SECTION))
SECTIONS = Prepared(_sections_with_newest, "name", "slug", *NTH)
NEWEST_AND = Prepared(_newest_and, *LISTED, keys=list)
IN_LANGUAGES = Prepared(_newest_in_each_language, "language", "headline", "slug")


def sections_with_newest():
    """Sections with something public, in their order, with `url` and `newest`, ids of the latest articles."""
    sections = SECTIONS()
    for section in sections:
        section.newest = {getattr(section, name) for name in NTH} - {None}
        section.url = address("articles:section", section.slug)
    return sections


def newest_and(sections):
    """The newest articles, and the latest of every section, however old. One query."""
    return NEWEST_AND(keys=[key for section in sections for key in section.newest] or [NOBODY])


def _block(section, rest):
    inside = rest.take(IN_SECTION, lambda article: article.section == section)
    if not inside:
        return None
    bare = {"section": "", "picture": None}  # the section's name stands beside them
    first, *others = [teaser(article) | bare for article in inside]
    head = {
        "name": section.name,
        "slug": section.slug,
        "url": section.url,
    }
    return Block(head, first, others)


def _link(article):
    url = address("articles:detail", article.slug)
    return {"headline": article.headline, "url": url, "lang": tag_of(article.language)}


def _tongues(*, except_for):
    """One article a language, the newest."""
    return [
        Tongue(
            lang=tag_of(article.language),
            language=get_language_info(article.language)["name_local"],
            headline=article.headline,
            url=address("articles:detail", article.slug),
        )
        for article in IN_LANGUAGES()
        if article.language != except_for
    ]
