"""Countries, ministries, bodies."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.fields import partial_date, partial_date_constraints
from people.querysets import SpelledQuerySet

from .page import Page

DEEPEST = 10


class Organisation(Page):
    """A country, ministry, intergovernmental body, company or party (Popolo: Organization)."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("country")
        MINISTRY = "ministry", _("ministry or agency")
        BODY = "igo", _("intergovernmental body")
        COMPANY = "company", _("company")
        PARTY = "party", _("party")
        OTHER = "other", _("other")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    short_name = models.CharField(
        _("short name"), max_length=80, blank=True, help_text=_("As in lists and beside names.")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    iso_code = models.CharField(_("country code"), max_length=2, blank=True, help_text=_("Two letters, for countries."))
    description = models.CharField(_("in one line"), max_length=300, blank=True)
    founded, founded_earliest, founded_latest = partial_date("founded", blank=True, verbose_name=_("founded"))
    dissolved, dissolved_earliest, dissolved_latest = partial_date("dissolved", blank=True, verbose_name=_("dissolved"))

    objects = SpelledQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key", "slug", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="country") | Q(iso_code=""), name="organisation_only_countries_have_iso_code"
            ),
            models.UniqueConstraint(fields=["iso_code"], condition=~Q(iso_code=""), name="organisation_iso_code_once"),
            *partial_date_constraints("founded", "organisation"),
            *partial_date_constraints("dissolved", "organisation"),
        ]

    @property
    def label(self):
        """The short name where there is one."""
        return self.short_name or self.name

    def chain(self):
        """This body and those it is part of, upwards."""
        links, link = [], self
        while link and link not in links and len(links) < DEEPEST:
            links.append(link)
            link = link.parent
        return links

    def whole(self):
        """This body and all that is part of it, downwards."""
        found, level = [self], [self]
        while level := list(Organisation.objects.filter(parent__in=level).exclude(pk__in=[each.pk for each in found])):
            found += level
        return found

    @property
    def side(self):
        """The country or body at the top of the chain: whom its people speak for at a table."""
        return self.chain()[-1]

    def clean(self):
        if self.parent and self.pk and self in self.parent.chain():
            raise ValidationError({"parent": _("An organisation cannot be a part of itself.")})
        if self.iso_code and self.kind != self.Kind.COUNTRY:
            raise ValidationError({"iso_code": _("Only countries have a country code.")})
