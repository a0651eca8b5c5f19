"""The small forms of an article's acts: which version, when, why."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import moments
from articles.models import Correction, ScheduledAct
from people.desk.acts import AddressForm, WhyForm, WhyOptionalForm


class OfArticle:
    """A form that knows its article: `article` is given by the admin."""

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article


class MomentField(forms.DateTimeField):
    """A moment in the site's zone, to the minute."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, help_text=_time_of_the_site, **kwargs)


def _time_of_the_site():
    return _("Time of %s.") % moments.city(settings.TIME_ZONE)


class PublishForm(OfArticle, forms.Form):
    """Publishes the version that the page was opened with, whatever was saved since."""

    revision = forms.IntegerField(widget=forms.HiddenInput, max_value=2**62)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.article.draft_id

    def clean_revision(self):
        draft = self.article.draft
        if draft is None or self.cleaned_data["revision"] != draft.pk:
            sentence = _("Somebody saved a newer version since you opened this page: go back and read it first.")
            raise forms.ValidationError(sentence)
        return draft


class PublishLaterForm(PublishForm):
    due_at = MomentField(label=gettext_lazy("When"))


class WaitingForm(OfArticle, WhyOptionalForm):
    """One of the acts of the article that wait, or that ask."""

    scheduled = forms.ModelChoiceField(
        queryset=ScheduledAct.objects.none(),
        label=gettext_lazy("What waits"),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    field_order = ["scheduled"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["scheduled"]
        field.queryset = open_acts(self.article)
        field.label_from_instance = _said
        field.initial = field.queryset.first()


def open_acts(article):
    """Acts of the article that still wait for their moment, or ask what to do."""
    acts = article.scheduled_acts
    return (acts.waiting() | acts.questions()).select_related("revision")


def _said(act):
    said = f"{act.get_act_display().capitalize()}, {moments.say(act.due_at)}"
    return said if act.state == ScheduledAct.State.WAITING else _("%s (not done: it asks)") % said


class MoveForm(WaitingForm):
    due_at = MomentField(label=gettext_lazy("New moment"))
    why = None


class WhyHereForm(OfArticle, WhyForm):
    pass


class WhyOptionalHereForm(OfArticle, WhyOptionalForm):
    pass


class TakeDownLaterForm(WhyHereForm):
    due_at = MomentField(label=gettext_lazy("When"))
    field_order = ["due_at"]


class AddressHereForm(OfArticle, AddressForm):
    pass


class EmbargoForm(OfArticle, WhyOptionalForm):
    until = MomentField(label=gettext_lazy("Until"))
    field_order = ["until"]

    def clean_until(self):
        if self.cleaned_data["until"] <= timezone.now():
            raise forms.ValidationError(_("This moment has passed."))
        return self.cleaned_data["until"]


class CorrectForm(OfArticle, forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Correction.Kind)
    text = forms.CharField(
        label=gettext_lazy("What was wrong, and what is right"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text=gettext_lazy("Readers see it under the article. Mend the words by publishing an update."),
    )
