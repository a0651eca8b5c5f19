"""An import is one act: all of it or nothing, closed to readers until a keeper vouches, and not twice."""

import pytest

from newsdesk.models import User
from people import disclosure, releasing
from people.exchange import importing, previewing, vouching
from people.models import (
    Attendance,
    Evidence,
    Identifier,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
    Quotation,
    Source,
    Trail,
)
from people.recording import Refused, keep
from tests.once import an_editor, built_once
from tests.people import keeping

from .lists import ALL, imported, looked_at

pytestmark = pytest.mark.django_db
RECORD = (Attendance, Evidence, Identifier, Meeting, MeetingSeries, Membership, Name, Organisation, Outcome, Person)
RECORD += (Place, Post, Quotation, Source)
CLAIMS = (Name, Membership, Meeting, Attendance, Outcome)


def counts():
    return {model.__name__: model._base_manager.count() for model in RECORD}


def release_all(by):
    for row in (*Organisation.objects.all(), *Person.objects.all()):
        releasing.release(row, by=by)


def open_claims():
    return {model.__name__: model.objects.public().count() for model in CLAIMS}


NOTHING = dict.fromkeys((model.__name__ for model in CLAIMS), 0)
built, desk = built_once(lambda: imported(an_editor(), scheme="own"))


def test_every_column_is_where_it_belongs(desk):
    ada, boris = Person.objects.get(name="Ada Orlan"), Person.objects.get(name="Boris Temir")
    vesmark = Organisation.objects.get(iso_code="VM")
    assert (ada.country, ada.born, ada.family_name, boris.born) == (vesmark, "1970-05-04", "Orlan", "1969")
    office = Membership.objects.get(person=boris)
    told = (office.since, office.until, office.how_began, office.how_ended, office.is_acting)
    assert told == ("2019", "2022-02", "elected", "term ended", True)
    assert office.post.organisation.parent == vesmark and office.post.title_in("kk") == "өзен министрі"
    assert (office.post.is_single, office.post.rank) == (True, 20)
    assert sorted(ada.names.values_list("text", "script", "kind", "until")) == [
        ("Ada Stern", "Latn", "former", "1999"),
        ("Ада Орлан", "Cyrl", "native", ""),
    ]
    week = Meeting.objects.get(ordinal=3)
    assert (week.when, week.place.name, week.host) == ("2023-05-18/2023-05-19", "Oskemen", vesmark)
    assert (week.place.latitude, week.place.longitude, week.place.country) == (49.95, 82.61, vesmark)
    roll = {row.who: row for row in week.attendances.all()}
    assert (roll["Ada Orlan"].role, roll["Ada Orlan"].side, roll["Ada Orlan"].day) == (
        "chair",
        vesmark,
        week.when_earliest,
    )
    assert roll["Boris Temir"].stands_in_for == ada and roll["three experts"].person is None
    assert sorted(Identifier.objects.values_list("scheme", "value")) == [
        ("Wikidata", "Q1"),
        ("own", "1"),
        ("own", "2"),
        ("own", "m"),
        ("own", "v"),
    ]
    assert Outcome.objects.get().kind == "signed"


def test_each_claim_has_its_row_as_a_sentence_and_each_row_its_trail(desk):
    source = Source.objects.get()
    assert (source.publisher, source.kind, source.is_ours) == ("Ministry of Rivers", "register", False)
    said = Evidence.objects.select_related("quotation", "attendance__person")
    words = {(row.says, row.quotation.text) for row in said.filter(attendance__person__name="Boris Temir")}
    row = "Row 3: River week · Boris Temir · Vesmark · participant · Ada Orlan · attended; absent"
    assert words == {("attended", f"{row} (attended)"), ("absent", f"{row} (absent)")}
    assert said.get(attendance__description="three experts").says == "not_reported"
    assert said.get(membership__person__name="Ada Orlan").quotation.text == (
        "Row 2: Ada Orlan · Minister of Rivers · March 2022 · appointed"
    )
    told = Trail.objects.get(kind="people.person", label="Ada Orlan")
    assert (told.act, told.why, told.of_import) == ("made", "Ministry of Rivers, register: people.csv, 2", desk)
    assert desk.trail.exclude(act="made").count() == 0
    assert disclosure.check_all() == []


