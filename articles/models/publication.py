"""What was public, from when until when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Publication(models.Model):
    """One published version: a revision and the time it stood. `until` is empty for the one that stands now.

    `rendered` is a cache that `articles.rendering` remakes: {"headline": html, "standfirst": html, "caption": html,
    "beats": [{"first": html, "rest": html, "marks": [fragment of each marked sentence]}]}. A beat's notes go between
    its first block and the rest.
    """

    article = models.ForeignKey("Article", models.PROTECT, related_name="publications")
    revision = models.ForeignKey("Revision", models.PROTECT, related_name="publications")
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    rendered = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["since", "pk"]
        indexes = [models.Index(fields=["-since"], condition=Q(until=None), name="publication_newest_open")]
        constraints = [
            models.UniqueConstraint(fields=["article"], condition=Q(until=None), name="publication_one_open"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="publication_ends_after_it_begins"
            ),
        ]

    def __str__(self):
        return f"{self.revision}, {self.since:%Y-%m-%d %H:%M}"
