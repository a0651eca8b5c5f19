"""Atom: what every feed of the site has in common."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from people.pages.language import tag_of

NEWEST = 50
NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One entry. `guid` stays the same whatever else changes; `updated` moves with what readers see of it.

    `summary` is plain text; `language` is a tag; `authors` are names, none for the site itself.
    """

    guid: str
    title: str
    url: str
    summary: str
    published: datetime
    updated: datetime
    language: str
    authors: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)


def tag_uri(day, specific: str) -> str:
    """An id for ever (RFC 4151): of the site's own name, never of the host somebody asked at, or of a row."""
    authority = settings.ALLOWED_HOSTS[0].lstrip("*.") or "newsdesk.invalid"
    return f"tag:{authority},{day}:{specific}"


def list_guid(specific: str) -> str:
    """The id of a feed: some year, for ever the same."""
    return tag_uri("2023", specific)


def newest(*kinds: Iterable[Entry]) -> list[Entry]:
    """Of several kinds of entries the 50 of which something was said last."""
    entries = [entry for its in kinds for entry in its]
    return sorted(entries, key=lambda entry: (entry.updated, entry.guid), reverse=True)[:NEWEST]


class Atom(Atom1Feed):
    """Atom with the ids of ours, a language an entry, and all who wrote it."""

    def latest_post_date(self):
        """The latest update; for a feed without entries a day that stands still."""
        return super().latest_post_date() if self.items else NO_MOMENT

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


class EntryFeed(Feed):
    """A feed whose `items()` are entries. Who has it already is answered by its ETag alone.

    `Last-Modified` would go back when the newest entry is taken down, and a reader's program that asks by it would be
    told that nothing has changed.
    """

    feed_type = Atom
    author_name = settings.SITE_NAME

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response.headers.pop("Last-Modified", None)
        return response

    @property
    def language(self):
        return tag_of(get_language())

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return escape(item.summary)  # a summary is HTML

    def item_link(self, item):
        return item.url

    def item_guid(self, item):
        return item.guid

    def item_pubdate(self, item):
        return item.published

    def item_updateddate(self, item):
        return item.updated

    def item_categories(self, item):
        return item.categories

    def item_extra_kwargs(self, item):
        return {"language": item.language, "authors": item.authors or [settings.SITE_NAME]}


def served(feed: type[EntryFeed]):
    """The view of a feed: read only, and sent again only if it differs."""
    return require_safe(conditional_page(feed()))
