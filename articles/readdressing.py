"""The address of an article changes by an act of its own."""

from django.urls import reverse

from articles import signals
from articles.models import Article
from people import disclosure, readdressing
from people.models import Source


def readdress(article, *, slug, by, why=""):
    """As `people.readdressing.readdress`; the record's evidence leads to the new address at once. Raises Refused."""
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        readdressing.readdress(article, slug=slug, by=by, why=why)
        Source._base_manager.filter(pk=article.source_id).update(address=reverse("articles:detail", args=[slug]))
        signals.article_changed.send(sender=Article, article=article)
    return article
