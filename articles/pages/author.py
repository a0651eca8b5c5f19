"""The page of a contributor: all articles that he or she worked on, by month."""

from django.db.models import Exists, OuterRef

from articles.models import Article, Contributor
from articles.pages.listing import by_month, head_of, pager_of, part_of, teasers_of


def contributors():
    """Contributors whom something public names."""
    return Contributor.objects.filter(
        Exists(Article.objects.public().filter(bylines__contributor=OuterRef("pk"))), slug__isnull=False
    )


def author_page(contributor, params) -> dict:
    """What `articles/author.html` prints."""
    part = part_of(Article.objects.public().filter(bylines__contributor=contributor), params)
    return {
        "listing": head_of("author", contributor, contributor.biography),
        "groups": by_month(part, teasers_of(part.articles)),
        "pager": pager_of(part),
    }
