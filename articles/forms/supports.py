"""A sentence may support an office held or a name of somebody whom its article names."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Membership, Name


class SupportsForm(forms.Form):
    """Valid: `claim` is the Membership or Name that was chosen."""

    claim = forms.ChoiceField(label=_("An office held, or a name"))

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, use_required_attribute=False, label_suffix="", **kwargs)
        mentions = article.mentions.confirmed()
        people = mentions.filter(person__isnull=False).values("person")
        bodies = mentions.filter(organisation__isnull=False).values("organisation")
        offices = Membership.objects.filter(person__in=people, is_struck=False)
        offices = offices.select_related("person", "post__organisation", "organisation").order_by(
            "person__sort_key", "pk"
        )
        names = Name.objects.filter(Q(person__in=people) | Q(organisation__in=bodies), is_struck=False)
        names = names.select_related("person", "organisation").order_by("text", "pk")
        self.claims = {f"membership-{row.pk}": row for row in offices} | {f"name-{row.pk}": row for row in names}
        self.fields["claim"].choices = [
            ("", "–"),
            (_("Offices held"), [(key, str(row)) for key, row in self.claims.items() if key[0] == "m"]),
            (_("Names"), [(key, f"{row} ({row.owner})") for key, row in self.claims.items() if key[0] == "n"]),
        ]

    def clean_claim(self):
        value = self.cleaned_data["claim"]
        self.claim = self.claims[value]
        return value
