"""Small forms beside an article: words that stand for somebody, and somebody new."""

from django import forms
from django.utils.translation import gettext as _

from people.desk.choosers import is_key
from people.models import Organisation, Person

KINDS = {"person": Person, "organisation": Organisation}
LONGEST_QUERY = 200


def entity_of(value):
    """The person or organisation that «person-12» names, or None."""
    kind, _dash, key = value.partition("-")
    return KINDS[kind].objects.filter(pk=key).first() if kind in KINDS and is_key(key) else None


class LinkForm(forms.Form):
    """`entity`, and the words of the text: those on the button (`who` is then «person-12 words»), or typed ones."""

    who = forms.CharField(max_length=300)

    def clean(self):
        kind_and_key, _space, words = self.cleaned_data.get("who", "").partition(" ")
        self.entity = entity_of(kind_and_key)
        if self.entity is None:
            raise forms.ValidationError(_("Choose a person or an organisation first."))
        self.words = words.strip() or self.data.get(f"words-{kind_and_key}", "").strip()
        if not self.words:
            raise forms.ValidationError(_("Which words of the text? Type them as they stand there."))
        return self.cleaned_data


class NewPersonForm(forms.ModelForm):
    """A person by the name alone: all else is added on the person's own form."""

    class Meta:
        model = Person
        fields = ["name", "family_name", "given_name", "is_family_name_first", "country"]

    words = forms.CharField(required=False, max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="new", use_required_attribute=False, label_suffix="", **kwargs)
        self.fields["country"].queryset = Organisation.objects.filter(kind="country")
        self.fields["words"].label = _("Words in the text")
        self.fields["words"].help_text = _("Empty: the name.")
        self.fields["name"].help_text = ""
        self.fields["is_family_name_first"].help_text = ""
