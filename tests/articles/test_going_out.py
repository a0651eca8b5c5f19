"""The line on top of an article, word for word, as the desk reads it."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from articles import moments, publishing, scheduling
from articles.going_out import line
from articles.models import ScheduledAct

from .writing import begin, publish, save

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 4, 26, 3, 0, tzinfo=UTC)  # 09:00 in Almaty, which was at +06:00 then
SIX = datetime(2023, 4, 27, 0, 0, tzinfo=UTC)
NINE = datetime(2023, 4, 27, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """`clock(moment)`: the moment it is now; to begin with 26 April 2023, 09:00 in Almaty."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def editor(staff):
    return staff("editor")


def plan(article, act="publish", *, due_at=SIX, **others):
    if act == "publish":
        others.setdefault("revision", article.draft)
    return scheduling.schedule(article, act=act, due_at=due_at, by=article.created_by, **others)


def test_a_draft(editor):
    assert line(begin(editor)) == "Not public."


def test_a_draft_that_waits_for_its_moment(editor):
    article = begin(editor)
    plan(article)
    assert line(article) == "Not public. Goes out Thu 27 April 06:00, Almaty."


def test_another_zone_of_the_reader_is_said_beside_the_site_s(editor):
    article = begin(editor)
    plan(article)
    assert line(article, "Asia/Shanghai") == "Not public. Goes out Thu 27 April 06:00, Almaty (08:00 Shanghai)."
    assert line(article, "Europe/Berlin").endswith("06:00, Almaty (02:00 Berlin).")


def test_another_zone_s_day_is_said_where_it_is_another(editor):
    article = begin(editor)
    plan(article)
    assert line(article, "America/New_York").endswith("06:00, Almaty (Wed 26 April 20:00 New York).")


@pytest.mark.parametrize("zone", [None, "", "Asia/Almaty", "Asia/Bishkek"])
def test_a_zone_with_the_same_clock_is_not_said_twice(editor, zone):
    article = begin(editor)
    plan(article)
    assert line(article, zone) == "Not public. Goes out Thu 27 April 06:00, Almaty."


def test_another_year_is_said():
    assert moments.say(datetime(2024, 1, 5, 2, 30, tzinfo=UTC)) == "Fri 5 January 2024 08:30, Almaty"


def test_days_are_said_in_the_language_of_the_screen():
    with translation.override("ru"):
        assert "27 апреля" in moments.say(SIX)


def test_later_edits_are_not_in_what_goes_out(editor):
    article = begin(editor)
    plan(article)
    save(article, editor)
    assert line(article) == "Not public. Goes out Thu 27 April 06:00, Almaty, without what was saved since."


def test_public(editor):
    assert line(publish(editor)) == "Public since Wed 26 April 09:00, Almaty."


def test_public_with_an_update_and_a_taking_down_to_come(editor):
    article = publish(editor)
    save(article, editor)
    plan(article)
    plan(article, "take down", due_at=NINE, why="Only for a morning")
    assert line(article) == (
        "Public since Wed 26 April 09:00, Almaty; an update goes out Thu 27 April 06:00, Almaty; "
        "is taken down Thu 27 April 09:00, Almaty."
    )


def test_an_embargo_of_a_draft(editor):
    article = begin(editor)
    article = publishing.embargo(article, until=SIX, by=editor)
    plan(article, due_at=NINE)
    assert line(article) == (
        "Not public. Embargo until Thu 27 April 06:00, Almaty. Goes out Thu 27 April 09:00, Almaty."
    )


def test_an_embargo_never_touches_what_is_public(editor):
    article = publishing.embargo(publish(editor), until=SIX, by=editor)
    assert line(article) == (
        "Public since Wed 26 April 09:00, Almaty; embargo on the draft until Thu 27 April 06:00, Almaty."
    )


def test_an_embargo_that_is_over_is_not_said(editor, clock):
    article = publishing.embargo(begin(editor), until=SIX, by=editor)
    clock(SIX)
    assert line(article) == "Not public."


def test_on_hold_with_the_publication_it_stopped(editor):
    article = begin(editor)
    plan(article)
    article = publishing.hold(article, by=editor, why="The lawyer reads it.")
    assert line(article) == (
        "On hold: nothing goes out until the hold is lifted. "
        "Did not go out Thu 27 April 06:00, Almaty: The lawyer reads it."
    )


def test_taken_down(editor):
    article = publishing.take_down(publish(editor), by=editor, why="It rested on a forged document.")
    assert line(article) == "Taken down Wed 26 April 09:00, Almaty: It rested on a forged document."


def test_taken_down_and_on_hold(editor):
    article = publishing.take_down(publish(editor), by=editor, why="forged")
    article = publishing.hold(article, by=editor, why="lawyer")
    assert line(article).endswith("forged. On hold: nothing goes out until the hold is lifted.")


def test_a_late_publication_is_said_to_be_late(editor, clock):
    article = begin(editor)
    plan(article)
    clock(SIX)
    assert line(article) == "Not public. Goes out Thu 27 April 06:00, Almaty."
    clock(NINE)
    assert line(article) == "Not public. Was to go out Thu 27 April 06:00, Almaty: late."
    ScheduledAct.objects.update(attempts=1)
    assert line(article) == "Not public. Was to go out Thu 27 April 06:00, Almaty: late, tried 1 time."
    ScheduledAct.objects.update(attempts=3)
    assert line(article).endswith("late, tried 3 times.")


def test_a_late_taking_down_and_one_that_was_refused(editor, clock):
    article = publish(editor)
    act = plan(article, "take down", why="forged")
    clock(NINE)
    assert line(article).endswith("; was to be taken down Thu 27 April 06:00, Almaty: late.")
    ScheduledAct.objects.filter(pk=act.pk).update(state="question", error="Somebody must say who.")
    assert line(article).endswith("; was not taken down Thu 27 April 06:00, Almaty: Somebody must say who.")
