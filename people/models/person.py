"""A human being."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.fields import partial_date, partial_date_constraints
from people.querysets import PersonQuerySet

from .page import Page


class Person(Page):
    """Somebody the desk writes about (Popolo: Person). Without a released page readers get the plain words only."""

    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    additional_name = models.CharField(_("patronymic or middle name"), max_length=100, blank=True)
    is_family_name_first = models.BooleanField(
        _("family name first"), default=False, help_text=_("As in Qin Gang: the order in which the name is printed.")
    )
    country = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="citizens",
        limit_choices_to={"kind": "country"},
        verbose_name=_("country"),
    )
    biography = models.CharField(
        _("in one line"), max_length=300, blank=True, help_text=_("Who this is, for readers: one plain sentence.")
    )
    born, born_earliest, born_latest = partial_date("born", blank=True, verbose_name=_("born"))
    died, died_earliest, died_latest = partial_date("died", blank=True, verbose_name=_("died"))

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "slug", "pk"]
        constraints = [*partial_date_constraints("born", "person"), *partial_date_constraints("died", "person")]
        permissions = [
            ("keep_record", _("Can keep the record")),
            ("release_page", _("Can open and close pages")),
        ]

    def desk_label(self):
        """The name, and beside it the office that tells namesakes apart: the one that began last."""
        offices = [row for row in self.memberships.all() if not row.is_struck]
        if not offices:
            return self.name
        latest = max(offices, key=lambda row: (row.until == "", row.since_earliest or date.min))
        return f"{self.name} – {latest.post or latest.organisation}"

    def sort_name(self):
        return f"{self.family_name} {self.given_name}" if self.family_name else self.name
