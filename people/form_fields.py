"""Form fields of the record."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext

from people import dates

LONGEST_TYPED = 100


class PartialDateFormField(forms.CharField):
    """A date as people type it; gives EDTF text. What is stored is shown in words, what was typed is shown as typed."""

    def to_python(self, value):
        """EDTF text, "" for nothing. Raises ValidationError with a sentence in the active language."""
        typed = super().to_python(value)
        if typed in self.empty_values:
            return self.empty_value
        language = get_language() or "en"
        try:
            return dates.read(typed).text
        except dates.DateError as error:
            raise ValidationError(error.say(language, gettext), code="invalid") from error

    def bound_data(self, data, initial):
        return Typed(data) if isinstance(data, str) else data

    def prepare_value(self, value):
        if not value or isinstance(value, Typed):
            return value
        try:
            return dates.words(dates.parse(value), get_language() or "en")
        except dates.DateError:  # an address may fill a form with anything
            return value


class Typed(str):
    """Words from a form that was sent: shown again as they are."""
