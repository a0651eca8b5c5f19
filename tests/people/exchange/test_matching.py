"""What a row may be the same as, why, and what is done with it unless somebody chooses otherwise."""

from types import SimpleNamespace

import pytest

from people.exchange import previewing
from people.models import Identifier, Meeting, Membership, Name, Organisation, Person, Place, Post
from people.recording import Refused, keep
from tests.once import an_editor, built_once
from tests.people import keeping

from .lists import ALL, errors_of, imported, looked_at, reasons_of, told_of

pytestmark = pytest.mark.django_db


def build():
    by = an_editor()
    done = imported(by, scheme="own")
    return SimpleNamespace(by=by, done=done, ada=Person.objects.get(name="Ada Orlan"))


built, desk = built_once(build)


def why(desk, name, text, *, kind="people", **told):
    """Reasons and choice for the one row of that name, in a list by somebody else."""
    more = told.pop("more", {})
    _taken, book = looked_at(desk.by, {kind: text, **more}, publisher="Others", **told)
    return reasons_of(book, name)


def test_an_empty_record_has_all_of_it_new(desk):
    assert {row.choice for row in desk.done.rows.all()} == {"new"}
    assert desk.done.rows.filter(object_id=None).count() == 0


def test_the_same_identifier_is_sure(desk):
    assert why(desk, "A. Orlan", "name,identifiers\nA. Orlan,Wikidata: Q1\n") == (
        [["the same identifier: Wikidata Q1"]],
        "same",
    )
    assert why(desk, "A. Orlan", "id,name\n1,A. Orlan\n", scheme="own")[1] == "same"


def test_an_identifier_of_something_else_is_an_error(desk):
    keep(Identifier(organisation=Organisation.objects.get(name="Vesmark"), scheme="Wikidata", value="Q9"), by=desk.by)
    text = "name,identifiers\nX Y,Wikidata: Q9\nA B,Own: 1\nC D,Own: 1\n"
    _taken, book = looked_at(desk.by, {"people": text})
    assert errors_of(book) == {
        ("people", 2, "identifiers"): "Wikidata Q9 is of something else in the record.",
        ("people", 4, "identifiers"): "Row 3 of “people.csv” has Own 1, too.",
    }


def test_a_name_alone_is_a_question(desk):
    assert why(desk, "Orlan Ada", "name\nOrlan Ada\n") == ([["the same name"]], "later")
    spelled = [["the same name in another spelling: Ада Орлан"]]
    assert why(desk, "Ада Орлан", "name\nАда Орлан\n") == (spelled, "later")
    names = {"names": "person_id,name,language\n7,Ada Stern,en\n"}
    spelled = [["the same name in another spelling: Ada Stern"]]
    assert why(desk, "Adeline Stern", "id,name\n7,Adeline Stern\n", more=names) == (spelled, "later")
    assert why(desk, "Lin Hai", "name\nLin Hai\n") == ([], "new")


def test_name_and_birthday_are_sure_and_another_birthday_unsure(desk):
    assert why(desk, "Ada Orlan", "name,birth_date\nAda Orlan,4.5.1970\n") == (
        [["the same name", "born on the same day"]],
        "same",
    )
    assert why(desk, "Ada Orlan", "name,birth_date\nAda Orlan,1970\n") == ([["the same name"]], "later")
    assert why(desk, "Ada Orlan", "name,birth_date\nAda Orlan,1980\n") == (
        [["the same name", "but born 1970-05-04"]],
        "later",
    )


def test_another_number_in_the_same_register_is_unsure(desk):
    text = "name,birth_date,identifiers\nAda Orlan,1970-05-04,Wikidata: Q7; Own: 3\n"
    reasons = ["the same name", "born on the same day", "but Wikidata Q1"]
    assert why(desk, "Ada Orlan", text) == ([reasons], "later")


OFFICE = "person_id,post,organization,start_date\n7,Minister of Rivers,Ministry of Rivers,{}\n"


