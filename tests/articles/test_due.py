"""What is due is done once, in order; what fails, is refused, embargoed, moved or locked out is dealt with apart."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError
from django.utils import timezone

from articles import due, publishing, scheduling
from articles.models import Article, Publication, Runner, ScheduledAct
from people.models import Trail
from people.recording import Refused

from .writing import begin, publish, save

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def article(editor):
    return begin(editor)


def plan(article, act="publish", *, hours=1, revision=None, why="", by=None):
    """An act that is due in so many hours."""
    if act == "publish":
        revision = revision or article.draft
    due_at = timezone.now() + hours * HOUR
    return scheduling.schedule(article, act=act, revision=revision, due_at=due_at, by=by or article.created_by, why=why)


@pytest.fixture
def pass_time(monkeypatch):
    """`pass_time(hours=2)`: the clock of the site moves on."""
    clock, real = {"ahead": timedelta(0)}, timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + clock["ahead"])

    def forward(**units):
        clock["ahead"] += timedelta(**units)

    return forward


@pytest.fixture
def failing(monkeypatch):
    """`failing(article, error)`: publishing this article raises that, until it is called with None."""
    errors, real = {}, publishing.publish

    def perhaps(article, **others):
        if error := errors.get(article.pk):
            raise error
        return real(article, **others)

    monkeypatch.setattr(publishing, "publish", perhaps)
    return lambda article, error: errors.update({article.pk: error})


def state(act):
    act.refresh_from_db()
    return act.state


def is_public(article):
    return Article.objects.get(pk=article.pk).is_public


def test_nothing_waits():
    assert due.next_moment() is None
    assert due.run_due() is True


def test_nothing_happens_before_the_moment(article, pass_time):
    act = plan(article)
    pass_time(minutes=59)
    assert due.run_due() is True
    assert (state(act), act.attempts, is_public(article)) == ("waiting", 0, False)
    assert due.next_moment() == act.due_at


def test_a_publication_goes_out_at_its_moment_once(article, pass_time):
    act = plan(article)
    pass_time(hours=1)
    assert due.run_due() is True
    assert (state(act), act.attempts, act.error) == ("done", 1, "")
    assert act.done_at >= act.due_at
    assert is_public(article)
    pass_time(hours=1)
    due.run_due()
    assert Publication.objects.count() == 1
    assert Trail.objects.filter(act="published").get().by == article.created_by


def test_the_revision_that_was_named_goes_out_and_no_later_edit(article, editor, pass_time):
    plan(article)
    save(article, editor, "A later thought")
    pass_time(hours=1)
    due.run_due()
    assert Article.objects.get().headline == "Ministers meet"


def test_an_update_changes_nothing_until_it_runs(editor, pass_time):
    article = publish(editor)
    save(article, editor, "Ministers part")
    plan(article)
    assert Article.objects.get().headline == "Ministers meet"
    pass_time(hours=1)
    due.run_due()
    assert Article.objects.get().headline == "Ministers part"


def test_a_taking_down_runs_with_its_reason(editor, pass_time):
    article = publish(editor)
    act = plan(article, "take down", why="It rested on a forged document")
    pass_time(hours=1)
    due.run_due()
    article.refresh_from_db()
    assert (state(act), article.is_public, article.taken_down_reason) == ("done", False, act.why)


def test_acts_run_in_the_order_of_their_moments(editor, pass_time):
    late, early = begin(editor, "Late"), begin(editor, "Early")
    plan(late, hours=2)
    plan(early, hours=1)
    update = save(early, editor, "Early, mended")
    plan(early, hours=3, revision=update)
    pass_time(hours=5)
    due.run_due()
    ran = Trail.objects.filter(act="published").order_by("pk").values_list("label", flat=True)
    assert [Article.objects.get(pk=key).headline for key in (early.pk, late.pk)] == ["Early, mended", "Late"]
    assert len(ran) == 3
    assert list(Publication.objects.order_by("pk").values_list("article", flat=True)) == [early.pk, late.pk, early.pk]


def test_a_failing_act_is_tried_again_with_longer_pauses_and_keeps_its_error(article, pass_time, failing):
    act = plan(article)
    failing(article, ZeroDivisionError("oh"))
    pass_time(hours=1)
    pauses = []
    for attempt in range(1, 8):
        due.run_due()
        assert (state(act), act.attempts, act.error) == ("waiting", attempt, "ZeroDivisionError: oh")
        pauses.append(round((act.try_at - timezone.now()).total_seconds()))
        pass_time(seconds=pauses[-1] - 0.5)
        due.run_due()
        assert act.attempts == ScheduledAct.objects.get().attempts
        pass_time(seconds=1)
    assert pauses == [2, 4, 8, 16, 32, 60, 60]
    failing(article, None)
    due.run_due()
    assert (state(act), act.error, is_public(article)) == ("done", "", True)


def test_a_failing_act_holds_back_only_later_publications_of_its_article(editor, pass_time, failing):
    broken, other = publish(editor, "Broken"), begin(editor, "Other")
    first = plan(broken, revision=save(broken, editor, "Second"), hours=1)
    held_back = plan(broken, revision=save(broken, editor, "Third"), hours=2)
    down = plan(broken, "take down", why="wrong", hours=3)
    goes = plan(other, hours=4)
    failing(broken, ZeroDivisionError())
    pass_time(hours=5)
    assert due.run_due() is True
    assert (first.attempts, state(goes), is_public(other)) == (0, "done", True)
    assert (state(down), is_public(broken)) == ("done", False)
    assert [state(first), state(held_back)] == ["question", "question"]
    assert (first.attempts, held_back.attempts) == (1, 0)


def test_later_publications_follow_once_the_failing_one_has_run(editor, pass_time, failing):
    article = begin(editor)
    plan(article, hours=1)
    update = plan(article, revision=save(article, editor, "Mended"), hours=2)
    failing(article, ZeroDivisionError())
    pass_time(hours=3)
    due.run_due()
    assert (state(update), update.attempts) == ("waiting", 0)
    failing(article, None)
    pass_time(seconds=3)
    due.run_due()
    assert state(update) == "done"
    assert Article.objects.get().headline == "Mended"
    assert Publication.objects.count() == 2


def test_what_is_refused_is_a_question(article, editor, pass_time):
    act = plan(article)
    publishing.publish(article, revision=save(article, editor, "Newer"), by=editor)
    pass_time(hours=1)
    assert due.run_due() is True
    assert state(act) == "question"
    assert "newer version" in act.error
    assert Article.objects.get().headline == "Newer"


def test_holding_makes_waiting_publications_questions_and_they_never_lift_the_hold(article, editor, pass_time):
    act = plan(article)
    publishing.hold(article, by=editor, why="lawyer")
    pass_time(hours=1)
    due.run_due()
    assert (state(act), act.attempts, is_public(article)) == ("question", 0, False)


def test_nothing_is_asked_where_somebody_published_that_version_before_its_moment(article, editor, pass_time):
    act = plan(article)
    publishing.publish(article, revision=article.draft, by=editor)
    pass_time(hours=1)
    due.run_due()
    assert state(act) == "cancelled"
    assert "public already" in act.error


def test_what_failed_to_go_out_does_not_go_out_after_its_taking_down(article, pass_time, failing):
    late = plan(article, hours=1)
    down = plan(article, "take down", why="Only for a day", hours=2)
    failing(article, ZeroDivisionError())
    pass_time(hours=3)
    due.run_due()
    assert [state(late), state(down)] == ["question", "question"]
    failing(article, None)
    pass_time(hours=1)
    due.run_due()
    assert not is_public(article)


def test_an_embargo_set_meanwhile_lets_the_act_wait_for_its_end(article, editor, pass_time):
    act = plan(article)
    until = timezone.now() + 3 * HOUR
    publishing.embargo(article, until=until, by=editor)
    pass_time(hours=1)
    due.run_due()
    assert (state(act), act.try_at, act.attempts) == ("waiting", until, 0)
    assert act.error.startswith("Embargoed until ")
    pass_time(hours=2)
    due.run_due()
    assert (state(act), is_public(article)) == ("done", True)


def test_an_embargo_lifted_early_lets_the_late_act_go_at_once(article, editor, pass_time):
    act = plan(article)
    publishing.embargo(article, until=timezone.now() + 300 * HOUR, by=editor)
    pass_time(hours=2)
    due.run_due()
    publishing.embargo(article, until=None, by=editor)
    due.run_due()
    assert (state(act), is_public(article)) == ("done", True)


def test_a_database_that_cannot_be_written_costs_no_attempt(article, pass_time, failing):
    act = plan(article)
    failing(article, OperationalError("database is locked"))
    pass_time(hours=1)
    with pytest.raises(OperationalError):
        due.run_due()
    assert (state(act), act.attempts, act.try_at, act.error) == ("waiting", 0, act.due_at, "")
    failing(article, None)
    due.run_due()
    assert (state(act), act.attempts) == ("done", 1)


def test_the_error_of_the_act_is_told_even_if_its_attempt_cannot_be_given_back(article, pass_time, monkeypatch):
    act = plan(article)
    pass_time(hours=1)
    found = due._as_found

    class Unwritable:
        def update(self, **columns):
            raise DatabaseError("still locked")

    def publish(*_args, **_others):
        monkeypatch.setattr(due, "_as_found", lambda _act: Unwritable())
        raise OperationalError("database is locked")

    monkeypatch.setattr(publishing, "publish", publish)
    with pytest.raises(OperationalError, match="is locked"):
        due.run_due()
    monkeypatch.setattr(due, "_as_found", found)
    assert (state(act), act.attempts) == ("waiting", 1)


@pytest.mark.parametrize("what", ["cancelled", "moved"])
def test_an_act_that_is_cancelled_or_moved_while_it_runs_rolls_back(article, editor, pass_time, monkeypatch, what):
    act = plan(article)
    pass_time(hours=1)
    real = publishing.publish

    def publish(article, *, finish, **others):
        def late():
            columns = {"state": "cancelled"} if what == "cancelled" else {"due_at": timezone.now() + HOUR}
            ScheduledAct.objects.update(**columns)
            finish()

        return real(article, finish=late, **others)

    monkeypatch.setattr(publishing, "publish", publish)
    with monkeypatch.context() as patched:
        patched.setattr(due, "_as_found", lambda act: ScheduledAct.objects.filter(pk=-1))
        patched.setattr(due, "_count_attempt", lambda act: ScheduledAct.objects.update(try_at=timezone.now() + HOUR))
        due.run_due()
    assert (state(act), is_public(article), Publication.objects.count()) == ("waiting", False, 0)


def test_an_act_that_was_cancelled_after_it_was_chosen_is_not_tried(article, editor, pass_time, monkeypatch):
    act = plan(article)
    pass_time(hours=1)
    chosen = due._next_act

    def cancelled_at_once():
        found = chosen()
        if found:
            scheduling.cancel(found, by=editor)
        return found

    monkeypatch.setattr(due, "_next_act", cancelled_at_once)
    assert due.run_due() is True
    assert (state(act), act.attempts, is_public(article)) == ("cancelled", 0, False)


def test_one_runner_at_a_time(article, pass_time):
    act = plan(article)
    pass_time(hours=1)
    Runner.objects.update(until=timezone.now() + timedelta(seconds=5))
    assert due.run_due() is True
    assert state(act) == "waiting"
    pass_time(seconds=6)  # the lease of a killed runner ends by itself
    due.run_due()
    assert state(act) == "done"


def test_the_lease_is_free_again_afterwards(article, pass_time):
    plan(article)
    pass_time(hours=1)
    due.run_due()
    assert Runner.objects.get().until <= timezone.now()


def test_the_lease_is_free_again_after_an_error_of_the_database(article, pass_time, failing):
    plan(article)
    failing(article, OperationalError())
    pass_time(hours=1)
    with pytest.raises(OperationalError):
        due.run_due()
    assert Runner.objects.get().until <= timezone.now()


def test_the_lease_is_renewed_after_each_act(editor, pass_time, monkeypatch):
    acts = [plan(begin(editor, f"Article {number}")) for number in range(3)]
    pass_time(hours=1)
    real = publishing.publish

    def slowly(*args, **others):
        pass_time(seconds=8)
        return real(*args, **others)

    monkeypatch.setattr(publishing, "publish", slowly)
    due.run_due()
    assert [state(act) for act in acts] == ["done"] * 3


def test_a_runner_whose_lease_another_one_took_stops(editor, pass_time, monkeypatch):
    acts = [plan(begin(editor, f"Article {number}")) for number in range(2)]
    pass_time(hours=1)
    real, others_lease = publishing.publish, timezone.now() + HOUR

    def robbed(*args, **others):
        Runner.objects.update(until=others_lease)
        return real(*args, **others)

    monkeypatch.setattr(publishing, "publish", robbed)
    assert due.run_due() is True
    assert [state(act) for act in acts] == ["done", "waiting"]
    assert Runner.objects.get().until == others_lease


def test_a_request_gives_it_so_much_time_and_no_more(editor, pass_time):
    acts = [plan(begin(editor, f"Article {number}")) for number in range(2)]
    pass_time(hours=1)
    assert due.run_due(budget=0) is False
    assert [state(act) for act in acts] == ["waiting", "waiting"]
    assert due.run_due(budget=60) is True
    assert [state(act) for act in acts] == ["done", "done"]


def test_refusals_of_the_act_itself_are_told_in_its_own_words(article, pass_time, failing):
    act = plan(article)
    failing(article, Refused("Somebody must say who."))
    pass_time(hours=1)
    due.run_due()
    assert (state(act), act.error) == ("question", "Somebody must say who.")
