"""The form of a picture: the file once, its words whenever."""

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import pictures, uploading
from articles.models import Depiction, Image

WORDS = ["alt", "caption", "credit", "licence", "source"]
ACCEPTED = "image/jpeg,image/png,image/webp"


class ImageWordsForm(forms.ModelForm):
    """The words of a picture that is in the library. All are required: without them nobody may use it."""

    class Meta:
        model = Image
        fields = WORDS
        widgets = {"caption": forms.Textarea(attrs={"rows": 3})}


class UploadForm(ImageWordsForm):
    """A new picture. `upload(by=)` brings a valid form into the library."""

    file = forms.FileField(
        label=gettext_lazy("Picture"),
        help_text=gettext_lazy("JPEG, PNG or WebP."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    field_order = ["file", *WORDS]

    def clean_file(self):
        """The file, looked at to its end; one sentence if it cannot be taken, or is in the library already."""
        file = self.cleaned_data["file"]
        if file.size > settings.PICTURE_BYTES_LIMIT:
            limit = filesizeformat(settings.PICTURE_BYTES_LIMIT)
            raise forms.ValidationError(_("This file is too large: at most %s.") % limit, code="too_large")
        try:
            self.received = uploading.receive(file)
        except pictures.NotAPicture as error:
            raise forms.ValidationError(str(error), code="no_picture") from error
        if known := Image.objects.filter(hash=self.received.facts.hash).first():
            raise forms.ValidationError(_("This picture is in the library already: «%s».") % known, code="known")
        return file

    def upload(self, *, by) -> tuple[Image, bool]:
        """The picture in the library and whether it is new: somebody may have been quicker."""
        return uploading.upload(self.received, by=by, **{name: self.cleaned_data[name] for name in WORDS})


class DepictionForm(forms.ModelForm):
    """Who is in a picture. A new portrait takes the place of the one before: `library.depict` sees to that."""

    class Meta:
        model = Depiction
        fields = ["image", "person", "is_portrait"]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"is_portrait"}
