"""What somebody leaves on the desk goes to a colleague."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import anchoring, handing_over, scheduling
from articles.handing_over import Left
from articles.models import Anchor, Article, PendingChange, ScheduledAct
from people.models import Trail
from people.recording import Refused

from .writing import begin, publish

pytestmark = pytest.mark.django_db
WAITING, QUESTION, DONE = ("waiting", "question", "done")


@pytest.fixture
def leaver(staff):
    return staff("editor", "leaver")


@pytest.fixture
def heir(staff):
    return staff("editor", "heir")


def act(article, by, state=WAITING):
    due = timezone.now() + timedelta(hours=1)
    made = scheduling.schedule(article, act="publish", revision=article.draft, due_at=due, by=by)
    ScheduledAct.objects.filter(pk=made.pk).update(state=state)
    return made


def change(article, by, state):
    return PendingChange.objects.create(article=article, kind="people.person", object_id=1, by=by, state=state)


def test_drafts_go_and_what_is_finished_stays(leaver, heir):
    draft, finished, others = begin(leaver), publish(leaver, "Finished"), begin(heir)
    assert handing_over.left_by(leaver) == Left(1, 0, 0)
    handing_over.hand_over(leaver, to=heir, by=heir, why="left")
    owners = dict(Article.objects.values_list("pk", "created_by"))
    assert owners == {draft.pk: heir.pk, finished.pk: leaver.pk, others.pk: heir.pk}
    assert not handing_over.left_by(leaver)
    row = Trail.objects.get(act="handed over")
    assert (row.object_id, row.by, row.why, row.before, row.after) == (
        *(draft.pk, heir, "left"),
        *({"whose": "leaver"}, {"whose": "heir"}),
    )


def test_acts_and_changes_that_wait_or_ask_go_and_what_is_done_keeps_the_name(leaver, heir):
    articles = [begin(heir, f"Number {number}") for number in range(3)]
    for article, state in zip(articles, (WAITING, QUESTION, DONE), strict=True):
        act(article, leaver, state)
        change(article, leaver, {DONE: "applied"}.get(state, state))
    assert handing_over.left_by(leaver) == Left(0, 2, 2)
    handing_over.hand_over(leaver, to=heir, by=heir)
    whose = dict(ScheduledAct.objects.values_list("state", "by__username"))
    assert whose == {WAITING: "heir", QUESTION: "heir", DONE: "leaver"}
    assert dict(PendingChange.objects.values_list("state", "by__username")) == {
        WAITING: "heir",
        QUESTION: "heir",
        "applied": "leaver",
    }


def test_a_public_article_of_which_a_sentence_asks_goes_too(leaver, heir):
    article = publish(leaver)
    said = anchoring.anchor(article, "Ada Orlan met Boris Temir in Oskemen on Tuesday.", by=leaver)
    Anchor.objects.filter(quotation=said).update(is_lost=True)
    assert handing_over.left_by(leaver) == Left(0, 0, 1)
    handing_over.hand_over(leaver, to=heir, by=heir)
    assert Article.objects.get(pk=article.pk).created_by == heir


def test_the_colleague_must_be_able_to_go_on_with_it(leaver, staff):
    article = begin(leaver)
    reporter, keeper = staff("reporter"), staff("record keeper")
    with pytest.raises(Refused, match="may not write articles"):
        handing_over.hand_over(leaver, to=keeper, by=keeper)
    act(article, leaver)
    with pytest.raises(Refused, match="may not publish"):
        handing_over.hand_over(leaver, to=reporter, by=keeper)
    assert (Article.objects.get().created_by, ScheduledAct.objects.get().by) == (leaver, leaver)


def test_who_leaves_nothing_can_leave_it_to_anybody(leaver, staff):
    handing_over.hand_over(leaver, to=staff("record keeper"), by=leaver)
    assert Trail.objects.count() == 0
