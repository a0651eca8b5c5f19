"""The sentences to choose from: what each is evidence for already."""

import pytest

from articles import quotable, reporting
from articles.reporting import Entry
from people.models import Meeting
from tests.people.keeping import person

from .writing import begin

pytestmark = pytest.mark.django_db
MET = "Ada Orlan met Boris Temir in Oskemen on Tuesday."
NEXT = "They will meet again."


def test_a_sentence_says_of_a_meeting_who_came_what_it_was_and_what_came_of_it(staff):
    editor = staff("editor")
    article = begin(editor, "Ministers meet", f"<p>{MET} {NEXT}</p>")
    reporting.report(
        article,
        MET,
        meeting=Meeting(title="Talks", when="2023-05-30"),
        by=editor,
        meeting_says="held",
        outcomes=[("signed", "a treaty")],
        roll=[Entry(says="attended", person=person(editor)), Entry(says="absent", description="the mayor")],
    )
    reading = quotable.read(article)
    met, following = reading.paragraphs[0].lines
    (spoken_of,) = met.quoted.meetings
    assert [tuple(each) for each in spoken_of.tally] == [("attended", 1), ("absent", 1)]
    assert (spoken_of.meeting.title, spoken_of.others) == ("Talks", ["held", "signed: a treaty"])
    assert (following.quoted, reading.lost) == (None, [])
    assert (reading.after(MET), reading.after(NEXT), reading.after("Never written.")) == (NEXT, None, None)