def test_the_same_post_makes_a_name_sure_and_a_day_of_it_a_question(desk):
    at = "the same post: Minister of Rivers, Ministry of Rivers"
    more = {"memberships": OFFICE.format("2022")}
    assert why(desk, "Ada Orlan", "id,name\n7,Ada Orlan\n", more=more) == ([["the same name", at]], "same")
    day = "the same post from the same day: Minister of Rivers, Ministry of Rivers, 2022-03"
    more = {"memberships": OFFICE.format("2022-03")}
    assert why(desk, "Ms Orlan", "id,name\n7,Ms Orlan\n", more=more) == ([[day]], "later")
    assert why(desk, "А. О.", "id,name\n7,А. О.\n", more=more) == ([[day]], "later")
    assert why(desk, "Lin Hai", "id,name\n7,Lin Hai\n", more=more) == ([], "new")
    more = {"memberships": OFFICE.format("2001")}
    assert why(desk, "Ada Orlan", "id,name\n7,Ada Orlan\n", more=more) == ([["the same name"]], "later")


def test_two_sure_ones_are_a_question(desk):
    keeping.person(desk.by, "Adele Stern")
    keep(Identifier(person=Person.objects.get(name="Adele Stern"), scheme="Own", value="5"), by=desk.by)
    found = why(desk, "Somebody", "name,identifiers\nSomebody,Own: 5; Wikidata: Q1\n")
    assert (len(found[0]), found[1]) == (2, "later")
    assert why(desk, "Adele Stern", "id,name,birth_date\n1,Adele Stern,\n", scheme="own")[1] == "same"


def test_bodies_and_places_of_one_name_are_one_unless_something_differs(desk):
    same = [["the same name"]]
    assert why(desk, "Vesmark", "name\nVesmark\n", kind="organizations") == (same, "same")
    assert why(desk, "Vesmark", "name,classification\nVesmark,party\n", kind="organizations") == (same, "later")
    code = "name,classification,iso_code\nRepublic,country,VM\n"
    assert why(desk, "Republic", code, kind="organizations") == ([["the same country code"]], "same")
    old = "name,dissolution_date\nVesmark,1991\n"
    assert why(desk, "Vesmark", old, kind="organizations")[1] == "same"
    keep_body = Organisation.objects.get(name="Vesmark")
    keep_body.dissolved = "2020"
    keep(keep_body, by=desk.by)
    assert why(desk, "Vesmark", old, kind="organizations") == (same, "later")
    below = "name,parent\nNordland,\nMinistry of Rivers,Nordland\n"
    assert why(desk, "Ministry of Rivers", below, kind="organizations") == (same, "later")
    above = "name,parent\nMinistry of Rivers,Vesmark\n"
    assert why(desk, "Ministry of Rivers", above, kind="organizations") == (same, "same")
    assert why(desk, "Oskemen", "name\nOskemen\n", kind="areas") == (same, "same")
    far = {"organizations": "name,classification\nNordland,country\n"}
    assert why(desk, "Oskemen", "name,country\nOskemen,Nordland\n", kind="areas", more=far) == (same, "later")
    keep(Name(organisation=Organisation.objects.get(name="Vesmark"), text="Весмарк", language="ru"), by=desk.by)
    spelled = [["the same name in another spelling: Весмарк"]]
    assert why(desk, "Весмарк", "name\nВесмарк\n", kind="organizations") == (spelled, "later")
    assert why(desk, "River weeks", "name\nRiver weeks\n", kind="series") == (same, "same")


def test_claims_are_known_by_what_they_say(desk):
    more = {"people": "name,identifiers\nAda Orlan,Wikidata: Q1\n"}
    _taken, book = looked_at(
        desk.by,
        {
            **more,
            "names": "person,name,language,kind\nAda Orlan,Ада Орлан,ru,alias\nAda Orlan,Ada Orlan,en,house\n",
            "memberships": "person,post,organization,start_date,end_date\n"
            + "".join(
                f"Ada Orlan,Minister of Rivers,Ministry of Rivers,{days}\n"
                for days in ("2022-03,", "2022-03-01,", "2010,2011", "2022-03,2024")
            ),
            "events": "name,when,series,ordinal\nRiver week,2023-05-18/2023-05-19,,\nRiver week,May 2023,,\n"
            "Third river week,2023,River weeks,3\nRiver week,2001,,\nRiver week,2022,River weeks,3\n",
            "attendees": "event,person,description\nLake day,Ada Orlan,\nRiver week of 2001,Ada Orlan,\n",
        },
        publisher="Others",
    )
    told = told_of(book)
    assert [told["names", number] for number in (2, 3)] == ["same", "new"]
    assert [told["memberships", number] for number in (2, 3, 4, 5)] == ["same", "later", "new", "same"]
    assert [told["events", number] for number in (2, 3, 4, 5, 6)] == ["same", "later", "same", "new", "later"]
    assert [told["attendees", number] for number in (2, 3)] == ["new", "later"]


