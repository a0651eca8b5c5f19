"""What fill refuses, and says."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from newsdesk.fill.refusals import MOST
from newsdesk.models import User
from people.models import Person


def fill(**numbers):
    call_command("fill", **numbers)


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ({}, "Say how much: --articles, --people or --meetings with a number above 0."),
        ({"articles": -1}, "--articles must be a number from 0 to 1,000,000, not -1."),
        ({"people": MOST + 1}, "--people must be a number from 0 to 1,000,000, not 1,000,001."),
        (
            {"meetings": 3, "people": 3},
            "Meetings need people who met and articles that tell of it: give --articles and --people, too.",
        ),
    ],
)
@pytest.mark.django_db
def test_numbers_that_make_no_desk_are_refused(numbers, sentence):
    with pytest.raises(CommandError) as refused:
        fill(**numbers)
    assert str(refused.value) == sentence
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_desk_with_something_of_its_own_is_left_alone_unless_told(settings):
    User.objects.create_user("somebody")
    with pytest.raises(CommandError) as refused:
        fill(people=2)
    assert str(refused.value) == (
        "This desk is in use (accounts: 1). Fill would add invented ones among them, and no command takes them away "
        "again: add --yes if that is what you want."
    )
    settings.DEMO = True
    fill(people=2)
    assert Person.objects.count() == 2
