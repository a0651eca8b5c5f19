"""A seat in an organisation."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.names import key
from people.querysets import NamedQuerySet

from .stored import Stored


class Post(Stored):
    """«Minister of Foreign Affairs»: a seat that exists whoever holds it (Popolo: Post)."""

    organisation = models.ForeignKey(
        "Organisation", models.PROTECT, related_name="posts", verbose_name=_("organisation")
    )
    title = models.CharField(_("title"), max_length=200)
    titles = models.JSONField(
        _("title in other languages"),
        default=dict,
        blank=True,
        help_text=_('Language tag and title: {"ru": "министр иностранных дел"}.'),
    )
    is_single = models.BooleanField(_("single seat"), default=True, help_text=_("One holder at a time."))
    is_public_office = models.BooleanField(
        _("public post"), default=True, help_text=_("Holders may be proposed for a page of their own.")
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"), default=50, help_text=_("Smaller comes first where somebody holds several posts on a day.")
    )
    key = models.CharField(max_length=600, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["rank", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "title"], name="post_title_once_per_organisation")
        ]

    def __str__(self):
        return f"{self.title_in(get_language())}, {self.organisation.label}"

    def title_in(self, language):
        """The title in that language where it is stored, else the house's."""
        tag = language or ""
        return self.titles.get(tag) or self.titles.get(tag.split("-")[0]) or self.title

    def fill_in(self):
        self.key = key(" ".join([self.title, self.organisation.name, *self.titles.values()]))
