"""Where a picture stands, for whoever may see it."""

import pytest

from articles.models import Contributor, Depiction
from articles.picture_uses import Count, counts_of, uses_of
from people.models import Person
from tests.articles import library, writing

pytestmark = pytest.mark.django_db


def told(uses):
    return [(str(use.article), use.is_lead, use.is_in_text, use.is_public) for use in uses.articles]


def test_every_use_is_told_once_and_for_whom(staff, django_assert_num_queries):
    editor, image = staff("editor"), library.row()
    text = library.figure(image) + writing.BODY
    lead = writing.publish(editor, "On top", lead_image=image)
    writing.publish(editor, "In the text", text)
    writing.begin(editor, "Both, not public", text, lead_image=image)
    writing.save(lead, editor, "On top, taken out")
    gone = writing.begin(editor, "Was there", lead_image=image)
    writing.save(gone, editor, "Was there, is not")
    ada, boris = Person.objects.create(name="Ada Orlan"), Person.objects.create(name="Boris Temir")
    Depiction.objects.create(image=image, person=ada, is_portrait=True)
    Depiction.objects.create(image=image, person=boris)
    mira = Contributor.objects.create(name="Mira Sanat", portrait=image)
    with django_assert_num_queries(6):
        uses = uses_of(image, editor)
    assert told(uses) == [
        ("On top, taken out", True, False, True),
        ("Both, not public", True, True, False),
        ("In the text", False, True, True),
    ]
    assert (uses.people, uses.contributors, uses.more, bool(uses)) == ([ada], [mira], False, True)


def test_an_article_that_this_person_may_not_open_is_only_said_to_be_there(staff):
    image = library.row()
    writing.begin(staff("editor"), lead_image=image)
    uses = uses_of(image, staff("reporter"))
    assert (uses.articles, uses.more, bool(uses)) == ([], True, True)
    assert not uses_of(library.row(), staff("editor"))


def test_uses_are_counted_for_a_list(staff, django_assert_num_queries):
    editor, image, other, idle = staff("editor"), *(library.row() for _each in range(3))
    text = library.figure(image) + writing.BODY
    lead = writing.publish(editor, "On top and in the text", text, lead_image=image)
    writing.save(lead, editor, "Taken out of the draft")
    writing.begin(editor, "In the text of a draft", text, lead_image=other)
    Depiction.objects.create(image=other, person=Person.objects.create(name="Ada Orlan"), is_portrait=True)
    Depiction.objects.create(image=idle, person=Person.objects.create(name="Boris Temir"))
    Contributor.objects.create(name="Mira Sanat", portrait=other)
    with django_assert_num_queries(6):
        counts = counts_of([image, other, idle])
    assert counts == {image.pk: Count(2, 0), other.pk: Count(1, 2), idle.pk: Count(0, 0)}
