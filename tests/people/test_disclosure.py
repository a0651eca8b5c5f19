"""What readers see of the record follows from public evidence, from nothing else."""

from datetime import date

import pytest

from people import disclosure, quoting, recording, releasing, striking
from people.models import Attendance, Generation, Meeting, MeetingSeries, Membership, Name, Organisation, Outcome, Place
from people.signals import disclosed

from .keeping import attendance, evidence, fresh, meeting, organisation, person, post, sentence

pytestmark = pytest.mark.django_db
BEFORE, AFTER, LATER = date(2023, 5, 1), date(2023, 5, 31), date(2023, 6, 20)


@pytest.fixture
def ada(keeper):
    return person(keeper)


@pytest.fixture
def talks(keeper):
    return meeting(keeper)


@pytest.fixture
def roll(keeper, ada, talks):
    """Ada's line on the roll of the talks of 30 May 2023."""
    return attendance(keeper, talks, ada)


# The state of an attendance through the database: (what a sentence says, the day of its source) each.
CASES = {
    "nothing": ([], ""),
    "a report": ([("attended", AFTER)], "attended"),
    "only expected": ([("expected", BEFORE)], "expected"),
    "announced, then expected": ([("announced", BEFORE), ("expected", BEFORE)], "expected"),
    "an expectation, then a report": ([("expected", BEFORE), ("attended", AFTER)], "attended"),
    "a backgrounder after a report": ([("attended", AFTER), ("expected", LATER)], "attended"),
    "a backgrounder that does not say": ([("attended", AFTER), ("not_reported", LATER)], "attended"),
    "an archive article entered late": ([("attended", AFTER), ("announced", BEFORE)], "attended"),
    "an archive announcement after an expectation": ([("expected", AFTER), ("expected", BEFORE)], "expected"),
    "will not attend, said before": ([("absent", BEFORE), ("attended", AFTER)], "attended"),
    "will not attend, nothing since": ([("absent", BEFORE)], "absent"),
    "reports that disagree": ([("attended", AFTER), ("absent", LATER)], "disputed"),
    "reports that agree": ([("absent", AFTER), ("absent", LATER)], "absent"),
    "a report without a day": ([("attended", None)], "attended"),
    "it does not say": ([("not_reported", AFTER)], "not_reported"),
}


@pytest.mark.parametrize("case", CASES)
def test_state_of_an_attendance(keeper, roll, case):
    said, state = CASES[case]
    for says, day in said:
        evidence(keeper, roll, says, day=day)
    row = fresh(roll)
    assert (row.state, row.is_public) == (state, bool(state))
    assert disclosure.check_all() == []


def test_the_order_in_which_evidence_is_typed_does_not_matter(keeper, ada):
    for number, (said, state) in enumerate(CASES.values()):
        row = attendance(keeper, meeting(keeper, f"Talks {number}"), ada)
        for says, day in reversed(said):
            evidence(keeper, row, says, day=day)
        assert fresh(row).state == state


def test_a_translation_is_no_second_witness(keeper, roll):
    first = sentence(keeper, day=AFTER)
    reprint = sentence(keeper, "Ada Orlan did not come.", day=LATER, original=first.source)
    quoting.add_evidence(first, roll, says="attended", by=keeper)
    quoting.add_evidence(reprint, roll, says="absent", by=keeper)
    assert fresh(roll).state == "attended"
    source = fresh(reprint.source)
    source.original = None
    recording.keep(source, by=keeper)
    assert fresh(roll).state == "disputed"


def test_evidence_withdrawn_closes_the_line_and_its_meeting(keeper, talks, roll):
    row = evidence(keeper, roll, "attended")
    assert (fresh(talks).is_public, fresh(talks).state) == (True, "held")
    striking.strike(row, by=keeper, reason="misread")
    assert (fresh(roll).state, fresh(roll).is_public) == ("", False)
    assert (fresh(talks).state, fresh(talks).is_public) == ("", False)
    striking.restore(fresh(row), by=keeper)
    assert fresh(talks).is_public
    recording.remove(fresh(row), by=keeper)
    assert not fresh(talks).is_public


