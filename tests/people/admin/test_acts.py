"""Acts on one row, each asked about on a page of its own."""

import pytest
from django.urls import reverse

from people.models import Name, Trail
from tests.people.keeping import fresh, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def name(keeper):
    row = Name(person=person(keeper), text="Ада Орлан", language="ru", vouched_reason="Register")
    row.full_clean()
    row.save()
    return row


def at(row, act):
    return reverse(f"admin:people_{row._meta.model_name}_act", args=[row.pk, act])


def test_a_reason_is_asked_for_and_stays_on_the_trail(client_of, name):
    desk = client_of("record keeper")
    asked = desk.get(at(name, "strike"))
    assert asked.status_code == 200 and "It goes off every page at once." in asked.content.decode()
    assert desk.post(at(name, "strike"), {"why": ""}).status_code == 200 and not fresh(name).is_struck
    assert desk.post(at(name, "strike"), {"why": "Not his name."}).status_code == 302
    assert fresh(name).is_struck and Trail.objects.get(act="struck").why == "Not his name."


def test_a_refusal_stands_in_the_form_with_what_was_typed(client_of, keeper):
    row = person(keeper, released=False)
    type(row)._base_manager.filter(pk=row.pk).update(waits=True)
    answer = client_of("record keeper").post(at(row, "release"), {"why": "He is a minister."}).content.decode()
    assert "is provisional: a record keeper confirms it first" in answer and "He is a minister." in answer
    assert not fresh(row).is_public


def test_no_right_no_row_and_no_such_act(client_of, name):
    assert client_of("reporter").post(at(name, "strike"), {"why": "x"}).status_code == 403
    desk = client_of("record keeper")
    assert desk.get(at(name, "burn")).status_code == 404
    assert desk.get(reverse("admin:people_name_act", args=[name.pk + 1, "strike"])).status_code == 404
    assert not fresh(name).is_struck
