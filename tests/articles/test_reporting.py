"""From a sentence to the record, all of it or nothing."""

import pytest

from articles import publishing, reporting
from articles.models import PendingChange
from articles.reporting import Entry
from people import recording, striking
from people.models import Attendance, Evidence, Meeting, Outcome, Quotation
from people.recording import Refused
from tests.people.keeping import fresh, organisation, person

from .writing import begin, publish, save

pytestmark = pytest.mark.django_db
MET = "Ada Orlan met Boris Temir in Oskemen on Tuesday."
SIGNED = "They signed a treaty on the river."
BODY = f"<p>{MET} {SIGNED}</p>"


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def ada(editor):
    return person(editor)


def talks():
    return Meeting(title="Talks", when="2023-05-30")


def test_one_sentence_records_meeting_roll_and_outcome(editor, ada):
    body = organisation(editor)
    boris = person(editor, "Boris Temir")
    article = publish(editor, body=BODY)
    meeting = reporting.report(
        article,
        MET,
        meeting=talks(),
        by=editor,
        meeting_says="held",
        outcomes=[("signed", "a treaty")],
        roll=[
            Entry(says="attended", person=ada, on_behalf_of=body, role="head", title_as_printed="minister"),
            Entry(says="announced", description="senior officials", announced_by="the ministry"),
            Entry(says="absent", person=boris),
        ],
    )
    assert (meeting.is_public, meeting.state, meeting.slug) == (True, "held", "talks-2023")
    first, unnamed, absent = meeting.attendances.order_by("pk")
    assert (first.state, first.side, first.role, first.title_as_printed) == ("attended", body, "head", "minister")
    assert (unnamed.who, unnamed.state, unnamed.evidence.get().announced_by) == (
        *("senior officials", "announced", "the ministry"),
    )
    assert (absent.state, meeting.outcomes.get().is_public) == ("absent", True)
    assert (Quotation.objects.count(), Evidence.objects.count()) == (1, 5)


def test_a_second_sentence_adds_to_what_is_there(editor, ada):
    article = publish(editor, body=BODY)
    boris, body = person(editor, "Boris Temir"), organisation(editor)
    meeting = reporting.report(
        article,
        MET,
        meeting=talks(),
        by=editor,
        outcomes=[("signed", "a treaty")],
        roll=[
            Entry(says="attended", person=ada, role="head", on_behalf_of=body),
            Entry(says="expected", description="aides"),
        ],
    )
    reporting.report(
        article,
        SIGNED,
        meeting=meeting,
        by=editor,
        outcomes=[("signed", "a treaty")],
        roll=[
            Entry(says="attended", person=ada, stands_in_for=boris),
            Entry(says="attended", description="aides"),
        ],
    )
    line, aides = Attendance.objects.order_by("pk")
    assert (line.role, line.on_behalf_of, line.stands_in_for) == ("head", body, boris)
    assert (aides.state, line.evidence.count(), Outcome.objects.get().evidence.count()) == ("attended", 2, 2)


def test_nothing_is_kept_when_one_part_is_refused(editor, ada):
    article = publish(editor, body=BODY)
    roll = [Entry(says="attended", person=ada), Entry(says="held", person=person(editor, "Boris Temir"))]
    with pytest.raises(Exception, match="says"):
        reporting.report(article, MET, meeting=talks(), by=editor, roll=roll)
    assert [model.objects.count() for model in (Quotation, Meeting, Attendance, PendingChange)] == [0, 0, 0, 0]
    with pytest.raises(Refused, match="whole sentence"):
        reporting.report(article, "Ada Orlan met", meeting=talks(), by=editor)


def test_a_draft_writes_nothing_that_readers_see(editor, ada):
    article = begin(editor, body=BODY)
    meeting = reporting.report(
        article,
        MET,
        meeting=talks(),
        by=editor,
        outcomes=[("agreed", "peace")],
        roll=[Entry(says="attended", person=ada)],
    )
    rows = [meeting, Attendance.objects.get(), Outcome.objects.get()]
    assert [(row.waits, row.is_public) for row in rows] == [(True, False)] * 3
    publishing.publish(article, revision=article.draft, by=editor)
    assert [(fresh(row).waits, fresh(row).is_public) for row in rows] == [(False, True)] * 3


def test_an_existing_line_is_edited_by_the_draft_only_when_it_goes_out(editor, ada):
    first = publish(editor, body=BODY)
    meeting = reporting.report(first, MET, meeting=talks(), by=editor, roll=[Entry(says="attended", person=ada)])
    draft = begin(editor, "Second", BODY)
    edited = fresh(meeting)
    edited.title = "Talks on the river"
    entry = Entry(says="absent", person=ada, title_as_printed="the new minister")
    reporting.report(draft, MET, meeting=edited, by=editor, roll=[entry])
    line = Attendance.objects.get()
    assert (line.title_as_printed, line.state, fresh(meeting).title) == ("", "attended", "Talks")
    publishing.publish(draft, revision=draft.draft, by=editor)
    line = Attendance.objects.get()
    assert (line.title_as_printed, line.state, fresh(meeting).title) == (
        *("the new minister", "disputed", "Talks on the river"),
    )
    publishing.hold(draft, by=editor, why="lawyer")
    line = Attendance.objects.get()
    assert (line.title_as_printed, line.state, fresh(meeting).title) == ("", "attended", "Talks")


def test_a_sentence_of_the_draft_of_a_public_article_waits(editor, ada):
    article = publish(editor, body=f"<p>{MET}</p>")
    save(article, editor, body=BODY)
    meeting = reporting.report(article, SIGNED, meeting=talks(), by=editor, roll=[Entry(says="attended", person=ada)])
    assert (meeting.waits, meeting.is_public) == (True, False)


def test_what_was_struck_is_put_back_first(editor, ada):
    article = publish(editor, body=BODY)
    roll = [Entry(says="attended", person=ada), Entry(says="attended", description="aides")]
    meeting = reporting.report(article, MET, meeting=talks(), by=editor, roll=roll)
    for line in Attendance.objects.all():
        striking.strike(line, by=editor, reason="wrong")
    for entry in roll:
        with pytest.raises(Refused, match="is struck"):
            reporting.report(article, SIGNED, meeting=meeting, by=editor, roll=[entry])
    recording.keep(Attendance(meeting=meeting, description="aides"), by=editor)
    reporting.report(article, SIGNED, meeting=meeting, by=editor, roll=roll[1:])
    assert Attendance.objects.filter(description="aides", is_public=True).count() == 1
    striking.strike(meeting, by=editor, reason="invented")
    with pytest.raises(Refused, match="«Talks» is struck"):
        reporting.report(article, SIGNED, meeting=fresh(meeting), by=editor)
