"""What the desk does with an article: who may, when it is offered, what it does, how it is refused."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import publishing, scheduling
from articles.models import Correction, ScheduledAct
from articles.record_check import differences
from tests.articles import writing

pytestmark = pytest.mark.django_db
ALL = {"publish", "publish-later", "update", "update-later", "move", "cancel", "correct"}
ALL |= {"lift-hold", "lift-embargo", "embargo", "hold", "readdress", "take-down", "take-down-later"}


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def act(article, name):
    return reverse("admin:articles_article_act", args=[article.pk, name])


def offered(client, article):
    page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    return {each.name for each in page.context["acts"]}


def in_an_hour(**more):
    moment = timezone.localtime(timezone.now() + timedelta(hours=1, **more))
    return moment.strftime("%Y-%m-%dT%H:%M")


def waiting(article):
    return list(article.scheduled_acts.values_list("state", flat=True))


def refusal(answer):
    assert answer.status_code == 200
    form = answer.context["form"]
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def test_the_version_that_was_seen_is_published(desk, editor):
    article = writing.begin(editor)
    page = desk.get(act(article, "publish"))
    assert page.context["form"]["revision"].value() == article.draft_id
    assert desk.post(act(article, "publish"), {"revision": article.draft_id}).status_code == 302
    article.refresh_from_db()
    assert (article.is_public, article.live) == (True, article.draft)


@pytest.mark.parametrize("name", ["publish", "publish-later"])
def test_a_version_nobody_read_is_not_published(name, desk, editor):
    article = writing.begin(editor)
    seen = article.draft_id
    writing.save(article, editor)
    answer = desk.post(act(article, name), {"revision": seen, "due_at": in_an_hour()})
    assert "newer version" in refusal(answer)
    article.refresh_from_db()
    assert (article.is_public, waiting(article)) == (False, [])


@pytest.mark.parametrize("revision", ["", "x", "999", "99999999999999999999999"])
def test_a_forged_version_is_refused(revision, desk, editor):
    article = writing.begin(editor)
    assert refusal(desk.post(act(article, "publish"), {"revision": revision}))
    article.refresh_from_db()
    assert not article.is_public


def test_what_is_not_complete_is_refused_in_place(desk, editor):
    article = writing.begin(editor, section=None)
    assert "section" in refusal(desk.post(act(article, "publish"), {"revision": article.draft_id}))


def test_an_update_goes_out_now(desk, editor):
    article = writing.publish(editor)
    writing.save(article, editor, headline="Ministers met")
    assert desk.post(act(article, "update"), {"revision": article.draft_id}).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.publications.count()) == ("Ministers met", 2)


def test_a_publication_waits_is_moved_and_cancelled(desk, editor):
    article = writing.begin(editor)
    desk.post(act(article, "publish-later"), {"revision": article.draft_id, "due_at": in_an_hour()})
    waits = ScheduledAct.objects.get()
    assert (waits.state, waits.revision, waits.by) == ("waiting", article.draft, editor)
    assert "Goes out" in desk.get(reverse("admin:articles_article_change", args=[article.pk])).context["goes_out"]
    assert {"move", "cancel"} <= offered(desk, article)
    desk.post(act(article, "move"), {"scheduled": waits.pk, "due_at": in_an_hour(days=1)})
    assert ScheduledAct.objects.get().due_at > waits.due_at
    desk.post(act(article, "cancel"), {"scheduled": waits.pk, "why": "Not yet"})
    assert waiting(article) == ["cancelled"]
    assert offered(desk, article) & {"move", "cancel"} == set()


def test_an_update_waits(desk, editor):
    article = writing.publish(editor)
    writing.save(article, editor)
    desk.post(act(article, "update-later"), {"revision": article.draft_id, "due_at": in_an_hour()})
    assert waiting(article) == ["waiting"]


@pytest.mark.parametrize("moment", ["2020-01-01T10:00", "", "tomorrow", "2022-02-30T10:00"])
def test_a_moment_that_cannot_be_is_said_at_its_field(moment, desk, editor):
    article = writing.begin(editor)
    assert refusal(desk.post(act(article, "publish-later"), {"revision": article.draft_id, "due_at": moment}))
    assert waiting(article) == []


def test_an_act_of_another_article_cannot_be_cancelled_from_here(desk, editor):
    article, other = writing.begin(editor), writing.begin(editor, headline="Another")
    moment = timezone.now() + timedelta(hours=1)
    waits = scheduling.schedule(other, act="publish", revision=other.draft, due_at=moment, by=editor)
    scheduling.schedule(article, act="publish", revision=article.draft, due_at=moment, by=editor)
    assert refusal(desk.post(act(article, "cancel"), {"scheduled": waits.pk}))
    assert waiting(other) == ["waiting"]


def test_a_question_may_be_moved(desk, editor):
    article = writing.begin(editor)
    moment = timezone.now() + timedelta(hours=1)
    scheduling.schedule(article, act="publish", revision=article.draft, due_at=moment, by=editor)
    publishing.hold(article, by=editor, why="Ask the lawyer")
    page = desk.get(act(article, "cancel")).content.decode()
    assert "not done: it asks" in page


def test_embargo_stops_publishing_until_it_is_lifted(desk, editor):
    article = writing.begin(editor)
    assert "has passed" in refusal(desk.post(act(article, "embargo"), {"until": "2020-01-01T10:00"}))
    desk.post(act(article, "embargo"), {"until": in_an_hour(), "why": "Agreed with the ministry"})
    assert "Embargoed until" in refusal(desk.post(act(article, "publish"), {"revision": article.draft_id}))
    assert "lift-embargo" in offered(desk, article)
    desk.post(act(article, "lift-embargo"))
    assert desk.post(act(article, "publish"), {"revision": article.draft_id}).status_code == 302


def test_hold_takes_it_from_readers_and_lifting_puts_nothing_out(desk, editor):
    article = writing.publish(editor)
    assert refusal(desk.post(act(article, "hold")))
    desk.post(act(article, "hold"), {"why": "Ask the lawyer"})
    article.refresh_from_db()
    assert (article.is_on_hold, article.is_public) == (True, False)
    assert offered(desk, article) == {"lift-hold", "embargo", "readdress"}
    desk.post(act(article, "lift-hold"))
    article.refresh_from_db()
    assert (article.is_on_hold, article.is_public) == (False, False)


def test_taking_down_needs_a_reason(desk, editor):
    article = writing.publish(editor)
    assert refusal(desk.post(act(article, "take-down"), {"why": " "}))
    desk.post(act(article, "take-down"), {"why": "It was not true"})
    article.refresh_from_db()
    assert (article.is_public, article.taken_down_reason) == (False, "It was not true")


def test_taking_down_can_wait_for_its_moment(desk, editor):
    article = writing.publish(editor)
    assert refusal(desk.post(act(article, "take-down-later"), {"why": " ", "due_at": in_an_hour()}))
    assert refusal(desk.post(act(article, "take-down-later"), {"why": "The licence ends", "due_at": ""}))
    assert "has passed" in refusal(
        desk.post(act(article, "take-down-later"), {"why": "The licence ends", "due_at": "2020-01-01T10:00"})
    )
    desk.post(act(article, "take-down-later"), {"why": "The licence ends", "due_at": in_an_hour()})
    waits = ScheduledAct.objects.get()
    assert (waits.act, waits.why, waits.state) == ("take down", "The licence ends", "waiting")
    article.refresh_from_db()
    assert article.is_public


def test_an_address_is_changed_and_what_was_typed_stays_where_it_is_refused(desk, editor):
    article, other = writing.publish(editor), writing.publish(editor, "Something else")
    asked = desk.get(act(article, "readdress"))
    assert asked.context["form"]["slug"].value() == article.slug == "ministers-meet"
    answer = desk.post(act(article, "readdress"), {"slug": "something-else", "why": "Shorter"})
    assert "is taken" in refusal(answer) and "Shorter" in answer.content.decode()
    assert "«a-b»" in refusal(desk.post(act(article, "readdress"), {"slug": "A b!"}))
    assert desk.post(act(article, "readdress"), {"slug": "ministers", "why": "Shorter"}).status_code == 302
    article.refresh_from_db()
    other.refresh_from_db()
    assert (article.slug, article.source.address, other.slug) == ("ministers", "/articles/ministers/", "something-else")
    assert differences() == []


def test_a_correction_stands_under_the_article(desk, editor):
    article = writing.publish(editor)
    desk.post(act(article, "correct"), {"kind": "clarification", "text": "It was Tuesday."})
    assert [(each.kind, each.text) for each in Correction.objects.all()] == [("clarification", "It was Tuesday.")]
    assert refusal(desk.post(act(article, "correct"), {"kind": "rumour", "text": "x"}))


def test_only_what_makes_sense_is_offered(desk, editor):
    article = writing.begin(editor)
    assert offered(desk, article) == {"publish", "publish-later", "embargo", "hold"}
    publishing.publish(article, revision=article.draft, by=editor)
    public = {"correct", "embargo", "hold", "readdress", "take-down", "take-down-later"}
    assert offered(desk, article) == public
    writing.save(article, editor)
    assert offered(desk, article) == public | {"update", "update-later"}


@pytest.mark.parametrize("role", ["reporter", "record keeper"])
def test_others_are_offered_nothing_and_a_forged_post_is_refused(role, client, staff, editor):
    someone = staff(role)
    client.force_login(someone)
    article = writing.begin(someone if role == "reporter" else editor)
    assert offered(client, article) == set()
    for name in ALL:
        answer = client.post(act(article, name), {"revision": article.draft_id, "why": "x", "due_at": in_an_hour()})
        assert answer.status_code == 403, name
    article.refresh_from_db()
    assert (article.is_public, article.is_on_hold, article.embargoed_until) == (False, False, None)


def test_an_act_that_is_none_is_not_found(desk, editor):
    assert desk.get(act(writing.begin(editor), "burn")).status_code == 404
