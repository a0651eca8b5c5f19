"""The form of a picture in the library: its words, its rights, what every cut keeps, and who is in it."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import library
from articles.models import Depiction, Image
from articles.models.rights import LicenceKind

WORDS = ["alt", "caption", "credit", "copyright"]
RIGHTS = ["source_kind", "source", "licence_kind", "licence_until", "licence", "licence_reason"]
OCCASION = ["taken", "city"]
# Licences that are worth nothing without the message or the provision they rest on.
NEED_A_REASON = {LicenceKind.PERMISSION, LicenceKind.LAW}


class Percent(forms.IntegerField):
    """A place in the picture, in whole percent; of the model a fraction."""

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=100, **kwargs)


class ImageWordsForm(forms.ModelForm):
    """A picture that is in the library. Without alt text, caption, credit, licence and source nobody may use it.

    Where nothing is typed yet, the file's own words stand in the fields; where something else is, they are beside it.
    `columns` of a valid form are what `library.describe` takes.
    """

    focal_left = Percent(label=gettext_lazy("From the left, %"))
    focal_top = Percent(label=gettext_lazy("From above, %"))

    class Meta:
        model = Image
        fields = [*WORDS, *OCCASION, *RIGHTS]
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3}),
            "licence_until": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["focal_left"] = round(100 * self.instance.focal_x)
        self.initial["focal_top"] = round(100 * self.instance.focal_y)
        if self.instance.is_killed:  # it is not to be seen any more: there is nothing to point at
            del self.fields["focal_left"], self.fields["focal_top"]
        for name, said in self.instance.file_said.items():
            if name in self.fields:
                self._offer(name, said)

    def _offer(self, name, said):
        field = self.fields[name]
        if not self.initial.get(name):
            self.initial[name] = said
        elif self.initial[name] != said:
            words = field.prepare_value(said)
            field.help_text = format_html(
                '{} <span class="said-by-file">{} <q>{}</q> <button type="button" class="button small" hidden '
                'data-fills="id_{}" data-words="{}">{}</button></span>',
                field.help_text, _("The file says:"), words, name, words, _("Take this"),
            )  # fmt: skip

    def clean(self):
        super().clean()
        if self.cleaned_data.get("licence_kind") in NEED_A_REASON and not self.cleaned_data.get("licence_reason"):
            self.add_error("licence_reason", _("Say which: the message with its day, or the provision of the law."))
        return self.cleaned_data

    @property
    def columns(self):
        """A value for each column of the picture that the form changes."""
        columns = {name: self.cleaned_data[name] for name in self.Meta.fields}
        if {"focal_left", "focal_top"} & set(self.changed_data):
            columns["focal_x"] = self.cleaned_data["focal_left"] / 100
            columns["focal_y"] = self.cleaned_data["focal_top"] / 100
        return columns


class DepictionForm(forms.ModelForm):
    """Who is in a picture. A new portrait takes the place of the one before: `library.depict` sees to that."""

    class Meta:
        model = Depiction
        fields = ["image", "person", "is_portrait"]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"is_portrait"}

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and (refusal := library.why_no_portrait(self.instance)):
            self.add_error("is_portrait", refusal)
