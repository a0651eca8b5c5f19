"""Two people with the same row open on the desk: neither writes over what the other typed without knowing."""

import re
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from lxml import html

from people.models import Meeting, Organisation, Person
from tests.people.keeping import fresh, meeting, organisation, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client_of):
    return client_of("record keeper")


def address(row):
    return reverse(f"admin:people_{row._meta.model_name}_change", args=[row.pk])


def opened(desk, row):
    """What a browser would send of the form as it is opened now."""
    page = html.fromstring(desk.get(address(row)).content)
    form = page.get_element_by_id(f"{row._meta.model_name}_form")
    values = {name: form.fields[name] for name in form.fields if not name.startswith("_")}
    boxes = {box.name for box in form.xpath(".//input[@type='checkbox']")}
    return {name: value or "" for name, value in values.items() if value or name not in boxes}


def sent(desk, row, typed):
    answer = desk.post(address(row), urlencode(typed), content_type="application/x-www-form-urlencoded")
    return answer.status_code, re.sub(r"\s+", " ", answer.content.decode())


def test_two_people_in_two_fields_lose_nothing(desk, keeper):
    row = person(keeper, "Ada Orlan")
    mine, theirs = opened(desk, row), opened(desk, row)
    assert sent(desk, row, theirs | {"biography": "Minister of rivers."})[0] == 302
    assert sent(desk, row, mine | {"given_name": "Adalat"})[0] == 302
    kept = Person.objects.get(pk=row.pk)
    assert (kept.biography, kept.given_name) == ("Minister of rivers.", "Adalat")


def test_two_people_in_one_field_are_told_and_may_insist(desk, keeper):
    row = person(keeper, "Ada Orlan")
    mine, theirs = opened(desk, row), opened(desk, row)
    sent(desk, row, theirs | {"biography": "Minister of rivers."})
    status, page = sent(desk, row, mine | {"biography": "Minister of lakes."})
    assert status == 200 and "Somebody changed this meanwhile to “Minister of rivers.”" in page
    assert fresh(row).biography == "Minister of rivers." and "Minister of lakes." in page
    again = mine | {"biography": "Minister of lakes.", "initial-biography": "Minister of rivers."}
    assert f'name="initial-biography" value="{again["initial-biography"]}"' in page
    assert sent(desk, row, again)[0] == 302
    assert fresh(row).biography == "Minister of lakes."


def test_both_typed_the_same(desk, keeper):
    row = person(keeper, "Ada Orlan")
    mine = opened(desk, row)
    sent(desk, row, mine | {"biography": "Minister of rivers."})
    assert sent(desk, row, mine | {"biography": "Minister of rivers."})[0] == 302


def test_days_and_choices_are_told_in_words(desk, keeper):
    row = meeting(keeper)
    host, other = organisation(keeper, "Vesmark"), organisation(keeper, "Sarnia")
    mine, theirs = opened(desk, row), opened(desk, row)
    sent(desk, row, theirs | {"when": "June 2023", "host": host.pk})
    status, page = sent(desk, row, mine | {"when": "July 2023", "host": other.pk})
    assert status == 200 and "meanwhile to “June 2023”" in page and "meanwhile to “Vesmark”" in page
    kept = Meeting.objects.get(pk=row.pk)
    assert (kept.when, kept.host) == ("2023-06", host)


def test_what_somebody_emptied(desk, keeper):
    body = organisation(keeper, "Ministry of Rivers")
    country = organisation(keeper, "Vesmark")
    Organisation._base_manager.filter(pk=body.pk).update(parent=country, description="Rivers and lakes.")
    mine, theirs = opened(desk, body), opened(desk, body)
    sent(desk, body, theirs | {"parent": "", "description": ""})
    status, page = sent(desk, body, mine | {"parent": organisation(keeper, "Sarnia").pk, "description": "Lakes."})
    assert status == 200 and page.count("meanwhile to “–”") == 2
    assert fresh(body).parent is None


def test_a_form_that_does_not_say_what_was_seen_is_taken_at_its_word(desk, keeper):
    row = person(keeper, "Ada Orlan")
    typed = {name: value for name, value in opened(desk, row).items() if not name.startswith("initial-")}
    assert sent(desk, row, typed | {"biography": "Minister of rivers."})[0] == 302
    assert fresh(row).biography == "Minister of rivers."


def test_a_new_row_was_never_seen(desk):
    assert b"initial-name" not in desk.get(reverse("admin:people_person_add")).content
