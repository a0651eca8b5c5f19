"""The identity of an article, and what readers may see of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.querysets import ArticleQuerySet
from people.models import Source
from people.models.stored import Stored

from .tag import Tagging


class Article(Stored):
    """What stays while its revisions change: slug, language, the live and the draft revision.

    `is_public`, `live`, the slug and the copies below are written by `articles.publishing` alone. An article has a
    slug from its first publication on; a draft has none, and no address outside the desk.
    """

    derived = frozenset(
        {"is_public", "live", "slug", "first_public_at", "updated_at", "taken_down_at", "taken_down_reason"}
        | {"headline", "standfirst", "section", "lead_image", "day", "is_on_hold", "draft", "draft_key", "drafted_at"}
    )

    class Stage(models.TextChoices):
        WRITING = "writing", _("writing")
        IN_REVIEW = "in review", _("in review")
        APPROVED = "approved", _("approved")

    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES, default="en")
    slug = models.SlugField(max_length=120, unique=True, null=True, editable=False, allow_unicode=True)
    stage = models.CharField(_("stage of the draft"), max_length=20, choices=Stage.choices, default=Stage.WRITING)
    source = models.OneToOneField(Source, models.PROTECT, related_name="article", editable=False)
    live = models.ForeignKey("Revision", models.PROTECT, null=True, editable=False, related_name="+")
    draft = models.ForeignKey("Revision", models.PROTECT, null=True, editable=False, related_name="+")
    draft_key = models.CharField(max_length=1200, editable=False, blank=True)
    drafted_at = models.DateTimeField(_("draft saved"), null=True, editable=False)
    is_public = models.BooleanField(_("public"), default=False, editable=False, db_index=True)
    is_on_hold = models.BooleanField(_("on hold"), default=False, editable=False)
    embargoed_until = models.DateTimeField(_("embargo until"), null=True, blank=True, editable=False)
    first_public_at = models.DateTimeField(_("first public"), null=True, editable=False)
    updated_at = models.DateTimeField(_("updated"), null=True, editable=False)
    taken_down_at = models.DateTimeField(_("taken down"), null=True, editable=False)
    taken_down_reason = models.CharField(_("why taken down"), max_length=300, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)

    headline = models.CharField(_("headline"), max_length=200, blank=True, editable=False)
    standfirst = models.TextField(_("standfirst"), blank=True, editable=False)
    section = models.ForeignKey(
        "Section", models.PROTECT, null=True, editable=False, related_name="articles", verbose_name=_("section")
    )
    lead_image = models.ForeignKey("Image", models.PROTECT, null=True, editable=False, related_name="+")
    day = models.DateField(_("day"), null=True, editable=False, db_index=True)
    contributors = models.ManyToManyField("Contributor", through="Byline", related_name="articles")
    tags = TaggableManager(through=Tagging, blank=True, related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-first_public_at", "-pk"]
        indexes = [
            models.Index(fields=["is_public", "-first_public_at", "slug"], name="article_newest_public"),
            models.Index(fields=["is_public", "-day", "-first_public_at", "slug"], name="article_public_by_day"),
            models.Index(
                fields=["-taken_down_at"], condition=Q(taken_down_at__isnull=False), name="article_last_taken_down"
            ),
            models.Index(fields=["-drafted_at", "-id"], name="article_last_drafted"),
            models.Index(fields=["created_by", "-drafted_at", "-id"], name="article_last_drafted_by"),
            models.Index(fields=["stage", "drafted_at"], name="article_first_in_stage"),
            models.Index(fields=["-drafted_at"], condition=Q(is_on_hold=True), name="article_on_hold"),
            models.Index(fields=["section", "is_public", "-first_public_at", "slug"], name="article_newest_of_section"),
            models.Index(fields=["section", "is_public", "-day", "-first_public_at"], name="article_section_by_day"),
            models.Index(fields=["language", "is_public", "-first_public_at"], name="article_newest_in_language"),
            models.Index(fields=["is_public", "-updated_at"], name="article_last_updated"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(live__isnull=False, slug__isnull=False, first_public_at__isnull=False),
                name="article_public_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(taken_down_at__isnull=True), name="article_public_or_taken_down"
            ),
        ]
        permissions = [
            ("publish_article", _("Can publish, schedule and correct")),
            ("take_down_article", _("Can take down, hold and embargo")),
            ("edit_any_article", _("Can edit articles of others")),
            ("link_any_article", _("Can link people and record meetings in articles of others")),
        ]

    def __str__(self):
        revision = self.draft or self.live
        return revision.headline if revision else str(_("Untitled article"))


class Byline(models.Model):
    """A contributor on an article, in order: the copy of the live revision's."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey("Contributor", models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["article", "contributor"], name="byline_once")]

    def __str__(self):
        return str(self.contributor)
