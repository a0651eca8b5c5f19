"""A small public desk for the leak test, built through the same verbs as the admin."""

from datetime import UTC, datetime
from types import SimpleNamespace

from articles import drafting, linking, publishing, reporting
from articles.models import Contributor, Section, Tag
from articles.models.revision import WORDS
from newsdesk import worker_sign
from newsdesk.models import User
from people import recording, releasing
from people.models import Meeting, MeetingSeries, Membership, Name, Organisation, Person, Place, Post

NOW = datetime(2023, 6, 1, 12, 0, tzinfo=UTC)
PUBLIC_BODY = (
    "<p>Ada Orlan met Boris Temir in Oskemen on Tuesday.</p>"
    "<p>Clara Ulan is expected at the second meeting of the river ministers.</p>"
    "<p>The ministry of rivers hosted the talks.</p>"
)


def words(headline, body, **others):
    """A whole set of words for `save_draft`."""
    empty = dict.fromkeys(WORDS, "") | {"day": None, "section": None, "lead_image": None}
    return empty | {"headline": headline, "body": body} | others


def article(desk, headline, body, *, publish=True, tags=(), contributors=(), **others):
    """An article with one revision, published unless told otherwise."""
    made = drafting.begin(language="en", by=desk.editor)
    save(desk, made, headline, body, tags=tags, contributors=contributors, **others)
    if publish:
        made = publishing.publish(made, revision=made.draft, by=desk.editor)
    return made


def save(desk, made, headline, body, *, tags=(), contributors=(), **others):
    """One more revision of an article."""
    others = {"section": desk.section} | others
    return drafting.save_draft(
        made,
        words(headline, body, **others),
        base=made.draft,
        by=desk.editor,
        tags=tags,
        contributors=contributors,
    )


def build() -> SimpleNamespace:
    """The public desk: two articles, four people of whom three have a page, one meeting held and one expected."""
    desk = SimpleNamespace(editor=User.objects.create(username="editor", is_staff=True, is_superuser=True))
    keep = _keeper(desk)
    desk.section = Section.objects.create(name="Diplomacy")
    desk.tag = Tag.objects.create(name="Rivers")
    desk.contributor = Contributor.objects.create(name="Mira Sanat")
    desk.country = keep(Organisation(name="Vesmark", kind="country"))
    desk.ministry = keep(Organisation(name="Ministry of Rivers", kind="ministry", parent=desk.country))
    desk.post = keep(Post(organisation=desk.ministry, title="Minister of Rivers"))
    desk.place = keep(Place(name="Oskemen", country=desk.country))
    desk.series = keep(MeetingSeries(name="Meeting of the River Ministers"))
    for name in ("Ada Orlan", "Boris Temir", "Clara Ulan", "Dana Aul"):
        given, family = name.split()
        person = keep(Person(name=name, given_name=given, family_name=family, country=desk.country))
        setattr(desk, given.lower(), person)
    for page in (desk.country, desk.ministry, desk.ada, desk.boris, desk.clara):
        releasing.release(page, by=desk.editor)
    keep(
        Membership(
            person=desk.ada, post=desk.post, since="2023-01-10", confirmed_on=NOW.date(), vouched_reason="Register"
        )
    )
    keep(Name(person=desk.ada, text="Ада Орлан", language="ru", kind="native", vouched_reason="Register"))
    desk.first = article(
        desk, "Ministers meet in Oskemen", PUBLIC_BODY, tags=[desk.tag], contributors=[desk.contributor]
    )
    record_first(desk)
    desk.second = article(desk, "A bridge opens", "<p>The bridge over the river opened on Monday.</p>")
    worker_sign.give()  # without one /healthz says so
    return desk


def record_first(desk):
    """What the first article says, linked and recorded."""
    for person in (desk.ada, desk.boris, desk.clara):
        linking.confirm(desk.first, person, words=person.name, by=desk.editor)
    desk.talks = reporting.report(
        desk.first,
        "Ada Orlan met Boris Temir in Oskemen on Tuesday.",
        meeting=Meeting(title="Talks in Oskemen", kind="talks", when="2023-05-30", place=desk.place),
        by=desk.editor,
        roll=[
            reporting.Entry(says="attended", person=desk.ada, on_behalf_of=desk.ministry),
            reporting.Entry(says="attended", person=desk.boris, on_behalf_of=desk.country),
        ],
    )
    desk.expected = reporting.report(
        desk.first,
        "Clara Ulan is expected at the second meeting of the river ministers.",
        meeting=Meeting(title="Second river meeting", kind="meeting", when="2023-06-20", series=desk.series, ordinal=2),
        by=desk.editor,
        meeting_says="planned",
        roll=[reporting.Entry(says="expected", person=desk.clara)],
    )


def _keeper(desk):
    return lambda row: recording.keep(row, by=desk.editor)
