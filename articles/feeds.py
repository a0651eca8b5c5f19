"""Articles as Atom feeds."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from articles.models import Article
from articles.pages.language import tag_of

NEWEST = 50


def tag_uri(day, specific: str) -> str:
    """An id for ever (RFC 4151): of the site's own name, never of the host somebody asked at, or of a row."""
    authority = settings.ALLOWED_HOSTS[0].lstrip("*.") or "newsdesk.invalid"
    return f"tag:{authority},{day}:{specific}"


class Atom(Atom1Feed):
    """Atom with the ids of ours, a language an entry, and all who wrote it."""

    def latest_post_date(self):
        """The latest update; for a feed without entries a day that stands still."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


class NewestArticles(Feed):
    """The newest 50 public articles, each with its standfirst."""

    feed_type = Atom
    title = author_name = settings.SITE_NAME
    subtitle = settings.SITE_TAGLINE
    link = "/"

    @property
    def language(self):
        return tag_of(get_language())

    def feed_guid(self):
        return tag_uri("2023", "feed")  # some year, for ever the same

    def items(self):
        articles = Article.objects.public().newest_first()
        return articles.select_related("section").prefetch_related("bylines__contributor", "taggings__tag")[:NEWEST]

    def item_title(self, item):
        return item.headline

    def item_description(self, item):
        return escape(item.standfirst)  # a summary is HTML

    def item_link(self, item):
        return reverse("articles:detail", args=[item.slug])

    def item_guid(self, item):
        return tag_uri(localdate(item.first_public_at).isoformat(), item.slug)

    def item_updateddate(self, item):
        return item.updated_at

    def item_pubdate(self, item):
        return item.first_public_at

    def item_categories(self, item):
        return [item.section.name, *(tagging.tag.name for tagging in item.taggings.all())]

    def item_extra_kwargs(self, item):
        authors = [byline.contributor.name for byline in item.bylines.all()]
        return {"language": tag_of(item.language), "authors": authors or [settings.SITE_NAME]}


newest_articles = require_safe(conditional_page(NewestArticles()))
