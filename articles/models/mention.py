"""Who an article names."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Organisation, Person
from people.models.claim import exactly_one


class MentionQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(state=Mention.State.CONFIRMED)

    def public(self):
        """Confirmed, in a public article, of somebody with a page."""
        return self.confirmed().filter(
            Q(person__is_public=True) | Q(organisation__is_public=True), article__is_public=True, is_gone=False
        )


class Mention(models.Model):
    """These words in this article stand for that person or organisation: decided by staff, kept beside the text.

    `is_gone`: the words no longer stand in the draft; the desk is told, the decision stays.
    """

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        STRUCK = "struck", _("struck")

    article = models.ForeignKey("Article", models.PROTECT, related_name="mentions")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="mentions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="mentions")
    words = models.CharField(_("words in the text"), max_length=200)
    state = models.CharField(max_length=20, choices=State.choices, default=State.CONFIRMED)
    is_gone = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["pk"]
        constraints = [
            exactly_one("person", "organisation", name="mention_of_exactly_one"),
            models.UniqueConstraint(
                fields=["article", "person", "words"], condition=Q(person__isnull=False), name="mention_person_once"
            ),
            models.UniqueConstraint(
                fields=["article", "organisation", "words"],
                condition=Q(organisation__isnull=False),
                name="mention_organisation_once",
            ),
        ]

    def __str__(self):
        return f"{self.words}: {self.entity}"

    @property
    def entity(self):
        return self.person or self.organisation
