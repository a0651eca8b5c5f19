"""Pictures of the library: the original, what readers get of it, who is in it and which words it stands in."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.imaging.ratios import WHOLE, Size, all_sizes, cut_of, sizes
from articles.models.rights import Rights
from articles.picture_querysets import ImageQuerySet
from people.fields import partial_date, partial_date_constraints
from people.names import key

FRACTION = [MinValueValidator(0), MaxValueValidator(1)]


class Image(Rights):
    """A picture that somebody uploaded. The original is kept privately; readers get renditions only.

    `hash` names it everywhere outside the database: in addresses, in file names and in the text of an article
    (`<figure data-image="hash">`). It is that of the file as it arrived, so the same file is known again even after
    its location was removed. `width` and `height` are pixels as the picture is seen, after orientation.

    `focal_x` and `focal_y` say what every cut keeps, as fractions from the left and from above. `taken` is a partial
    date. `file_said` is what the file itself told on arrival (`articles.metadata.Said`) and its `name`; never the
    coordinates. `likeness` is the perceptual hash of `articles.likeness`: 16 hexadecimal digits, or "" for what has
    none. A killed picture is on no page (`articles.killing`).
    """

    hash = models.CharField(_("content hash"), max_length=32, unique=True, editable=False)
    file = models.FileField(_("original"), max_length=200, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alt = models.CharField(
        _("alt text"), max_length=300, help_text=_("What is to be seen, for those who cannot see it.")
    )
    caption = models.TextField(_("caption"), max_length=1000)
    focal_x = models.FloatField(_("focal point from the left"), default=0.5, validators=FRACTION)
    focal_y = models.FloatField(_("focal point from above"), default=0.5, validators=FRACTION)
    taken, taken_earliest, taken_latest = partial_date("taken", blank=True, verbose_name=_("taken on"))
    city = models.CharField(_("city"), max_length=100, blank=True, help_text=_("Where it was taken."))
    file_said = models.JSONField(_("what the file said"), default=dict, editable=False)
    location_removed_at = models.DateTimeField(_("location removed"), null=True, editable=False)
    likeness = models.CharField(max_length=16, default="", editable=False, db_index=True)
    killed_at = models.DateTimeField(_("killed"), null=True, editable=False, db_index=True)
    killed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("killed by"),
    )
    killed_why = models.CharField(_("why it was killed"), max_length=300, default="", editable=False)
    key = models.TextField(editable=False, default="")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )
    created_at = models.DateTimeField(_("added at"), editable=False)

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "hash"]
        indexes = [models.Index(fields=["-created_at", "hash"], name="image_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="image_has_size"),
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1), name="image_focal_inside"
            ),
            models.CheckConstraint(
                condition=Q(killed_at=None, killed_why="") | (Q(killed_at__isnull=False) & ~Q(killed_why="")),
                name="image_killed_with_reason",
            ),
            *partial_date_constraints("taken", "image"),
        ]

    def __str__(self):
        return self.alt or self.caption[:80] or self.file_said.get("name") or str(_("Not described yet"))

    def save(self, *args, **kwargs):
        words = (self.alt, self.caption, self.credit, self.source, self.city, self.file_said.get("name", ""))
        self.key = key(" ".join(words))
        super().save(*args, **kwargs)

    @property
    def focal_point(self) -> tuple[float, float]:
        """From the left and from above, as fractions."""
        return self.focal_x, self.focal_y

    @property
    def is_killed(self) -> bool:
        return self.killed_at is not None

    def cut_for(self, ratio: str) -> str:
        """The name of the cut that a place of this ratio shows; "" is the whole picture."""
        return cut_of(ratio, self.width, self.height)

    def sizes(self, cut: str = WHOLE) -> tuple[Size, ...]:
        """The sizes of one cut that readers get, narrowest first."""
        return sizes(cut, self.width, self.height)

    def all_sizes(self) -> tuple[Size, ...]:
        """Every size in every cut that readers get."""
        return all_sizes(self.width, self.height)


class Illustration(models.Model):
    """An image that stands in the body of a revision. Written with the revision and as unchangeable as it."""

    revision = models.ForeignKey("articles.Revision", models.CASCADE, related_name="illustrations")
    image = models.ForeignKey(Image, models.PROTECT, related_name="illustrations", verbose_name=_("image"))

    class Meta:
        verbose_name = _("picture in the text")
        verbose_name_plural = _("pictures in the text")
        constraints = [
            models.UniqueConstraint(fields=["revision", "image"], name="illustration_once"),
        ]

    def __str__(self):
        return str(self.image)


class Depiction(models.Model):
    """Who is to be seen in a picture. A person has at most one portrait."""

    image = models.ForeignKey(Image, models.PROTECT, related_name="depictions", verbose_name=_("image"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="depictions", verbose_name=_("person"))
    is_portrait = models.BooleanField(_("portrait"), default=False)

    class Meta:
        verbose_name = _("person in the picture")
        verbose_name_plural = _("people in the picture")
        constraints = [
            models.UniqueConstraint(fields=["image", "person"], name="depiction_once"),
            models.UniqueConstraint(fields=["person"], condition=Q(is_portrait=True), name="depiction_one_portrait"),
        ]

    def __str__(self):
        return f"{self.person}: {self.image}"