def test_a_dispute_ends_by_striking_the_wrong_report(keeper, roll):
    evidence(keeper, roll, "attended", day=AFTER)
    wrong = evidence(keeper, roll, "absent", day=LATER)
    evidence(keeper, roll, "expected", day=LATER)
    assert fresh(roll).state == "disputed"
    striking.strike(wrong, by=keeper, reason="It is about her deputy.")
    assert fresh(roll).state == "attended"


def test_a_sentence_struck_closes_every_claim_on_it(keeper, talks, roll):
    said = sentence(keeper)
    quoting.add_evidence(said, roll, says="attended", by=keeper)
    quoting.add_evidence(said, talks, says="held", by=keeper)
    striking.strike(fresh(said), by=keeper, reason="wrong page")
    assert not fresh(roll).is_public
    assert not fresh(talks).is_public
    assert not fresh(said).is_public


def test_expectations_on_a_cancelled_meeting_stay(keeper, talks, roll):
    evidence(keeper, roll, "expected", day=BEFORE)
    evidence(keeper, talks, "cancelled", day=AFTER)
    assert (fresh(roll).state, fresh(talks).state) == ("expected", "cancelled")


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([("planned", BEFORE)], "planned"),
        ([("planned", BEFORE), ("postponed", AFTER)], "postponed"),
        ([("cancelled", BEFORE), ("planned", AFTER)], "planned"),
        ([("held", AFTER), ("cancelled", LATER)], "held"),
    ],
)
def test_state_of_a_meeting(keeper, talks, said, state):
    for says, day in said:
        evidence(keeper, talks, says, day=day)
    assert fresh(talks).state == state


def test_an_attendance_needs_its_person_released_its_meeting_does_not(keeper, talks):
    boris = person(keeper, "Boris Temir", released=False)
    row = attendance(keeper, talks, boris)
    evidence(keeper, row, "attended")
    assert (fresh(row).is_public, fresh(row).state, fresh(talks).is_public) == (False, "", True)
    releasing.release(boris, by=keeper)
    assert (fresh(row).is_public, fresh(row).state) == (True, "attended")
    releasing.close(boris, by=keeper, why="private")
    assert (fresh(row).is_public, fresh(row).state, fresh(talks).is_public) == (False, "", True)


def test_closing_one_page_leaves_the_meeting_of_others(keeper, talks, roll):
    boris = person(keeper, "Boris Temir")
    other = attendance(keeper, talks, boris)
    said = sentence(keeper)
    for row in (roll, other):
        quoting.add_evidence(said, row, says="attended", by=keeper)
    releasing.close(boris, by=keeper, why="private")
    assert (fresh(other).is_public, fresh(roll).state, fresh(talks).state) == (False, "attended", "held")


def test_somebody_known_by_description_needs_no_page(keeper, talks):
    row = recording.keep(Attendance(meeting=talks, description="senior officials"), by=keeper)
    evidence(keeper, row, "attended")
    assert (fresh(row).state, fresh(talks).is_public) == ("attended", True)


def test_a_meeting_struck_takes_its_roll_and_outcomes_along(keeper, talks, roll):
    outcome = recording.keep(Outcome(meeting=talks, text="a bridge"), by=keeper)
    evidence(keeper, roll, "attended")
    evidence(keeper, outcome)
    assert fresh(outcome).is_public
    striking.strike(talks, by=keeper, reason="invented")
    assert [fresh(row).is_public for row in (talks, roll, outcome)] == [False, False, False]
    striking.restore(talks, by=keeper)
    assert [fresh(row).is_public for row in (talks, roll, outcome)] == [True, True, True]


