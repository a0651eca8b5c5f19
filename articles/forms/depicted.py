"""Somebody in a picture, chosen on the picture's own screen."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Depiction
from people.desk.choosers import ChooseOne
from people.desk.model_admin import desk_label
from people.models import Person

OUTSIDE = "depict"  # the id of the form that the controls belong to: they stand within the picture's


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return desk_label(obj)


class PersonInPictureForm(forms.Form):
    """A person, with post and organisation beside the name, and whether it is the portrait."""

    person = PersonChoice(
        label=_("Person"),
        queryset=Person.objects.with_offices(),
        widget=ChooseOne(Depiction._meta.get_field("person"), admin.site, attrs={"form": OUTSIDE}),
    )
    is_portrait = forms.BooleanField(
        label=_("This is the portrait"), required=False, widget=forms.CheckboxInput(attrs={"form": OUTSIDE})
    )
