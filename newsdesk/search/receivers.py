"""The readers' index follows each public act, within it."""

from django.dispatch import receiver

from articles.signals import article_changed
from newsdesk.search.following import follow
from people.signals import disclosed


@receiver(article_changed, dispatch_uid="index-changed-article")
def index_article(*, article, **_named):
    """Published, updated, held or taken down."""
    follow([article])


@receiver(disclosed, dispatch_uid="index-disclosed-pages")
def index_pages(*, pages, **_named):
    """Pages of the record that opened, closed or changed."""
    follow(pages)
