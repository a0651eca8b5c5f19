"""An article to link and record in, and the record it meets."""

from types import SimpleNamespace

from django.urls import reverse

from articles import linking
from people import recording
from people.models import Meeting, Membership, Organisation, Person, Place, Post
from tests.articles import writing

MET = "Ada Orlan met Boris Temir in Oskemen on Tuesday."
NEXT = "Clara Ulan is expected at the second meeting."
BODY = f"<p>{MET} {NEXT}</p><ul><li>Dana Aul</li></ul>"


def build(by):
    """A draft that names four people, two of them linked; a ministry of a country, whose minister Ada is."""
    desk = SimpleNamespace(by=by)
    keep = desk.keep = lambda row: recording.keep(row, by=by)
    desk.country = keep(Organisation(name="Vesmark", kind="country"))
    desk.ministry = keep(Organisation(name="Ministry of Rivers", kind="ministry", parent=desk.country))
    desk.post = keep(Post(organisation=desk.ministry, title="Minister of Rivers"))
    desk.place = keep(Place(name="Oskemen", country=desk.country))
    for name in ("Ada Orlan", "Boris Temir", "Clara Ulan", "Dana Aul"):
        given, family = name.split()
        person = keep(Person(name=name, given_name=given, family_name=family, country=desk.country))
        setattr(desk, given.lower(), person)
    desk.office = keep(Membership(person=desk.ada, post=desk.post, since="2023-01-10", vouched_reason="Register"))
    desk.article = writing.begin(by, "Ministers meet", BODY, standfirst="Orlan and Temir meet.", day="2023-05-30")
    for person in (desk.ada, desk.boris):
        linking.confirm(desk.article, person, words=person.name, by=by)
    desk.article.refresh_from_db()
    return desk


def address(article, name="people"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def talks(desk, **others):
    """A meeting that is in the record already."""
    values = {"title": "Talks in Oskemen", "kind": "talks", "when": "2023-05-30", "place": desk.place} | others
    return desk.keep(Meeting(**values))


def sent(desk, *people, sentence=MET, **others):
    """What the browser sends of the form of a sentence, with these people ticked."""
    data = {"sentence": sentence, "same": "new", "filled": "new", "shown": "", "all": "attended", "_save": "1"}
    data |= {"title": "Talks in Oskemen", "kind": "talks", "when": "30 May 2023", "place": desk.place.pk}
    data |= {"meeting_says": "", "outcome_kind": "agreed", "outcome_text": ""}
    data |= {"roll-TOTAL_FORMS": len(people), "roll-INITIAL_FORMS": len(people)}
    for index, person in enumerate(people):
        row = {
            "person": person.pk,
            "is_there": "on",
            "on_behalf_of": desk.country.pk,
            "says": "",
            "role": "participant",
        }
        data |= {f"roll-{index}-{name}": value for name, value in row.items()}
    return {name: value for name, value in (data | others).items() if value is not None}
