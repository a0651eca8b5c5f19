"""What an unpublished article would change in the record."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Quotation


class PendingChange(models.Model):
    """One field of one row of the record, edited from an article that readers cannot see; or, with no field, a row
    or outside quotation that the article made and that waits with it.

    One typed from a sentence takes effect once that sentence is public: the draft may be ahead of what goes out.
    `old` is what stood there when it was typed: where something else stands at publication, the desk is asked.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPLIED = "applied", _("applied")
        QUESTION = "question", _("question")
        DROPPED = "dropped", _("dropped")

    article = models.ForeignKey("Article", models.PROTECT, related_name="pending_changes")
    kind = models.CharField(max_length=60, help_text="app_label.model_name")
    object_id = models.BigIntegerField()
    label = models.CharField(max_length=300)
    field = models.CharField(max_length=60, blank=True)
    quotation = models.ForeignKey(
        Quotation, models.PROTECT, null=True, related_name="+", help_text="The sentence it was typed from, if any."
    )
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("waiting change")
        verbose_name_plural = _("waiting changes")
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "object_id"], name="pending_change_of_row")]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "kind", "object_id", "field"],
                condition=~Q(state="dropped"),
                name="pending_change_once",
            )
        ]

    def __str__(self):
        return f"{self.label}: {self.field or _('new')}"
