"""The page of a tag: all articles that carry it, by month."""

from django.db.models import Exists, OuterRef

from articles.models import Article, Tag
from articles.pages.listing import by_month, head_of, pager_of, part_of, teasers_of


def tags():
    """Tags that something public carries."""
    return Tag.objects.filter(Exists(Article.objects.public().filter(taggings__tag=OuterRef("pk"))), slug__isnull=False)


def tag_page(tag, params) -> dict:
    """What `articles/tag.html` prints."""
    part = part_of(Article.objects.public().filter(taggings__tag=tag), params)
    return {
        "listing": head_of("tag", tag, ""),
        "groups": by_month(part, teasers_of(part.articles)),
        "pager": pager_of(part),
    }