def test_a_whole_list_that_somebody_else_had_published_before(desk):
    _taken, book = looked_at(desk.by, publisher="Others")
    told = told_of(book)
    assert set(told.values()) == {"same"}


def test_the_same_row_of_an_earlier_import_is_sure_with_or_without_a_register(desk):
    first = imported(desk.by, {"people": "name\nLin Hai\n"}, publisher="Others")
    _taken, book = looked_at(desk.by, {"people": "name\nLin Hai\n"}, publisher="Others")
    assert reasons_of(book, "Lin Hai") == ([["the same row came in an earlier import", "the same name"]], "same")
    assert reasons_of(looked_at(desk.by, {"people": "name\nLin Hai\n"})[1], "Lin Hai") == ([["the same name"]], "later")
    Person.objects.filter(pk=first.rows.get().object_id).delete()
    assert reasons_of(looked_at(desk.by, {"people": "name\nLin Hai\n"}, publisher="Others")[1], "Lin Hai") == (
        [],
        "new",
    )


def test_what_rests_on_a_row_for_later_waits_with_it(desk):
    more = {"people": "id,name\n7,Orlan Ada\n", "memberships": OFFICE.format("2010")}
    _taken, book = looked_at(desk.by, more, publisher="Others")
    office = book.of("membership")[0]
    assert (office.choice, office.notes) == ("later", ["It waits for row 2 of “people.csv”: Orlan Ada."])


def test_errors_stand_by_row_and_column(desk):
    _taken, book = looked_at(
        desk.by,
        {
            "organizations": "id,name,parent_id,iso_code\na,A,b,\nb,B,a,\nc,C,,XX\nd,D,nowhere,\n" + "e,,,\n",
            "posts": "organization,label,is_single\nA,Head,yes\nA,Head,no\nNobody,Head,perhaps\n,Head,\n",
            "people": "id,name,birth_date,death_date\n1,Ada,soon,\n1,Boris,,\n2,Clara,,31.2.2000\n3,"
            + "x" * 300
            + ",,\n"
            + "9" * 201
            + ",Lin Hai,,\n",
            "names": "person_id,name,language,kind\n2,Clara,en,house\n2,Klara,en,house\n,Nobody,en,\n",
            "memberships": "person_id,organization,how_ended\n2,B,left\n2,,\n",
            "events": "name,when,ordinal\nTalks,2023,3\nTalks,,\n",
            "attendees": "event,person_id,state\nLake day,2,attended\nLake day,2,absent\nLake day,2,disputed\nNo,2,\n",
        },
        publisher="Others",
    )
    part = "This would be a part of itself, or of more than 10 others."
    assert errors_of(book) == {
        ("organizations", 2, "parent_id"): part,
        ("organizations", 4, "iso_code"): "Only countries have a country code.",
        ("organizations", 5, "parent_id"): "Neither these files nor the record have the id “nowhere”.",
        ("organizations", 6, "name"): "This is missing.",
        ("posts", 3, "label"): "Row 2 of “posts.csv” is the post of that title.",
        ("posts", 4, "organization"): "Neither these files nor the record have “Nobody”.",
        ("posts", 4, "is_single"): "“perhaps” is neither yes nor no.",
        ("posts", 5, "organization_id"): "One of these is needed: organization_id, organization.",
        (
            "people",
            2,
            "birth_date",
        ): "“soon” is no date we understand. Type a day, a month or a year: 8 June 2022, June 2022, 2022.",
        ("people", 3, "id"): "The id “1” is that of row 2 of “people.csv”, too.",
        ("people", 4, "death_date"): "February 2000 has no day 31.",
        ("people", 5, "name"): "Ensure this value has at most 200 characters (it has 300).",
        ("people", 6, "id"): "An id has at most 200 characters.",
        ("names", 3, "kind"): "Row 2 gives the house spelling in this language.",
        (
            "names",
            4,
            "person_id",
        ): "One of these is needed: person_id, person, organization_id, organization, area_id, area.",
        ("memberships", 2, "end_date"): "Say when it ended, or take away how it ended.",
        ("memberships", 3, "post_id"): "One of these is needed: post_id, post, organization_id, organization.",
        ("events", 2, "ordinal"): "A number needs a series to count in.",
        ("events", 3, "when"): "One of these is needed: when, start_date.",
        ("attendees", 3, "person_id"): "Row 2 of “attendees.csv” has them on this roll.",
        ("attendees", 4, "state"): "Nobody reports “disputed”: write what the reports say, as in “attended; absent”.",
        ("attendees", 5, "event"): "Neither these files nor the record have “No”.",
    }


