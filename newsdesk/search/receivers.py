"""The readers' index follows each public act, within it."""

from django.dispatch import receiver

from articles.models import Section
from articles.signals import article_changed
from newsdesk.search.document import SearchDocument
from newsdesk.search.following import follow
from newsdesk.search.index import remove
from newsdesk.search.pages import KINDS
from people.signals import disclosed, readdressed


@receiver(article_changed, dispatch_uid="index-changed-article")
def index_article(*, article, **_named):
    """Published, updated, held or taken down."""
    follow([article])


@receiver(disclosed, dispatch_uid="index-disclosed-pages")
def index_pages(*, pages, **_named):
    """Pages of the record that opened, closed or changed."""
    follow(pages)


@receiver(readdressed, dispatch_uid="index-readdressed-page")
def index_address(*, sender, before, row, **_named):
    """A page is no longer found at its former address; what is in a section is found by the section's new one."""
    if sender in KINDS:
        remove(KINDS[sender], before)
    elif sender is Section:
        SearchDocument.objects.filter(section=before).update(section=row.slug)
