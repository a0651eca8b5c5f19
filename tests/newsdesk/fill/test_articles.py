"""The same seed and day make the same desk."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from articles.models import Revision
from people.models import Meeting, Person


def what_was_made():
    with transaction.atomic():
        call_command("fill", articles=6, people=5, meetings=3, until=date(2024, 6, 30), stderr=StringIO())
        made = [
            list(Revision.objects.order_by("article__first_public_at").values_list("headline", "body")),
            list(Person.objects.order_by("name").values_list("name", "slug")),
            list(Meeting.objects.order_by("slug").values_list("slug", "when", "state")),
        ]
        transaction.set_rollback(True)
    return made


@pytest.mark.django_db
def test_the_same_seed_makes_the_same_desk():
    assert what_was_made() == what_was_made()
