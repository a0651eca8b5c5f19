"""What is typed about one sentence, read as a whole: the meeting, the roll, and the meetings it may be."""

from django.utils.translation import gettext as _

from articles import named
from articles.forms.reporting import NEW, MeetingForm, SentenceForm, may_edit, no_roll
from articles.forms.roll import STATES_OF_ROW, Roll
from articles.known_meetings import Sought, known_meetings
from people.desk.choosers import is_key
from people.models import Meeting


class ReportPage:
    """The forms of the page. `data`: what was sent, or None at first sight.

    `has_failed`: somebody wanted to save and cannot yet; only then errors are shown.
    """

    has_failed = False

    def __init__(self, article, sentence, *, by, data=None):
        self.article, self.sentence, self.by = article, sentence, by
        self.data = data.copy() if data is not None else None
        self.day = named.day_of(article)
        self.confirmed = named.confirmed(article)
        self.meeting_form = self._meeting_form()
        typed = self.meeting_form.instance if self.data is None else self.meeting_form.as_typed()
        self.days = (typed.when_earliest, typed.when_latest) if typed.when else (self.day, self.day)
        self._build_roll(typed)
        self.known = known_meetings(article, self._sought(typed), self.day)
        first = {"sentence": sentence, "same": NEW}
        self.sentence_form = SentenceForm(self.data, known=self.known, initial=first)

    states = STATES_OF_ROW

    @property
    def shown(self):
        """The keys of the meetings on the page, for the form's hidden field."""
        return ",".join(str(each.meeting.pk) for each in self.known)

    @property
    def same(self):
        return self._sent("same") or NEW

    def is_to_be_kept(self):
        """Whether somebody saves, and all is in order."""
        if self.data is None or not {"_save", "_next"} & self.data.keys():
            return False
        if self.is_choice_new:
            return False
        parts = [self.meeting_form, self.sentence_form, self.roll.rows]
        failed = [part for part in parts if not part.is_valid()]  # every one is asked: all errors stand at once
        self.has_failed = bool(failed) or not self._is_whole()
        return not self.has_failed

    def told(self):
        """What `reporting.report` takes."""
        typed = self.sentence_form.cleaned_data
        return {
            "meeting": self.meeting_form.instance,
            "roll": self.roll.entries(typed["all"], typed["announced_by"]),
            "meeting_says": typed["meeting_says"],
            "outcomes": [(typed["outcome_kind"], typed["outcome_text"])] if typed["outcome_text"] else [],
        }

    def _is_whole(self):
        """What no single field can tell. Adds its errors."""
        told, form = self.told(), self.sentence_form
        if not (told["roll"] or told["meeting_says"] or told["outcomes"]):
            form.add_error(None, no_roll())
        if any(not entry.says for entry in told["roll"]):
            form.add_error("all", _("What does the sentence say of them? Choose one for all."))
        if self.same == NEW and form.passed_over():
            form.add_error("same", _("Is it this one? Choose it, or save once more for a new meeting."))
        if self.same != NEW and not may_edit(self.by, self.article, self.meeting_form):
            form.add_error("same", _("Readers see this meeting: only a record keeper changes its fields."))
        return form.is_valid()

    def _sent(self, name):
        return self.data.get(name, "") if self.data is not None else ""

    def _meeting_form(self):
        """Bound to what was typed; if another meeting was chosen just now, its own values stand in the fields."""
        same, filled = self.same, self._sent("filled") or NEW
        chosen = Meeting.objects.filter(pk=same, is_struck=False).first() if is_key(same) else None
        self.is_choice_new = chosen is not None and filled != same
        if self.is_choice_new:
            return MeetingForm(instance=chosen)
        return MeetingForm(self.data, instance=chosen)

    def _build_roll(self, typed):
        bodies = [each.entity for each in self.confirmed if not each.is_person]
        people = [each.entity for each in self.confirmed if each.is_person]
        bodies += [typed.host] if typed.host_id else []
        self.roll = Roll(people=people, days=self.days, bodies=bodies, data=self.data)
        if self.data is not None:
            self._take_added()
        if self.is_choice_new:
            there = typed.attendances.filter(person__in=self.roll.keys, is_struck=False)
            self.roll.take_over(there.select_related("on_behalf_of"))
        self.roll.build()

    def _take_added(self):
        """Somebody chosen below the roll is on it now."""
        adding = SentenceForm(self.data)
        adding.is_valid()
        person, words = (adding.cleaned_data.get(name) for name in ("add_person", "add_description"))
        if person:
            self.roll.add(person=person)
            self.data["add_person"] = ""
        if words:
            self.roll.add(description=words)
            self.data["add_description"] = ""

    def _sought(self, typed):
        return Sought(
            earliest=typed.when_earliest if typed.when else None,
            latest=typed.when_latest if typed.when else None,
            place=typed.place_id,
            series=typed.series_id,
            ordinal=typed.ordinal,
            people=frozenset(key for key in self.roll.keys if key),
            chosen=int(self.same) if is_key(self.same) else None,
        )
