"""A desk of an invented country, built through the verbs, on which every case of the record's pages occurs.

The site's day is `DAY`. What stands here is asserted by name in the tests of the pages.
"""

from datetime import date
from types import SimpleNamespace

from articles import linking, reporting
from articles.models import Image
from articles.models.image import Depiction
from articles.reporting import Entry
from people import disclosure, quoting, recording, releasing
from people.models import (
    Attendance,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Person,
    Place,
    Post,
    Source,
)
from tests.articles import writing

DAY = date(2023, 6, 1)

TALKS = (
    "<p>Ada Orlan, the chief of all rivers, received Boris Temir in Astana on Wednesday.</p>"
    "<p>Farid Zhan spoke for the harbour guild in place of Clara Ulan.</p>"
    "<p>Three experts listened.</p>"
    "<p>The two ministries agreed on a shared gauge.</p>"
)
BEFORE = (
    "<p>Ada Orlan and Boris Temir are expected at the fourth river meeting on Thursday.</p>"
    "<p>Clara Ulan is expected at the lake day.</p>"
)
EARLIER = "<p>Ada Orlan and Lin Hai met at the third river meeting in June.</p>"
HARBOUR = "<p>Clara Ulan was at the harbour talks.</p>"
OFF = "<p>The lake day is cancelled.</p>"
NOT_SAID = "<p>Whether Boris Temir came to the harbour talks is not known.</p>"


def keeper(by):
    """`keep(row)` as that member of staff."""
    return lambda row: recording.keep(row, by=by)


def person(by, name, *, country=None, released=True, **others):
    """A person of two words, family name last unless told otherwise, with a page."""
    first, last = name.split()
    given, family = (last, first) if others.get("is_family_name_first") else (first, last)
    row = recording.keep(
        Person(name=name, given_name=given, family_name=family, country=country, **others),
        by=by,
    )
    return releasing.release(row, by=by) if released else row


def diary(desk, who, days, **others):
    """Meetings that a keeper vouches for, one on each of the days, attended by somebody: many rows in one act."""
    rows = [Meeting(title=f"Routine {n:02}", when=day, vouched_reason="Diary") for n, day in enumerate(days)]
    meetings = Meeting.objects.bulk_create(rows)
    Attendance.objects.bulk_create(
        Attendance(meeting=row, person=who, vouched_says="attended", vouched_reason="Diary", **others)
        for row in meetings
    )
    with disclosure.public_act():
        disclosure.recompute(disclosure.Touched(meetings={row.pk for row in meetings}))


def build(by) -> SimpleNamespace:
    """Countries, bodies, posts, people, and what seven articles report of them."""
    desk = SimpleNamespace(by=by, keep=keeper(by))
    _bodies(desk)
    _people(desk)
    _offices(desk)
    _places(desk)
    _articles(desk)
    _talks(desk)
    _river_meetings(desk)
    _harbour_and_lake(desk)
    return desk


def _bodies(desk):
    keep = desk.keep
    desk.vesmark = keep(
        Organisation(name="Republic of Vesmark", short_name="Vesmark", kind="country", description="By the river.")
    )
    desk.nordland = keep(Organisation(name="Nordland", kind="country"))
    desk.ministry = keep(
        Organisation(name="Ministry of Rivers", kind="ministry", parent=desk.vesmark, founded="1991", dissolved="2024")
    )
    desk.guild = keep(Organisation(name="Harbour Guild", kind="other", parent=desk.nordland))
    for body in (desk.vesmark, desk.nordland, desk.ministry):
        releasing.release(body, by=desk.by)
    keep(Name(organisation=desk.ministry, text="Министерство рек", language="ru", kind="native", vouched_reason="Sign"))


def _people(desk):
    desk.ada = person(desk.by, "Ada Orlan", country=desk.vesmark, biography="Minister of an invented country.")
    desk.boris = person(desk.by, "Boris Temir", country=desk.nordland)
    desk.clara = person(desk.by, "Clara Ulan", country=desk.vesmark)
    desk.farid = person(desk.by, "Farid Zhan")
    desk.lin = person(desk.by, "Lin Hai", is_family_name_first=True)
    desk.yolkin = person(desk.by, "Пётр Ёлкин")
    desk.wang = person(desk.by, "王 美", is_family_name_first=True)
    desk.dana = person(desk.by, "Dana Aul", released=False)
    for text, language, kind in (
        ("Ада Орлан", "ru", "native"),
        ("Ада Орлан", "kk", "alias"),
        ("Ada Orlon", "en", "misspelling"),
        ("Ada Orlan", "en", "house"),
    ):
        desk.keep(Name(person=desk.ada, text=text, language=language, kind=kind, vouched_reason="Register"))
    desk.keep(Name(person=desk.ada, text="Ada Hidden", language="en"))


def _offices(desk):
    keep = desk.keep
    desk.minister = keep(Post(organisation=desk.ministry, title="Minister of Rivers", rank=20))
    desk.deputy = keep(Post(organisation=desk.vesmark, title="Deputy Prime Minister", rank=10))
    desk.director = keep(Post(organisation=desk.guild, title="Director", rank=30))
    for row in (
        Membership(person=desk.ada, post=desk.minister, since="2022-03-01", confirmed_on="2023-05-20"),
        Membership(person=desk.ada, post=desk.deputy, since="2023-01", until="2023-05-30", how_ended="dismissed"),
        Membership(person=desk.clara, post=desk.minister, since="2019", until="2022-02-28", is_acting=True),
        Membership(person=desk.boris, post=desk.director, since="2020-05-04"),
        Membership(person=desk.lin, organisation=desk.ministry, confirmed_on="2022-06-10"),
    ):
        row.vouched_reason = "Register"
        keep(row)


