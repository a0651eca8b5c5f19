"""Pages of people and organisations, opened and closed."""

import pytest

from people import releasing
from people.models import Person, Trail
from people.recording import Refused

from .keeping import fresh, organisation, person

pytestmark = pytest.mark.django_db


def test_a_page_opens_with_an_address_for_ever(keeper):
    ada = person(keeper, released=False)
    assert (ada.slug, ada.is_public) == (None, False)
    releasing.release(ada, by=keeper, why="minister")
    assert (fresh(ada).slug, fresh(ada).is_public) == ("ada-orlan", True)
    releasing.close(ada, by=keeper, why="private")
    assert (fresh(ada).slug, fresh(ada).is_public) == ("ada-orlan", False)
    assert list(Person.objects.public()) == []
    releasing.release(ada, by=keeper)
    assert fresh(ada).slug == "ada-orlan"
    assert list(Trail.objects.filter(object_id=ada.pk, kind="people.person").values_list("act", flat=True)) == [
        *("released", "closed", "released", "made")
    ]


def test_closing_needs_a_reason(keeper):
    ada = person(keeper)
    with pytest.raises(Refused, match="Say why"):
        releasing.close(ada, by=keeper, why=" ")
    assert fresh(ada).is_public


def test_a_secret_namesake_never_shows(keeper):
    person(keeper, released=False)
    assert person(keeper).slug == "ada-orlan"
    assert person(keeper).slug == "ada-orlan-2"


def test_people_and_organisations_share_their_addresses(keeper):
    person(keeper, "Ada Orlan")
    assert organisation(keeper, "Ada Orlan", "company").slug == "ada-orlan-2"


def test_a_stale_copy_does_not_move_an_address(keeper):
    ada = person(keeper, released=False)
    stale = fresh(ada)
    releasing.release(ada, by=keeper)
    releasing.release(stale, by=keeper)
    assert fresh(ada).slug == "ada-orlan"
