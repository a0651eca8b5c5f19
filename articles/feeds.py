"""Articles as Atom feeds."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from articles.models import Article


class NewestArticles(Feed):
    """The newest 50 public articles."""

    feed_type = Atom1Feed
    title = settings.SITE_NAME
    link = "/"

    def items(self):
        return Article.objects.public().newest_first()[:50]

    def item_title(self, item):
        return item.headline

    def item_description(self, item):
        return item.standfirst

    def item_link(self, item):
        return reverse("articles:detail", args=[item.slug])

    def item_updateddate(self, item):
        return item.updated_at

    def item_pubdate(self, item):
        return item.first_public_at
