"""Meetings that come again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.names import key, sort_key
from people.querysets import SeriesQuerySet

from .stored import Stored


class MeetingSeries(Stored):
    """«China–Central Asia Foreign Ministers' Meeting»: meetings with an ordinal each.

    The slug is given when the first of its meetings opens; its page shows what is public on it.
    """

    derived = frozenset({"slug"})

    name = models.CharField(_("name"), max_length=200)
    description = models.CharField(_("in one line"), max_length=300, blank=True)
    slug = models.SlugField(max_length=100, unique=True, null=True, editable=False, allow_unicode=True)
    key = models.CharField(max_length=400, editable=False, db_index=True)
    sort_key = models.CharField(max_length=800, editable=False, db_index=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of meetings")
        verbose_name_plural = _("series of meetings")
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.name

    def fill_in(self):
        self.key = key(self.name)
        self.sort_key = sort_key(self.name)
