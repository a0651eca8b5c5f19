"""Everything an editor typed, at one moment, for ever."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.body import BodyField

WORDS = (
    "headline",
    "short_headline",
    "standfirst",
    "body",
    "dateline",
    "day",
    "section",
    "lead_image",
    "lead_caption",
    "source_credit",
)


class RevisionQuerySet(models.QuerySet):
    """A revision is immutable."""

    def update(self, **columns):
        raise ValueError("A revision is never changed: save a new one.")


class Revision(models.Model):
    """The whole of what was typed: made by each explicit save, never changed.

    `WORDS` are the fields of the form; tags and contributors are ordered rows beside them. `day` is the day the words
    are of; without one, the day of the first publication.
    """

    article = models.ForeignKey("Article", models.PROTECT, related_name="revisions", editable=False)
    number = models.PositiveIntegerField(editable=False)
    base = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    headline = models.CharField(_("headline"), max_length=200)
    short_headline = models.CharField(
        _("short headline"), max_length=80, blank=True, help_text=_("For lists and phones.")
    )
    standfirst = models.TextField(_("standfirst"), max_length=600, blank=True)
    body = BodyField(_("body"), blank=True)
    dateline = models.CharField(_("dateline"), max_length=100, blank=True, help_text=_("The place: Xi’an."))
    day = models.DateField(
        _("day"), null=True, blank=True, help_text=_("The day the words are of. Empty: the day of publication.")
    )
    section = models.ForeignKey(
        "Section", models.PROTECT, null=True, blank=True, related_name="revisions", verbose_name=_("section")
    )
    lead_image = models.ForeignKey(
        "Image", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("picture")
    )
    lead_caption = models.CharField(
        _("caption here"), max_length=500, blank=True, help_text=_("Empty: the caption of the picture.")
    )
    source_credit = models.CharField(
        _("source credit"), max_length=200, blank=True, help_text=_("With information from …")
    )
    tags = models.ManyToManyField("Tag", through="RevisionTag", related_name="revisions")
    contributors = models.ManyToManyField("Contributor", through="RevisionContributor", related_name="revisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")
    at = models.DateTimeField(_("saved"), auto_now_add=True)
    words_in_body = models.PositiveIntegerField(editable=False, default=0)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self):
        return f"{self.headline} ({self.number})"

    def clean(self):
        if len(self.body) > settings.BODY_LIMIT:
            limit = settings.BODY_LIMIT // 1000
            raise ValidationError({"body": _("The text is too long: at most %d thousand characters.") % limit})

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise ValueError("A revision is never changed: save a new one.")
        super().save(*args, **kwargs)


class RevisionTag(models.Model):
    """A tag of a revision, in order."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="tag_rows")
    tag = models.ForeignKey("Tag", models.PROTECT, related_name="revision_rows")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["revision", "tag"], name="revision_tag_once")]

    def __str__(self):
        return str(self.tag)


class RevisionContributor(models.Model):
    """A contributor of a revision, in order."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="contributor_rows")
    contributor = models.ForeignKey("Contributor", models.PROTECT, related_name="revision_rows")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["revision", "contributor"], name="revision_contributor_once")]

    def __str__(self):
        return str(self.contributor)
