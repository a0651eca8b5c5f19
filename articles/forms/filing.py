"""The forms of what articles are filed under."""

from django import forms
from django.utils.translation import gettext as _

from articles import filing


class FilingForm(forms.ModelForm):
    """Refuses a name that is there already, however it is written."""

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        self.instance.name = name
        if known := filing.same_name(self.instance):
            raise forms.ValidationError(_("There is one of that name already: «%s».") % known)
        return name