def _places(desk):
    desk.astana = desk.keep(Place(name="Astana", country=desk.vesmark))
    desk.keep(
        Name(place=desk.astana, text="Nur-Sultan", language="en", until="2022-09-17", vouched_reason="Decree"),
    )
    desk.keep(Name(place=desk.astana, text="Астана", language="ru", vouched_reason="Decree"))
    desk.harbour = desk.keep(Place(name="Port Elna"))


def _articles(desk):
    def published(headline, body, day):
        return writing.publish(desk.by, headline, body, day=day)

    desk.earlier = published("Third river meeting", EARLIER, date(2022, 6, 20))
    desk.before = published("Before the river meeting", BEFORE, date(2023, 4, 20))
    desk.article = published("Talks in Astana", TALKS, date(2023, 4, 27))
    desk.harboured = published("Harbour talks", HARBOUR, date(2023, 5, 11))
    desk.not_said = published("Who came to the harbour", NOT_SAID, date(2023, 5, 12))
    desk.off = published("Lake day off", OFF, date(2023, 5, 20))
    for each in (desk.ada, desk.boris):
        linking.confirm(desk.article, each, words=each.name, by=desk.by)
    linking.confirm(desk.article, desk.guild, words="harbour guild", by=desk.by)
    image = Image.objects.create(
        hash="a" * 32,
        file="a.jpg",
        width=800,
        height=600,
        alt="A woman at a desk",
        caption="Ada Orlan",
        credit="Desk",
        created_at="2023-01-01T00:00:00Z",
    )
    Depiction.objects.create(image=image, person=desk.ada, is_portrait=True)


def _report(desk, article, sentence, meeting, *roll, **others):
    return reporting.report(article, sentence, meeting=meeting, by=desk.by, roll=roll, **others)


def _talks(desk):
    said = [part.removeprefix("<p>") for part in TALKS.split("</p>") if part]
    desk.summit = desk.keep(Meeting(title="River week", kind="summit", when="2023-04", vouched_reason="Programme"))
    desk.talks = _report(
        desk,
        desk.article,
        said[0],
        Meeting(title="Talks in Astana", when="2023-04-26", place=desk.astana, host=desk.ministry, parent=desk.summit),
        Entry(
            says="attended",
            person=desk.ada,
            on_behalf_of=desk.ministry,
            role="chair",
            title_as_printed="Chief of all rivers",
        ),
        Entry(says="attended", person=desk.boris, on_behalf_of=desk.nordland, title_as_printed="director"),
    )
    farid = Entry(says="attended", person=desk.farid, on_behalf_of=desk.guild, stands_in_for=desk.clara)
    _report(desk, desk.article, said[1], desk.talks, farid)
    _report(desk, desk.article, said[2], desk.talks, Entry(says="attended", description="three experts"))
    dana = Entry(says="attended", person=desk.dana, on_behalf_of=desk.vesmark)
    _report(desk, desk.article, said[2], desk.talks, dana)
    _report(desk, desk.article, said[3], desk.talks, outcomes=[("agreed", "a shared gauge")])


def _river_meetings(desk):
    desk.series = desk.keep(MeetingSeries(name="Meeting of the River Ministers", description="Every spring."))
    desk.third = _report(
        desk,
        desk.earlier,
        EARLIER[3:-4],
        Meeting(title="Third river meeting", when="2022-06", place=desk.astana, series=desk.series, ordinal=3),
        Entry(says="attended", person=desk.ada, on_behalf_of=desk.ministry),
        Entry(says="attended", person=desk.lin, on_behalf_of=desk.nordland),
        outcomes=[("founded", "a river office")],
    )
    desk.fourth = _report(
        desk,
        desk.before,
        BEFORE.split("</p>")[0][3:],
        Meeting(title="Fourth river meeting", kind="meeting", when="2023-04-27", series=desk.series, ordinal=4),
        Entry(says="expected", person=desk.ada, on_behalf_of=desk.ministry),
        Entry(says="announced", person=desk.boris, on_behalf_of=desk.nordland, announced_by="the guild"),
        meeting_says="planned",
    )
    desk.sixth = desk.keep(
        Meeting(title="Sixth river meeting", when="2024-05", series=desk.series, ordinal=6, vouched_reason="Programme")
    )


def _harbour_and_lake(desk):
    desk.harbour_talks = _report(
        desk,
        desk.harboured,
        HARBOUR[3:-4],
        Meeting(title="Harbour talks", when="2023-05-10", place=desk.harbour),
        Entry(says="attended", person=desk.clara, on_behalf_of=desk.ministry),
    )
    _report(desk, desk.not_said, NOT_SAID[3:-4], desk.harbour_talks, Entry(says="not_reported", person=desk.boris))
    desk.ministry_page = desk.keep(
        Source(
            publisher="Ministry of Rivers",
            kind="press release",
            day=date(2023, 5, 13),
            address="https://rivers.example/1",
        )
    )
    denial = quoting.quote_outside(desk.ministry_page, "Clara Ulan did not go to the harbour.", by=desk.by)
    denied = Attendance.objects.get(meeting=desk.harbour_talks, person=desk.clara)
    quoting.add_evidence(denial, denied, says="absent", by=desk.by)
    desk.lake = _report(
        desk,
        desk.before,
        BEFORE.split("</p>")[1][3:],
        Meeting(title="Lake day", when="2023-05-25"),
        Entry(says="expected", person=desk.clara),
        meeting_says="planned",
    )
    _report(desk, desk.off, OFF[3:-4], desk.lake, meeting_says="cancelled")
