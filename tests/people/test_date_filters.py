"""Dates in templates."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from people.dates import parse


def rendered(filter_name, value):
    return Template("{% load dates %}{{ value|" + filter_name + " }}").render(Context({"value": value}))


@pytest.mark.parametrize("value", ["2022-06", parse("2022-06")])
def test_a_partial_date_in_the_language_of_the_page(value):
    assert rendered("partial_date", value) == "June 2022"
    with override("zh-hans"):
        assert rendered("partial_date", value) == "2022年6月"
    with override(None):
        assert rendered("partial_date", value) == "June 2022"


@pytest.mark.parametrize("filter_name", ["partial_date", "partial_date_time", "weekday_date"])
@pytest.mark.parametrize("value", ["", None])
def test_nothing_known_prints_nothing(filter_name, value):
    assert rendered(filter_name, value) == ""


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("2023-04-27", '<time datetime="2023-04-27">27 April 2023</time>'),
        (date(2023, 4, 27), '<time datetime="2023-04-27">27 April 2023</time>'),
        ("2022-06", '<time datetime="2022-06">June 2022</time>'),
        ("2023/..", "since 2023"),
        ("2023-05-18/2023-05-19", "18–19 May 2023"),
    ],
)
def test_a_time_element_where_machines_can_read_the_date(value, html):
    assert rendered("partial_date_time", value) == html


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2023-04-27", "Thursday, 27 April 2023"),
        (datetime(2023, 4, 27, 12, tzinfo=UTC), "Thursday, 27 April 2023"),
        ("2022-06", "June 2022"),
        ("2023-05-18/2023-05-19", "18–19 May 2023"),
    ],
)
def test_only_a_full_day_has_a_weekday(value, written):
    assert rendered("weekday_date", value) == written
