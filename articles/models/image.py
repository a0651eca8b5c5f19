"""Pictures of the library: the original, what readers get of it, who is in it and which words it stands in."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.picture_querysets import ImageQuerySet
from articles.pictures import widths_for
from people.names import key


class Image(models.Model):
    """A picture that somebody uploaded. The original is kept privately; readers get renditions only.

    `hash` names it everywhere outside the database: in addresses, in file names and in the text of an article
    (`<figure data-image="hash">`). `width` and `height` are pixels as the picture is seen, after orientation.
    """

    hash = models.CharField(_("content hash"), max_length=32, unique=True, editable=False)
    file = models.FileField(_("original"), max_length=200, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alt = models.CharField(
        _("alt text"), max_length=300, help_text=_("What is to be seen, for those who cannot see it.")
    )
    caption = models.TextField(_("caption"), max_length=1000)
    credit = models.CharField(_("credit"), max_length=200, help_text=_("Who made it, as it is printed."))
    licence = models.CharField(_("licence"), max_length=200, help_text=_("What we may do with it."))
    source = models.CharField(_("source"), max_length=500, help_text=_("Where we have it from."))
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
        ]

    def __str__(self):
        return self.alt

    def save(self, *args, **kwargs):
        self.key = key(f"{self.alt} {self.caption} {self.credit}")
        super().save(*args, **kwargs)

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths that readers get, narrowest first."""
        return widths_for(self.width)


class Rendition(models.Model):
    """One size of a picture in one format: sRGB, no metadata, made once."""

    class Type(models.TextChoices):
        WEBP = "webp", "WebP"
        JPEG = "jpg", "JPEG"

    image = models.ForeignKey(Image, models.CASCADE, related_name="renditions", verbose_name=_("image"))
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    type = models.CharField(_("type"), max_length=4, choices=Type)
    file = models.FileField(_("file"), max_length=200)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        ordering = ["image", "type", "width"]
        constraints = [
            models.UniqueConstraint(fields=["image", "width", "type"], name="rendition_once"),
        ]

    def __str__(self):
        return f"{self.width} × {self.height} {self.get_type_display()}"


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
