"""Partial dates on models and in forms."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.migrations.writer import MigrationWriter
from django.utils.translation import override

from people.fields import PartialDateField, check_update, partial_date, partial_date_constraints
from people.form_fields import PartialDateFormField
from people.models import Person

JUNE = ("2022-06", date(2022, 6, 1), date(2022, 6, 30))
NOTHING = ("", None, None)


def born(person):
    return person.born, person.born_earliest, person.born_latest


def stored(person):
    return Person.objects.values_list("born", "born_earliest", "born_latest").get(pk=person.pk)


@pytest.mark.django_db
def test_saving_sets_both_days_and_the_canonical_text():
    person = Person.objects.create(name="Qin Gang", born="2022-06/2022-06")
    assert born(person) == stored(person) == JUNE
    person.born = ""
    person.save()
    assert born(person) == stored(person) == NOTHING
    person.born = None
    person.save()
    assert stored(person) == NOTHING


@pytest.mark.django_db
def test_bulk_create_keeps_the_three_together():
    Person.objects.bulk_create([Person(name="A", born="2022-06"), Person(name="B", born="2022/..")])
    days = Person.objects.order_by("name").values_list("born", "born_earliest", "born_latest")
    assert list(days) == [JUNE, ("2022/..", date(2022, 1, 1), None)]


@pytest.mark.django_db
def test_what_is_no_date_is_not_saved():
    with pytest.raises(ValueError, match="February 2022 has no day 30"), transaction.atomic():
        Person.objects.create(name="Qin Gang", born="2022-02-30")
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_saving_one_column_of_three_is_refused():
    person = Person.objects.create(name="Qin Gang", born="2022-06")
    person.born = "2023"
    with pytest.raises(ValueError, match="write all three or none"):
        person.save(update_fields=["born"])
    person.save(update_fields=["name"])
    assert stored(person) == JUNE
    person.save(update_fields=["born", "born_earliest", "born_latest"])
    assert stored(person) == ("2023", date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.django_db
@pytest.mark.parametrize("columns", [{"born": "2023"}, {"born_latest": None}, {"born": "", "born_earliest": None}])
def test_a_bulk_update_of_some_of_the_three_is_refused(columns):
    person = Person.objects.create(name="Qin Gang", born="2022-06")
    with pytest.raises(ValueError, match="born, born_earliest, born_latest are one date"):
        Person.objects.update(**columns)
    assert stored(person) == JUNE


def test_an_update_of_all_three_must_agree():
    check_update(Person, {"name": "Qin Gang"})
    check_update(Person, dict(zip(("born", "born_earliest", "born_latest"), JUNE, strict=True)))
    check_update(Person, {"born": models.F("died"), "born_earliest": models.F("died_earliest"), "born_latest": None})
    with pytest.raises(ValueError, match="not the days of “2022-06”"):
        check_update(Person, {"born": "2022-06", "born_earliest": date(2022, 6, 1), "born_latest": None})
    with pytest.raises(ValueError, match="no month 13"):
        check_update(Person, {"born": "2022-13", "born_earliest": None, "born_latest": None})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "columns",
    [
        {"born": "2022-06"},
        {"born_earliest": date(2022, 6, 1)},
        {"born": "2022", "born_earliest": date(2022, 6, 2), "born_latest": date(2022, 6, 1)},
    ],
)
def test_the_database_refuses_what_goes_round_the_queryset(columns):
    person = Person.objects.create(name="Qin Gang")
    with pytest.raises(IntegrityError), transaction.atomic():
        models.QuerySet(Person).filter(pk=person.pk).update(**columns)
    assert stored(person) == NOTHING


@pytest.mark.django_db
def test_cleaning_sets_the_days_so_that_the_constraints_hold():
    person = Person(name="Qin Gang", born="2022-06/2022-06")
    person.full_clean()
    assert born(person) == JUNE
    person.born = ""
    person.full_clean()
    assert born(person) == NOTHING


def test_cleaning_refuses_in_a_sentence_in_the_language_of_the_screen():
    field = PartialDateField(blank=True)
    assert field.clean("2022-06/2022-06", None) == "2022-06"
    assert field.clean(None, None) == ""
    with override("ru"), pytest.raises(ValidationError) as error:
        field.clean("2022-02-30", None)
    assert "февраль 2022" in error.value.messages[0]


def test_a_date_that_is_needed():
    text, earliest, latest = partial_date("when")
    with pytest.raises(ValidationError, match="blank"):
        text.clean("", None)
    assert (earliest.null, earliest.editable, latest.null, latest.editable) == (True, False, True, False)


def test_the_field_is_written_into_migrations_as_it_is():
    field = Person._meta.get_field("born")
    _name, path, args, kwargs = field.deconstruct()
    again = field.__class__(*args, **kwargs)
    assert path == "people.fields.PartialDateField"
    assert again.deconstruct()[1:] == field.deconstruct()[1:]
    assert "people.fields.PartialDateField" in MigrationWriter.serialize(field)[0]


def test_the_constraints_are_named_after_model_and_field():
    names = [constraint.name for constraint in partial_date_constraints("when", "meeting")]
    assert names == ["meeting_when_has_its_days", "meeting_when_in_order"]


def test_an_abstract_model_watches_no_saves():
    class Dated(models.Model):
        when, when_earliest, when_latest = partial_date("when")

        class Meta:
            abstract = True
            app_label = "people"

    assert not models.signals.pre_save.has_listeners(Dated)
    assert models.signals.pre_save.has_listeners(Person)


class BirthForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ["name", "born"]


def test_a_form_takes_what_people_type_and_shows_it_in_words():
    form = BirthForm({"name": "Qin Gang", "born": "июнь 2022"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born"] == "2022-06"
    assert born(form.instance) == JUNE
    shown = BirthForm(instance=Person(born="[2023-02-15..2023-03-24]"))
    assert shown["born"].value() == "between 15 February and 24 March 2023"
    with override("ru"):
        assert shown["born"].value() == "не ранее 15 февраля и не позднее 24 марта 2023 г."


def test_what_a_form_shows_can_be_sent_back_unchanged():
    with override("ru"):
        person = Person(name="Qin Gang", born="[2023-02-15..2023-03-24]")
        form = BirthForm({"name": "Qin Gang", "born": BirthForm(instance=person)["born"].value()}, instance=person)
        assert form.is_valid(), form.errors
        assert form.changed_data == []


def test_a_form_answers_an_impossible_date_and_shows_it_again():
    form = BirthForm({"name": "Qin Gang", "born": "30 February 2022"})
    assert form.errors["born"] == ["February 2022 has no day 30."]
    assert form["born"].value() == "30 February 2022"
    assert BirthForm({"name": "Qin Gang", "born": "2022-06"})["born"].value() == "2022-06"


def test_an_empty_form_field():
    assert BirthForm({"name": "Qin Gang"}).fields["born"].clean("  ") == ""
    assert PartialDateFormField(required=False).clean(None) == ""
    assert BirthForm({"name": "Qin Gang"})["born"].value() is None
    with pytest.raises(ValidationError):
        PartialDateFormField().clean("")


def test_a_form_filled_by_an_address_shows_anything():
    assert BirthForm(initial={"born": "<soon>"})["born"].value() == "<soon>"


@pytest.mark.parametrize("typed", ["9" * 101, "a\0b", "2022-06-08T12:00"])
def test_hostile_input_is_refused_in_a_sentence(typed):
    with pytest.raises(ValidationError) as error:
        PartialDateFormField(max_length=100).clean(typed)
    assert "no date we understand" in error.value.messages[0]
