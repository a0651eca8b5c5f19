"""Adjectives of pictures. `public()` is what readers may get."""

from django.apps import apps
from django.db.models import Exists, OuterRef

from articles.library_querysets import LibraryQuerySet


class ImageQuerySet(LibraryQuerySet):
    """Images: those of readers here, those of the desk in `LibraryQuerySet`."""

    def public(self):
        """Images that something public shows, and that were not killed."""
        return self.shown().filter(killed_at=None)

    def once_public(self):
        """Images that something public shows, or that a version of an article showed which readers could see."""
        publications = apps.get_model("articles", "Publication").objects
        on_top = publications.filter(revision__lead_image=OuterRef("pk"))
        in_text = publications.filter(revision__illustrations__image=OuterRef("pk"))
        return self.shown() | self.filter(Exists(on_top) | Exists(in_text))

    def shown(self):
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
