"""Quoted sentences: matched whole, kept through edits."""

import pytest

from articles import anchoring, publishing
from articles.models import Anchor
from people import quoting, striking
from people.models import Quotation, Trail
from people.recording import Refused
from tests.people.keeping import attendance, fresh, meeting, person

from .writing import begin, publish, save

pytestmark = pytest.mark.django_db
CAME = "Ada Orlan came."
FROZE = "The river froze."
BODY = f"<p>{CAME} {FROZE}</p>"


@pytest.fixture
def editor(staff):
    return staff("editor")


def publish_anew(article, editor, body, **others):
    save(article, editor, body=body, **others)
    return publishing.publish(article, revision=article.draft, by=editor)


@pytest.mark.parametrize("text", ["Ada Orlan", "came.", "Ada Orlan came. The", "Ada Orlan left.", ""])
def test_only_a_whole_sentence_is_quoted(editor, text):
    article = begin(editor, body=BODY)
    with pytest.raises(Refused, match="not a whole sentence"):
        anchoring.anchor(article, text, by=editor)
    assert not Quotation.objects.exists()


def test_a_denial_never_opens_what_it_denies(editor):
    article = publish(editor, body="<p>The ministry denied that Ada Orlan came.</p>")
    with pytest.raises(Refused):
        anchoring.anchor(article, "Ada Orlan came.", by=editor)
    other = publish(editor, body=BODY)
    line = attendance(editor, meeting(editor), person(editor))
    said = anchoring.anchor(other, CAME, by=editor)
    quoting.add_evidence(said, line, says="attended", by=editor)
    assert fresh(line).state == "attended"
    publish_anew(other, editor, "<p>The ministry denied that Ada Orlan came.</p>")
    assert (fresh(said).is_public, fresh(line).state, Anchor.objects.get().is_lost) == (False, "", True)


def test_one_sentence_is_one_quotation(editor):
    article = publish(editor, body=BODY)
    one = anchoring.anchor(article, f"  {CAME.replace(' ', '  ')}", by=editor)
    two = anchoring.anchor(article, CAME, by=editor)
    assert one == two
    assert (one.text, one.is_public, one.source, one.language) == (CAME, True, article.source, "en")
    assert Trail.objects.filter(act="quoted").count() == 1
    striking.strike(one, by=editor, reason="misheard")
    assert anchoring.anchor(article, CAME, by=editor) != one


def test_a_sentence_that_left_the_article_is_not_quoted_again(editor):
    article = begin(editor, body=BODY)
    anchoring.anchor(article, CAME, by=editor)
    save(article, editor, body=f"<p>{FROZE}</p>")
    with pytest.raises(Refused):
        anchoring.anchor(article, CAME, by=editor)


def test_a_sentence_of_the_standfirst_counts(editor):
    article = publish(editor, body=BODY, standfirst="Boris Temir stayed away & slept.")
    assert anchoring.anchor(article, "Boris Temir stayed away & slept.", by=editor).is_public


def test_a_sentence_of_the_draft_alone_waits_for_it(editor):
    article = publish(editor, body=f"<p>{FROZE}</p>")
    save(article, editor, body=BODY)
    said = anchoring.anchor(article, CAME, by=editor)
    assert (said.is_public, Anchor.objects.get().is_lost) == (False, True)
    publishing.publish(article, revision=article.draft, by=editor)
    assert (fresh(said).is_public, Anchor.objects.get().is_lost) == (True, False)


def test_a_sentence_mended_in_a_draft_neither_closes_nor_shows_early(editor):
    article = publish(editor, body=BODY)
    said = anchoring.anchor(article, CAME, by=editor)
    mended = "Ada Orlan arrived."
    save(article, editor, body=f"<p>{mended} {FROZE}</p>")
    anchoring.nod(said.anchor, f"Ada  Orlan {'arrived.'}", by=editor)
    assert (fresh(said).text, fresh(said).is_public) == (CAME, True)
    publishing.publish(article, revision=article.draft, by=editor)
    assert (fresh(said).text, fresh(said).is_public) == (mended, True)
    assert Trail.objects.get(act="reworded").after == {"text": mended}
    assert anchoring.anchor(article, mended, by=editor) == said


def test_without_a_nod_the_new_wording_is_a_question(editor):
    article = publish(editor, body=BODY)
    said = anchoring.anchor(article, CAME, by=editor)
    publish_anew(article, editor, "<p>Ada Orlan arrived.</p>")
    assert (fresh(said).is_public, fresh(said).text, Anchor.objects.get().is_lost) == (False, CAME, True)
    anchoring.nod(said.anchor, "Ada Orlan arrived.", by=editor)
    assert (fresh(said).is_public, fresh(said).text) == (True, "Ada Orlan arrived.")
    assert not Anchor.objects.get().is_lost


def test_of_two_wordings_that_stand_the_last_nodded_to_counts(editor):
    article = publish(editor, body=BODY)
    said = anchoring.anchor(article, CAME, by=editor)
    anchoring.nod(said.anchor, FROZE, by=editor)
    assert fresh(said).text == FROZE
    anchoring.nod(said.anchor, CAME, by=editor)
    assert fresh(said).text == CAME
    assert Anchor.objects.get().wordings == [FROZE, CAME]


def test_a_nod_is_to_a_whole_sentence_of_the_draft(editor):
    said = anchoring.anchor(publish(editor, body=BODY), CAME, by=editor)
    with pytest.raises(Refused):
        anchoring.nod(said.anchor, "The river", by=editor)
    assert Anchor.objects.get().wordings == [CAME]


def test_the_sentences_of_a_closed_article_are_closed_and_not_lost(editor):
    article = publish(editor, body=BODY)
    said = anchoring.anchor(article, CAME, by=editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(said).is_public, Anchor.objects.get().is_lost) == (False, False)
    assert str(Anchor.objects.get()) == CAME
