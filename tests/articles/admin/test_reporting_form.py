"""From a sentence to the record: one form, all of it or nothing, and nothing typed is lost."""

from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import linking, publishing, reporting
from people import releasing, striking
from people.models import (
    Attendance,
    Evidence,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Quotation,
)
from people.recording import Refused
from tests.articles import writing
from tests.articles.admin.linking import MET, NEXT, address, build, sent
from tests.once import an_editor, built_once

pytestmark = pytest.mark.django_db


built, desk = built_once(lambda: build(an_editor()))


@pytest.fixture
def keeper(client_of):
    return client_of("record keeper")


def report(client, desk, *people, **others):
    return client.post(address(desk.article, "report"), sent(desk, *people, **others))


def open_form(client, desk, sentence=MET):
    return client.get(address(desk.article, "report"), {"sentence": sentence})


def page_of(answer):
    return answer.context["page"]


def rows(answer):
    return [(row.who, bool(row["is_there"].value()), row["on_behalf_of"].value()) for row in page_of(answer).roll.rows]


def is_empty():
    return not (Meeting.objects.exists() or Quotation.objects.exists() or Attendance.objects.exists())


def test_the_article_is_its_sentences_to_choose_from(desk, keeper):
    answer = keeper.get(address(desk.article))
    lines = [line.text for each in answer.context["reading"].paragraphs for line in each.lines]
    assert lines == ["Orlan and Temir meet.", MET, NEXT, "Dana Aul"]
    assert f"?{urlencode({'sentence': MET})}".replace("+", "%20") in answer.content.decode()


def test_the_articles_people_are_ticked_with_the_country_of_their_post_and_no_state_is_guessed(desk, keeper):
    answer = open_form(keeper, desk)
    country = str(desk.country.pk)
    assert rows(answer) == [("Ada Orlan", True, country), ("Boris Temir", True, country)]
    [ada, boris] = page_of(answer).roll.rows
    assert [str(post) for post in ada.speaker.posts] == ["Minister of Rivers, Ministry of Rivers"]
    assert boris.speaker.posts == ()
    assert [body.name for body in ada.speaker.bodies] == ["Vesmark", "Ministry of Rivers"]
    assert not page_of(answer).sentence_form["all"].value()


def test_a_meeting_is_recorded_with_everything_the_sentence_says(desk, keeper):
    series = desk.keep(MeetingSeries(name="River ministers"))
    others = {"series": series.pk, "ordinal": "2", "host": desk.country.pk, "meeting_says": "held"}
    others |= {"outcome_kind": "signed", "outcome_text": "A treaty", "announced_by": "the ministry"}
    others |= {"roll-0-title_as_printed": "rivers minister", "roll-0-role": "head"}
    others |= {"roll-1-says": "announced", "roll-1-stands_in_for": desk.ada.pk}
    answer = report(keeper, desk, desk.ada, desk.boris, **others)
    assert (answer.status_code, answer.headers["Location"]) == (302, address(desk.article))
    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.when, meeting.place, meeting.host) == (
        "Talks in Oskemen",
        "2023-05-30",
        desk.place,
        desk.country,
    )
    assert (meeting.series, meeting.ordinal) == (series, 2)
    ada, boris = meeting.attendances.order_by("person__name")
    assert (ada.on_behalf_of, ada.title_as_printed, ada.role) == (desk.country, "rivers minister", "head")
    assert (boris.stands_in_for, boris.role) == (desk.ada, "participant")
    said = {str(each.claim): (each.says, each.announced_by) for each in Evidence.objects.all()}
    assert said == {
        "Talks in Oskemen": ("held", ""),
        "Ada Orlan: Talks in Oskemen": ("attended", ""),
        "Boris Temir: Talks in Oskemen": ("announced", "the ministry"),
        "signed: A treaty": ("supports", ""),
    }
    assert Quotation.objects.get().text == MET


