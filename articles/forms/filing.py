"""The forms of what articles are filed under."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles import filing, licences


class FilingForm(forms.ModelForm):
    """Refuses a name that is there already, however it is written, and a new portrait that may not be used."""

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        self.instance.name = name
        if known := filing.same_name(self.instance):
            raise forms.ValidationError(_("There is one of that name already: «%s».") % known)
        return name

    def clean_portrait(self):
        image = self.cleaned_data["portrait"]
        if image and image.pk != self.instance.portrait_id and (refusal := licences.why_not(image, localdate())):
            raise forms.ValidationError(refusal)
        return image
