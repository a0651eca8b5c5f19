"""Where something could be found once."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """A slug that a row had. It leads to that row wherever it is now, and is nobody else's for ever.

    It names the row, not the slug that followed: however often an address changes, one step leads to the last. Kind
    and id are plain text, as on the trail: rows of both apps have addresses. `is_first`: the slug that was given first,
    of which ids in feeds and calendars are made. Written by `people.readdressing` alone.
    """

    kind = models.CharField(_("kind"), max_length=60)
    object_id = models.BigIntegerField()
    slug = models.SlugField(max_length=120, allow_unicode=True)
    is_first = models.BooleanField(default=False)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["kind", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="former_address_of_one_row"),
            models.UniqueConstraint(
                fields=["kind", "object_id"], condition=Q(is_first=True), name="former_address_one_first"
            ),
        ]

    def __str__(self):
        return self.slug
