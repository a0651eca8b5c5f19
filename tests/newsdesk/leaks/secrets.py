"""Everything a desk may hold that readers must not notice: one act each, on top of the public desk."""

from datetime import timedelta

from articles import killing, linking, pending, publishing, reporting, scheduling
from articles import readdressing as articles_readdressing
from articles.models import Contributor, Depiction, Image, Rendition, Section, Tag
from people import quoting, readdressing, recording, releasing, striking
from people.exchange import importing, previewing
from people.models import (
    Attendance,
    Evidence,
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

from .addresses import SECRET_PICTURES
from .desk import NOW, article, save

SECRET_SENTENCE = "Emir Zarlyk met Ada Orlan in Zhelkent on Wednesday."
SECRET_BODY = f"<p>{SECRET_SENTENCE}</p><p>Zhelkent will host the river ministers in secret.</p>"


def draft(desk):
    article(desk, "Zarlyk signs a secret pact", SECRET_BODY, publish=False)


def draft_with_a_public_headline(desk):
    article(desk, "Ministers meet in Oskemen", SECRET_BODY, publish=False)


def scheduled(desk):
    made = article(desk, "Zarlyk to resign", SECRET_BODY, publish=False)
    scheduling.schedule(made, act="publish", revision=made.draft, due_at=NOW + timedelta(days=30), by=desk.editor)


def embargoed(desk):
    made = article(desk, "Zarlyk report under embargo", SECRET_BODY, publish=False)
    publishing.embargo(made, until=NOW + timedelta(days=3), by=desk.editor)


def scheduled_update(desk):
    revision = save(desk, desk.second, "A bridge opens, Zarlyk is not there", SECRET_BODY)
    scheduling.schedule(desk.second, act="publish", revision=revision, due_at=NOW + timedelta(days=2), by=desk.editor)


def draft_of_a_public_article(desk):
    save(
        desk,
        desk.first,
        "Ministers meet and quarrel",
        SECRET_BODY,
        tags=[Tag.objects.create(name="Quarrel")],
        section=Section.objects.create(name="Secret section"),
        standfirst="Zarlyk was there.",
    )


def held_back(desk):
    made = article(desk, "A dam breaks near Zhelkent", SECRET_BODY, publish=False)
    publishing.hold(made, by=desk.editor, why="lawyer")


def held_after_publication(desk):
    """It keeps its slug, so its headline is one that nothing else has."""
    made = article(desk, "Held words of Zhelkent", SECRET_BODY, tags=[Tag.objects.create(name="Held")])
    publishing.hold(made, by=desk.editor, why="lawyer")


def taken_down(desk):
    """Equal but for its own address, which answers «taken down»."""
    made = article(desk, "Taken words of Zhelkent", SECRET_BODY)
    linking.confirm(made, desk.ada, words="Ada Orlan", by=desk.editor)
    publishing.take_down(made, by=desk.editor, why="wrong")


def secret_pictures(desk):
    """In a draft, killed in a draft, and of somebody whose page is closed."""
    drafted, killed, portrait = (
        Image.objects.create(hash=hash, width=1200, height=800, alt="Zarlyk", created_at=NOW)
        for hash in SECRET_PICTURES.values()
    )
    for image in (drafted, killed, portrait):
        Rendition.objects.create(image=image, width=320, height=213, type="jpg", file=f"renditions/{image.hash}.jpg")
    article(desk, "A secret picture", SECRET_BODY, publish=False, lead_image=drafted)
    article(desk, "Another", f'<figure data-image="{killed.hash}"></figure>', publish=False)
    killing.kill(killed, by=desk.editor, why="wrong man")
    Depiction.objects.create(image=portrait, person=desk.dana, is_portrait=True)


def pending_edit(desk):
    made = article(desk, "Zarlyk moves the talks", SECRET_BODY, publish=False)
    meeting = Meeting.objects.get(pk=desk.talks.pk)
    meeting.title, meeting.when = "Talks in Zhelkent", "2023-05-31"
    reporting.report(made, SECRET_SENTENCE, meeting=meeting, by=desk.editor)


def waiting_rows(desk):
    """A meeting, a place and an attendance typed from a draft."""
    made = article(desk, "Zarlyk meets Orlan", SECRET_BODY, publish=False)
    zhelkent = recording.keep(Place(name="Zhelkent", country=desk.country), by=desk.editor)
    linking.confirm(made, desk.ada, words="Ada Orlan", by=desk.editor)
    reporting.report(
        made,
        SECRET_SENTENCE,
        meeting=Meeting(title="Secret talks in Zhelkent", kind="talks", when="2023-05-31", place=zhelkent),
        by=desk.editor,
        roll=[reporting.Entry(says="attended", person=desk.ada)],
        outcomes=[("agreed", "a secret pact")],
    )


def secret_absence(desk):
    made = article(desk, "Temir stayed away", "<p>Boris Temir did not come to Oskemen.</p>", publish=False)
    reporting.report(
        made,
        "Boris Temir did not come to Oskemen.",
        meeting=desk.talks,
        by=desk.editor,
        roll=[reporting.Entry(says="absent", person=desk.boris)],
    )


def secret_cancellation(desk):
    made = article(desk, "River meeting off", "<p>The second river meeting is cancelled.</p>", publish=False)
    reporting.report(
        made,
        "The second river meeting is cancelled.",
        meeting=desk.expected,
        meeting_says="cancelled",
        by=desk.editor,
    )


def unreleased_person_on_a_public_roll(desk):
    reporting.report(
        desk.first,
        "The ministry of rivers hosted the talks.",
        meeting=desk.talks,
        by=desk.editor,
        roll=[reporting.Entry(says="attended", person=desk.dana)],
    )


def secret_spelling(desk):
    made = article(desk, "Orlan is Orlanova", "<p>Ada Orlan was born Ada Zarlykova.</p>", publish=False)
    pending.keep_from(made, Name(person=desk.ada, text="Ada Zarlykova", language="en", kind="former"), by=desk.editor)


def secret_tag_section_contributor(desk):
    Tag.objects.create(name="Zarlyk affair")
    Section.objects.create(name="Zarlyk files")
    Contributor.objects.create(name="Zarlyk Insider")


def secret_people_and_posts(desk):
    person = recording.keep(Person(name="Emir Zarlyk", family_name="Zarlyk"), by=desk.editor)
    body = recording.keep(Organisation(name="Secret Service of Vesmark", kind="ministry"), by=desk.editor)
    post = recording.keep(Post(organisation=body, title="Head of Secrets"), by=desk.editor)
    recording.keep(Membership(person=person, post=post, vouched_reason="known"), by=desk.editor)
    recording.keep(Membership(person=desk.boris, post=post), by=desk.editor)
    recording.keep(MeetingSeries(name="Secret series"), by=desk.editor)
    recording.keep(Name(person=person, text="Эмир Зарлык", language="ru", vouched_reason="known"), by=desk.editor)


def page_opened_and_closed(desk):
    """Its slug stays its own: nobody else's is like it."""
    person = recording.keep(Person(name="Farid Closedname", family_name="Closedname"), by=desk.editor)
    releasing.release(person, by=desk.editor)
    releasing.close(person, by=desk.editor, why="private person")


def readdressed_before_it_closed(desk):
    """Its former address leads nowhere, like its last."""
    person = recording.keep(Person(name="Gulnara Closedname", family_name="Closedname"), by=desk.editor)
    releasing.release(person, by=desk.editor)
    readdressing.readdress(person, slug="gulnara-elsewhere", by=desk.editor)
    releasing.close(person, by=desk.editor, why="private person")
    made = article(desk, "Held far from Zhelkent", SECRET_BODY)
    articles_readdressing.readdress(made, slug="held-elsewhere", by=desk.editor)
    publishing.hold(made, by=desk.editor, why="lawyer")


def waiting_outside_source(desk):
    made = article(desk, "What the ministry said", SECRET_BODY, publish=False)
    source = recording.keep(Source(publisher="Ministry of Secrets", kind="page", day=NOW.date()), by=desk.editor)
    quotation = quoting.quote_outside(source, "Boris Temir stayed at home.", by=desk.editor, waits=True)
    attendance = Attendance.objects.get(meeting=desk.talks, person=desk.boris)
    quoting.add_evidence(quotation, attendance, says="absent", by=desk.editor)
    assert not made.is_public


def striking_undone(desk):
    evidence = Evidence.objects.get(
        attendance__meeting=desk.talks, attendance__person=desk.boris, quotation__source=desk.first.source
    )
    striking.strike(evidence, by=desk.editor, reason="wrong")
    striking.restore(evidence, by=desk.editor)


def struck_claim(desk):
    """Recorded from a public sentence, and struck: as if it had never been."""
    reporting.report(
        desk.first,
        "The ministry of rivers hosted the talks.",
        meeting=desk.expected,
        by=desk.editor,
        roll=[reporting.Entry(says="expected", person=desk.ada)],
    )
    row = Attendance.objects.get(meeting=desk.expected, person=desk.ada)
    striking.strike(row, by=desk.editor, reason="not in the sentence")


def struck_mention(desk):
    mention = linking.confirm(desk.second, desk.ministry, words="bridge", by=desk.editor)
    linking.strike(mention, by=desk.editor)


LISTS = {
    "organizations": "name,classification,description,founding_date,parent\nVesmark,country,Land of Zarlyk,1991,\n"
    "Ministry of Rivers,ministry,Zarlyk's own,1992,\nBureau of Zhelkent,ministry,,,Vesmark\n",
    "areas": "name,latitude,longitude\nOskemen,49.9,82.6\nZhelkent,44,80\n",
    "posts": "organization,label,other_labels,rank\nMinistry of Rivers,Minister of Rivers,ru: министр Зарлык,1\n"
    "Ministry of Rivers,Keeper of Zhelkent,,2\n",
    "people": "id,name,biography,country,birth_date,identifiers\na,Ada Orlan,A friend of Zarlyk,,1970,Own: zarlyk-1\n"
    "b,Boris Temir,A foe of Zarlyk,,,\nd,Dana Aul,Unknown,,,\nz,Emir Zarlyk,Secret,Vesmark,,\n",
    "names": "person_id,name,language\na,Ada Zarlykova,en\nz,Эмир Зарлык,ru\n",
    "memberships": "person_id,post,organization,start_date\na,Keeper of Zhelkent,Ministry of Rivers,2020\n"
    "z,Minister of Rivers,Ministry of Rivers,2021\nb,,Bureau of Zhelkent,2022\n",
    "events": "id,name,when,location,status\nt,Talks in Oskemen,2023-05-30,Oskemen,cancelled\n"
    "s,Secret talks in Zhelkent,2023-05-31,Zhelkent,held\n",
    "attendees": "event_id,person_id,description,state\nt,b,,absent\nt,z,,attended\nt,,a spy of Zarlyk,attended\n"
    "s,a,,attended\n",
    "outcomes": "event_id,text\nt,a secret pact\n",
}


def imported_list(desk):
    """What a list says of people and meetings that readers know, and of others: nobody vouches for it."""
    taken = previewing.begin(
        [(f"{name}.csv", text.encode()) for name, text in LISTS.items()],
        by=desk.editor,
        publisher="Ministry of Secrets",
        kind="register",
        scheme="secret",
    )
    book = previewing.look(taken)
    for entry in book.entries:  # a name alone is a question: somebody says yes
        if entry.matches and entry.choice == "later":
            place = book.entries.index(entry)
            previewing.choose(taken, {place: f"same:{entry.matches[0].id}"})
    importing.run(taken, by=desk.editor)
    assert taken.rows.filter(choice="later").count() == 0 and taken.rows.filter(choice="same").count() > 6


SECRETS = [
    imported_list,
    draft,
    draft_with_a_public_headline,
    scheduled,
    embargoed,
    scheduled_update,
    draft_of_a_public_article,
    held_back,
    held_after_publication,
    taken_down,
    secret_pictures,
    pending_edit,
    waiting_rows,
    secret_absence,
    secret_cancellation,
    unreleased_person_on_a_public_roll,
    secret_spelling,
    secret_tag_section_contributor,
    secret_people_and_posts,
    page_opened_and_closed,
    readdressed_before_it_closed,
    waiting_outside_source,
    striking_undone,
    struck_claim,
    struck_mention,
]
