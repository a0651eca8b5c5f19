"""`manage.py check_record` says nothing of a desk built through verbs, and finds every column that is out of step."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import anchoring, linking, publishing, record_check, reporting
from articles.models import Anchor, Article, Contributor, Mention, Publication, Section, Tag, Tagging
from people import recording, releasing
from people.models import Attendance, Meeting, Organisation, Person, Quotation, Source
from tests.articles.writing import begin, publish, save

pytestmark = pytest.mark.django_db
MET = "Ada Orlan met the minister in Oskemen."
FROZE = "The river froze."
BODY = f"<p>{MET}</p><p>{FROZE}</p>"


def said():
    """What the command prints, and whether it ends well."""
    out = StringIO()
    try:
        call_command("check_record", stdout=out)
    except CommandError as error:
        assert str(error) == f"{len(out.getvalue().splitlines())} differences."
        assert error.returncode == 1
        return out.getvalue()
    assert out.getvalue() == ""
    return ""


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def public(editor):
    """A public article with a tag, a byline, a link and a meeting; its draft is newer."""
    country = releasing.release(recording.keep(Organisation(name="Vesmark", kind="country"), by=editor), by=editor)
    ada = Person(name="Ada Orlan", given_name="Ada", family_name="Orlan", country=country)
    ada = releasing.release(recording.keep(ada, by=editor), by=editor)
    article = publish(
        editor,
        body=BODY,
        tags=[Tag.objects.create(name="Rivers"), Tag.objects.create(name="Bridges")],
        contributors=[Contributor.objects.create(name="Mira Sanat")],
    )
    linking.confirm(article, ada, words="Ada Orlan", by=editor)
    reporting.report(
        article,
        MET,
        meeting=Meeting(title="Talks in Oskemen", kind="talks", when="2023-05-30"),
        by=editor,
        roll=[reporting.Entry(says="attended", person=ada)],
    )
    save(article, editor, "A later thought", f"<p>{FROZE}</p>")
    return article


@pytest.fixture
def others(editor, public):
    """A draft, a held, a taken down and an empty article."""
    made = [publish(editor, name, f"<p>{name} froze.</p>") for name in ("Held", "Gone")]
    for article in made:
        anchoring.anchor(article, f"{article.headline} froze.", by=editor)
    publishing.hold(made[0], by=editor, why="lawyer")
    publishing.take_down(made[1], by=editor, why="wrong")
    draft = begin(editor, "Draft", BODY)
    anchoring.anchor(draft, FROZE, by=editor)
    return made


def test_a_desk_built_through_verbs_has_nothing_to_say(others):
    assert said() == ""


def test_an_article_whose_sentence_left_it_has_nothing_to_say(editor, public):
    publishing.publish(public, revision=public.draft, by=editor)
    assert Anchor.objects.get().is_lost
    assert Mention.objects.get().is_gone
    assert said() == ""


def stored(model, **columns):
    """Put wrong values where only verbs write."""
    model._base_manager.update(**columns)


@pytest.mark.parametrize(
    ("spoil", "column"),
    [
        (lambda: Publication.objects.update(until=timezone.now()), "is_public"),
        (lambda: stored(Article, first_public_at=timezone.now() - timedelta(days=400)), "first_public_at"),
        (lambda: stored(Article, drafted_at=None), "drafted_at"),
        (lambda: stored(Article, headline="Other words"), "headline"),
        (lambda: stored(Article, standfirst="Other words"), "standfirst"),
        (lambda: stored(Article, section=Section.objects.create(name="Trade")), "section"),
        (lambda: stored(Article, day="2020-01-01"), "day"),
        (lambda: Tagging.objects.first().delete(), "tags"),
        (lambda: Tagging.objects.filter(tag__name="Rivers").update(order=9), "tags"),
        (lambda: Article.objects.get().bylines.all().delete(), "bylines"),
        (lambda: stored(Source, title="Other words"), "title"),
        (lambda: stored(Source, day="2020-01-01"), "day"),
        (lambda: stored(Source, language="kk"), "language"),
        (lambda: stored(Source, address="/elsewhere/"), "address"),
        (lambda: stored(Quotation, text="Ada Orlan met nobody."), "text"),
        (lambda: stored(Quotation, is_public=False), "is_public"),
        (lambda: Anchor.objects.update(wordings=["Nobody said so."]), "is_lost"),
        (lambda: Anchor.objects.update(is_lost=True), "is_lost"),
        (lambda: Mention.objects.update(is_gone=True), "is_gone"),
        (lambda: Publication.objects.update(rendered={}), "rendered"),
        (lambda: stored(Attendance, state="absent"), "state"),
        (lambda: stored(Meeting, is_public=False), "is_public"),
    ],
)
def test_what_is_out_of_step_is_printed_with_what_it_should_be(public, spoil, column):
    assert said() == ""
    spoil()
    assert f": {column} is " in said()


def test_a_live_revision_that_is_not_the_published_one_is_found(public):
    stored(Article, live=public.draft)
    lines = said()
    assert "live is <Revision: A later thought (2)>, should be <Revision: Ministers meet (1)>" in lines
    assert "headline is 'Ministers meet', should be 'A later thought'" in lines


def test_an_article_that_is_closed_while_its_publication_stands_is_found(public):
    stored(Article, is_public=False)
    assert "is_public is False, should be True" in said()


def test_all_batches_are_looked_at(others, monkeypatch):
    stored(Article, headline="Other words")
    whole = record_check.differences()
    monkeypatch.setattr(record_check, "BATCH", 1)
    assert record_check.differences() == whole
    assert len({difference.row for difference in whole if difference.column == "headline"}) == 3
