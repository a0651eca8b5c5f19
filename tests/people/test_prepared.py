"""Prepared querysets give what the same queryset gives, with values that change."""

from datetime import date

import pytest

from people.light import light_rows
from people.models import Attendance, Name, Person
from people.prepared import MOST_KEYS, Prepared

pytestmark = pytest.mark.django_db
BY_SLUG = Prepared(lambda slug: Person.objects.public().filter(slug=slug), "name", "country__name", slug=str)
LINES = Prepared(
    lambda people, day: Attendance.objects.public().filter(person__in=people, day__gte=day).latest_first(),
    *("state", "day", "meeting__slug", "meeting__place__name", "on_behalf_of__name"),
    people=list,
    day=date,
)


def test_light_rows_with_what_was_asked_for(desk, django_assert_num_queries):
    with django_assert_num_queries(2):
        [ada] = BY_SLUG(slug="ada-orlan")
        [boris] = BY_SLUG(slug="boris-temir")
    assert (ada.name, ada.country.name, ada.country_id) == ("Ada Orlan", "Republic of Vesmark", desk.vesmark.pk)
    assert str(boris) == "Boris Temir" and BY_SLUG(slug="nobody") == []
    assert ada == desk.ada and ada != boris and ada != "Ada Orlan" and {ada: 1}[desk.ada] == 1 and ada.pk == ada.id


def test_lists_of_any_length_and_days(desk, django_assert_num_queries):
    people = [desk.ada.pk, desk.boris.pk]
    expected = Attendance.objects.public().filter(person__in=people, day__gte=date(2023, 1, 1)).latest_first()
    found = LINES(people=people, day=date(2023, 1, 1))
    assert found == list(expected) and [row.day for row in found] == [row.day for row in expected]
    assert [row.get_state_display() for row in found] == [row.get_state_display() for row in expected]
    assert LINES(people=[*people, *range(-100, -2)], day=date(2023, 1, 1)) == found
    with django_assert_num_queries(0):
        assert LINES(people=[], day=date(2023, 1, 1)) == []


def test_a_list_beyond_all_bounds_is_refused(desk):
    with pytest.raises(ValueError, match="keys at most"):
        LINES(people=list(range(MOST_KEYS + 1)), day=date(2023, 1, 1))


def test_what_has_no_key_has_no_row(desk):
    names = light_rows(Name.objects.public(), ["text", "id", "person__country__name", "place__name"])
    assert any(name.person is None and name.place is not None for name in names)


def test_values_without_columns(desk):
    slugs = Prepared(lambda: Person.objects.public().order_by("slug").values_list("slug", "is_public"))
    assert [slug for slug, _public in slugs()] == sorted(slug for slug, _public in slugs())