def test_what_a_draft_tells_waits_for_its_article(desk, keeper):
    report(keeper, desk, desk.ada)
    for person in (desk.ada, desk.boris):
        releasing.release(person, by=desk.by)
    assert Meeting.objects.get().waits and not Meeting.objects.get().is_public
    publishing.publish(desk.article, revision=desk.article.draft, by=desk.by)
    assert Attendance.objects.get().state == "attended"


def test_those_who_are_not_ticked_are_not_there(desk, keeper):
    report(keeper, desk, desk.ada, desk.boris, **{"roll-1-is_there": None})
    assert [row.person for row in Attendance.objects.all()] == [desk.ada]


def test_two_claims_of_one_sentence_share_one_quotation(desk, keeper):
    report(keeper, desk, desk.ada, desk.boris)
    report(keeper, desk, desk.boris, title="Talks on the side", shown=str(Meeting.objects.get().pk))
    assert Meeting.objects.count() == 2
    assert Quotation.objects.count() == 1
    assert Evidence.objects.count() == 3
    reading = keeper.get(address(desk.article)).context["reading"]
    quoted = reading.paragraphs[1].lines[0].quoted
    assert [str(each.meeting) for each in quoted.meetings] == ["Talks in Oskemen", "Talks on the side"]


def test_somebody_else_and_somebody_without_a_name_are_added_and_nothing_typed_is_lost(desk, keeper):
    others = {"title": "Talks, half ty", "_save": None, "_add": "1", "roll-0-says": "absent"}
    others |= {"add_person": desk.clara.pk, "add_description": "senior officials"}
    answer = report(keeper, desk, desk.ada, **others)
    assert is_empty()
    country = str(desk.country.pk)
    assert rows(answer) == [
        ("Ada Orlan", True, country),
        ("Clara Ulan", True, country),
        ("senior officials", True, None),
    ]
    page = page_of(answer)
    assert page.meeting_form["title"].value() == "Talks, half ty"
    assert page.roll.rows[0].state == "absent"
    assert not page.sentence_form["add_person"].value()
    assert 'class="errornote"' not in answer.content.decode()


def test_saving_takes_along_who_was_chosen_last(desk, keeper):
    report(keeper, desk, desk.ada, add_person=desk.clara.pk, add_description="senior officials")
    there = {(row.who, row.on_behalf_of) for row in Attendance.objects.all()}
    assert there == {("Ada Orlan", desk.country), ("Clara Ulan", desk.country), ("senior officials", None)}


def test_somebody_who_is_on_the_list_is_ticked_not_doubled(desk, keeper):
    others = {"roll-0-is_there": None, "add_person": desk.ada.pk, "_save": None, "_add": "1"}
    assert rows(report(keeper, desk, desk.ada, **others)) == [("Ada Orlan", True, str(desk.country.pk))]


WRONG = [
    ({"title": ""}, "title"),
    ({"title": "x" * 300}, "title"),
    ({"when": "30 February 2023"}, "when"),
    ({"when": ""}, "when"),
    ({"kind": "party"}, "kind"),
    ({"place": "999999"}, "place"),
    ({"place": "9" * 30}, "place"),
    ({"ordinal": "4"}, "ordinal"),
    ({"all": ""}, "all"),
    ({"all": "disputed"}, "all"),
    ({"same": "77"}, "same"),
    ({"meeting_says": "dissolved"}, "meeting_says"),
    ({"outcome_text": "x" * 400}, "outcome_text"),
    ({"roll-0-is_there": None}, "__all__"),
]


@pytest.mark.parametrize(("changed", "field"), WRONG, ids=[f"{next(iter(c))}: {f}" for c, f in WRONG])
def test_what_is_wrong_is_said_in_its_place_nothing_is_kept_and_nothing_typed_is_lost(changed, field, desk, keeper):
    typed = {"announced_by": "the court", "roll-0-title_as_printed": "rivers minister"}
    answer = report(keeper, desk, desk.ada, **(typed | changed))
    assert answer.status_code == 200
    assert is_empty()
    page = page_of(answer)
    assert field in page.meeting_form.errors or field in page.sentence_form.errors
    assert page.sentence_form["announced_by"].value() == "the court"
    assert page.roll.rows[0]["title_as_printed"].value() == "rivers minister"
    assert "errorlist" in answer.content.decode()


