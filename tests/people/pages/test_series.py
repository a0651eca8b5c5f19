"""A series' page: all its meetings in order, with their numbers."""

import pytest

from people import striking
from people.models import Meeting

from .conftest import words

pytestmark = pytest.mark.django_db
SERIES = "/series/meeting-of-the-river-ministers/"


def test_all_meetings_in_order_with_their_numbers(desk, read):
    page = read(SERIES)
    assert [words(row) for row in page.rows()] == [
        "June 2022 Third river meeting No. 3 of the series Nur-Sultan, today Astana held 2 attended",
        "27 April 2023 Fourth river meeting No. 4 of the series planned 1 expected, 1 announced",
        "May 2024 Sixth river meeting No. 6 of the series not reported nobody named",
    ]
    assert "Every spring." in page.text
    assert "No report in our articles of no. 1–2, 5." in page.text
    assert "/series/meeting-of-the-river-ministers.ics" in page.links()


def test_what_came_of_the_meetings_with_the_sentence(desk, read):
    [outcome] = read(SERIES).parts(".//ul[@class='c-9 ruled outcomes']/li")
    assert words(outcome).startswith("founded a river office Third river meeting, June 2022")
    assert "Ada Orlan and Lin Hai met at the third river meeting in June." in words(outcome)


def test_a_series_without_a_public_meeting_is_not_there(desk, read):
    for row in (desk.third, desk.fourth, desk.sixth):
        assert read(SERIES).status == 200
        striking.strike(Meeting.objects.get(pk=row.pk), by=desk.by, reason="test")
    assert read(SERIES).status == 404


def test_few_queries(desk, read, django_assert_num_queries):
    with django_assert_num_queries(7):
        assert len(read(SERIES).rows()) == 3
    striking.strike(Meeting.objects.get(pk=desk.sixth.pk), by=desk.by, reason="test")
    with django_assert_num_queries(7):
        assert len(read(SERIES).rows()) == 2
