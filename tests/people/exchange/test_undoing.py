"""One undo for a whole import, or a list of what rests on it."""

from types import SimpleNamespace

import pytest

from people import disclosure, recording, releasing
from people.exchange import importing, undoing, vouching
from people.models import Import, Membership, Name, Organisation, Person, Trail
from people.recording import Refused
from tests.once import an_editor, built_once
from tests.people import keeping

from .lists import ALL, imported, looked_at
from .test_importing import counts

pytestmark = pytest.mark.django_db
MORE = {
    "people": "name,biography,identifiers\nAda Orlan,Minister,Wikidata: Q1\nLin Hai,,\n",
    "posts": "organization,label,other_labels\nMinistry of Rivers,Minister of Rivers,zh: 河流部长\n",
    "organizations": "name,parent\nNordland,\nPort of Nordland,Nordland\n",
}


def build():
    by = an_editor()
    first = imported(by)
    before = counts()
    return SimpleNamespace(by=by, first=first, before=before, second=imported(by, MORE, publisher="Gazette"))


built, desk = built_once(build)


def refused(desk, taken):
    with pytest.raises(Refused) as refusal:
        undoing.undo(taken, by=desk.by, why="wrong list")
    return str(refusal.value)


def test_what_it_made_goes_and_what_it_changed_is_as_before(desk):
    ada = Person.objects.get(name="Ada Orlan")
    assert ada.biography == "Minister"
    told = []
    undoing.undo(desk.second, by=desk.by, why="wrong list", tell=lambda done, total: told.append((done, total)))
    assert counts() == desk.before
    ada.refresh_from_db()
    assert ada.biography == "" and set(ada.memberships.get().post.titles) == {"ru", "kk"}
    assert (desk.second.state, desk.second.source) == ("undone", None)
    last = Trail.objects.filter(kind="people.import").first()
    assert (last.act, last.why, last.after) == ("undone", "wrong list", {"removed": 3})
    assert told[-1] == (14, 14) and disclosure.check_all() == []
    undoing.undo(desk.first, by=desk.by, why="wrong list")
    assert set(counts().values()) == {0}
    again = imported(desk.by, {"people": "name\nAda Orlan\n"})
    assert again.rows.get().choice == "new"


def test_only_once_and_with_a_reason(desk):
    with pytest.raises(Refused, match="Say why the import is undone"):
        undoing.undo(desk.second, by=desk.by, why=" ")
    undoing.undo(desk.second, by=desk.by, why="wrong")
    assert refused(desk, desk.second) == "Only an import that is done can be undone."


def test_later_work_is_listed(desk):
    lin = Person.objects.get(name="Lin Hai")
    lin.biography = "Engineer"
    recording.keep(lin, by=desk.by)
    recording.keep(Membership(person=lin, organisation=Organisation.objects.get(name="Nordland")), by=desk.by)
    releasing.release(Organisation.objects.get(name="Port of Nordland"), by=desk.by)
    said = refused(desk, desk.second)
    assert said == (
        "This import cannot be undone, since later work rests on it: “Lin Hai” was changed; "
        "“Port of Nordland” was released; “Port of Nordland” has an address that readers could open; "
        "office held “Lin Hai: Nordland”."
    )
    assert Import.objects.get(pk=desk.second.pk).state == "done"


def test_a_later_import_that_builds_on_it_is_listed_and_a_long_list_is_cut(desk):
    assert "“Ada Orlan” was changed" in refused(desk, desk.first)
    nordland = Organisation.objects.get(name="Nordland")
    for number in range(12):
        recording.keep(Name(organisation=nordland, text=f"Nord {number}", language="en"), by=desk.by)
    assert refused(desk, desk.second).endswith("; and 2 more.")


def test_a_value_that_was_changed_since_is_not_overwritten(desk):
    ada = Person.objects.get(name="Ada Orlan")
    ada.biography = "Prime minister"
    recording.keep(ada, by=desk.by)
    assert refused(desk, desk.second).endswith("“Ada Orlan” was changed.")


def test_sentences_that_spoke_for_somebody_elses_claims_go_and_the_claims_stay(desk):
    ada = Person.objects.get(name="Ada Orlan")
    releasing.release(ada, by=desk.by)
    office = ada.memberships.get()
    told = "person,post,organization,start_date\nAda Orlan,Minister of Rivers,Ministry of Rivers,2022-03\n"
    done = imported(desk.by, {"memberships": told}, publisher="Court")
    vouching.vouch(done, by=desk.by, reason="Read in court")
    recording.confirm(office, by=desk.by, why="Read in court")
    assert keeping.fresh(office).is_public and office.evidence.count() == 2
    undoing.undo(done, by=desk.by, why="wrong")
    assert not keeping.fresh(office).is_public and office.evidence.count() == 1
    assert disclosure.check_all() == []


def test_a_person_moved_between_countries_goes_back(desk):
    lists = {
        "people": "name,country,identifiers\nAda Orlan,,Wikidata: Q1\nBoris Temir,,\n",
        "organizations": ALL["organizations"],
    }
    Person.objects.filter(name="Ada Orlan").update(country=None)
    lists["people"] = lists["people"].replace("Orlan,,", "Orlan,Vesmark,")
    done = imported(desk.by, lists, publisher="Court")
    assert Person.objects.get(name="Ada Orlan").country.name == "Vesmark"
    undoing.undo(done, by=desk.by, why="wrong")
    assert Person.objects.get(name="Ada Orlan").country is None


def test_not_before_it_is_done(desk):
    taken, _book = looked_at(desk.by, MORE)
    assert refused(desk, taken) == "Only an import that is done can be undone."
    importing.run(taken, by=desk.by)
