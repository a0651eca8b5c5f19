"""What readers get of a picture: one size, cut and format each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.image import Image


class Rendition(models.Model):
    """One size of a picture, in one cut and one format: sRGB, with nothing in it but credit and copyright.

    `ratio` names the cut (`articles.ratios`), "" is the whole picture. `recipe` tells from what it was made: another
    focal point, credit or copyright gives another one, and the file is made anew.
    """

    class Type(models.TextChoices):
        AVIF = "avif", "AVIF"
        WEBP = "webp", "WebP"
        JPEG = "jpg", "JPEG"

    image = models.ForeignKey(Image, models.CASCADE, related_name="renditions", verbose_name=_("image"))
    ratio = models.CharField(_("ratio"), max_length=6, default="")
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    type = models.CharField(_("type"), max_length=4, choices=Type)
    recipe = models.CharField(max_length=16, default="")
    file = models.FileField(_("file"), max_length=200)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        ordering = ["image", "ratio", "type", "width"]
        constraints = [
            models.UniqueConstraint(fields=["image", "ratio", "width", "type"], name="rendition_once"),
        ]

    def __str__(self):
        return f"{self.width} × {self.height} {self.get_type_display()}"