def test_a_meeting_is_public_through_an_outcome(keeper, talks):
    evidence(keeper, recording.keep(Outcome(meeting=talks, text="a bridge"), by=keeper))
    assert (fresh(talks).is_public, fresh(talks).state) == (True, "not_reported")


def test_a_waiting_meeting_keeps_its_roll_closed(keeper, ada):
    row = recording.keep(Meeting(title="Secret talks", when="2023-05-30"), by=keeper, waits=True)
    line = attendance(keeper, row, ada)
    evidence(keeper, line, "attended")
    assert not fresh(row).is_public
    assert not fresh(line).is_public
    assert fresh(row).slug is None
    recording.confirm(row, by=keeper, why="seen the register")
    assert fresh(line).state == "attended"
    assert fresh(row).slug == "secret-talks-2023"


def test_a_keepers_word_opens_a_line(keeper, talks, roll):
    row = fresh(roll)
    row.vouched_reason, row.vouched_says = "She told us.", "attended"
    recording.keep(row, by=keeper)
    assert (fresh(roll).state, fresh(talks).state) == ("attended", "held")
    assert (fresh(roll).vouched_by, fresh(roll).vouched_at is None) == (keeper, False)
    evidence(keeper, roll, "absent", day=AFTER)
    assert fresh(roll).state == "absent"


def test_a_keepers_word_without_a_state_does_not_report(keeper, roll):
    row = fresh(roll)
    row.vouched_reason = "On the list."
    recording.keep(row, by=keeper)
    assert fresh(roll).state == "not_reported"


def test_the_day_of_a_line_follows_its_meeting(keeper, talks, roll):
    assert fresh(roll).day == date(2023, 5, 30)
    row = fresh(talks)
    row.when = "2023-06"
    recording.keep(row, by=keeper)
    assert fresh(roll).day == date(2023, 6, 1)


def test_moving_the_meeting_changes_what_a_report_is_worth(keeper, talks, roll):
    evidence(keeper, roll, "attended", day=AFTER)
    row = fresh(talks)
    row.when = "2023-08-01"
    recording.keep(row, by=keeper)
    assert fresh(roll).state == "expected"


def test_an_office_and_a_spelling_need_evidence_and_a_page(keeper, ada):
    office = recording.keep(Membership(person=ada, post=post(keeper, organisation(keeper))), by=keeper)
    spelling = recording.keep(Name(person=ada, text="Ада Орлан", language="ru"), by=keeper)
    assert not fresh(office).is_public
    for row in (office, spelling):
        evidence(keeper, row)
        assert fresh(row).is_public
    releasing.close(ada, by=keeper, why="private")
    assert [fresh(row).is_public for row in (office, spelling)] == [False, False]
    releasing.release(ada, by=keeper)
    assert [fresh(row).is_public for row in (office, spelling)] == [True, True]


def test_a_closed_organisation_closes_its_spellings(keeper):
    body = organisation(keeper)
    spelling = recording.keep(Name(organisation=body, text="Весмарк", language="ru", vouched_reason="UN"), by=keeper)
    assert fresh(spelling).is_public
    releasing.close(body, by=keeper, why="wrong")
    assert not fresh(spelling).is_public


def test_a_spelling_of_a_place_needs_no_page(keeper):
    place = recording.keep(Place(name="Astana"), by=keeper)
    spelling = recording.keep(Name(place=place, text="Астана", language="ru"), by=keeper)
    assert not fresh(spelling).is_public
    evidence(keeper, spelling)
    assert fresh(spelling).is_public


def test_a_waiting_outside_sentence_is_closed_until_confirmed(keeper, roll):
    said = sentence(keeper, waits=True)
    quoting.add_evidence(said, roll, says="attended", by=keeper)
    assert (fresh(said).is_public, fresh(roll).is_public) == (False, False)
    recording.confirm(said, by=keeper, why="read")
    assert (fresh(said).is_public, fresh(roll).is_public) == (True, True)


