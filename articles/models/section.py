"""The parts of the paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.stored import Stored
from people.names import key
from people.querysets import NamedQuerySet


class Section(Stored):
    """A part of the paper. Its slug is given when something public first stands in it."""

    derived = frozenset({"slug"})

    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("in one line"), max_length=300, blank=True)
    slug = models.SlugField(max_length=100, unique=True, null=True, editable=False, allow_unicode=True)
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    key = models.CharField(max_length=250, unique=True, editable=False)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "name", "pk"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.key = key(self.name)
        super().save(*args, **kwargs)