def test_a_state_nobody_picks_is_refused_for_one_as_for_all(desk, keeper):
    answer = report(keeper, desk, desk.ada, **{"roll-0-says": "disputed"})
    assert page_of(answer).roll.rows[0].errors["says"]
    assert is_empty()


@pytest.mark.parametrize(
    "changed",
    [
        {"roll-0-person": "999999"},
        {"roll-0-person": ""},
        {"roll-0-on_behalf_of": "999999"},
        {"roll-0-stands_in_for": "x"},
        {"roll-TOTAL_FORMS": "x"},
        {"roll-TOTAL_FORMS": "9" * 30},
        {"roll-TOTAL_FORMS": "119"},
    ],
    ids=lambda changed: str(changed)[:40],
)
def test_a_forged_roll_is_an_error_never_half_a_save(changed, desk, keeper):
    answer = report(keeper, desk, desk.ada, **changed)
    assert answer.status_code == 200
    assert is_empty()


@pytest.mark.parametrize(
    "error", [Refused("Not that."), ValidationError({"when": "Not that."}), ValidationError("Not that.")]
)
def test_what_the_record_refuses_at_last_takes_everything_back(error, desk, keeper, monkeypatch):
    def refuse(*args, **kwargs):
        raise error

    monkeypatch.setattr(reporting.quoting, "add_evidence", refuse)
    answer = report(keeper, desk, desk.ada, desk.boris)
    page = page_of(answer)
    assert "Not that." in str(page.meeting_form.errors)
    assert "Not that." in answer.content.decode()
    assert is_empty()


def test_a_sentence_that_is_none_of_the_article_is_refused(desk, keeper):
    for sentence in ("Ada Orlan met Boris Temir", "Invented.", ""):
        answer = open_form(keeper, desk, sentence)
        assert (answer.status_code, answer.headers["Location"]) == (302, address(desk.article))
    answer = report(keeper, desk, desk.ada, sentence="Ada Orlan met Boris Temir in Oskemen")
    assert "This is not a whole sentence" in answer.content.decode()
    assert is_empty()


def test_save_and_next_goes_to_the_next_sentence_and_after_the_last_back(desk, keeper):
    answer = report(keeper, desk, desk.ada, _save=None, _next="1")
    assert answer.headers["Location"].endswith(f"?{urlencode({'sentence': NEXT})}")
    assert open_form(keeper, desk).context["has_next"]
    last = writing.begin(desk.by, body=f"<p>{MET}</p>")
    assert not keeper.get(address(last, "report"), {"sentence": MET}).context["has_next"]
    shown = Meeting.objects.get().pk
    answer = keeper.post(address(last, "report"), sent(desk, desk.ada, _save=None, _next="1", shown=shown))
    assert answer.headers["Location"] == address(last)


# What else a sentence may say


def test_a_sentence_supports_an_office_or_a_name_of_somebody_linked(desk, keeper):
    name = desk.keep(Name(person=desk.ada, text="Ада Орлан", language="ru", kind="native"))
    for claim in (f"membership-{desk.office.pk}", f"name-{name.pk}"):
        keeper.post(address(desk.article, "supports"), {"sentence": MET, "claim": claim})
    assert {each.claim for each in Evidence.objects.filter(says="supports")} == {desk.office, name}
    assert Quotation.objects.count() == 1
    quoted = open_form(keeper, desk).context["here"].quoted
    assert quoted.others == ["Ada Orlan: Minister of Rivers, Ministry of Rivers", "Ада Орлан"]


