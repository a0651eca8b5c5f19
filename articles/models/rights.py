"""By whose leave a picture is shown: who made it, where we have it from, why we may use it and until when."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

SOON = timedelta(days=30)  # before its last day the desk is warned of a licence


class SourceKind(models.TextChoices):
    """Where pictures come from. Readers are told of a handout."""

    OWN = "own", _("Our own")
    AGENCY = "agency", _("Agency")
    HANDOUT = "handout", _("Handout")
    FREE = "free", _("Free to use")
    READER = "reader", _("From a reader")
    SOCIAL = "social", _("Social media")
    ARCHIVE = "archive", _("Archive")


class LicenceKind(models.TextChoices):
    """What kind of leave we have."""

    OWN = "own", _("Our own work")
    CONTRACT = "contract", _("Contract with the agency")
    PRESS = "press", _("Press use")
    PERMISSION = "permission", _("Permission given to us")
    CREATIVE_COMMONS = "cc", _("Creative Commons")
    PUBLIC_DOMAIN = "public domain", _("Public domain")
    LAW = "law", _("The law allows it (quotation, current events)")


class Rights(models.Model):
    """`credit` is printed beside the picture; it and `copyright` are all that stays in the files readers get.

    `licence` says in words what we may do, `licence_reason` why we may, `licence_until` is the last day (None: no end).
    """

    credit = models.CharField(_("credit"), max_length=200, help_text=_("Who made it, as it is printed."))
    copyright = models.CharField(
        _("copyright"), max_length=200, blank=True, help_text=_("Whose it is, as it is written into the file.")
    )
    source_kind = models.CharField(_("kind of source"), max_length=10, choices=SourceKind, blank=True)
    source = models.CharField(_("source"), max_length=500, help_text=_("Where we have it from."))
    licence_kind = models.CharField(_("kind of licence"), max_length=20, choices=LicenceKind, blank=True)
    licence = models.CharField(_("licence"), max_length=200, help_text=_("What we may do with it."))
    licence_reason = models.CharField(
        _("why we may use it"), max_length=500, blank=True, help_text=_("Contract, message or law, with its date.")
    )
    licence_until = models.DateField(
        _("licence until"), null=True, blank=True, db_index=True, help_text=_("The last day. Empty: no end.")
    )

    class Meta:
        abstract = True

    @property
    def credit_line(self) -> str:
        """The credit as readers see it, in the language that is active: of a handout they are told."""
        is_told = self.credit.casefold().startswith(gettext("Handout").casefold())
        if self.source_kind != SourceKind.HANDOUT or is_told or not self.credit:
            return self.credit
        return gettext("Handout: %s") % self.credit

    def has_ended(self, on: date) -> bool:
        """Whether the last day of the licence has passed on that day."""
        return self.licence_until is not None and self.licence_until < on

    def ends_soon(self, on: date) -> bool:
        """Whether it ends within a month, and has not."""
        return self.licence_until is not None and on <= self.licence_until <= on + SOON
