"""What a meeting brought."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .claim import Claim


class Outcome(Claim):
    """Agreed, signed, founded: one thing that came of a meeting, with its evidence."""

    class Kind(models.TextChoices):
        AGREED = "agreed", _("agreed")
        SIGNED = "signed", _("signed")
        FOUNDED = "founded", _("founded")

    meeting = models.ForeignKey("Meeting", models.PROTECT, related_name="outcomes", verbose_name=_("meeting"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.AGREED)
    text = models.CharField(_("what"), max_length=300)

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["text", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text}"
