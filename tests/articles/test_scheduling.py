"""Acts that wait: what may be planned, what is refused at once with a sentence, what moving and cancelling does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, scheduling
from articles.models import ScheduledAct
from people.models import Generation, Trail
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


@pytest.fixture
def public(editor):
    return publish(editor)


def soon(hours=1):
    return timezone.now() + hours * HOUR


def plan(article, act="publish", *, by, hours=1, **others):
    if act == "publish":
        others.setdefault("revision", article.draft)
    else:
        others.setdefault("why", "It was wrong")
    return scheduling.schedule(article, act=act, due_at=soon(hours), by=by, **others)


def refusal(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return str(caught.value)


def test_a_schedule_names_its_revision_and_changes_nothing_for_readers(article, editor):
    before = Generation.objects.get().number
    act = plan(article, by=editor)
    article.refresh_from_db()
    assert (act.state, act.revision, act.try_at, act.attempts) == ("waiting", article.draft, act.due_at, 0)
    assert not article.is_public
    assert not article.publications.exists()
    assert Generation.objects.get().number == before


def test_scheduling_leaves_a_trail_with_the_moment_and_the_version(article, editor):
    act = plan(article, by=editor, why="Agreed with the ministry")
    row = Trail.objects.get(act="scheduled")
    assert (row.by, row.object_id, row.why) == (editor, article.pk, "Agreed with the ministry")
    assert row.after == {"act": "publish", "revision": 1, "due_at": act.due_at.isoformat()}


def test_a_moment_that_has_passed_is_refused_with_the_moment_in_words(article, editor):
    said = refusal(plan, article, by=editor, hours=-1)
    assert said.startswith("This moment has passed: ")
    assert said.endswith(", Almaty.")
    assert not ScheduledAct.objects.exists()


@pytest.mark.parametrize("which", ["none", "of another article"])
def test_a_publication_needs_a_revision_of_its_article(article, editor, which):
    revision = None if which == "none" else begin(editor).draft
    assert "save the article first" in refusal(plan, article, by=editor, revision=revision)


def test_an_incomplete_revision_is_refused_now_and_not_at_six_in_the_morning(article, editor):
    save(article, editor, section=None)
    assert refusal(plan, article, by=editor) == "Not complete yet: section."


def test_an_article_on_hold_is_not_scheduled(article, editor):
    publishing.hold(article, by=editor, why="lawyer")
    assert "on hold" in refusal(plan, article, by=editor)


def test_the_hold_of_the_stored_row_counts_not_that_of_a_stale_copy(article, editor):
    stale = type(article).objects.get(pk=article.pk)
    publishing.hold(article, by=editor, why="lawyer")
    assert not stale.is_on_hold
    assert "on hold" in refusal(plan, stale, by=editor)


def test_nothing_is_scheduled_into_an_embargo_but_from_its_end_on(article, editor):
    until = soon(5)
    publishing.embargo(article, until=until, by=editor)
    assert refusal(plan, article, by=editor, hours=4).startswith("Under embargo until ")
    assert scheduling.schedule(article, act="publish", revision=article.draft, due_at=until, by=editor).pk


def test_a_taking_down_needs_a_reason(public, editor):
    assert "Say why" in refusal(plan, public, "take down", by=editor, why=" ")
    assert plan(public, "take down", by=editor).why == "It was wrong"


def test_what_is_not_public_then_cannot_be_taken_down(article, editor):
    assert "not public then" in refusal(plan, article, "take down", by=editor)
    plan(article, by=editor, hours=1)
    assert plan(article, "take down", by=editor, hours=2).state == "waiting"


def test_a_version_that_is_public_is_not_scheduled_again(public, editor):
    assert "public by then already" in refusal(plan, public, by=editor)


def test_the_same_version_is_scheduled_once(article, editor):
    plan(article, by=editor)
    assert "public by then already" in refusal(plan, article, by=editor, hours=2)


def test_an_older_version_does_not_follow_a_newer_one(article, editor):
    old = article.draft
    save(article, editor)
    plan(article, by=editor, hours=2)
    assert "newer version" in refusal(plan, article, by=editor, revision=old, hours=3)
    assert plan(article, by=editor, revision=old, hours=1).revision == old


def test_an_earlier_moment_is_refused_if_it_would_spoil_what_waits(article, editor):
    old = article.draft
    plan(article, by=editor, revision=old, hours=2)
    save(article, editor)
    assert "newer version" in refusal(plan, article, by=editor, hours=1)


def test_at_the_same_moment_what_was_planned_first_goes_first(article, editor):
    moment = soon()
    scheduling.schedule(article, act="publish", revision=article.draft, due_at=moment, by=editor)
    update = save(article, editor)
    assert scheduling.schedule(article, act="publish", revision=update, due_at=moment, by=editor).pk


def test_nothing_is_published_after_a_planned_taking_down(public, editor):
    plan(public, "take down", by=editor, hours=1)
    save(public, editor)
    assert "to be taken down before that" in refusal(plan, public, by=editor, hours=2)


def test_a_schedule_that_something_else_spoiled_does_not_stand_in_the_way(article, editor):
    old = article.draft
    plan(article, by=editor, revision=old, hours=5)
    publishing.publish(article, revision=save(article, editor, "Second"), by=editor)
    save(article, editor, "Third")
    assert plan(article, by=editor, hours=1).state == "waiting"


def test_moving_gives_another_moment_and_leaves_both_on_the_trail(article, editor):
    act = plan(article, by=editor)
    later = soon(3)
    moved = scheduling.move(act, due_at=later, by=editor)
    assert (moved.pk, moved.due_at, moved.try_at) == (act.pk, later, later)
    row = Trail.objects.get(act="moved")
    assert row.before == {"due_at": act.due_at.isoformat()}
    assert row.after == {"due_at": later.isoformat()}


def test_moving_is_held_to_the_same_rules(article, editor):
    act = plan(article, by=editor)
    assert "passed" in refusal(scheduling.move, act, due_at=soon(-1), by=editor)
    act.refresh_from_db()
    assert act.due_at > timezone.now()


def test_a_question_waits_again_once_it_is_moved(article, editor):
    act = plan(article, by=editor)
    publishing.hold(article, by=editor, why="lawyer")
    act.refresh_from_db()
    assert act.state == "question"
    publishing.lift_hold(article, by=editor)
    moved = scheduling.move(act, due_at=soon(2), by=editor)
    assert (moved.state, moved.error, moved.attempts) == ("waiting", "", 0)


def test_a_question_stays_one_while_the_hold_lasts(article, editor):
    act = plan(article, by=editor)
    publishing.hold(article, by=editor, why="lawyer")
    assert "on hold" in refusal(scheduling.move, act, due_at=soon(2), by=editor)
    act.refresh_from_db()
    assert act.state == "question"


def test_cancelling_leaves_the_reason_on_the_trail(public, editor):
    act = plan(public, "take down", by=editor)
    assert scheduling.cancel(act, by=editor, why="The source stands by it").state == "cancelled"
    row = Trail.objects.get(act="schedule cancelled")
    assert (row.why, row.before["act"], row.before["revision"]) == ("The source stands by it", "take down", None)


@pytest.mark.parametrize("verb", [scheduling.cancel, scheduling.move])
@pytest.mark.parametrize(("state", "said"), [("done", "has run already"), ("cancelled", "cancelled already")])
def test_what_is_over_is_neither_cancelled_nor_moved(article, editor, verb, state, said):
    act = plan(article, by=editor)
    ScheduledAct.objects.update(state=state)
    others = {"due_at": soon(2)} if verb is scheduling.move else {}
    assert said in refusal(verb, act, by=editor, **others)
