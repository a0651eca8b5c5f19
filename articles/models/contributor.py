"""Who wrote, photographed or translated."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.stored import Stored
from people.names import key, sort_key
from people.querysets import NamedQuerySet


class Contributor(Stored):
    """A byline («author» in addresses). Its slug is given when something public first carries it."""

    derived = frozenset({"slug"})

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(max_length=100, unique=True, null=True, editable=False, allow_unicode=True)
    biography = models.CharField(_("in one line"), max_length=300, blank=True)
    portrait = models.ForeignKey(
        "Image", models.PROTECT, null=True, blank=True, related_name="portrays", verbose_name=_("portrait")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributor",
        verbose_name=_("account"),
    )
    key = models.CharField(max_length=400, editable=False, db_index=True)
    sort_key = models.CharField(max_length=700, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.key = key(self.name)
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)
