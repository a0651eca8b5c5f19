"""Articles and pictures on pages of the record: only public ones, in a fixed number of queries."""

from datetime import date

import pytest

from articles import linking, publishing
from articles.models import Image
from articles.models.image import Depiction
from articles.reporting import Entry, report
from articles.templatetags.about import articles_about, articles_quoting, pictures_of
from people import striking
from people.models import Evidence, Meeting
from tests.articles import writing
from tests.people import desk as desks

pytestmark = pytest.mark.django_db
SAID = "Ada Orlan met Boris Temir in Oskemen on Tuesday."


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def ada(editor):
    return desks.person(editor, "Ada Orlan")


def about(editor, person, headline, **others):
    made = writing.publish(editor, headline, **others)
    linking.confirm(made, person, words=person.name, by=editor)
    return made


def headlines(teasers):
    return [teaser["headline"] for teaser in teasers]


def test_articles_about_somebody(editor, ada):
    about(editor, ada, "First", day=date(2023, 4, 27))
    writing.publish(editor, "Not linked")
    draft = writing.begin(editor, "Draft")
    linking.confirm(draft, ada, words="Ada Orlan", by=editor)
    [teaser] = articles_about(ada)
    assert (teaser["headline"], teaser["url"], teaser["iso"]) == ("First", "/articles/first/", "2023-04-27")


def test_struck_links_lost_words_and_what_is_down_are_gone(editor, ada):
    struck, gone, down = (about(editor, ada, headline) for headline in ("Struck", "Gone", "Down"))
    assert len(articles_about(ada)) == 3
    linking.strike(struck.mentions.get(), by=editor)
    writing.save(gone, editor, "Gone", "<p>Nobody is named here.</p>")
    gone.refresh_from_db()
    publishing.publish(gone, revision=gone.draft, by=editor)
    publishing.take_down(down, by=editor, why="wrong")
    assert articles_about(ada) == []


def test_articles_that_a_meeting_rests_on(editor, ada):
    made = writing.publish(editor, "Talks", SAID_BODY)
    roll = [Entry("attended", ada)]
    meeting = report(made, SAID, meeting=Meeting(title="Talks", when="2023-05"), by=editor, roll=roll)
    report(made, "They agreed.", meeting=meeting, by=editor, outcomes=[("agreed", "peace")])
    report(made, "It was held.", meeting=meeting, by=editor, meeting_says="held")
    draft = writing.begin(editor, "Secret", "<p>Ada Orlan was away.</p>")
    report(draft, "Ada Orlan was away.", meeting=meeting, by=editor, roll=[Entry("absent", ada)])
    [found] = articles_quoting(meeting)
    assert (found["headline"], found["states"], found["number"]) == ("Talks", ["attended"], 3)
    striking.strike(Evidence.objects.get(attendance__person=ada, says="attended"), by=editor, reason="no")
    [found] = articles_quoting(meeting)
    assert (found["states"], found["number"]) == ([], 2)


SAID_BODY = f"<p>{SAID}</p><p>They agreed.</p><p>It was held.</p>"


def test_pictures_of_somebody_that_are_shown(editor, ada):
    boris = desks.person(editor, "Boris Temir")
    for number, (person, is_portrait) in enumerate(((ada, True), (ada, False), (boris, True))):
        image = Image.objects.create(
            hash=str(number) * 32, file="x.jpg", width=900, height=600, alt=f"Picture {number}", created_at=MOMENT
        )
        Depiction.objects.create(image=image, person=person, is_portrait=is_portrait)
    assert [picture.alt for picture in pictures_of(ada)] == ["Picture 0"]  # the other one stands nowhere


MOMENT = "2023-01-01T00:00:00Z"


def test_as_many_queries_for_one_article_as_for_three(editor, ada, django_assert_max_num_queries):
    for number in (1, 2, 3):
        about(editor, ada, f"Article {number}")
        with django_assert_max_num_queries(2):
            assert len(articles_about(ada)) == number
