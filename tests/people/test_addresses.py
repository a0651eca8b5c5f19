"""Slugs: given once, never twice, never a word that the site uses itself."""

import pytest

from people import addresses
from people.models import Meeting, MeetingSeries, Organisation, Person

pytestmark = pytest.mark.django_db


def test_words_that_the_site_uses_are_not_given():
    assert addresses.free_slug(Person, "New") == "new-2"


def test_a_slug_is_unique_in_its_space_only():
    Person.objects.create(name="Ada Orlan", slug="ada-orlan")
    assert addresses.free_slug(Organisation, "Ada Orlan") == "ada-orlan-2"
    assert addresses.free_slug(Meeting, "Ada Orlan") == "ada-orlan"


def test_a_long_name_keeps_room_for_a_number():
    first = addresses.free_slug(Person, "Ada " * 60)
    assert len(first) <= 95
    Person.objects.create(name="Ada", slug=first)
    assert addresses.free_slug(Person, "Ada " * 60) == f"{first}-2"


@pytest.mark.parametrize(
    ("title", "when", "slug"),
    [
        ("Talks in Oskemen", "2023-05-30", "talks-in-oskemen-2023"),
        ("Summit 2023", "2023-05", "summit-2023"),
        ("Talks", "../2023", "talks"),
        ("Summit 2022", "2023", "summit-2022-2023"),
    ],
)
def test_a_meeting_has_its_year_in_its_address(title, when, slug):
    row = Meeting.objects.create(title=title, when=when)
    assert addresses.give_slug(row)
    assert (row.slug, Meeting.objects.get().slug) == (slug, slug)


def test_an_address_is_given_once():
    row = MeetingSeries.objects.create(name="秦刚 meetings")
    assert addresses.give_slug(row)
    given = row.slug
    row.name = "Something else"
    row.save()
    assert not addresses.give_slug(row)
    assert MeetingSeries.objects.get().slug == given == "秦刚-meetings"
