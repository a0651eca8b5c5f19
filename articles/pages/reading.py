"""What to read after an article."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Mention

MOST = 3


def read_next(article) -> list[Article]:
    """Public articles on the same people, the newest first, then those of the same section. One query."""
    people = Mention.objects.public().filter(article=article, person__is_public=True).values("person")
    same = Mention.objects.public().filter(article=OuterRef("pk"), person__in=people)
    others = Article.objects.public().exclude(pk=article.pk).annotate(is_about_them=Exists(same))
    others = others.filter(Q(is_about_them=True) | Q(section=article.section))
    return list(others.for_list().order_by("-is_about_them", "-first_public_at", "slug")[:MOST])
