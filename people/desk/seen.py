"""Forms that know what somebody saw: only what he or she changed is written, and never over a value nobody saw."""

from django import forms
from django.utils.translation import gettext as _


class SeenModelForm(forms.ModelForm):
    """A form of a stored row carries the values it was opened with, hidden beside its fields.

    `changed_data` is therefore what this person changed since, not what differs from the row by now. A field that
    somebody else changed meanwhile, too, is an error that shows the other value; sent once more, one's own is kept.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for field in self.fields.values():
                field.show_hidden_initial = True

    def clean(self):
        cleaned = super().clean()
        for name in self.changed_data:
            if name in self.cleaned_data and self._is_overtaken(self[name]):
                self.add_error(name, self._overtaken(self[name]))
        return cleaned

    def _is_overtaken(self, bound):
        """Whether the row by now has another value than the one the form was opened with, and than the one typed."""
        if not bound.field.show_hidden_initial or bound.html_initial_name not in self.data:
            return False
        seen = self._widget_data_value(bound.field.hidden_widget(), bound.html_initial_name)
        return bound.field.has_changed(bound.initial, seen) and bound.field.has_changed(bound.initial, bound.data)

    def _overtaken(self, bound):
        """What to say; from now on the form was opened with the value that is said."""
        value = bound.field.prepare_value(bound.initial)
        self.data = self.data.copy()
        self.data[bound.html_initial_name] = "" if value is None else value
        stands = self._in_words(bound)
        return _("Somebody changed this meanwhile to “%s”. Save once more to put yours in its place.") % stands

    def _in_words(self, bound):
        if isinstance(bound.field, forms.ModelChoiceField):
            return getattr(self.Meta.model._base_manager.get(pk=self.instance.pk), bound.name) or "–"
        return bound.field.prepare_value(bound.initial) or "–"
