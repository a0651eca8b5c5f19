"""Pages that a search found, as `newsdesk/search.html` lists them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from articles.models import Article
from people.pages.days import day_of
from people.pages.language import tag_of

MOST_ABOUT = 20
KINDS = {
    "person": ("people:person", gettext_lazy("Person")),
    "organisation": ("people:organisation", gettext_lazy("Organisation")),
    "meeting": ("people:meeting", gettext_lazy("Meeting")),
    "series": ("people:series", gettext_lazy("Series of meetings")),
}


@dataclass(frozen=True)
class Found:
    """One page. `kind`: in a word; `day` and `iso` are "" where it has none."""

    kind: str
    headline: str
    url: str
    lang: str = ""
    summary: str = ""
    day: str = ""
    iso: str = ""


def of_index(hits) -> list[Found]:
    """Pages of the record, in their order. No query."""
    return [_of_hit(hit) for hit in hits]


def _of_hit(hit):
    name, kind = KINDS[hit.kind]
    when = day_of(hit.day.isoformat()) if hit.day else None
    return Found(
        kind=str(kind),
        headline=hit.title,
        url=reverse(name, args=[hit.slug]),
        day=when.words if when else "",
        iso=when.iso if when else "",
    )


def of_articles(hits, best) -> list[Found]:
    """The articles found, in their order, then the newest others that name the person meant. Two queries at most."""
    order = {hit.slug: place for place, hit in enumerate(hits)}
    found = sorted(Article.objects.public().filter(slug__in=order), key=lambda article: order[article.slug])
    if best:
        others = Article.objects.public().about(best.entity).exclude(slug__in=order)
        found += others.newest_first()[:MOST_ABOUT]
    return [_of_article(article) for article in found]


def _of_article(article):
    when = day_of(article.day.isoformat())
    return Found(
        kind=_kind_of(article.language),
        headline=article.headline,
        url=reverse("articles:detail", args=[article.slug]),
        lang=tag_of(article.language),
        summary=article.standfirst,
        day=when.words,
        iso=when.iso,
    )


def _kind_of(language):
    if language == get_language():
        return _("Article")
    return _("Article, in %(language)s") % {"language": get_language_info(language)["name_translated"]}
