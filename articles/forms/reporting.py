"""From a sentence to the record: the meeting, what the sentence says of it, who was there, what it brought."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.forms.roll import SAYS
from people.desk.choosers import ChooseOne
from people.models import Attendance, Meeting, Outcome, Person
from people.models.source import SAID_OF_MEETING, Evidence
from people.permissions import can_keep_record

NEW = "new"
SAYS_OF_MEETING = [("", gettext_lazy("nothing of that")), *((v, Evidence.Says(v).label) for v in SAID_OF_MEETING)]
CHOSEN_FROM_MANY = ("place", "series", "host")


class MeetingForm(forms.ModelForm):
    """The meeting's own fields: of a new one, or of one we have, where they are edits."""

    class Meta:
        model = Meeting
        fields = ["title", "kind", "when", "place", "series", "ordinal", "host"]
        widgets = {name: ChooseOne(Meeting._meta.get_field(name), admin.site) for name in CHOSEN_FROM_MANY} | {
            "title": forms.TextInput(attrs={"class": "vTextField"})
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, label_suffix="", **kwargs)
        self.fields["title"].widget.attrs.pop("maxlength", None)

    def as_typed(self):
        """The meeting with what is valid of the fields, whether or not all are."""
        self.is_valid()
        return self.instance


class SentenceForm(forms.Form):
    """What the sentence says. `known`: the meetings that are offered; `same`: the key of one of them, or «new».

    `filled`: whose fields stand in the form; `shown`: the likely ones that somebody has seen and passed over.
    """

    sentence = forms.CharField(max_length=2000, widget=forms.HiddenInput)
    same = forms.ChoiceField(required=False)
    filled = forms.CharField(required=False, widget=forms.HiddenInput)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    meeting_says = forms.ChoiceField(
        choices=SAYS_OF_MEETING, required=False, label=gettext_lazy("What it says of the meeting")
    )
    all = forms.ChoiceField(choices=SAYS, required=False, label=gettext_lazy("All of them"))
    announced_by = forms.CharField(required=False, max_length=200, label=gettext_lazy("Announced by"))
    outcome_kind = forms.ChoiceField(
        choices=Outcome.Kind.choices, required=False, label=gettext_lazy("What it brought")
    )
    outcome_text = forms.CharField(required=False, max_length=300, label=gettext_lazy("In words"))
    add_person = forms.ModelChoiceField(
        queryset=Person.objects.all(),
        required=False,
        label=gettext_lazy("Somebody else"),
        widget=ChooseOne(Attendance._meta.get_field("person"), admin.site),
    )
    add_description = forms.CharField(
        required=False, max_length=200, label=gettext_lazy("Somebody without a name, by description")
    )

    def __init__(self, *args, known=(), **kwargs):
        super().__init__(*args, use_required_attribute=False, label_suffix="", **kwargs)
        self.known = known
        self.fields["same"].choices = [(str(each.meeting.pk), str(each.meeting)) for each in known]
        self.fields["same"].choices += [(NEW, gettext_lazy("A new meeting"))]

    @property
    def chosen(self):
        """The meeting chosen from those offered, or None for a new one."""
        value = self["same"].value()
        return next((each.meeting for each in self.known if str(each.meeting.pk) == value), None)

    def passed_over(self):
        """Likely meetings that nobody has seen yet while typing a new one."""
        seen = (self["shown"].value() or "").split(",")
        return [each for each in self.known if each.is_likely and str(each.meeting.pk) not in seen]


def may_edit(user, article, meeting_form):
    """Whether this person may change the fields of a meeting that we have, as they stand in the form."""
    return can_keep_record(user) or not article.is_public or not meeting_form.has_changed()


def put_errors(error, *forms_):
    """What the record refused, at the field it is about if one of the forms has it, else above the form."""
    known = getattr(error, "error_dict", None) or {}
    for name, errors in known.items():
        form = next((each for each in forms_ if name in each.fields), forms_[0])
        form.add_error(name if name in form.fields else None, ValidationError(errors))
    if not known:
        forms_[0].add_error(None, error if isinstance(error, ValidationError) else str(error))


def no_roll():
    return _("Nothing is said yet: tick somebody, or say what the sentence says of the meeting or what it brought.")
