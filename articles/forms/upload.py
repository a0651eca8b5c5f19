"""Many files at once, and the words that are true of all of them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.forms.image import RIGHTS
from articles.models import Image

SHARED = ["credit", *RIGHTS, "caption"]
ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of files, none looked into yet: `articles.arriving` does that, file by file."""

    widget = ManyFiles(attrs={"accept": ACCEPTED})

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        if not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return files


class UploadForm(forms.ModelForm):
    """Nothing but a file is required: what a picture lacks is added before it is used.

    `alt` is of one picture alone; what was typed for several goes to none of them.
    """

    file = ManyFilesField(
        label=gettext_lazy("Drop pictures here, or choose them"),
        help_text=gettext_lazy("JPEG, PNG, WebP or AVIF; one or many."),
        error_messages={"required": gettext_lazy("Choose at least one file.")},
    )
    field_order = ["file", *SHARED, "alt"]

    class Meta:
        model = Image
        fields = [*SHARED, "alt"]
        labels = {"alt": gettext_lazy("Alt text, of a single picture")}
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "licence_until": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, label_suffix="", **kwargs)
        for name in self.Meta.fields:
            self.fields[name].required = False
        self.fields["alt"].help_text = _("What is to be seen. Of several you say it for each, afterwards.")

    def _post_clean(self):
        """The words are of no row yet: each field has cleaned its own."""

    @property
    def words(self):
        """By column, for each of the files."""
        names = self.Meta.fields if len(self.cleaned_data["file"]) == 1 else SHARED
        return {name: self.cleaned_data[name] for name in names}
