"""How waiting acts and the one who runs them are named on the desk."""

from datetime import UTC, datetime

from articles.models import Article, Runner, ScheduledAct


def test_an_act_says_what_it_will_do_to_which_article():
    assert str(ScheduledAct(act="take down", article=Article())) == "take down: Untitled article"


def test_the_runner_says_until_when():
    assert str(Runner(until=datetime(2023, 4, 27, 6, tzinfo=UTC))) == "2023-04-27 06:00:00+00:00"
