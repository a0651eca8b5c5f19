"""Who did what, when and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Trail(models.Model):
    """One act on one row. Kind, id and label are plain text, so the trail outlives what it tells of."""

    act = models.CharField(_("act"), max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    why = models.CharField(_("why"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=60)
    object_id = models.BigIntegerField()
    label = models.CharField(_("of"), max_length=300)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    of_import = models.ForeignKey(
        "Import", models.PROTECT, null=True, blank=True, related_name="trail", verbose_name=_("by the import")
    )

    class Meta:
        verbose_name = _("trail")
        verbose_name_plural = _("trail")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="trail_of_row"),
            models.Index(fields=["act", "-at"], name="trail_of_act"),
        ]

    def __str__(self):
        return f"{self.act}: {self.label}"
