"""Lists that nobody in this project wrote, from beside the repository; skipped by name where they are not there."""

import json
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from people import disclosure
from people.exchange import importing, previewing, undoing
from people.models import Attendance, Meeting, Membership, Person

from . import ministers
from .lists import files
from .test_importing import counts

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


def folder(name):
    return pytest.mark.skipif(not (DATA / name).is_dir(), reason=f"the lists of {name} are not beside the repository")


@folder("ifg-ministers")
def test_3667_appointments_of_ministers_in_and_out_again(keeper):
    """Prints seconds of CPU. While coverage is traced, which takes thrice as long, a part of the list must do."""
    is_whole = sys.gettrace() is None
    before, lists, begun = counts(), ministers.files(is_whole), time.process_time()
    told = {"publisher": "Institute for Government", "kind": "database of ministers", "scheme": "ifg"}
    taken = previewing.begin(lists, by=keeper, **told)
    previewing.look(taken)
    looked = time.process_time()
    importing.run(taken, by=keeper)
    done = time.process_time()
    made = counts()
    assert not is_whole or (made["Membership"], made["Person"], made["Organisation"]) == (3667, 1149, 69)
    assert made["Membership"] > 200
    assert taken.rows.exclude(choice="new").count() == 0
    assert not is_whole or Membership.objects.filter(is_acting=True).exists()
    assert not Person.objects.public().exists()
    again = previewing.begin(lists, by=keeper, **told)
    previewing.look(again)
    assert again.rows.exclude(choice="same").count() == 0
    undo = time.process_time()
    undoing.undo(taken, by=keeper, why="a trial")
    undone = time.process_time()
    print(
        f"\n{sum(made.values()):,} rows: compared in {looked - begun:.1f} s, imported {done - looked:.1f} s,", end=" "
    )
    print(f"undone {undone - undo:.1f} s of CPU")
    assert counts() == before
    assert done - begun < 60 and undone - undo < 60


@folder("historyatstate-visits")
def test_visits_of_foreign_leaders(keeper):
    """Each visit a meeting with somebody known by description, on behalf of a country."""
    countries, events, roll = set(), ["id,name,classification,when,status"], ["event_id,description,on_behalf_of,state"]
    for visit in ElementTree.parse(DATA / "historyatstate-visits" / "2010.xml").getroot()[:60]:
        key, start, end = (visit.findtext(each) for each in ("id", "start-date", "end-date"))
        visitor, country = (visit.findtext(each) for each in ("visitor", "from"))
        countries.add(country)
        events.append(f'{key},"Visit of {visitor}",visit,{start}/{end},held')
        roll.append(f'{key},"{visitor}","{country}",attended')
    bodies = ["name,classification", *(f'"{country}",country' for country in sorted(countries))]
    lists = {"organizations": bodies, "events": events, "attendees": roll}
    texts = {name: "\n".join(lines) for name, lines in lists.items()}
    taken = previewing.begin(files(texts), by=keeper, publisher="Office of the Historian", kind="register")
    previewing.look(taken)
    assert list(taken.rows.exclude(errors={}).values_list("number", "errors")) == []
    importing.run(taken, by=keeper, reason="Public domain, checked")
    assert Meeting.objects.public().filter(state="held").count() == len(events) - 1
    assert set(Attendance.objects.values_list("state", flat=True)) == {"attended"}
    assert disclosure.check_all() == []


@folder("historyatstate-pocom")
def test_chiefs_of_mission(keeper):
    people, offices = {}, ["id,person_id,post,organization,start_date,end_date"]
    for file in sorted((DATA / "historyatstate-pocom" / "missions").glob("*.xml")):
        for chief in ElementTree.parse(file).getroot().iter("chief"):
            person, title = chief.findtext("person-id"), chief.findtext("role-title-id")
            people[person] = " ".join(reversed(person.replace("-", " ").title().split(" ", 1)))
            begun, ended = chief.findtext("started/date") or "", chief.findtext("ended/date") or ""
            offices.append(f"{chief.findtext('id')},{person},{title},{file.stem},{begun},{ended}")
    posts = sorted({tuple(line.split(",")[2:4]) for line in offices[1:]})
    texts = {
        "organizations": "\n".join(["name", *sorted({body for _title, body in posts})]),
        "posts": "\n".join(["organization,label", *(f"{body},{title}" for title, body in posts)]),
        "people": "\n".join(["id,name", *(f"{key},{name}" for key, name in people.items())]),
        "memberships": "\n".join(offices),
    }
    taken = previewing.begin(
        files(texts), by=keeper, publisher="Office of the Historian", kind="register", scheme="pocom"
    )
    previewing.look(taken)
    assert list(taken.rows.exclude(errors={}).values_list("number", "errors")) == []
    importing.run(taken, by=keeper)
    assert Membership.objects.count() == len(offices) - 1 > 200


@folder("popolo-spec")
def test_the_examples_of_popolo(keeper):
    """Each example of something that we keep is taken; what an example names and does not hold is said."""
    told = {}
    for name in ("person", "organization", "post", "membership", "event", "area"):
        told[f"{name}s"] = [json.loads((DATA / "popolo-spec" / "examples" / f"{name}.json").read_text())]
    taken = previewing.begin(
        [("record.json", json.dumps(told).encode())], by=keeper, publisher="Popolo", kind="examples"
    )
    book = previewing.look(taken)
    assert [(entry.row.kind, entry.name) for entry in book.entries if not entry.errors]
    lacking = {column for entry in book.entries for column in entry.errors}
    assert lacking <= {"location", "organization_id", "person_id", "post_id", "parent_id"}
    importing.run(taken, by=keeper, leaves_errors=True)
    assert Person.objects.get().born == "1920-01"
