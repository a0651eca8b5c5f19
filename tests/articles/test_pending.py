"""What an article that readers cannot see would change in the record waits, opens with it and goes back with it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles import anchoring, pending, publishing, reporting
from articles.models import PendingChange
from people import disclosure, recording, releasing
from people.models import Attendance, Meeting, Membership, Organisation, Person, Place, Quotation, Source, Trail
from people.recording import Refused
from tests.people.keeping import evidence, fresh, meeting, organisation, person, post

from .writing import begin, publish, save

pytestmark = pytest.mark.django_db
MET = "Ada Orlan met Boris Temir in Oskemen on Tuesday."


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def talks(editor):
    """Public talks that other sentences report."""
    row = meeting(editor)
    evidence(editor, row, "held")
    return fresh(row)


def edited(row, **columns):
    """A copy of the row with other values, as a form has it."""
    copy = fresh(row)
    for name, value in columns.items():
        setattr(copy, name, value)
    return copy


def go_out(article, editor):
    return publishing.publish(article, revision=article.draft, by=editor)


def draft_sentence(article, editor):
    """The quotation of a sentence that stands in the draft of the article alone."""
    save(article, editor, body=f"<p>{MET}</p><p>They will meet in Zhelkent.</p>")
    return anchoring.anchor(article, "They will meet in Zhelkent.", by=editor)


def states(article):
    return list(article.pending_changes.values_list("field", "state"))


def test_an_edit_waits_for_its_article_and_goes_back_with_it(editor, talks):
    article = begin(editor)
    kept = pending.keep_from(article, edited(talks, title="Secret talks"), by=editor)
    assert (kept.title, fresh(talks).title) == ("Talks in Oskemen", "Talks in Oskemen")
    assert states(article) == [("title", "waiting")]
    go_out(article, editor)
    assert fresh(talks).title == "Secret talks"
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(talks).title, states(article)) == ("Talks in Oskemen", [("title", "waiting")])
    go_out(article, editor)
    assert fresh(talks).title == "Secret talks"
    publishing.hold(article, by=editor, why="lawyer")
    assert fresh(talks).title == "Talks in Oskemen"
    assert list(Trail.objects.filter(act__in=["applied", "taken back"]).values_list("act", flat=True)) == [
        *("taken back", "applied", "taken back", "applied")
    ]
    assert disclosure.check_all() == []


def test_days_bodies_and_places_wait_whole(editor, talks):
    place = recording.keep(Place(name="Zhelkent"), by=editor)
    article = begin(editor)
    copy = edited(talks, when="2023-06", place=place, kind="summit")
    pending.keep_from(article, copy, by=editor)
    assert (fresh(talks).when, fresh(talks).place) == ("2023-05-30", None)
    go_out(article, editor)
    row = fresh(talks)
    assert (row.when, row.when_earliest, row.when_latest) == ("2023-06", date(2023, 6, 1), date(2023, 6, 30))
    assert (row.place, row.kind) == (place, "summit")
    publishing.take_down(article, by=editor, why="wrong")
    row = fresh(talks)
    assert (row.when, row.when_latest, row.place, row.kind) == ("2023-05-30", date(2023, 5, 30), None, "talks")


def test_plain_days_wait_too(editor):
    office = recording.keep(
        Membership(person=person(editor), post=post(editor, organisation(editor)), vouched_reason="Register"), by=editor
    )
    article = begin(editor)
    pending.keep_from(article, edited(office, confirmed_on=date(2023, 5, 30), is_acting=True), by=editor)
    go_out(article, editor)
    assert (fresh(office).confirmed_on, fresh(office).is_acting) == (date(2023, 5, 30), True)


def test_a_public_article_writes_at_once_and_remembers(editor, talks):
    article = publish(editor)
    assert pending.keep_from(article, edited(talks, title="Open talks"), by=editor).title == "Open talks"
    assert pending.keep_from(article, edited(talks, title="Open-air talks"), by=editor).title == "Open-air talks"
    change = PendingChange.objects.get()
    assert (change.old, change.new, change.state, str(change)) == (
        *("Talks in Oskemen", "Open-air talks", "applied", "Open talks: title"),
    )
    publishing.take_down(article, by=editor, why="wrong")
    assert fresh(talks).title == "Talks in Oskemen"


def test_nothing_changed_is_nothing_waiting(editor, talks):
    article = begin(editor)
    number = Trail.objects.count()
    assert pending.keep_from(article, fresh(talks), by=editor) == talks
    assert (states(article), Trail.objects.count()) == ([], number)


def test_what_the_row_refuses_does_not_wait(editor, talks):
    article = begin(editor)
    with pytest.raises(ValidationError):
        pending.keep_from(article, edited(talks, when="2023-02-30"), by=editor)
    assert states(article) == []


def test_a_value_that_moved_before_publication_is_a_question(editor, talks):
    article = begin(editor)
    pending.keep_from(article, edited(talks, title="Secret talks", kind="summit"), by=editor)
    recording.keep(edited(talks, title="Talks of two"), by=editor)
    go_out(article, editor)
    assert (fresh(talks).title, fresh(talks).kind) == ("Talks of two", "summit")
    assert sorted(states(article)) == [("kind", "applied"), ("title", "question")]
    pending.keep_from(article, edited(talks, title="Talks of three"), by=editor)
    assert fresh(talks).title == "Talks of three"
    publishing.take_down(article, by=editor, why="wrong")
    assert fresh(talks).title == "Talks of two"


def test_a_value_that_moved_after_publication_is_a_question(editor, talks):
    article = begin(editor)
    pending.keep_from(article, edited(talks, title="Secret talks"), by=editor)
    go_out(article, editor)
    recording.keep(edited(talks, title="Talks of two"), by=editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(talks).title, states(article)) == ("Talks of two", [("title", "question")])


def test_a_value_that_the_row_refuses_by_then_is_a_question(editor):
    vesmark, ostland = organisation(editor), organisation(editor, "Ostland")
    article = begin(editor)
    pending.keep_from(article, edited(vesmark, parent=ostland, description="Land of rivers"), by=editor)
    recording.keep(edited(vesmark, description="Land of lakes"), by=editor)
    recording.keep(edited(ostland, parent=vesmark), by=editor)
    go_out(article, editor)
    assert (fresh(vesmark).parent, fresh(vesmark).description) == (None, "Land of lakes")
    assert sorted(states(article)) == [("description", "question"), ("parent", "question")]


def test_another_public_article_that_says_the_same_keeps_the_value(editor, talks):
    one, two = begin(editor), begin(editor, "Ministers meet again")
    for article in (one, two):
        pending.keep_from(article, edited(talks, title="Secret talks"), by=editor)
    for article in (one, two):
        go_out(article, editor)
        assert states(article) == [("title", "applied")]
    publishing.take_down(one, by=editor, why="wrong")
    assert (fresh(talks).title, states(one)) == ("Secret talks", [("title", "waiting")])
    publishing.take_down(two, by=editor, why="wrong")
    assert fresh(talks).title == "Talks in Oskemen"
    go_out(one, editor)
    assert (fresh(talks).title, states(one)) == ("Secret talks", [("title", "applied")])


def test_a_draft_sentence_does_not_change_what_the_article_changed_publicly(editor, talks):
    article = publish(editor)
    pending.keep_from(article, edited(talks, title="Open talks"), by=editor)
    drafted = draft_sentence(article, editor)
    with pytest.raises(Refused, match="publish the new sentence first"):
        pending.keep_from(article, edited(talks, title="Secret talks"), by=editor, quotation=drafted)
    assert fresh(talks).title == "Open talks"
    pending.keep_from(article, edited(talks, kind="summit"), by=editor, quotation=drafted)
    assert (fresh(talks).kind, states(article)) == ("talks", [("title", "applied"), ("kind", "waiting")])


def test_what_a_later_draft_says_waits_for_that_draft(editor, talks):
    """A scheduled version goes out while the draft is ahead of it: only its own sentences take effect."""
    article = begin(editor)
    first = article.draft
    drafted = draft_sentence(article, editor)
    reporting.report(
        article,
        drafted.text,
        meeting=edited(talks, title="Secret talks"),
        by=editor,
        roll=[reporting.Entry(says="expected", description="senior officials")],
    )
    publishing.publish(article, revision=first, by=editor)
    assert fresh(talks).title == "Talks in Oskemen" and states(article) == [("title", "waiting"), ("", "waiting")]
    assert Attendance.objects.get().waits
    go_out(article, editor)
    assert fresh(talks).title == "Secret talks" and states(article) == [("title", "applied"), ("", "applied")]
    assert Attendance.objects.get().state == "expected"


def test_a_row_that_a_keeper_confirmed_does_not_wait_again(editor):
    article = begin(editor)
    talks = reporting.report(article, MET, meeting=Meeting(title="Talks", when="2023"), by=editor, meeting_says="held")
    recording.confirm(talks, by=editor, why="known")
    go_out(article, editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert not fresh(talks).waits and not fresh(talks).is_public
    evidence(editor, talks, "held")
    assert fresh(talks).is_public


def test_a_new_row_waits_and_waits_again(editor):
    article = begin(editor)
    talks = reporting.report(article, MET, meeting=Meeting(title="Talks", when="2023"), by=editor, meeting_says="held")
    assert (talks.waits, talks.is_public) == (True, False)
    evidence(editor, talks, "held")
    assert not fresh(talks).is_public
    assert str(PendingChange.objects.get()) == "Talks: new"
    go_out(article, editor)
    assert (fresh(talks).waits, fresh(talks).is_public) == (False, True)
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(talks).waits, fresh(talks).is_public) == (False, True)


def test_a_new_row_that_nothing_else_supports_waits_again(editor):
    article = begin(editor)
    talks = reporting.report(article, MET, meeting=Meeting(title="Talks", when="2023"), by=editor, meeting_says="held")
    go_out(article, editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(talks).waits, states(article)) == (True, [("", "waiting")])
    evidence(editor, talks, "held")
    assert not fresh(talks).is_public


def test_a_row_waits_again_when_its_last_public_support_goes(editor):
    first, second = begin(editor), publish(editor, "Second")
    talks = reporting.report(first, MET, meeting=Meeting(title="Talks", when="2023"), by=editor, meeting_says="held")
    go_out(first, editor)
    reporting.report(second, MET, meeting=fresh(talks), by=editor, meeting_says="held")
    publishing.take_down(first, by=editor, why="wrong")
    assert (fresh(talks).is_public, fresh(talks).waits) == (True, False)
    publishing.take_down(second, by=editor, why="wrong")
    assert (fresh(talks).is_public, fresh(talks).waits, states(first)) == (False, True, [("", "waiting")])


def test_a_line_of_somebody_without_a_page_still_supports_its_meeting(editor):
    boris = person(editor, "Boris Temir", released=False)
    article = begin(editor)
    talks = reporting.report(
        article,
        MET,
        meeting=Meeting(title="Talks", when="2023"),
        by=editor,
        roll=[reporting.Entry(says="attended", person=boris)],
    )
    go_out(article, editor)
    line = talks.attendances.get()
    evidence(editor, line, "attended")
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(line).waits, fresh(talks).waits, fresh(talks).is_public) == (False, False, True)


def test_a_public_article_that_touches_a_waiting_row_goes_out_and_asks(editor):
    secret, other = begin(editor, "Secret"), begin(editor, "Other")
    ada = person(editor)
    entry = reporting.Entry(says="attended", person=ada)
    talks = reporting.report(secret, MET, meeting=Meeting(title="Secret talks", when="2023"), by=editor, roll=[entry])
    reporting.report(other, MET, meeting=fresh(talks), by=editor, meeting_says="held", roll=[entry])
    assert states(other) == []
    go_out(other, editor)
    assert fresh(other).is_public
    assert (fresh(talks).is_public, fresh(talks).waits) == (False, True)
    assert sorted(PendingChange.objects.filter(article=other).values_list("kind", "state")) == [
        *(("people.attendance", "question"), ("people.meeting", "question"))
    ]
    save(other, editor, "Other words")
    go_out(other, editor)
    assert PendingChange.objects.filter(article=other, state="question").count() == 2
    go_out(secret, editor)
    assert fresh(talks).is_public
    assert {state for _field, state in states(other)} == {"dropped"}


def test_a_line_of_its_own_in_a_waiting_meeting_asks_too(editor):
    talks = recording.keep(Meeting(title="Secret talks", when="2023"), by=editor, waits=True)
    other = publish(editor, "Other")
    entry = reporting.Entry(says="attended", person=person(editor))
    reporting.report(other, MET, meeting=fresh(talks), by=editor, roll=[entry])
    line = Attendance.objects.get()
    assert (line.waits, line.is_public, fresh(talks).is_public) == (False, False, False)
    asked = PendingChange.objects.get(state="question")
    assert (asked.kind, asked.label) == ("people.meeting", "Secret talks")
    recording.confirm(talks, by=editor, why="seen")
    assert (fresh(line).state, fresh(asked).state) == ("attended", "dropped")


def test_a_question_goes_with_the_article_that_asked(editor):
    talks = recording.keep(Meeting(title="Secret talks", when="2023"), by=editor, waits=True)
    other = publish(editor, "Other")
    reporting.report(other, MET, meeting=fresh(talks), by=editor, meeting_says="held")
    publishing.take_down(other, by=editor, why="wrong")
    assert states(other) == [("", "dropped")]


def test_outside_sentences_typed_in_a_draft_wait_with_it(editor, talks):
    article = begin(editor)
    source = recording.keep(Source(publisher="Agency"), by=editor)
    said = pending.keep_from(article, Quotation(source=source, text="They met."), by=editor)
    assert (said.waits, said.is_public) == (True, False)
    go_out(article, editor)
    assert fresh(said).is_public
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(said).waits, fresh(said).is_public) == (True, False)


def test_people_made_from_a_draft_open_by_a_decision_only(editor):
    article = begin(editor)
    ada = pending.keep_from(article, Person(name="Ada Orlan"), by=editor)
    assert ada.waits
    go_out(article, editor)
    assert (fresh(ada).waits, fresh(ada).is_public) == (False, False)
    releasing.release(ada, by=editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert (fresh(ada).waits, fresh(ada).is_public) == (False, True)
    releasing.close(ada, by=editor, why="private")
    go_out(article, editor)
    publishing.take_down(article, by=editor, why="wrong again")
    assert fresh(ada).waits


def test_what_cannot_wait_is_kept_as_it_is(editor):
    article = begin(editor)
    place = pending.keep_from(article, Place(name="Zhelkent"), by=editor)
    assert (fresh(place).name, states(article)) == ("Zhelkent", [])
    go_out(article, editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert fresh(place).name == "Zhelkent"


def test_a_row_that_is_gone_drops_its_changes(editor):
    article = begin(editor)
    talks = pending.keep_from(article, Meeting(title="Talks", when="2023"), by=editor)
    recording.remove(talks, by=editor)
    go_out(article, editor)
    assert states(article) == [("", "dropped")]
    assert Organisation.objects.count() == 0


def test_a_keepers_word_outlives_the_article(editor):
    article = begin(editor)
    talks = meeting(editor)
    line = pending.keep_from(article, Attendance(meeting=talks, person=person(editor)), by=editor)
    go_out(article, editor)
    recording.keep(edited(line, vouched_reason="She told us.", vouched_says="attended"), by=editor)
    releasing.close(fresh(line).person, by=editor, why="private")
    publishing.take_down(article, by=editor, why="wrong")
    assert not fresh(line).waits
