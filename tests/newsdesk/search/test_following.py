"""The readers' index follows what is public, through the verbs that change it."""

import datetime

import pytest

from articles import publishing, reporting
from articles.models import Contributor, Tag
from articles.reporting import Entry
from newsdesk.search import following, index
from newsdesk.search.document import SearchDocument
from people import recording, releasing, striking
from people.models import Meeting, MeetingSeries, Membership, Name, Organisation, Person, Place, Post
from tests.articles import writing

pytestmark = pytest.mark.django_db
SENTENCE = "Ada Orlan met Boris Temir in Oskemen on Tuesday."


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture(autouse=True)
def _nothing_differs():
    """After each test the index is what is public."""
    yield
    assert list(following.differences()) == []


def found(query, **narrowed):
    return [(hit.kind, hit.slug) for hit in index.search(query, **narrowed)]


def person(editor, name="Ada Orlan", **others):
    return recording.keep(Person(name=name, **others), by=editor)


def meeting(**others):
    return Meeting(title="Talks in Oskemen", when="2023-04-26", **others)


# Articles


def test_a_draft_is_not_found_a_public_article_is(editor):
    article = writing.begin(editor)
    assert found("ministers") == []
    publishing.publish(article, revision=article.draft, by=editor)
    assert found("ministers") == [("article", "ministers-meet")]


def test_an_article_is_found_by_everything_that_readers_see_of_it(editor):
    article = writing.begin(editor)
    writing.save(
        article,
        editor,
        headline="Headlined",
        body="<p>Bodied <strong>str</strong>ong.</p><ul><li>Listed</li></ul>",
        standfirst="Standing",
        dateline="Datelined",
        lead_caption="Captioned",
        tags=[Tag.objects.create(name="Tagged")],
        contributors=[Contributor.objects.create(name="Written")],
        day=datetime.date(2023, 4, 27),
    )
    publishing.publish(article, revision=article.draft, by=editor)
    words = ["headlined", "bodied", "strong", "listed", "standing", "datelined", "captioned", "tagged", "written"]
    for word in words:
        assert found(word, section="diplomacy") == [("article", "headlined")], word
    (hit,) = index.search("headlined")
    assert (hit.title, hit.day, hit.language) == ("Headlined", datetime.date(2023, 4, 27), "en")


def test_an_edit_is_found_once_it_is_published_and_the_old_words_no_more(editor):
    article = writing.publish(editor)
    revision = writing.save(article, editor, body="<p>Envoys dine.</p>")
    assert found("dine") == []
    publishing.publish(article, revision=revision, by=editor)
    assert found("dine") == [("article", "ministers-meet")]
    assert found("orlan") == []


@pytest.mark.parametrize("act", [publishing.take_down, publishing.hold])
def test_an_article_that_readers_may_no_longer_see_is_not_found(editor, act):
    article = writing.publish(editor)
    act(article, by=editor, why="wrong")
    assert found("ministers") == []


# People and organisations


def test_a_person_is_found_while_the_page_is_open(editor):
    ada = person(editor, biography="Minister for years")
    assert found("orlan") == []
    releasing.release(ada, by=editor)
    assert found("orlan") == found("minister years") == [("person", "ada-orlan")]
    releasing.close(ada, by=editor, why="private")
    assert found("orlan") == []


def test_a_person_is_found_by_public_spellings_and_offices_only(editor):
    country = recording.keep(Organisation(name="Belovia", kind="country"), by=editor)
    ada = person(editor, country=country)
    releasing.release(ada, by=editor)
    post = recording.keep(Post(organisation=country, title="Minister of Rivers"), by=editor)
    office = recording.keep(Membership(person=ada, post=post), by=editor)
    name = recording.keep(Name(person=ada, text="Ада Орлан", language="ru"), by=editor)
    adviser = recording.keep(Membership(person=ada, organisation=country, vouched_reason="known"), by=editor)
    assert found("belovia") == [("person", "ada-orlan")]
    assert found("орлан") == found("rivers") == []
    for claim in (office, name):
        claim.vouched_reason = "on the ministry's page"
        recording.keep(claim, by=editor)
    assert found("орлан") == found('"minister of rivers"') == [("person", "ada-orlan")]
    striking.strike(name, by=editor, reason="somebody else")
    striking.strike(office, by=editor, reason="somebody else")
    striking.strike(adviser, by=editor, reason="somebody else")
    assert found("орлан") == found("rivers") == []


