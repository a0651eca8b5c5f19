"""Where meetings happen."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.names import key, sort_key
from people.querysets import SpelledQuerySet

from .stored import Stored


class Place(Stored):
    """A city or spot. Its Names carry days: Nur-Sultan in 2022, Astana today. No page of its own."""

    name = models.CharField(_("name"), max_length=200, help_text=_("The name of today."))
    country = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        limit_choices_to={"kind": "country"},
        verbose_name=_("country"),
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    key = models.CharField(max_length=400, editable=False, db_index=True)
    sort_key = models.CharField(max_length=800, editable=False, db_index=True)

    objects = SpelledQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.name

    def name_on(self, day: date | None, names=None):
        """The public name of that day where one is stored with days around it, else today's.

        `names`: its public Names where the caller has fetched them for a whole page.
        """
        if day:
            for name in self.names.all() if names is None else names:
                begun = name.since_latest is None or name.since_latest <= day
                if name.is_public and name.until and name.until_earliest and begun and day <= name.until_earliest:
                    return name.text
        return self.name

    def fill_in(self):
        self.key = key(self.name)
        self.sort_key = sort_key(self.name)
