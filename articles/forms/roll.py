"""The roll while it is typed: one row for each person or description, with one state for all and exceptions."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.reporting import Entry
from articles.speakers import speakers
from people.desk.choosers import is_key
from people.models import Attendance, Organisation
from people.models.source import SAID_OF_ATTENDANCE, Evidence

PREFIX = "roll"
LONGEST_ROLL = 100
SAYS = [(value, Evidence.Says(value).label) for value in SAID_OF_ATTENDANCE]
STATES_OF_ROW = [("", gettext_lazy("as all")), *SAYS]


class RowForm(forms.Form):
    """One line. `speaker` and `offered` come from the roll; a row without a person has a description.

    On behalf of whom and in whose place: the key of one of the rows offered, or nothing.
    """

    person = forms.CharField(required=False, widget=forms.HiddenInput)
    description = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    is_there = forms.BooleanField(required=False)
    says = forms.ChoiceField(choices=STATES_OF_ROW, required=False)
    on_behalf_of = forms.ChoiceField(required=False, label=gettext_lazy("on behalf of"))
    role = forms.ChoiceField(choices=Attendance.Role.choices, required=False, label=gettext_lazy("role"))
    title_as_printed = forms.CharField(required=False, max_length=200, label=gettext_lazy("title as printed"))
    stands_in_for = forms.ChoiceField(required=False, label=gettext_lazy("standing in for"))

    def __init__(self, *args, roll, speaker=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.roll, self.speaker = roll, speaker
        bodies = dict.fromkeys([*(speaker.bodies if speaker else ()), *roll.bodies.values()])
        self.fields["on_behalf_of"].choices = [("", "–"), *((str(body.pk), body.label) for body in bodies)]
        others = [(str(key), each.person.name) for key, each in roll.speakers.items() if each != speaker]
        self.fields["stands_in_for"].choices = [("", "–"), *others]
        for name in ("on_behalf_of", "role", "title_as_printed", "stands_in_for"):
            words = _("%(who)s: %(field)s") % {"who": self.who, "field": self.fields[name].label}
            self.fields[name].widget.attrs["aria-label"] = words

    @property
    def who(self):
        return self.speaker.person.name if self.speaker else self["description"].value()

    @property
    def state(self):
        """What is chosen for this row alone; "" for what is chosen for all."""
        return self["says"].value() or ""

    def clean(self):
        if self.cleaned_data.get("person") and self.speaker is None:
            raise forms.ValidationError(_("This person is not in the record any more."))
        return self.cleaned_data

    def entry(self, says, announced_by) -> Entry:
        """The line as the verb takes it. `says`: what is chosen for all."""
        typed = self.cleaned_data
        own = typed["says"] or says
        substituted = self.roll.speakers.get(int(typed["stands_in_for"] or 0))
        return Entry(
            says=own,
            person=self.speaker.person if self.speaker else None,
            description=typed["description"],
            on_behalf_of=self._body(typed["on_behalf_of"]),
            role=typed["role"] or Attendance.Role.PARTICIPANT,
            title_as_printed=typed["title_as_printed"],
            stands_in_for=substituted.person if substituted else None,
            announced_by=announced_by if own == Evidence.Says.ANNOUNCED else "",
        )

    def _body(self, key):
        bodies = [*(self.speaker.bodies if self.speaker else ()), *self.roll.bodies.values()]
        return next((body for body in bodies if str(body.pk) == key), None)


class _Rows(forms.BaseFormSet):
    def __init__(self, *args, roll, **kwargs):
        self.roll = roll
        super().__init__(*args, prefix=PREFIX, **kwargs)

    def get_form_kwargs(self, index):
        key = self.roll.keys[index] if index is not None and index < len(self.roll.keys) else None
        return {"roll": self.roll, "speaker": self.roll.speakers.get(key)}


Rows = forms.formset_factory(
    RowForm, formset=_Rows, extra=0, max_num=LONGEST_ROLL, absolute_max=LONGEST_ROLL + 20, validate_max=True
)


class Roll:
    """All rows of the form. `days`: the meeting's earliest and latest day; `bodies`: offered to everybody.

    Of a form that was sent every row is read again as it was typed; `add` puts one more below.
    """

    def __init__(self, *, people=(), days, bodies=(), data=None):
        self.data = data.copy() if data is not None else None
        self.keys = [person.pk for person in people] if data is None else self._keys_sent()
        self.days = days
        self.added = []
        self.bodies = {body.pk: body for body in (*bodies, *self._bodies_sent())}

    def add(self, *, person=None, description=""):
        """One more row, ticked; a person who is there already is ticked. Before `build`."""
        if person and person.pk in self.keys:
            self.data[f"{PREFIX}-{self.keys.index(person.pk)}-is_there"] = "on"
            return
        row = f"{PREFIX}-{len(self.keys)}"
        self.data[f"{row}-person"] = str(person.pk) if person else ""
        self.data[f"{row}-description"] = description
        self.data[f"{row}-is_there"] = "on"
        self.keys.append(person.pk if person else None)
        self.data[f"{PREFIX}-TOTAL_FORMS"] = str(len(self.keys))
        self.added.append(row)

    def take_over(self, attendances):
        """What these lines of a meeting that we have say of people on the roll stands in their rows. Before `build`."""
        for known in attendances:
            if known.person_id not in self.keys:
                continue
            row = f"{PREFIX}-{self.keys.index(known.person_id)}"
            self.data[f"{row}-title_as_printed"] = known.title_as_printed
            self.data[f"{row}-role"] = known.role
            self.data[f"{row}-stands_in_for"] = str(known.stands_in_for_id or "")
            if known.on_behalf_of_id:
                self.bodies[known.on_behalf_of_id] = known.on_behalf_of
                self.data[f"{row}-on_behalf_of"] = str(known.on_behalf_of_id)

    def build(self):
        """Fetch what the rows show and make them. Returns the roll."""
        substituted = {int(key) for key in self._sent("stands_in_for") if is_key(key)}
        self.speakers = speakers({key for key in self.keys if key} | substituted, *self.days)
        if self.data is None:
            self.rows = Rows(roll=self, initial=[self._initial(key) for key in self.keys])
        else:
            self._fill_in_added()
            self.rows = Rows(self.data, roll=self)
        return self

    def _fill_in_added(self):
        """Who came last speaks for the likeliest body, too."""
        for row in self.added:
            speaker = self.speakers.get(self.keys[int(row.rpartition("-")[2])])
            if speaker and speaker.bodies:
                self.data[f"{row}-on_behalf_of"] = str(speaker.bodies[0].pk)

    def entries(self, says, announced_by):
        """The lines that are ticked."""
        return [row.entry(says, announced_by) for row in self.rows if row.cleaned_data.get("is_there")]

    def _initial(self, key):
        bodies = self.speakers[key].bodies
        return {"person": key, "is_there": True, "on_behalf_of": str(bodies[0].pk) if bodies else ""}

    def _sent(self, name):
        """What was sent under that name, row by row."""
        if self.data is None:
            return []
        total = self.data.get(f"{PREFIX}-TOTAL_FORMS", "")
        number = min(int(total), LONGEST_ROLL + 20) if is_key(total) else 0
        return [self.data.get(f"{PREFIX}-{index}-{name}", "") for index in range(number)]

    def _keys_sent(self):
        return [int(key) if is_key(key) else None for key in self._sent("person")]

    def _bodies_sent(self):
        keys = {key for key in self._sent("on_behalf_of") if is_key(key)}
        return Organisation.objects.filter(pk__in=keys) if keys else ()
