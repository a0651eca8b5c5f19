"""What is typed on the pages of accounts."""

from django import forms
from django.contrib.auth.forms import UsernameField
from django.utils.translation import gettext_lazy as _

from articles import handing_over
from newsdesk.models import User
from people.desk.acts import WhyForm, WhyOptionalForm
from people.names import key


class NewAccountForm(forms.ModelForm):
    """A new member of staff. No password: they set their own with a link, so nobody else ever knows it."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "groups"]
        field_classes = {"username": UsernameField}

    def save(self, commit=True):
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return super().save(commit)


class CloseForm(WhyOptionalForm):
    """Who takes over; asked for if there is something to take over, and then it must be said."""

    to = forms.ModelChoiceField(User.objects.none(), label=_("Hand over to"), required=False)
    field_order = ["to", "why"]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        left = handing_over.left_by(row)
        self.fields["to"].queryset = User.objects.filter(is_active=True, is_staff=True).exclude(pk=row.pk)
        self.fields["to"].label_from_instance = in_full
        self.fields["to"].required = bool(left)
        self.fields["to"].help_text = waiting_words(left)


class SureForm(WhyForm):
    """An act that opens a door for somebody: a reason, and that it is really they who ask."""

    is_sure = forms.BooleanField(label=_("I have seen or spoken to this person myself"))

    def clean(self):
        """The tick is a promise, nothing that the verb is told."""
        cleaned = super().clean()
        cleaned.pop("is_sure", None)
        return cleaned


def in_full(user):
    """Name and user name, as choosers show them."""
    name = user.get_full_name()
    return f"{name} ({user})" if name and key(name) != key(user.username) else str(user)


def waiting_words(left):
    """What is to be handed over, in one line."""
    if not left:
        return _("Nothing is unfinished: there is nothing to hand over.")
    numbers = {"drafts": left.drafts, "scheduled": left.scheduled, "questions": left.questions}
    return _("Unfinished: drafts %(drafts)d, scheduled acts %(scheduled)d, open questions %(questions)d.") % numbers
