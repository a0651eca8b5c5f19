"""Adjectives of pictures. `public()` is what readers may get: an image that something public shows."""

from django.apps import apps
from django.db.models import Exists, OuterRef

from articles.library_querysets import LibraryQuerySet


class ImageQuerySet(LibraryQuerySet):
    """Images: those of readers here, those of the desk in `LibraryQuerySet`."""

    def public(self):
        """Images on top or in the text of a public article, and portraits of people and contributors with a page."""
        article, byline = apps.get_model("articles", "Article"), apps.get_model("articles", "Byline")
        articles = article.objects.public()
        bylines = byline.objects.filter(article__in=articles)
        depictions = self.model.depictions.rel.related_model.objects
        return self.filter(
            Exists(articles.filter(lead_image=OuterRef("pk")))
            | Exists(articles.filter(live__illustrations__image=OuterRef("pk")))
            | Exists(bylines.filter(contributor__portrait=OuterRef("pk")))
            | Exists(depictions.filter(image=OuterRef("pk"), is_portrait=True, person__is_public=True))
        )
