"""Where a quoted sentence stands in an article."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Quotation


class Anchor(models.Model):
    """Ties a quotation to its article. `wordings`: every wording that somebody said means the same.

    The last of them that stands in the *published* revision becomes the quotation's text, so a typo mended in a draft
    neither closes the claim nor shows early. `is_lost`: none stands there any more; a question to the desk.
    """

    quotation = models.OneToOneField(Quotation, models.PROTECT, related_name="anchor")
    article = models.ForeignKey("Article", models.PROTECT, related_name="anchors")
    wordings = models.JSONField(default=list)
    is_lost = models.BooleanField(_("sentence is gone"), default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("sentence of the record")
        verbose_name_plural = _("sentences of the record")
        ordering = ["pk"]
        indexes = [models.Index(fields=["article"], condition=models.Q(is_lost=True), name="anchor_lost")]

    def __str__(self):
        return self.quotation.text
