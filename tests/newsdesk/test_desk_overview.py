"""The overview: each box holds what waits, of the articles that one may see, in a fixed number of queries."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import drafting, publishing, scheduling
from articles.models import Anchor, Article, Contributor, PendingChange, ScheduledAct, Section
from articles.models.revision import WORDS
from newsdesk.desk.overview import board
from people.models import Quotation
from tests.articles import library, writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return Section.objects.create(name="Diplomacy")


@pytest.fixture
def write(section):
    """`write("headline", by=user)`: an article with a draft that could go out."""

    def make(headline, *, by):
        article = drafting.begin(language="en", by=by)
        save(article, headline, by=by, section=section)
        return article

    return make


def save(article, headline, *, by, section):
    words = dict.fromkeys(WORDS, "") | {"day": None, "lead_image": None, "section": section}
    words |= {"headline": headline, "body": "<p>Ada Orlan met Boris Temir.</p>"}
    return drafting.save_draft(article, words, base=article.draft, by=by)


def titles(rows):
    return [str(row) for row in rows]


def test_each_article_stands_in_the_boxes_of_what_it_waits_for(staff, write, section):
    me, colleague = staff("editor"), staff("editor")
    write("Mine", by=me)
    reviewed = write("Reviewed", by=colleague)
    Article.objects.filter(pk=reviewed.pk).update(stage=Article.Stage.IN_REVIEW)
    out = write("Out", by=colleague)
    publishing.publish(out, revision=out.draft, by=me)
    held = write("Held", by=colleague)
    publishing.hold(held, by=me, why="A lawyer reads it")
    updated = write("Before", by=me)
    updated = publishing.publish(updated, revision=updated.draft, by=me, moment=timezone.now() - timedelta(days=2))
    save(updated, "After", by=me, section=section)

    found = board(me)
    assert titles(found["in_review"]) == ["Reviewed"]
    assert titles(found["on_hold"]) == ["Held"]
    assert titles(found["my_drafts"]) == ["After", "Mine"]
    assert [article.headline for article in found["public_today"]] == ["Out"]


def test_what_is_due_is_listed_by_its_moment_and_late_acts_apart(staff, write):
    editor, now = staff("editor"), timezone.now()
    for headline, hours in (("Second", 30), ("First", 3), ("Late", 1)):
        article = write(headline, by=editor)
        due_at = now + timedelta(hours=hours)
        scheduling.schedule(article, act="publish", revision=article.draft, due_at=due_at, by=editor)
    ScheduledAct.objects.filter(article__draft__headline="Late").update(due_at=now - timedelta(hours=1))
    found = board(editor)
    assert [act.revision.headline for act in found["scheduled"]] == ["First", "Second"]
    assert [act.revision.headline for act in found["missed"]] == ["Late"]


def test_rows_that_ask_the_desk_are_questions(staff, write):
    editor = staff("editor")
    article = write("Asked about", by=editor)
    act = scheduling.schedule(
        article, act="publish", revision=article.draft, due_at=timezone.now() + timedelta(hours=1), by=editor
    )
    ScheduledAct.objects.filter(pk=act.pk).update(state="question", error="On hold")
    PendingChange.objects.create(
        article=article, kind="people.meeting", object_id=1, label="Talks", field="when", state="question"
    )
    quotation = Quotation.objects.create(source=article.source, text="Ada Orlan met Boris Temir.")
    Anchor.objects.create(quotation=quotation, article=article, wordings=[quotation.text], is_lost=True)
    found = board(editor)["questions"]
    assert {kind: len(rows) for kind, rows in found.items()} == {"acts": 1, "changes": 1, "anchors": 1}


def test_a_reporter_sees_only_what_is_his(staff, write, client):
    reporter, editor = staff("reporter"), staff("editor")
    write("His", by=reporter)
    other = write("Not his", by=editor)
    Article.objects.update(stage=Article.Stage.IN_REVIEW)
    scheduling.schedule(
        other, act="publish", revision=other.draft, due_at=timezone.now() + timedelta(hours=1), by=editor
    )
    found = board(reporter)
    assert titles(found["in_review"]) == ["His"]
    assert list(found["scheduled"]) == []


def test_somebody_who_may_see_no_article_gets_the_day_alone(staff):
    assert set(board(staff("administrator"))) == {"now", "city"}


def test_pictures_in_use_whose_licence_has_ended_or_ends_soon(staff, client):
    editor, today = staff("editor"), timezone.localdate()
    soon, over, idle = (library.row(licence_until=today + timedelta(days=days)) for days in (9, -1, -2))
    writing.begin(editor, lead_image=soon)
    article = writing.begin(editor, lead_image=over, body=library.figure(soon) + writing.BODY)
    assert list(board(editor)["licences"]) == [over, soon]
    assert idle not in board(editor)["licences"]
    client.force_login(editor)
    page = client.get(reverse("admin:index")).content.decode()
    assert page.index("Licence ended") < page.index("Licence ends in 9 days")
    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "The licence of «A river» ended on" in form
    assert "days left: 9" in form


def fill(write, editor, number):
    for one in range(number):
        Contributor.objects.create(name="Mira Sanat", portrait=library.row(licence_until=timezone.localdate()))
        article = write(f"Article {one}", by=editor)
        Article.objects.filter(pk=article.pk).update(stage=Article.Stage.IN_REVIEW)
        scheduling.schedule(
            article, act="publish", revision=article.draft, due_at=timezone.now() + timedelta(hours=1), by=editor
        )
        held = write(f"Held {one}", by=editor)
        publishing.hold(held, by=editor, why="Checked")
        out = write(f"Out {one}", by=editor)
        publishing.publish(out, revision=out.draft, by=editor)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_number_of_queries_with_one_row_and_with_three(
    rows, staff, write, client, django_assert_num_queries
):
    editor = staff("editor")
    fill(write, editor, rows)
    client.force_login(editor)
    client.get(reverse("admin:index"))
    with django_assert_num_queries(QUERIES):
        response = client.get(reverse("admin:index"))
    assert response.content.decode().count("Article ") >= rows


QUERIES = 14
"""Session, user, rights (2), and one a box."""
