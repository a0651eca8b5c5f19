"""Adjectives of pictures for the desk: what stands somewhere, whose licence ended, what lacks its words."""

from datetime import date

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from articles.models.rights import SOON
from people.querysets import NamedQuerySet

# Without these nobody may use a picture, as its form asks for them.
NEEDED = ("alt", "caption", "credit", "licence", "source")
LACKING = Q(**{NEEDED[0]: ""})
for name in NEEDED[1:]:
    LACKING |= Q(**{name: ""})


class LibraryQuerySet(NamedQuerySet):
    """Images; `named()` finds them on the desk by their words."""

    def used(self):
        """Those on top or in the text of an article as it stands or is drafted, and all portraits."""
        return self.filter(_is_used())

    def unused(self):
        return self.exclude(_is_used())

    def killed(self):
        return self.exclude(killed_at=None)

    def alive(self):
        return self.filter(killed_at=None)

    def ended(self, on: date):
        """Those whose licence has passed its last day."""
        return self.filter(licence_until__lt=on)

    def ending(self, on: date):
        """Those whose licence ends within a month."""
        return self.filter(licence_until__gte=on, licence_until__lte=on + SOON)

    def endless(self):
        """Those whose licence has no last day."""
        return self.filter(licence_until=None)

    def lacking(self):
        """Those without one of the words that make a picture fit for use."""
        return self.filter(LACKING)

    def usable(self, on: date):
        """Those that an article may newly show on that day."""
        return self.alive().exclude(licence_until__lt=on).exclude(LACKING)


def _is_used():
    article, illustration = apps.get_model("articles", "Article"), apps.get_model("articles", "Illustration")
    contributor, depiction = apps.get_model("articles", "Contributor"), apps.get_model("articles", "Depiction")
    in_text = illustration.objects.filter(image=OuterRef("pk"))
    return (
        Exists(article.objects.filter(draft__lead_image=OuterRef("pk")))
        | Exists(article.objects.filter(live__lead_image=OuterRef("pk"), is_public=True))
        | Exists(in_text.filter(revision__in=article.objects.values("draft")))
        | Exists(in_text.filter(revision__in=article.objects.filter(is_public=True).values("live")))
        | Exists(contributor.objects.filter(portrait=OuterRef("pk")))
        | Exists(depiction.objects.filter(image=OuterRef("pk"), is_portrait=True))
    )
