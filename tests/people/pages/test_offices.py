"""What an office's days say, and how old the knowledge behind them is."""

from datetime import date

import pytest

from people.models import Membership, Organisation, Person, Post
from people.pages import offices

DAY = date(2023, 6, 1)


def membership(**columns):
    """An office as `with_known_days` fetches it, not stored."""
    first, last = columns.pop("first_reported", None), columns.pop("last_reported", None)
    body = Organisation(name="Ministry", kind="ministry")
    row = Membership(person=Person(name="Ada"), post=Post(organisation=body, title="Minister"), **columns)
    for field in ("since", "until"):
        Membership._meta.get_field(field).pre_save(row, True)
    row.first_reported, row.last_reported = first, last
    return row


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"since": "2022-03-01", "until": "2023-02"}, "1 March 2022 to February 2023"),
        ({"since": "2022", "until": "2023-02-01", "how_ended": "left"}, "2022 to 1 February 2023, left"),
        ({"until": "2023-02-01"}, "until 1 February 2023"),
        ({"since": "2022-03-01"}, "since 1 March 2022, as of 1 March 2022"),
        ({"since": "2019-03-01"}, "from 1 March 2019, last reported 1 March 2019"),
        ({"since": "2019-03-01", "confirmed_on": date(2023, 1, 5)}, "since 1 March 2019, as of 5 January 2023"),
        ({"first_reported": date(2023, 1, 5), "last_reported": date(2023, 4, 5)}, "as of 5 April 2023"),
        ({"first_reported": date(2020, 1, 5), "last_reported": date(2020, 4, 5)}, "last reported 5 April 2020"),
        ({"since": "2020/.."}, "since 2020"),
        ({}, "days not known"),
    ],
)
def test_days_in_words(columns, words):
    assert offices.office_of(membership(**columns), (), day=DAY).days == words


def test_the_days_a_time_line_draws():
    now = offices.office_of(membership(since="2022-03", confirmed_on=date(2023, 5, 1)), (), day=DAY)
    assert (now.since, now.until, now.is_now) == (date(2022, 3, 31), None, True)
    unknown = offices.office_of(membership(since="2019-03-01"), (), day=DAY)
    assert (unknown.since, unknown.until, unknown.is_now) == (date(2019, 3, 1), date(2019, 3, 1), False)


def test_titles():
    acting = membership(is_acting=True)
    assert offices.title_of(acting) == "Minister, Ministry (acting)"
    assert offices.short_title_of(acting) == "Minister"
    body = Organisation(name="Council of Rivers", short_name="Council")
    assert offices.short_title_of(Membership(organisation=body)) == "Council"
