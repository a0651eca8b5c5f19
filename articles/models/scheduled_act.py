"""Acts that wait for their moment."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ScheduledActQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=ScheduledAct.State.WAITING)

    def questions(self):
        return self.filter(state=ScheduledAct.State.QUESTION)


class ScheduledAct(models.Model):
    """A publication or taking down that runs at `due_at`, with the revision named then and no later edit."""

    class Act(models.TextChoices):
        PUBLISH = "publish", _("publish")
        TAKE_DOWN = "take down", _("take down")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        QUESTION = "question", _("question")
        CANCELLED = "cancelled", _("cancelled")

    act = models.CharField(_("act"), max_length=20, choices=Act.choices)
    article = models.ForeignKey("Article", models.PROTECT, related_name="scheduled_acts")
    revision = models.ForeignKey("Revision", models.PROTECT, null=True, related_name="+")
    why = models.CharField(_("why"), max_length=300, blank=True)
    due_at = models.DateTimeField(_("due"), db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    try_at = models.DateTimeField(db_index=True)
    error = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)

    objects = ScheduledActQuerySet.as_manager()

    class Meta:
        verbose_name = _("scheduled act")
        verbose_name_plural = _("scheduled acts")
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(act="publish") | Q(revision__isnull=False), name="scheduled_publication_names_its_revision"
            )
        ]

    def __str__(self):
        return f"{self.get_act_display()}: {self.article}"


class Runner(models.Model):
    """The one row that whoever runs due acts holds for some seconds: one runner at a time keeps their order."""

    until = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="runner_one_row")]

    def __str__(self):
        return str(self.until)