def test_two_rows_that_say_the_same_and_names_that_several_have(desk):
    keeping.person(desk.by, "Ada Orlan")
    _taken, book = looked_at(
        desk.by,
        {
            "people": "name\nLin Hai\nLin Hai\n",
            "names": "person,name,language,kind\nAda Orlan,A,en,\nLin Hai,B,en,house\n",
        },
    )
    assert errors_of(book) == {
        ("people", 3, "name"): "Row 2 of “people.csv” says the same.",
        ("names", 2, "person"): "2 are called “Ada Orlan”: name the one by its id.",
        ("names", 3, "person"): "2 are called “Lin Hai”: name the one by its id.",
    }


def test_ids_that_these_files_lack_are_looked_for_in_the_register(desk):
    lists = {
        "memberships": "person_id,post_id,start_date\n1,p,2030\n9,p,2030\n",
        "attendees": "event_id,person_id\nf,2\n",
    }
    _taken, book = looked_at(desk.by, lists, scheme="own", publisher="Others")
    assert book.of("membership")[0].refs["person"] == desk.ada.pk and book.of("attendee")[0].choice == "new"
    assert errors_of(book) == {("memberships", 3, "person_id"): "Neither these files nor the record have the id “9”."}
    assert len(errors_of(looked_at(desk.by, lists)[1])) == 6


def test_only_a_country_is_a_country(desk):
    people = "name,country\nLin Hai,Ministry of Rivers\nClara Ulan,Vesmark\n"
    _taken, book = looked_at(desk.by, {"people": people, "areas": "name,country\nPort,Guild\n"}, publisher="Others")
    assert errors_of(book)["people", 2, "country"] == "“Ministry of Rivers” is stored as something else than a country."
    lists = {"organizations": "name,classification\nGuild,other\n", "areas": "name,country\nPort,Guild\n"}
    assert len(errors_of(looked_at(desk.by, lists, publisher="Others")[1])) == 1


def test_places_in_other_spellings_two_codes_and_dates_without_end(desk):
    keep(Name(place=Place.objects.get(), text="Öskemen", language="kk"), by=desk.by)
    keep(Name(place=Place.objects.get(), text="Oskemen", language="en"), by=desk.by)
    keep(Membership(person=desk.ada, post=Post.objects.get(), until="2001"), by=desk.by)
    lists = {
        "areas": "name\nÖskemen\n",
        "organizations": "name,classification,iso_code\nA,country,AA\nB,country,AA\n",
        "people": "name,identifiers\nAda Orlan,Wikidata: Q1\n",
        "memberships": "person,post,organization,start_date\nAda Orlan,Minister of Rivers,Ministry of Rivers,\n"
        "Nobody,Minister of Rivers,Ministry of Rivers,2001\n",
        "events": "name,when,series,ordinal\nTenth week,2023,River weeks,10\n",
        "attendees": "event,description\nLake day,four experts\nRiver week,four experts\n",
        "outcomes": "event,text\nRiver week,a pact\n",
    }
    _taken, book = looked_at(desk.by, lists, publisher="Others")
    assert errors_of(book) == {
        ("organizations", 3, "iso_code"): "Row 2 has this country code, too.",
        ("memberships", 3, "person"): "Neither these files nor the record have “Nobody”.",
    }
    told = told_of(book)
    assert (told["areas", 2], told["memberships", 2], told["events", 2]) == ("same", "later", "new")
    assert (told["attendees", 3], told["outcomes", 2]) == ("new", "new")


