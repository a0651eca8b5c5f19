"""Lists of articles as CSV files: the same public rows as on their pages, all of them."""

from collections.abc import Iterator

from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.pages.archive import month_of
from articles.pages.author import contributors
from articles.pages.section import sections
from articles.pages.tag import tags
from people.pages.links import address
from people.streaming import csv_file

COLUMNS = (
    *("day", "published", "updated", "headline", "standfirst", "language", "section", "authors", "tags"),
    "address",
)


@require_safe
def archive(request):
    """Every public article."""
    return _articles(request, "articles", Article.objects.public())


@require_safe
def archive_month(request, year, month):
    return _articles(request, f"{year}-{month}", month_of(year, month).articles())


@require_safe
def section(request, slug):
    found = get_object_or_404(sections(), slug=slug)
    return _articles(request, slug, Article.objects.public().in_section(found))


@require_safe
def tag(request, slug):
    found = get_object_or_404(tags(), slug=slug)
    return _articles(request, slug, Article.objects.public().filter(taggings__tag=found))


@require_safe
def author(request, slug):
    found = get_object_or_404(contributors(), slug=slug)
    return _articles(request, slug, Article.objects.public().filter(bylines__contributor=found))


def _articles(request, name, articles):
    return csv_file(name, COLUMNS, article_rows(articles, request.build_absolute_uri))


def article_rows(articles, absolute) -> Iterator[tuple]:
    """Public articles, the latest day first. `absolute` makes a whole address."""
    listed = articles.by_day().select_related("section")
    for article in listed.prefetch_related("bylines__contributor", "taggings__tag").iterator(chunk_size=500):
        yield (
            article.day,
            localtime(article.first_public_at).isoformat(timespec="minutes"),
            localtime(article.updated_at).isoformat(timespec="minutes"),
            *(article.headline, article.standfirst, article.language, article.section.name),
            "; ".join(byline.contributor.name for byline in article.bylines.all()),
            "; ".join(tagging.tag.name for tagging in article.taggings.all()),
            absolute(address("articles:detail", article.slug)),
        )
