"""Lists of articles as Atom feeds: all, of a section, tag, author, month; and what was corrected."""

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import entries
from articles.models import Article
from articles.pages import archive, corrections
from articles.pages.author import contributors
from articles.pages.section import sections
from articles.pages.tag import tags
from people.addresses import first_slugs
from people.atom import EntryFeed, list_guid, newest, served


class NewestArticles(EntryFeed):
    """The newest 50 public articles, each with its standfirst."""

    title = settings.SITE_NAME
    subtitle = settings.SITE_TAGLINE
    link = "/"

    def feed_guid(self):
        return list_guid("feed")

    def items(self):
        return entries.of_articles(Article.objects.public())


class FiledArticles(EntryFeed):
    """The newest 50 of what is filed under one section, tag or author."""

    rows = page = column = line = None
    """Of the subclass: what readers may ask for, the URL name of its page, what it is to an article, its line."""

    def get_object(self, request, slug):
        return get_object_or_404(type(self).rows(), slug=slug)

    def title(self, row):
        return titled(row.name)

    def subtitle(self, row):
        return getattr(row, self.line) if self.line else ""

    def link(self, row):
        return reverse(self.page, args=[row.slug])

    def feed_guid(self, row):
        return list_guid(f"{self.page.partition(':')[2]}/{first_slugs(type(row), [row])[row.pk]}/feed")

    def items(self, row):
        return entries.of_articles(Article.objects.public().filter(**{self.column: row}))


class SectionArticles(FiledArticles):
    rows, page, column, line = sections, "articles:section", "section", "description"


class TagArticles(FiledArticles):
    rows, page, column, line = tags, "articles:tag", "taggings__tag", None


class AuthorArticles(FiledArticles):
    rows, page, column, line = contributors, "articles:author", "bylines__contributor", "biography"


class MonthArticles(EntryFeed):
    """The newest 50 articles of a month of the archive."""

    def get_object(self, request, year, month):
        return archive.month_of(year, month)

    def title(self, month):
        return titled(month.name)

    def link(self, month):
        return month.url

    def feed_guid(self, month):
        return list_guid(f"archive/{month.first:%Y-%m}/feed")

    def items(self, month):
        return entries.of_articles(month.articles())


class Corrections(EntryFeed):
    """What was corrected, made clearer or taken down."""

    subtitle = gettext_lazy("What we got wrong, what was unclear, and what was taken down.")

    def title(self):
        return titled(_("Corrections"))

    def link(self):
        return reverse("articles:corrections")

    def feed_guid(self):
        return list_guid("corrections/feed")

    def items(self):
        corrected, gone = corrections.newest()
        return newest(entries.of_corrections(corrected), entries.of_taken_down(gone))


def titled(words) -> str:
    """«Diplomacy – Newsdesk»."""
    return f"{words} – {settings.SITE_NAME}"


newest_articles = served(NewestArticles)
section_articles = served(SectionArticles)
tag_articles = served(TagArticles)
author_articles = served(AuthorArticles)
month_articles = served(MonthArticles)
corrections_feed = served(Corrections)
