"""An office held."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.fields import partial_date, partial_date_constraints
from people.querysets import MembershipQuerySet

from .claim import Claim


class Membership(Claim):
    """A person in a post, or just in an organisation, for a time (Popolo: Membership; «office held» on screens).

    No end means «current» only while confirmed recently: `people.tenure` decides, never this row.
    """

    class Began(models.TextChoices):
        APPOINTED = "appointed", _("appointed")
        ELECTED = "elected", _("elected")
        TOOK_OVER = "took over", _("took over")

    class Ended(models.TextChoices):
        LEFT = "left", _("left")
        DISMISSED = "dismissed", _("dismissed")
        TERM = "term ended", _("term ended")
        DIED = "died", _("died")

    person = models.ForeignKey("Person", models.PROTECT, related_name="memberships", verbose_name=_("person"))
    post = models.ForeignKey(
        "Post", models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("post")
    )
    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("organisation"),
        help_text=_("Only where no post is known."),
    )
    since, since_earliest, since_latest = partial_date("since", blank=True, verbose_name=_("from"))
    until, until_earliest, until_latest = partial_date("until", blank=True, verbose_name=_("until"))
    how_began = models.CharField(_("how it began"), max_length=20, blank=True, choices=Began.choices)
    how_ended = models.CharField(_("how it ended"), max_length=20, blank=True, choices=Ended.choices)
    is_acting = models.BooleanField(_("acting"), default=False)
    confirmed_on = models.DateField(
        _("confirmed on"), null=True, blank=True, help_text=_("The last day on which a keeper knew it to be so.")
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("office held")
        verbose_name_plural = _("offices held")
        ordering = ["-since_earliest", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=False, organisation__isnull=True)
                | Q(post__isnull=True, organisation__isnull=False),
                name="membership_in_post_or_organisation",
            ),
            *partial_date_constraints("since", "membership"),
            *partial_date_constraints("until", "membership"),
        ]

    def __str__(self):
        return f"{self.person}: {self.post or self.organisation}"

    def clean(self):
        if bool(self.post_id) == bool(self.organisation_id):
            raise ValidationError({"post": _("Give a post, or an organisation where no post is known.")})
        if self.how_ended and not self.until:
            raise ValidationError({"until": _("Say when it ended, or take away how it ended.")})

    def rivals(self):
        """Others whose days in the same single seat may overlap with these: a question, never an error."""
        if not (self.post and self.post.is_single):
            return Membership.objects.none()
        others = Membership.objects.filter(post=self.post, is_struck=False).exclude(pk=self.pk)
        others = others.exclude(person=self.person).filter(Q(is_acting=self.is_acting))
        if self.until_latest:
            others = others.filter(Q(since_earliest=None) | Q(since_earliest__lt=self.until_latest))
        if self.since_earliest:
            others = others.filter(Q(until_latest=None) | Q(until_latest__gt=self.since_earliest))
        return others.select_related("person")
