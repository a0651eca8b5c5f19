"""Public acts that come after the secrets, the same in both worlds: what must come out alike all the same."""

from articles import linking, publishing, reporting
from articles.models import Contributor, Section, Tag
from people import recording, releasing
from people.models import Meeting, Name, Organisation, Person

from .desk import article, save
from .secrets import SECRET_BODY, SECRET_SENTENCE


def namesakes(desk):
    """An article, a person, a body, a tag, a section named as secret ones are: no `-2` anywhere."""
    article(desk, "Zarlyk signs a secret pact", "<p>Nothing to see.</p>", tags=[_tag("Zarlyk affair")])
    article(desk, "A dam breaks near Zhelkent", "<p>Nothing to see.</p>", section=_section("Zarlyk files"))
    person = recording.keep(Person(name="Emir Zarlyk", family_name="Zarlyk"), by=desk.editor)
    releasing.release(person, by=desk.editor)
    body = recording.keep(Organisation(name="Secret Service of Vesmark", kind="ministry"), by=desk.editor)
    releasing.release(body, by=desk.editor)


def same_sentence(desk):
    """A public article with the words of the secret ones, on a meeting of its own, and on the public rows."""
    made = article(desk, "Zarlyk after all", SECRET_BODY, contributors=[_contributor("Zarlyk Insider")])
    linking.confirm(made, desk.ada, words="Ada Orlan", by=desk.editor)
    reporting.report(
        made,
        SECRET_SENTENCE,
        meeting=Meeting(title="Secret talks in Zhelkent", kind="talks", when="2023-05-31"),
        by=desk.editor,
        roll=[reporting.Entry(says="attended", person=desk.ada)],
    )


def update_of_the_public_article(desk):
    """The public article is published anew with the same words: its secret draft is passed over, not merged."""
    base = desk.first.__class__.objects.get(pk=desk.first.pk)
    save(desk, base, "Ministers met in Oskemen", base.live.body, tags=[desk.tag], contributors=[desk.contributor])
    base.refresh_from_db()
    publishing.publish(base, revision=base.draft, by=desk.editor)


def attendance_on_the_public_meeting(desk):
    """One more public line on the rows that secrets touch."""
    reporting.report(
        desk.second,
        "The bridge over the river opened on Monday.",
        meeting=desk.talks.__class__.objects.get(pk=desk.talks.pk),
        by=desk.editor,
        roll=[reporting.Entry(says="attended", person=desk.clara, on_behalf_of=desk.country)],
    )
    recording.keep(Name(person=desk.clara, text="Клара Улан", language="ru", vouched_reason="Register"), by=desk.editor)


def _tag(name):
    return Tag.objects.filter(name=name).first() or Tag.objects.create(name=name)


def _section(name):
    return Section.objects.filter(name=name).first() or Section.objects.create(name=name)


def _contributor(name):
    return Contributor.objects.filter(name=name).first() or Contributor.objects.create(name=name)


LATER = [namesakes, same_sentence, update_of_the_public_article, attendance_on_the_public_meeting]
