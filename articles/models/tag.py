"""Tags, once each however they are typed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from people.models.stored import Stored
from people.names import key, sort_key
from people.querysets import NamedQuerySet


class Tag(Stored, TagBase):
    """A tag of ours for taggit's manager: unique by its folded key, with a slug once something public carries it."""

    derived = frozenset({"slug"})

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(max_length=100, unique=True, null=True, editable=False, allow_unicode=True)
    key = models.CharField(max_length=250, unique=True, editable=False)
    sort_key = models.CharField(max_length=500, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["sort_key", "pk"]

    def save(self, *args, **kwargs):
        self.key = key(self.name)
        self.sort_key = sort_key(self.name)
        if self._state.adding:  # past TagBase.save, which would give a slug at once
            return models.Model.save(self, *args, **kwargs)
        return super().save(*args, **kwargs)


class Tagging(ItemBase):
    """A tag on an article, in order: the copy of the live revision's tags that readers' lists use."""

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="taggings")
    content_object = models.ForeignKey("Article", models.CASCADE, related_name="taggings")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="tagging_once")]

    def __str__(self):
        return str(self.tag)
