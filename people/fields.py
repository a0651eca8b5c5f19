"""Partial dates on models: three plain columns that are always written together."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, signals
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from people import dates
from people.form_fields import LONGEST_TYPED, PartialDateFormField

LONGEST_STORED = 40


def partial_date(name, *, blank=False, verbose_name=None, help_text=""):
    """Three fields for a model's body: `when, when_earliest, when_latest = partial_date("when")`.

    The first holds EDTF text ("" where nothing is known), the others its first and last possible day (None where that
    side is open or unknown): set from the text on cleaning and saving, by `bulk_create`, too. The fields must stand
    under `name`, `name_earliest` and `name_latest`.
    """
    label = verbose_name or _("date")
    days = (models.DateField(null=True, editable=False, db_index=True) for _side in ("earliest", "latest"))
    return PartialDateField(label, blank=blank, help_text=help_text), *days


def partial_date_constraints(name, model):
    """Constraints that hold the three columns of `name` together; `model` begins the constraints' names."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    no_start, no_end = Q(**{f"{earliest}__isnull": True}), Q(**{f"{latest}__isnull": True})
    is_empty = Q(**{name: ""})
    return [
        models.CheckConstraint(
            condition=(is_empty & no_start & no_end) | (~is_empty & ~(no_start & no_end)),
            name=f"{model}_{name}_has_its_days",
        ),
        models.CheckConstraint(
            condition=no_start | no_end | Q(**{f"{latest}__gte": F(earliest)}), name=f"{model}_{name}_in_order"
        ),
    ]


def check_update(model, columns):
    """Refuse, with ValueError, an `update()` that would part a partial date from its days.

    `columns` are the keyword arguments of `update()`: field names and values.
    """
    for field in model._meta.concrete_fields:
        if isinstance(field, PartialDateField):
            field.check_whole(columns)
            field.check_agree(columns)


class PartialDateField(models.CharField):
    """EDTF text in its canonical form. What is no date is refused on cleaning and on saving."""

    # Django leaves out the cleaning of what is empty; here the days have to be emptied, too.
    empty_values = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": LONGEST_STORED, "default": "", **kwargs})

    @property
    def columns(self):
        """The names of the text, its first and its last day."""
        return self.name, f"{self.name}_earliest", f"{self.name}_latest"

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            signals.pre_save.connect(self._check_saved_whole, sender=cls)

    def formfield(self, **kwargs):
        return super().formfield(
            **{"form_class": PartialDateFormField, "max_length": LONGEST_TYPED, "empty_value": "", **kwargs}
        )

    def to_python(self, value):
        """The canonical text. Raises ValidationError."""
        try:
            return _values(value)[0]
        except dates.DateError as error:
            raise ValidationError(error.say(get_language() or "en", gettext), code="invalid") from error

    def validate(self, value, model_instance):
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        super().validate(value, model_instance)

    def clean(self, value, model_instance):
        text = super().clean(value, model_instance)
        if model_instance is not None:
            self._set(model_instance, text)
        return text

    def pre_save(self, model_instance, add):
        """The canonical text; the instance gets it and both days. Raises DateError, a ValueError."""
        return self._set(model_instance, getattr(model_instance, self.attname))

    def check_whole(self, names):
        """Refuse, with ValueError, names that hold some of the three columns but not all."""
        given = [column for column in self.columns if column in names]
        if 0 < len(given) < len(self.columns):
            raise ValueError(f"{', '.join(self.columns)} are one date: write all three or none.")

    def check_agree(self, columns):
        """Refuse, with ValueError, days that are not those of the text, where the values are plain."""
        text, *days = (columns.get(column) for column in self.columns)
        if isinstance(text, str) and tuple(days) != _values(text)[1:]:
            raise ValueError(f"{self.columns[1]} and {self.columns[2]} are not the days of “{text}”.")

    def _check_saved_whole(self, update_fields, **kwargs):
        self.check_whole(update_fields or ())

    def _set(self, instance, text):
        values = _values(text)
        for column, value in zip(self.columns, values, strict=True):
            setattr(instance, column, value)
        return values[0]


def _values(text):
    """Canonical text, first day, last day. Raises DateError."""
    if not text:
        return "", None, None
    known = dates.parse(str(text))
    return known.text, known.earliest, known.latest