def test_people_have_no_page_and_claims_wait_even_if_they_get_one(desk):
    assert not Person.objects.public().exists() and not Organisation.objects.public().exists()
    release_all(desk.by)
    assert open_claims() == NOTHING
    assert not Quotation.objects.public().exists()


def test_a_keeper_vouches_for_the_whole_and_takes_it_back(desk):
    release_all(desk.by)
    with pytest.raises(Refused, match="Say how you know"):
        vouching.vouch(desk, by=desk.by, reason=" ")
    with pytest.raises(Refused, match="Nobody vouches"):
        vouching.withdraw(desk, by=desk.by, why="wrong")
    vouching.vouch(desk, by=desk.by, reason="Checked with the gazette")
    assert open_claims() == {"Name": 2, "Membership": 2, "Meeting": 2, "Attendance": 3, "Outcome": 1}
    states = set(Attendance.objects.values_list("person__name", "description", "state"))
    assert states == {
        ("Ada Orlan", "", "attended"),
        ("Boris Temir", "", "disputed"),
        (None, "three experts", "not_reported"),
    }
    assert dict(Meeting.objects.values_list("title", "state")) == {"River week": "held", "Lake day": "not_reported"}
    assert Meeting.objects.get(title="Lake day").vouched_reason == "Checked with the gazette"
    with pytest.raises(Refused, match="only once"):
        vouching.vouch(desk, by=desk.by, reason="again")
    with pytest.raises(Refused, match="Say why nobody vouches"):
        vouching.withdraw(desk, by=desk.by, why="")
    keeping.evidence(desk.by, Membership.objects.get(person__name="Ada Orlan"))
    vouching.withdraw(desk, by=desk.by, why="The gazette was wrong")
    assert open_claims() == {**NOTHING, "Membership": 1}
    desk.refresh_from_db()
    assert (desk.vouched_reason, desk.vouched_by) == ("", None)
    vouching.vouch(desk, by=desk.by, reason="Checked once more")
    assert open_claims()["Attendance"] == 3
    assert disclosure.check_all() == []


def test_the_same_file_twice_changes_nothing(desk):
    before, told = counts(), Trail.objects.count()
    again = imported(desk.by, scheme="own")
    assert counts() == before
    assert Trail.objects.count() == told + 2 and again.trail.count() == 0  # read, imported
    assert set(again.rows.values_list("choice", flat=True)) == {"same"} and again.source is None
    assert importing.run(looked_at(desk.by)[0], by=desk.by).rows.exclude(choice="same").count() == 0


def test_a_list_that_knows_more_fills_in_what_is_empty_and_speaks_for_what_stands(desk):
    before = counts()
    more = {
        "people": "id,name,biography,country\n2,Boris Temir,Minister before Orlan,\n",
        "memberships": "id,person_id,post,organization,start_date,end_date\n"
        "o,1,Minister of Rivers,Ministry of Rivers,2022-03,2024\n",
        "posts": "organization,label,other_labels\nMinistry of Rivers,Minister of Rivers,zh: 河流部长\n",
        "attendees": "event,person_id,state\nLake day,1,expected\n",
    }
    done = imported(desk.by, {**more, "people": more["people"] + "1,Ada Orlan,,\n"}, scheme="own", publisher="Gazette")
    assert Person.objects.get(name="Boris Temir").biography == "Minister before Orlan"
    assert Membership.objects.get(person__name="Ada Orlan").until == "2024"
    assert Post.objects.get().titles == {"ru": "министр рек", "kk": "өзен министрі", "zh": "河流部长"}
    grown = {name: number - before[name] for name, number in counts().items() if number != before[name]}
    assert grown == {"Attendance": 1, "Evidence": 1, "Quotation": 1, "Source": 1}
    assert done.trail.filter(act="changed").count() == 3


