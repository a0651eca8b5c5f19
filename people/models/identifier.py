"""Names in other registers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .claim import exactly_one
from .stored import Stored


class Identifier(Stored):
    """Scheme and value of one register (Wikidata, an own one) for a person, organisation, place or series."""

    scheme = models.CharField(_("register"), max_length=50)
    value = models.CharField(_("value"), max_length=200)
    person = models.ForeignKey("Person", models.PROTECT, null=True, blank=True, related_name="identifiers")
    organisation = models.ForeignKey("Organisation", models.PROTECT, null=True, blank=True, related_name="identifiers")
    place = models.ForeignKey("Place", models.PROTECT, null=True, blank=True, related_name="identifiers")
    series = models.ForeignKey("MeetingSeries", models.PROTECT, null=True, blank=True, related_name="identifiers")

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ["scheme", "value"]
        constraints = [
            exactly_one("person", "organisation", "place", "series", name="identifier_of_exactly_one"),
            models.UniqueConstraint(fields=["scheme", "value"], name="identifier_once_per_scheme"),
        ]

    def __str__(self):
        return f"{self.scheme}: {self.value}"
