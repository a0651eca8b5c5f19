"""Sources, the sentences quoted from them, and what these sentences say of the record."""

from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.names import KEY_LENGTH, key
from people.querysets import NamedQuerySet

from .claim import Strikable, exactly_one
from .stored import Stored

CLAIMS = ("attendance", "membership", "meeting", "outcome", "name")
SAID_OF_ATTENDANCE = ["attended", "expected", "announced", "absent", "not_reported"]
SAID_OF_MEETING = ["held", "planned", "postponed", "cancelled"]
READERS_GET = 300


class Source(Stored):
    """Something that was published: an article of ours, a ministry's page, an agency's report.

    For an article of ours, title, address and day are copies that its publishing sets.
    `original`: the report that this one translates or reprints; both are one voice.
    """

    title = models.CharField(_("title"), max_length=300, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200)
    kind = models.CharField(
        _("kind"), max_length=100, blank=True, help_text=_("Press release, agency report, register …")
    )
    address = models.CharField(_("address"), max_length=500, blank=True)
    archive_address = models.URLField(_("archived at"), max_length=500, blank=True)
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=15, default="en")
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("The day it is of."))
    original = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reprints",
        verbose_name=_("translated or reprinted from"),
    )
    is_ours = models.BooleanField(default=False, editable=False)
    key = models.CharField(max_length=KEY_LENGTH, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-day", "title", "pk"]
        indexes = [models.Index(fields=["-day", "-id"], name="source_latest")]

    def __str__(self):
        return self.title or self.publisher

    def fill_in(self):
        self.key = key(f"{self.title} {self.publisher}")

    def clean(self):
        if self.original_id and self.original_id == self.pk:
            raise ValidationError({"original": _("A source is not its own original.")})
        if self.original_id and self.original.original_id:
            raise ValidationError({"original": _("That one is a reprint itself: name what it reprints.")})
        if self.original_id and self.pk and self.reprints.exists():
            raise ValidationError({"original": _("Others are reprints of this one: they would be of a reprint.")})
        if self.address and not self.is_ours and not self.address.startswith(("https://", "http://")):
            raise ValidationError({"address": _("An address begins with https:// or http://.")})


class Quotation(Strikable):
    """One sentence of a source. Public while the live revision contains it, or, from outside, once a keeper lets it.

    `is_public` is written by articles' anchoring for sentences of ours, by `people.quoting` for outside ones.
    """

    derived = Strikable.derived | {"is_public", "waits"}

    source = models.ForeignKey("Source", models.PROTECT, related_name="quotations", verbose_name=_("source"))
    text = models.TextField(_("sentence"), max_length=2000)
    language = models.CharField(_("language"), max_length=15, default="en")
    is_public = models.BooleanField(default=False, editable=False, db_index=True)
    waits = models.BooleanField(default=False, editable=False)
    key = models.CharField(max_length=KEY_LENGTH, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["source", "pk"]

    def __str__(self):
        return self.text

    def fill_in(self):
        self.key = key(self.text)

    @property
    def mark(self):
        """The fragment of its place on the article's page: from the words alone, never from a key."""
        return "s-" + sha256(self.text.encode()).hexdigest()[:10]

    @property
    def address(self):
        """Where a reader finds the sentence itself."""
        return f"{self.source.address}#{self.mark}" if self.source.is_ours else self.source.address

    @property
    def excerpt(self):
        """What readers get of it: all of a sentence of ours, at most 300 characters of anybody else's."""
        if self.source.is_ours or len(self.text) <= READERS_GET:
            return self.text
        return self.text[: READERS_GET - 1].rstrip() + "…"


class Evidence(Strikable):
    """A quotation says something about exactly one claim."""

    class Says(models.TextChoices):
        ATTENDED = "attended", _("attended")
        EXPECTED = "expected", _("expected")
        ANNOUNCED = "announced", _("announced")
        ABSENT = "absent", _("absent")
        NOT_REPORTED = "not_reported", _("not reported")
        HELD = "held", _("held")
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")
        SUPPORTS = "supports", _("says so")

    quotation = models.ForeignKey("Quotation", models.PROTECT, related_name="evidence", verbose_name=_("sentence"))
    attendance = models.ForeignKey("Attendance", models.PROTECT, null=True, blank=True, related_name="evidence")
    membership = models.ForeignKey("Membership", models.PROTECT, null=True, blank=True, related_name="evidence")
    meeting = models.ForeignKey("Meeting", models.PROTECT, null=True, blank=True, related_name="evidence")
    outcome = models.ForeignKey("Outcome", models.PROTECT, null=True, blank=True, related_name="evidence")
    name = models.ForeignKey("Name", models.PROTECT, null=True, blank=True, related_name="evidence")
    says = models.CharField(_("what it says"), max_length=20, choices=Says.choices)
    announced_by = models.CharField(_("announced by"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["quotation__source__day", "pk"]
        constraints = [
            exactly_one(*CLAIMS, name="evidence_of_exactly_one_claim"),
            models.CheckConstraint(
                condition=Q(
                    attendance__isnull=False, says__in=["attended", "expected", "announced", "absent", "not_reported"]
                )
                | Q(meeting__isnull=False, says__in=["held", "planned", "postponed", "cancelled"])
                | Q(attendance__isnull=True, meeting__isnull=True, says="supports"),
                name="evidence_says_what_its_claim_can_be",
            ),
            *(
                models.UniqueConstraint(
                    fields=["quotation", claim],
                    condition=Q(**{f"{claim}__isnull": False}, is_struck=False),
                    name=f"evidence_once_per_{claim}",
                )
                for claim in CLAIMS
            ),
        ]

    def __str__(self):
        return f"{self.get_says_display()}: {self.quotation.text[:60]}"

    @property
    def claim(self):
        """The one line of the record it speaks of."""
        return self.attendance or self.membership or self.meeting or self.outcome or self.name
