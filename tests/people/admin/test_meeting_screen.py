"""The roll on the meeting's form: every line with its sentences; what one says is changed alone."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import quoting, recording, releasing, striking
from people.desk.roll import roll_of
from people.models import Attendance, Evidence, Generation, Meeting, Membership, Organisation, Person, Post, Source

pytestmark = pytest.mark.django_db
FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def keep(editor):
    return lambda row: recording.keep(row, by=editor)


@pytest.fixture
def meeting(keep):
    return keep(Meeting(title="Talks in Oskemen", when="2023-05-30"))


@pytest.fixture
def keeper(client_of):
    return client_of("record keeper")


@pytest.fixture
def speak(keep, editor):
    """`speak(claim, "attended", day)`: a report of its own that says so."""

    def say(claim, says, day="2023-05-31", **others):
        source = keep(Source(publisher=f"Agency {Source.objects.count()}", day=day))
        waits = others.pop("waits", False)
        quotation = quoting.quote_outside(source, f"Report {source.pk}.", by=editor, waits=waits)
        return quoting.add_evidence(quotation, claim, says=says, by=editor, **others)

    return say


@pytest.fixture
def ada(keep, editor):
    person = keep(Person(name="Ada Orlan"))
    releasing.release(person, by=editor)
    return person


@pytest.fixture
def there(keep, meeting, ada):
    return keep(Attendance(meeting=meeting, person=ada))


def page(client, meeting):
    return client.get(reverse("admin:people_meeting_change", args=[meeting.pk]))


def lines(answer):
    return {line.row.who: line for line in answer.context["roll"].lines}


def say(client, evidence, says, **more):
    meeting = evidence.attendance.meeting
    data = {"evidence": evidence.pk, f"says-{evidence.pk}": says}
    return client.post(reverse("admin:people_meeting_says", args=[meeting.pk]), data, **more)


def test_each_line_has_the_posts_of_that_day_and_all_its_sentences(meeting, there, ada, speak, keep, keeper):
    country = keep(Organisation(name="Vesmark", kind="country"))
    post = keep(Post(organisation=country, title="Minister of Rivers"))
    keep(Membership(person=ada, post=post, since="2023-01-10", vouched_reason="Register"))
    keep(Membership(person=ada, organisation=country, until="2020", vouched_reason="Register"))
    older, newer = speak(there, "expected", "2023-05-20"), speak(there, "attended")
    struck = speak(there, "absent")
    striking.strike(struck, by=struck.by, reason="wrong person")
    line = lines(page(keeper, meeting))["Ada Orlan"]
    assert [str(each) for each in line.posts] == ["Minister of Rivers, Vesmark"]
    assert line.evidence == (newer, older)
    assert (line.state, line.word, line.is_as_readers_see) == ("attended", "attended", True)


def test_the_desk_sees_the_state_over_all_evidence_marked_where_readers_see_less(meeting, there, speak, keeper):
    speak(there, "expected", "2023-05-20")
    speak(there, "attended", waits=True)
    answer = page(keeper, meeting)
    line = lines(answer)["Ada Orlan"]
    there.refresh_from_db()
    assert (there.state, line.state, line.is_as_readers_see) == ("expected", "attended", False)
    assert (answer.context["roll"].state, answer.context["roll"].is_as_readers_see) == ("held", False)
    text = answer.content.decode()
    assert "Readers see: expected" in text
    assert "Readers see: planned." in text
    assert "Not public: readers do not get this sentence." in text


def test_a_line_that_readers_do_not_see_says_so(meeting, keep, speak, keeper):
    closed = keep(Attendance(meeting=meeting, person=keep(Person(name="Boris Temir"))))
    speak(closed, "attended", waits=True)
    keep(Attendance(meeting=meeting, description="senior officials"))
    answer = page(keeper, meeting)
    assert lines(answer)["senior officials"].word == ""
    assert answer.content.decode().count("Readers do not see this line") == 2
    assert "Readers do not see it." in answer.content.decode()


def test_changing_what_a_sentence_says_reaches_readers_at_once(meeting, there, speak, keeper):
    evidence = speak(there, "attended")
    before = Generation.objects.get().number
    answer = say(keeper, evidence, "expected")
    assert answer.headers["Location"].endswith(f"/people/meeting/{meeting.pk}/change/#meeting-roll")
    there.refresh_from_db()
    evidence.refresh_from_db()
    assert (there.state, evidence.says, Evidence.objects.count()) == ("expected", "expected", 1)
    assert Generation.objects.get().number > before


def test_two_reports_that_disagree_are_disputed_and_nobody_can_pick_that(meeting, there, speak, keeper):
    first, _second = speak(there, "attended"), speak(there, "absent")
    answer = page(keeper, meeting)
    assert lines(answer)["Ada Orlan"].state == "disputed"
    assert 'value="disputed"' not in answer.content.decode()
    assert "Two reports disagree." in answer.content.decode()
    say(keeper, first, "disputed")
    first.refresh_from_db()
    assert first.says == "attended"


def test_who_announced_it_is_kept_with_an_announcement_only(meeting, there, speak, keeper):
    evidence = speak(there, "announced", announced_by="the ministry")
    for says, by in (("announced", "the ministry"), ("expected", "")):
        say(keeper, evidence, says)
        evidence.refresh_from_db()
        assert (evidence.says, evidence.announced_by) == (says, by)


def test_a_script_gets_the_roll_alone(meeting, there, speak, keeper):
    answer = say(keeper, speak(there, "attended"), "absent", headers=FETCH)
    text = answer.content.decode()
    assert text.lstrip().startswith("<div") and "<html" not in text
    assert "Of Ada Orlan the sentence says: absent." in text
    assert lines(answer)["Ada Orlan"].state == "absent"


@pytest.mark.parametrize("chosen", ["", "x", "0", "9" * 40])
def test_a_sentence_that_is_not_of_this_roll_changes_nothing(chosen, meeting, there, speak, keep, keeper):
    other = keep(Attendance(meeting=keep(Meeting(title="Others", when="2023")), person=there.person))
    stranger = speak(other, "attended")
    address = reverse("admin:people_meeting_says", args=[meeting.pk])
    for key in (chosen, stranger.pk):
        answer = keeper.post(address, {"evidence": key, f"says-{key}": "absent"}, headers=FETCH)
        assert "Nothing is changed" in answer.content.decode()
    stranger.refresh_from_db()
    assert stranger.says == "attended"


@pytest.mark.parametrize(
    ("role", "status"), [("editor", 302), ("record keeper", 302), ("reporter", 403), ("administrator", 403)]
)
def test_record_keepers_change_it_and_nobody_else(role, status, there, speak, client_of):
    evidence = speak(there, "attended")
    assert say(client_of(role), evidence, "absent").status_code == status
    evidence.refresh_from_db()
    assert evidence.says == ("absent" if status == 302 else "attended")


def test_strangers_forgeries_and_other_methods_change_nothing(meeting, there, speak, client, staff, keeper):
    evidence = speak(there, "attended")
    assert "login" in say(client, evidence, "absent").headers["Location"]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(staff("record keeper"))
    assert say(strict, evidence, "absent").status_code == 403
    address = reverse("admin:people_meeting_says", args=[meeting.pk])
    assert keeper.get(address).status_code == 405
    assert keeper.post(reverse("admin:people_meeting_says", args=[0])).status_code == 404
    assert keeper.post(f"/admin/people/meeting/{'9' * 40}/says/").status_code == 404
    evidence.refresh_from_db()
    assert evidence.says == "attended"


def test_a_reporter_reads_the_roll_without_anything_to_press(meeting, there, speak, client_of):
    speak(there, "attended")
    text = page(client_of("reporter"), meeting).content.decode()
    assert "Ada Orlan" in text and "says-form" not in text and "Add another attendance" not in text


def test_a_line_that_is_struck_is_not_on_the_roll(meeting, there, speak, keeper):
    speak(there, "attended")
    striking.strike(there, by=there.struck_by or Evidence.objects.get().by, reason="wrong person")
    answer = page(keeper, meeting)
    assert lines(answer) == {}
    assert "Nobody is on the roll yet." in answer.content.decode()


def test_queries_do_not_grow_with_the_roll(meeting, there, speak, keep, keeper):
    speak(there, "attended")

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert page(keeper, meeting).status_code == 200
        return len(queries)

    count()
    few = count()
    country = keep(Organisation(name="Vesmark", kind="country"))
    for number in range(3):
        person = keep(Person(name=f"Person {number}"))
        keep(Membership(person=person, organisation=country, since="2023", vouched_reason="Register"))
        row = keep(Attendance(meeting=meeting, person=person, on_behalf_of=country, stands_in_for=there.person))
        speak(row, "attended")
        speak(row, "expected")
    assert count() == few


def test_a_new_meeting_has_no_roll_yet(keeper):
    answer = keeper.get(reverse("admin:people_meeting_add"))
    assert answer.status_code == 200
    assert "meeting-roll" not in answer.content.decode()


def test_a_long_roll_is_cut_with_a_way_to_the_rest(meeting, there, keep, keeper, monkeypatch):
    monkeypatch.setattr("people.desk.roll.SHOWN", 1)
    keep(Attendance(meeting=meeting, description="senior officials"))
    answer = page(keeper, meeting)
    assert [*lines(answer)] == ["Ada Orlan"]
    assert f"/attendance/?meeting={meeting.pk}" in answer.content.decode()


class TestPagesOfALongRoll:
    @pytest.fixture
    def three(self, meeting, there, keep, monkeypatch):
        monkeypatch.setattr("people.desk.roll.ON_PAGE", 2)
        return [there, *(keep(Attendance(meeting=meeting, description=each)) for each in ("deputies", "experts"))]

    def who(self, answer):
        return re.findall(r'class="who"><a [^>]*>([^<]+)<', answer.content.decode())

    @pytest.mark.parametrize(
        ("asked", "shown"),
        [
            ("1", ["Ada Orlan", "deputies"]),
            ("2", ["experts"]),
            ("9", ["experts"]),
            ("0", ["Ada Orlan", "deputies"]),
            ("-1", ["Ada Orlan", "deputies"]),
            ("two", ["Ada Orlan", "deputies"]),
        ],
    )
    def test_a_page_is_asked_for_by_its_number(self, three, meeting, keeper, asked, shown):
        address = reverse("admin:people_meeting_change", args=[meeting.pk])
        assert self.who(keeper.get(address, {"roll": asked})) == shown

    def test_our_script_gets_the_page_alone(self, three, meeting, keeper):
        address = reverse("admin:people_meeting_roll", args=[meeting.pk])
        answer = keeper.get(address, {"roll": "2"})
        assert self.who(answer) == ["experts"]
        assert answer.content.decode().lstrip().startswith("<div")
        assert keeper.get(reverse("admin:people_meeting_roll", args=[meeting.pk + 1])).status_code == 404

    def test_what_is_said_there_leads_back_to_the_page(self, three, speak, meeting, keeper):
        evidence = speak(three[2], "attended")
        sent = {"evidence": evidence.pk, f"says-{evidence.pk}": "absent", "roll": "2"}
        answer = keeper.post(reverse("admin:people_meeting_says", args=[meeting.pk]), sent)
        assert answer.url.endswith("/change/?roll=2#meeting-roll")

    def test_numbers_go_on_and_the_meeting_is_judged_by_the_whole_roll(self, three, speak, meeting, keeper):
        speak(three[0], "attended")
        page = roll_of(meeting, "2")
        assert [line.number for line in page.shown] == [3]
        assert (page.state, page.pages) == ("held", [(1, "1–2"), (2, "3–3")])