def test_nothing_else_is_supported(desk, keeper):
    stranger = desk.keep(Membership(person=desk.clara, post=desk.post, vouched_reason="Register"))
    for claim in ("", "x", f"membership-{stranger.pk}"):
        keeper.post(address(desk.article, "supports"), {"sentence": MET, "claim": claim})
    keeper.post(address(desk.article, "supports"), {"sentence": "Invented.", "claim": f"membership-{desk.office.pk}"})
    assert not Evidence.objects.exists()


def test_a_sentence_that_left_the_draft_asks_and_another_wording_answers(desk, keeper):
    report(keeper, desk, desk.ada)
    after = "On Tuesday Ada Orlan met Boris Temir in Oskemen."
    writing.save(desk.article, desk.by, body=f"<p>{after}</p>")
    answer = keeper.get(address(desk.article))
    [lost] = answer.context["reading"].lost
    assert "Choose another wording" in answer.content.decode()
    keeper.post(address(desk.article, "reworded"), {"anchor": lost.anchor.pk, "sentence": after})
    reading = keeper.get(address(desk.article)).context["reading"]
    assert reading.lost == []
    assert reading.paragraphs[-1].lines[0].quoted.anchor == lost.anchor


@pytest.mark.parametrize("sentence", ["", "Invented."])
@pytest.mark.parametrize("anchor", ["", "x", "0", "own"])
def test_no_other_wording_is_taken(anchor, sentence, desk, keeper):
    report(keeper, desk, desk.ada)
    own = desk.article.anchors.get()
    data = {"anchor": own.pk if anchor == "own" else anchor, "sentence": sentence}
    keeper.post(address(desk.article, "reworded"), data)
    own.refresh_from_db()
    assert own.wordings == [MET]


def test_queries_do_not_grow_with_the_roll(desk, keeper):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert open_form(keeper, desk).status_code == 200
        return len(queries)

    count()
    few = count()
    for number in range(3):
        ministry = desk.keep(Organisation(name=f"Ministry {number}", kind="ministry", parent=desk.country))
        person = desk.keep(Person(name=f"Ada Orlan {number}", family_name="Orlan", country=desk.country))
        desk.keep(Membership(person=person, organisation=ministry, since="2023", vouched_reason="Register"))
        linking.confirm(desk.article, person, words="Orlan", by=desk.by)
    assert count() == few


def test_what_a_struck_sentence_said_is_gone_from_the_text(desk, keeper):
    report(keeper, desk, desk.ada)
    striking.strike(Quotation.objects.get(), by=desk.by, reason="misquoted")
    reading = keeper.get(address(desk.article)).context["reading"]
    assert all(line.quoted is None for each in reading.paragraphs for line in each.lines)


def test_a_later_word_of_the_sentence_replaces_the_earlier_one(desk, keeper):
    report(keeper, desk, desk.ada)
    meeting = Meeting.objects.get()
    report(keeper, desk, desk.ada, same=str(meeting.pk), filled=str(meeting.pk), all="expected")
    assert [each.says for each in Evidence.objects.all()] == ["expected"]


def test_an_outcome_alone_is_something_to_keep(desk, keeper):
    report(keeper, desk, outcome_text="A treaty", all=None)
    assert str(Outcome.objects.get()) == "agreed: A treaty"


def test_a_sentence_of_what_is_public_may_be_recorded_though_the_draft_has_lost_it(desk, keeper):
    publishing.publish(desk.article, revision=desk.article.draft, by=desk.by)
    desk.article.refresh_from_db()
    writing.save(desk.article, desk.by, body="<p>All new.</p>")
    answer = open_form(keeper, desk)
    assert (answer.status_code, answer.context["here"]) == (200, None)


def test_evidence_from_elsewhere_is_no_part_of_the_article(desk, keeper):
    report(keeper, desk, desk.ada)
    other = writing.begin(desk.by, "Another", body=f"<p>{NEXT}</p>")
    keeper.post(address(other, "report"), sent(desk, desk.clara, sentence=NEXT, title="Other", when="June 2022"))
    assert [str(each.meeting) for each in keeper.get(address(other)).context["reading"].meetings] == ["Other"]
