"""A meeting that was planned, held, postponed or called off."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.fields import partial_date, partial_date_constraints
from people.names import key
from people.querysets import MeetingQuerySet

from .claim import Claim


class Meeting(Claim):
    """Talks, a summit, a call, a visit. Public through its own evidence or through anything on its roll.

    `state` and the slug are written by `people.disclosure` alone; `when` may be as vague as the sentence was.
    """

    derived = Claim.derived | {"state", "slug"}

    class Kind(models.TextChoices):
        TALKS = "talks", _("talks")
        MEETING = "meeting", _("meeting of a series or a body")
        SUMMIT = "summit", _("summit")
        CALL = "call", _("telephone or video call")
        VISIT = "visit", _("visit")
        CONFERENCE = "conference", _("conference")

    class State(models.TextChoices):
        HELD = "held", _("held")
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")
        NOT_REPORTED = "not_reported", _("not reported")

    title = models.CharField(_("meeting"), max_length=200)
    slug = models.SlugField(max_length=120, unique=True, null=True, editable=False, allow_unicode=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.TALKS)
    when, when_earliest, when_latest = partial_date("when", verbose_name=_("day, or month, or year"))
    place = models.ForeignKey(
        "Place", models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("place")
    )
    series = models.ForeignKey(
        "MeetingSeries", models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("series")
    )
    ordinal = models.PositiveSmallIntegerField(
        _("number"), null=True, blank=True, help_text=_("Which of its series: 4 for the fourth.")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("within")
    )
    host = models.ForeignKey(
        "Organisation", models.PROTECT, null=True, blank=True, related_name="hosted", verbose_name=_("host")
    )
    state = models.CharField(
        _("was it held"), max_length=20, blank=True, default="", choices=State.choices, editable=False
    )
    key = models.CharField(max_length=400, editable=False, db_index=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-when_latest", "-when_earliest", "slug", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ordinal__isnull=True) | Q(series__isnull=False), name="meeting_number_needs_series"
            ),
            *partial_date_constraints("when", "meeting"),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        if self.ordinal and not self.series_id:
            raise ValidationError({"ordinal": _("A number needs a series to count in.")})
        if self.parent_id and self.pk and self in self.parent.chain():
            raise ValidationError({"parent": _("A meeting cannot be within itself.")})

    def chain(self):
        """This meeting and those it is within, upwards."""
        links, link = [], self
        while link and link not in links:
            links.append(link)
            link = link.parent
        return links

    def fill_in(self):
        self.key = key(self.title)
