"""Who was there, for whom."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.querysets import AttendanceQuerySet

from .claim import Claim


class Attendance(Claim):
    """One person, or somebody known by description only, at one meeting, on behalf of a body.

    `state` follows from the public evidence (`people.states.state_of`) and is written by `people.disclosure` alone,
    as are `day`, the meeting's earliest day, which person pages sort by, and `first_reported`, the earliest day of an
    article of ours that speaks for the line publicly.
    """

    derived = Claim.derived | {"state", "day", "first_reported"}

    class State(models.TextChoices):
        ATTENDED = "attended", _("attended")
        EXPECTED = "expected", _("expected")
        ANNOUNCED = "announced", _("announced")
        ABSENT = "absent", _("absent")
        DISPUTED = "disputed", _("disputed")
        NOT_REPORTED = "not_reported", _("not reported")

    class Role(models.TextChoices):
        PARTICIPANT = "participant", _("participant")
        HEAD = "head", _("head of delegation")
        CHAIR = "chair", _("chair")
        GUEST = "guest", _("guest")

    meeting = models.ForeignKey("Meeting", models.PROTECT, related_name="attendances", verbose_name=_("meeting"))
    person = models.ForeignKey(
        "Person", models.PROTECT, null=True, blank=True, related_name="attendances", verbose_name=_("person")
    )
    description = models.CharField(
        _("by description"), max_length=200, blank=True, help_text=_("«senior officials», where no name is given")
    )
    on_behalf_of = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("on behalf of"),
    )
    side = models.ForeignKey(
        "Organisation", models.PROTECT, null=True, blank=True, editable=False, related_name="attendances_as_side"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.PARTICIPANT)
    title_as_printed = models.CharField(
        _("title as printed"), max_length=200, blank=True, help_text=_("What the article called the post.")
    )
    stands_in_for = models.ForeignKey(
        "Person", models.PROTECT, null=True, blank=True, related_name="stood_in_by", verbose_name=_("standing in for")
    )
    vouched_says = models.CharField(
        _("vouched state"), max_length=20, blank=True, choices=[c for c in State.choices if c[0] != "disputed"]
    )
    state = models.CharField(max_length=20, blank=True, default="", choices=State.choices, editable=False)
    day = models.DateField(null=True, editable=False, db_index=True)
    first_reported = models.DateField(null=True, editable=False)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(description=""), name="attendance_person_or_description"
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="attendance_once_per_meeting"
            ),
        ]

    def __str__(self):
        return f"{self.who}: {self.meeting}"

    @property
    def who(self):
        """The person's name, or the words that describe somebody unnamed."""
        return self.person.name if self.person_id else self.description

    def clean(self):
        if not self.person_id and not self.description:
            raise ValidationError({"person": _("Say who: a person, or a description where no name is given.")})
        if self.person_id and self.stands_in_for_id == self.person_id:
            raise ValidationError({"stands_in_for": _("Nobody stands in for himself or herself.")})

    def fill_in(self):
        self.side = self.on_behalf_of.side if self.on_behalf_of_id else None