def test_a_series_gets_its_address_when_its_first_meeting_opens(keeper, ada):
    series = recording.keep(MeetingSeries(name="River Ministers"), by=keeper)
    row = meeting(keeper, "Second meeting", series=series, ordinal=2)
    assert fresh(series).slug is None
    evidence(keeper, row, "planned")
    assert fresh(series).slug == "river-ministers"


def test_a_meeting_that_moves_to_another_series_gives_that_its_address(keeper, talks):
    one, two = (recording.keep(MeetingSeries(name=name), by=keeper) for name in ("River", "Lake"))
    row = fresh(talks)
    row.series = one
    evidence(keeper, recording.keep(row, by=keeper), "held")
    row = fresh(talks)
    row.series = two
    recording.keep(row, by=keeper)
    assert list(MeetingSeries.objects.public()) == [fresh(two)]
    assert fresh(one).slug == "river"


def test_listeners_learn_the_pages_and_sentences_once_an_act(keeper, talks, roll):
    heard = []

    def listen(*, pages, quotations, **_named):
        heard.append((set(pages), quotations))

    disclosed.connect(listen)
    try:
        with disclosure.public_act():
            row = evidence(keeper, roll, "attended")
    finally:
        disclosed.disconnect(listen)
    [(pages, quotations)] = heard
    assert {talks, roll.person} <= pages
    assert quotations == {row.quotation_id}


def test_acts_within_an_act_count_once(keeper):
    number = Generation.objects.get().number
    with disclosure.public_act():
        organisation(keeper, "Ostland")
        organisation(keeper, "Westland")
    assert Generation.objects.get().number == number + 1


def test_an_act_that_fails_leaves_nothing(keeper):
    number = Generation.objects.get().number
    with pytest.raises(ZeroDivisionError), disclosure.public_act():
        organisation(keeper, "Ostland")
        raise ZeroDivisionError
    assert not Organisation.objects.exists()
    assert Generation.objects.get().number == number
    with pytest.raises(RuntimeError, match="public_act"):
        disclosure.touch(disclosure.Touched())


def test_without_its_row_no_act_begins(keeper):
    Generation.objects.all().delete()
    with pytest.raises(RuntimeError, match="migrate"):
        organisation(keeper)


def test_what_is_out_of_step_is_said(keeper, roll):
    evidence(keeper, roll, "attended")
    Attendance._base_manager.update(state="absent")
    difference, *counts = disclosure.check_all()
    assert {each.column for each in counts} == {"record_count.attended", "record_count.years", "record_count.months"}
    assert str(difference) == "attendance «Ada Orlan: Talks in Oskemen»: state is 'absent', should be 'attended'"


def test_what_touching_nothing_of_the_record_touches(keeper):
    assert disclosure.Touched.of(keeper) == disclosure.Touched()


def test_evidence_for_nothing_is_refused(keeper):
    said = sentence(keeper)
    with pytest.raises(ValueError, match="place"):
        quoting.add_evidence(said, Place(name="Astana"), says="supports", by=keeper)
    with pytest.raises(ValueError, match="without a claim"):
        disclosure._claim_of(disclosure.Evidence(quotation=said))


def test_one_more_meeting_of_an_official_is_no_second_look_at_all_the_others(keeper, ada, roll):
    evidence(keeper, roll, "attended")
    later = meeting(keeper, "Later talks", when="2023-09-01")
    heard = []

    def listen(*, pages, **_named):
        heard.extend(page for page in pages if isinstance(page, Meeting))

    disclosed.connect(listen)
    try:
        evidence(keeper, attendance(keeper, later, ada), "attended")
        added, heard[:] = set(heard), []
        releasing.close(ada, by=keeper, why="Asked to")
    finally:
        disclosed.disconnect(listen)
    assert added == {later}
    assert set(heard) == {later, roll.meeting}
