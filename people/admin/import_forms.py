"""Forms of imports: the files with what is to be known of them, and what is asked before they are taken in."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.desk.acts import WhyForm
from people.exchange import previewing
from people.exchange.rows import Unreadable
from people.models import Import

MOST_FILES = 20
TOLD = ("publisher", "kind", "day", "address", "language", "scheme")


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of uploaded files, each no larger than an import may be."""

    widget = SeveralFiles(attrs={"accept": ".csv,.json,.txt"})

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(each, initial) for each in files] or [super().clean(None, initial)]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("At most %d files are taken at once.") % MOST_FILES)
        for each in files:
            if each.size > settings.IMPORT_BYTES_LIMIT:
                said = {"file": each.name, "megabytes": round(each.size / 1e6, 1)}
                said["most"] = round(settings.IMPORT_BYTES_LIMIT / 1e6, 1)
                raise forms.ValidationError(
                    _("“%(file)s” has %(megabytes)s MB, and at most %(most)s MB are taken at once: part it in several.")
                    % said
                )
        return files


class UploadForm(forms.ModelForm):
    """What files hold is read here, so that what cannot be read is said beside them and nothing is kept."""

    address = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")
    files = FilesField(label=_("Files"), help_text=_("CSV from a template below, or Popolo JSON; several at once."))

    class Meta:
        model = Import
        fields = TOLD
        widgets = {"day": forms.DateInput(attrs={"type": "date"})}

    def begin(self, *, by):
        """The import begun, or None with an error at the files."""
        files = [(each.name, each.read()) for each in self.cleaned_data["files"]]
        try:
            return previewing.begin(files, by=by, **{name: self.cleaned_data[name] for name in TOLD})
        except Unreadable as refusal:
            self.add_error("files", str(refusal))
            return None


class RunForm(forms.Form):
    leaves_errors = forms.BooleanField(
        label=_("Leave out the rows with errors"),
        required=False,
        help_text=_("Without this, one row with an error stops the whole import."),
    )
    reason = forms.CharField(
        label=_("Vouched for, because"),
        max_length=300,
        required=False,
        widget=forms.TextInput,
        help_text=_(
            "Only if you know that the list is right. Readers then see what it says of people who have a page. "
            "Left empty, all of it stays closed until somebody vouches for it."
        ),
    )


class ReasonForm(WhyForm):
    """As of every act; the verb calls it a reason."""

    why = None
    reason = forms.CharField(
        label=_("How we know that the list is right"),
        max_length=300,
        widget=forms.TextInput,
        help_text=_("Readers may see the lines; the reason stays on the trail."),
    )
