"""What articles do when the record or an article changes: the stored HTML follows, in the same act."""

import json
from functools import partial
from html import escape

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast
from django.dispatch import receiver

from articles import pending, rendering, tasks
from articles.models import Article, Mention, Publication
from articles.signals import article_changed
from people.models import Organisation, Person
from people.signals import confirmed, disclosed

AT_ONCE = 300  # articles remade within the act; the worker remakes the rest in batches of as many


@receiver(article_changed, dispatch_uid="remake-changed-article")
def remake_changed(*, article, **_named):
    """Published anew, or a mention confirmed or struck."""
    rendering.remake(article)


@receiver(disclosed, dispatch_uid="remake-disclosed-articles")
def remake_disclosed(*, pages, quotations, **_named):
    """Claims opened or closed on an article's sentences; pages that it should link, or should no longer."""
    stale = Q(anchors__quotation__in=quotations)
    for column, model in (("person", Person), ("organisation", Organisation)):
        rows = [page for page in pages if isinstance(page, model)]
        if rows:
            stale |= Exists(_mentions_otherwise(column, rows))
    keys = list(Article.objects.public().filter(stale).order_by("-pk").distinct().values_list("pk", flat=True))
    rendering.remake_all(keys[:AT_ONCE])
    for start in range(AT_ONCE, len(keys), AT_ONCE):
        batch = keys[start : start + AT_ONCE]
        transaction.on_commit(partial(tasks.remake_articles.enqueue, batch))


@receiver(confirmed, dispatch_uid="settle-what-waited")
def settle_what_waited(*, row, **_named):
    """A keeper said that a row is right."""
    pending.settle(row)


def _mentions_otherwise(column, rows):
    """Mentions of these pages in what is public whose stored HTML links an open page not, or a closed one still.

    Most acts touch people without opening or closing a page: they must not remake each article about them.
    """
    html = Cast("rendered", TextField())
    publication = Publication.objects.filter(article=OuterRef("article"), until=None).annotate(html=html)
    otherwise = Q(pk__in=[])
    for row in rows:
        if row.slug:
            address = json.dumps(f'href="{escape(rendering.url_of(row))}"')[1:-1]
            is_linked = Exists(publication.filter(html__contains=address))
            otherwise |= Q(~is_linked if row.is_public else is_linked, **{column: row})
    return Mention.objects.confirmed().filter(otherwise, article=OuterRef("pk"))