def test_what_readers_see_is_filled_in_only_when_somebody_vouches(desk):
    release_all(desk.by)
    vouching.vouch(desk, by=desk.by, reason="Checked")
    more = {
        "people": "id,name,biography\n2,Boris Temir,Minister before Orlan\n",
        "series": "name,identifiers\nRiver weeks,Own: 3\n",
        "areas": "name\nOskemen\n",
    }
    taken, book = looked_at(desk.by, more, scheme="own", publisher="Gazette")
    person = next(entry for entry in book.entries if entry.row.kind == "person")
    assert person.notes == ["Filled in only if you vouch for the import, since readers see this row: biography."]
    importing.run(taken, by=desk.by)
    assert Person.objects.get(name="Boris Temir").biography == ""
    imported(desk.by, more, scheme="own", publisher="Gazette of record", reason="Checked")
    assert Person.objects.get(name="Boris Temir").biography == "Minister before Orlan"
    assert Identifier.objects.filter(scheme="Own", series__name="River weeks").exists()


def test_a_row_with_an_error_stops_all_of_it_unless_it_is_left_out(desk):
    before = counts()
    lists = {"people": "name,birth_date\nLin Hai,soon\nClara Ulan,1980\n"}
    with pytest.raises(Refused) as refusal:
        imported(desk.by, lists)
    assert str(refusal.value).startswith(
        "1 rows have errors, the first: “people.csv”, row 2, birth_date: “soon” is no date"
    )
    assert counts() == before
    done = imported(desk.by, lists, leaves_errors=True)
    assert counts() == {**before, "Person": before["Person"] + 1}
    assert dict(done.rows.values_list("label", "choice")) == {"Lin Hai · soon": "later", "Clara Ulan · 1980": "new"}


def test_two_of_a_kind_that_only_the_database_sees_leave_nothing(desk):
    taken, _book = looked_at(desk.by, {"organizations": "name,classification,iso_code\nOther,country,VM\nNew,party,\n"})
    row = taken.rows.get(label__startswith="Other")
    previewing.choose(taken, {row.place: "new"})
    before = counts()
    with pytest.raises(Refused, match="The record refuses two of a kind, so nothing was imported"):
        importing.run(taken, by=desk.by)
    assert counts() == before
    taken.refresh_from_db()
    assert taken.state == "ready"


def test_a_row_that_its_model_refuses_leaves_nothing(desk, monkeypatch):
    monkeypatch.setattr(importing, "_words", lambda entry, says: "")
    before = counts()
    with pytest.raises(Refused, match="This field cannot be blank."):
        imported(desk.by, {"people": "id,name\n1,Lin Hai\n", "names": "person_id,name\n1,Hai\n"})
    assert counts() == before


def test_it_runs_once_and_on_the_record_as_it_stands(desk):
    taken, _book = looked_at(desk.by, {"people": "name,identifiers\nLin Hai,Own: 8\n"})
    lin = keeping.person(desk.by, "Lin Hai")
    keep(Identifier(person=lin, scheme="Own", value="8"), by=desk.by)
    importing.run(taken, by=desk.by)
    assert (taken.rows.get().choice, taken.rows.get().object_id) == ("same", lin.pk)
    with pytest.raises(Refused, match="This import was imported or undone already."):
        importing.run(taken, by=desk.by)


def test_somebody_who_acts_while_the_rows_are_compared_is_seen(desk, monkeypatch):
    taken, _book = looked_at(desk.by, {"people": "name,identifiers\nLin Hai,Own: 8\n"})
    real, seen = importing.compared, []

    def compared(*told):
        found = real(*told)
        if not seen:
            keep(Identifier(person=keeping.person(desk.by, "Lin Hai"), scheme="Own", value="8"), by=desk.by)
        seen.append(found)
        return found

    monkeypatch.setattr(importing, "compared", compared)
    importing.run(taken, by=desk.by)
    assert len(seen) == 2 and taken.rows.get().choice == "same"


def test_progress_is_told(desk):
    told = []
    taken = previewing.begin(
        [("people.csv", ALL["people"].replace("Vesmark", "").encode())], by=desk.by, publisher="X", kind="y"
    )
    previewing.look(taken, tell=lambda done, total: told.append((done, total)))
    importing.run(taken, by=User.objects.get(pk=desk.by.pk), tell=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2) and told == sorted(told[:10]) + sorted(told[10:20]) + sorted(told[20:])
