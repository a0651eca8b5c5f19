"""A site on which nothing stands yet says so on every list of the record."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/people/", "Nobody in our record answers to that."),
        ("/organisations/", "No organisation has a page yet."),
        ("/meetings/", "No meeting in our articles so far."),
    ],
)
def test_an_empty_list_says_so(read, address, words):
    assert words in read(address).text


def test_an_empty_calendar_is_one(client):
    assert b"BEGIN:VCALENDAR" in client.get("/meetings.ics").content