def test_an_organisation_is_found_while_its_page_is_open(editor):
    belovia = recording.keep(Organisation(name="Belovia", kind="country", description="On two rivers"), by=editor)
    ministry = recording.keep(Organisation(name="Ministry", kind="ministry", parent=belovia), by=editor)
    assert found("belovia") == []
    for page in (belovia, ministry):
        releasing.release(page, by=editor)
    assert sorted(found("belovia")) == [("organisation", "belovia"), ("organisation", "ministry")]
    assert found("two rivers") == [("organisation", "belovia")]


# Meetings and series


def reported(editor, **others):
    """A public article whose sentence reports a meeting of a series, at a place, with somebody unnamed."""
    article = writing.publish(editor)
    roll = [
        Entry(says="attended", description="a deputy minister"),
        Entry(says="attended", person=others.pop("person")),
    ]
    outcomes = [("agreed", "a bridge over the Irtysh")]
    reporting.report(article, SENTENCE, meeting=meeting(**others), by=editor, roll=roll, outcomes=outcomes)
    return article


def test_a_meeting_is_found_by_what_readers_see_of_it(editor):
    ada, boris = person(editor), person(editor, "Boris Temir")
    releasing.release(ada, by=editor)
    place = recording.keep(Place(name="Oskemen"), by=editor)
    recording.keep(Name(place=place, text="Усть-Каменогорск", language="ru", vouched_reason="map"), by=editor)
    host = recording.keep(Organisation(name="Belovia", kind="country"), by=editor)
    reported(editor, person=ada, place=place, host=host)
    (shown,) = found("oskemen", kind="meeting")
    for word in ("каменогорск", "belovia", "orlan", "deputy", "bridge irtysh", "2023"):
        assert shown in found(word), word
    assert index.search("talks", kind="meeting")[0].day == datetime.date(2023, 4, 26)
    assert boris.name not in SearchDocument.objects.get(kind="meeting").body_tokens


def test_a_person_without_a_page_does_not_lead_to_a_meeting(editor):
    reported(editor, person=person(editor))
    assert found("deputy", kind="meeting") != []
    assert found("orlan", kind="meeting") == []


def test_a_meeting_and_its_series_close_with_the_article_that_reported_them(editor):
    series = recording.keep(MeetingSeries(name="River Forum"), by=editor)
    article = reported(editor, person=person(editor), series=series)
    assert found("river forum") == [("series", "river-forum"), ("meeting", "talks-in-oskemen-2023")]
    publishing.take_down(article, by=editor, why="wrong")
    assert found("river forum") == found("talks") == []
    assert not SearchDocument.objects.exists()


def test_a_meeting_moved_to_another_series_closes_the_one_it_leaves(editor):
    first, second = (recording.keep(MeetingSeries(name=name), by=editor) for name in ("River Forum", "Lake Forum"))
    reported(editor, person=person(editor), series=first)
    moved = Meeting.objects.get()
    moved.series = second
    recording.keep(moved, by=editor)
    assert [slug for kind, slug in found("forum") if kind == "series"] == ["lake-forum"]


# Checking


def test_what_differs_is_said_and_a_rebuild_mends_it(editor):
    writing.publish(editor)
    releasing.release(person(editor), by=editor)
    SearchDocument.objects.filter(kind="person").delete()
    SearchDocument.objects.update(title="Otherwise")
    index.write("person", "nobody", title="Nobody", body="", day=None)
    assert list(following.differences()) == [
        "search index: article «ministers-meet» is missing or out of date",
        "search index: person «ada-orlan» is missing or out of date",
        "search index: person «nobody» is not public",
    ]
    following.rebuild()
    assert found("orlan") == [("person", "ada-orlan"), ("article", "ministers-meet")]
