"""Articles, corrections and what was taken down, as entries of feeds."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from people.addresses import first_slugs
from people.atom import NEWEST, Entry, tag_uri
from people.pages.days import words_of
from people.pages.language import tag_of

STAMP = "%Y%m%dT%H%M%S%f"


def of_articles(articles) -> list[Entry]:
    """The newest 50 of these public articles. An update moves `updated`; another address leaves the id as it is."""
    rows = articles.newest_first().select_related("section")
    rows = list(rows.prefetch_related("bylines__contributor", "taggings__tag")[:NEWEST])
    slugs = first_slugs(Article, rows)
    return [_of_article(row, slugs[row.pk]) for row in rows]


def _of_article(article, slug):
    return Entry(
        guid=tag_uri(localdate(article.first_public_at).isoformat(), slug),
        title=article.headline,
        url=reverse("articles:detail", args=[article.slug]),
        summary=article.standfirst,
        published=article.first_public_at,
        updated=article.updated_at,
        language=tag_of(article.language),
        authors=[byline.contributor.name for byline in article.bylines.all()],
        categories=[article.section.name, *(tagging.tag.name for tagging in article.taggings.all())],
    )


def of_corrections(corrections) -> list[Entry]:
    """Of corrections fetched with their articles, an entry each."""
    slugs = first_slugs(Article, {correction.article for correction in corrections})
    return [_of_correction(row, slugs[row.article_id]) for row in corrections]


def _of_correction(correction, slug):
    article, kind = correction.article, capfirst(correction.get_kind_display())
    return Entry(
        guid=tag_uri(_day(correction.at), f"{slug}/{correction.kind}/{correction.at.strftime(STAMP)}"),
        title=_("%(kind)s: %(headline)s") % {"kind": kind, "headline": article.headline},
        url=reverse("articles:detail", args=[article.slug]),
        summary=correction.text,
        published=correction.at,
        updated=correction.at,
        language=tag_of(article.language),
        categories=[kind],
    )


def of_taken_down(articles) -> list[Entry]:
    """Of articles that were taken down: neither headline nor address, whose words say what was there."""
    return [_of_taken_down(article) for article in articles]


def _of_taken_down(article):
    at = article.taken_down_at
    title = _("Taken down: an article of %(day)s") % {"day": words_of(_day(article.first_public_at))}
    return Entry(
        guid=tag_uri(_day(at), f"taken-down/{at.strftime(STAMP)}"),
        title=title,
        url=reverse("articles:corrections"),
        summary=article.taken_down_reason,
        published=at,
        updated=at,
        language=tag_of(get_language()),
        categories=[_("Taken down")],
    )


def _day(moment) -> str:
    return localtime(moment).date().isoformat()
