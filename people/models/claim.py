"""What every line of the record has in common: it is public through evidence, or through a keeper's word."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .stored import Stored


class Strikable(Stored):
    """Something that can be taken off every page at once, with a reason, and put back: by `people.striking` alone."""

    derived = frozenset({"is_struck", "struck_by", "struck_at", "struck_reason"})

    is_struck = models.BooleanField(_("struck"), default=False, editable=False)
    struck_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    struck_at = models.DateTimeField(null=True, editable=False)
    struck_reason = models.CharField(_("why struck"), max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True


class Claim(Strikable):
    """A line of the record. `is_public` is written by `people.disclosure` alone.

    `waits`: made from an article that readers cannot see; it opens with that article, or when a keeper confirms it.
    `vouched_reason`: a keeper's own word, where no sentence reports what is known.
    """

    derived = Strikable.derived | {"is_public", "waits"}

    is_public = models.BooleanField(_("public"), default=False, editable=False, db_index=True)
    waits = models.BooleanField(_("waits"), default=False, editable=False)
    vouched_reason = models.CharField(
        _("vouched for"),
        max_length=300,
        blank=True,
        help_text=_("How the desk knows this without a sentence that says so. Readers may see the line, then."),
    )
    vouched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    vouched_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_open(self):
        """Nothing of its own keeps it closed."""
        return not self.is_struck and not self.waits


def exactly_one(*columns, name):
    """A database constraint: one of these columns is filled and the others are not."""
    choices = Q()
    for chosen in columns:
        choices |= Q(**{f"{column}__isnull": column != chosen for column in columns})
    return models.CheckConstraint(condition=choices, name=name)