def test_other_posts_other_seats_and_another_country_are_no_matches(desk):
    keeping.organisation(desk.by, "Nordland")
    lists = {
        "organizations": "name,classification\nNordland,country\n",
        "posts": "organization,label\nMinistry of Rivers,Deputy\n",
        "people": "name,country,identifiers\nAda Orlan,Nordland,Wikidata: Q1\n",
        "memberships": "person,post,organization,start_date\nAda Orlan,,Vesmark,2022-03\n",
    }
    _taken, book = looked_at(desk.by, lists, publisher="Others")
    assert [entry.choice for entry in book.entries] == ["same", "new", "same", "new"]
    assert book.of("person")[0].notes == ["country stays; the file names another one."]


def test_a_second_house_spelling_is_an_error(desk):
    keep(Name(person=desk.ada, text="Ada Orlan", language="en", kind="house"), by=desk.by)
    _taken, book = looked_at(desk.by, {"names": "person,name,language,kind\nAda Orlan,Ada Orlon,en,house\n"})
    assert errors_of(book) == {("names", 2, "kind"): "The house spelling in this language is “Ada Orlan” already."}


def test_words_that_are_none_of_ours(desk):
    _taken, book = looked_at(
        desk.by,
        {
            "organizations": "name,classification\nSenate,legislature\n",
            "events": "name,start_date,end_date,status,classification\nSession,2011,2013,adjourned,session\n"
            "Sitting,2011,,Confirmed,\nSoon,June 2022,5.7.2022,,\nNever,soon,never,,\n",
        },
    )
    session, sitting, soon, never = book.of("event")
    assert soon.values["when"] == "2022-06/2022-07-05"
    assert never.errors["start_date"].startswith("“soon/never” is no date we understand.")
    assert book.of("organization")[0].notes == ["“legislature” is none of our kinds: taken for “other”."]
    assert (session.values["when"], session.values["kind"], session.says) == ("2011/2013", "meeting", ())
    assert session.notes == [
        "“session” is none of our kinds: taken for “meeting of a series or a body”.",
        "“adjourned” tells us nothing of whether it was held.",
    ]
    assert (sitting.values["when"], sitting.says) == ("2011", ("planned",))


def test_what_stands_stays_and_is_told(desk):
    keep_ada = "id,name,family_name,biography,is_family_name_first\n1,Ada Orlan,Orlova,Minister,yes\n"
    _taken, book = looked_at(desk.by, {"people": keep_ada}, scheme="own", publisher="Others")
    assert book.of("person")[0].notes == [
        "Filled in: biography.",
        "family_name stays “Orlan”; the file says “Orlova”.",
        "is_family_name_first stays “False”; the file says “True”.",
    ]


def test_choices_stay_and_only_what_is_offered_can_be_chosen(desk):
    lists = {"people": "id,name\n7,Orlan Ada\n8,Lin Hai\n9,Ada,\n9,Ada,\n", "memberships": OFFICE.format("2010")}
    taken, book = looked_at(desk.by, lists, publisher="Others")
    rows = {row.label: row for row in taken.rows.all()}
    asked, new = rows["Orlan Ada"], rows["Lin Hai"]
    assert previewing.offered(asked) == [f"same:{desk.ada.pk}", "new", "later"]
    assert previewing.choose(taken, {asked.place: "same:999", new.place: "burn", 77: "new"}) == 0
    assert previewing.choose(taken, {asked.place: f"same:{desk.ada.pk}", new.place: "later"}) == 2
    assert previewing.choose(taken, {asked.place: f"same:{desk.ada.pk}"}) == 0
    book = previewing.look(taken)
    assert told_of(book)["people", 2] == "same" and told_of(book)["people", 3] == "later"
    assert told_of(book)["memberships", 2] == "new"
    assert previewing.offered(taken.rows.get(number=5)) == ["later"]
    taken.state = "done"
    with pytest.raises(Refused, match="This import is not open to choices any more."):
        previewing.choose(taken, {})
    known = looked_at(desk.by, {"posts": ALL["posts"], "organizations": ALL["organizations"]})[0].rows.get(kind="post")
    assert previewing.offered(known) == [f"same:{known.chosen}", "later"]
    assert previewing.value_of(known) == f"same:{known.chosen}" and str(known).startswith("posts.csv, 2: ")
    assert Meeting.objects.count() == 2
