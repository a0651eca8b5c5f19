"""Use of pictures: what warns, what is refused, and that what shows a picture already goes on."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone, translation

from articles import figures, licences, publishing, scheduling
from articles.models import Contributor, Depiction, Image, ScheduledAct
from people.models import Person
from people.recording import Refused
from tests.articles import library, writing

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 1)
TODAY = timezone.localdate
ENDED = "The licence of «A river» ended on 31 March 2023."


def day_before(day=None):
    return (day or TODAY()) - timedelta(days=1)


@pytest.fixture
def editor(staff):
    return staff("editor")


def test_a_described_picture_with_a_licence_may_be_used():
    assert [licences.why_not(library.row(licence_until=until), DAY) for until in (None, DAY)] == ["", ""]


def test_why_a_picture_may_not_be_used():
    assert licences.why_not(library.killed(), DAY) == "«A river» was killed: it may not be used any more."
    assert licences.why_not(library.row(licence_until=date(2023, 3, 31)), DAY) == ENDED
    lacking = library.row(alt="", credit="", file_said={"name": "DSC_0412.jpg"})
    assert licences.why_not(lacking, DAY) == "«The river.» is not described yet: it lacks alt text, credit."


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (None, ""),
        (date(2023, 5, 2), ""),
        (date(2023, 5, 1), "The licence of «A river» ends on 1 May 2023: days left: 30."),
        (DAY, "The licence of «A river» ends on 1 April 2023: days left: 0."),
        (date(2023, 3, 31), ENDED),
    ],
)
def test_a_licence_warns_for_a_month_and_after_its_end(until, says):
    assert licences.warning(library.row(licence_until=until), DAY) == says


def test_a_version_that_newly_shows_a_picture_is_refused_and_one_that_showed_it_is_not(
    editor, django_assert_num_queries
):
    over, fine = library.row(licence_until=date(2023, 3, 31)), library.row()
    body = library.figure(over) + library.figure(fine) + writing.BODY
    article = writing.begin(editor, lead_image=fine, body=body)
    first = article.draft
    with django_assert_num_queries(1):
        assert licences.refused(first, on=DAY) == [(over, ENDED)]
    assert licences.refused(first, on=date(2023, 3, 31)) == []
    second = writing.save(article, editor, lead_image=over, body=body)
    assert licences.refused(second, on=DAY, before=first) == []
    assert licences.warnings(first, None, second, on=DAY) == [(over, ENDED)]
    without = writing.begin(editor).draft
    with django_assert_num_queries(0):
        assert licences.refused(without, on=DAY) == []


def test_publishing_refuses_new_use_alone(editor):
    over = library.row(licence_until=TODAY())
    article = writing.publish(editor, lead_image=over)
    Image.objects.update(licence_until=day_before())
    revision = writing.save(article, editor, lead_image=over)
    assert publishing.publish(article, revision=revision, by=editor).live == revision
    other = writing.begin(editor, lead_image=over)
    with pytest.raises(Refused, match="The licence of «A river» ended on"):
        publishing.publish(other, revision=other.draft, by=editor)
    publishing.take_down(article, by=editor, why="wrong")
    with pytest.raises(Refused, match="The licence of «A river» ended on"):
        publishing.publish(article, revision=writing.save(article, editor, "Again", lead_image=over), by=editor)


def test_scheduling_asks_for_the_day_it_is_due(editor):
    zone = ZoneInfo(settings.TIME_ZONE)
    last = TODAY() + timedelta(days=10)
    article = writing.begin(editor, lead_image=library.row(licence_until=last))
    on_the_day, after = (datetime(day.year, day.month, day.day, 12, tzinfo=zone) for day in (last, last + timedelta(1)))
    given = {"act": ScheduledAct.Act.PUBLISH, "revision": article.draft, "by": editor}
    with pytest.raises(Refused, match="The licence of «A river» ended on"):
        scheduling.schedule(article, due_at=after, **given)
    assert scheduling.schedule(article, due_at=on_the_day, **given).pk
    public = publishing.publish(article, revision=article.draft, by=editor)
    update = writing.save(public, editor, lead_image=article.draft.lead_image)
    later = after + timedelta(days=1)
    assert scheduling.schedule(public, due_at=later, **given | {"revision": update}).pk


def test_readers_are_told_of_a_handout():
    assert Image(credit="Ministry", source_kind="handout").credit_line == "Handout: Ministry"
    assert Image(credit="Handout: Ministry", source_kind="handout").credit_line == "Handout: Ministry"
    assert Image(credit="Ministry", source_kind="agency").credit_line == "Ministry"
    assert Image(credit="", source_kind="handout").credit_line == ""
    handout = library.row(credit="Ministry", source_kind="handout")
    assert '<span class="credit">Handout: Ministry</span>' in figures.figure(handout)
    with translation.override("ru"):
        assert Image(credit="МИД", source_kind="handout").credit_line.endswith("МИД")


def test_adjectives_of_the_library(editor):
    plain, over = library.row(), library.row(licence_until=day_before())
    soon = library.row(licence_until=TODAY())
    bare, killed = library.row(caption=""), library.killed()
    everything = {plain, over, soon, bare, killed}
    rows = Image.objects
    assert set(rows.ended(TODAY())) == {over}
    assert set(rows.ending(TODAY())) == {soon}
    assert set(rows.endless()) == {plain, bare, killed}
    assert set(rows.lacking()) == {bare}
    assert set(rows.killed()) == {killed}
    assert set(rows.alive()) == everything - {killed}
    assert set(rows.usable(TODAY())) == {plain, soon}


def test_used_is_what_stands_somewhere_now(editor):
    lead, text, draft, portrait, byline, depicted, gone = (library.row() for _each in range(7))
    article = writing.publish(editor, lead_image=lead, body=library.figure(text) + writing.BODY)
    writing.save(article, editor, lead_image=gone)
    writing.save(article, editor, body=library.figure(draft) + writing.BODY)
    Depiction.objects.create(image=portrait, person=Person.objects.create(name="Ada Orlan"), is_portrait=True)
    Depiction.objects.create(image=depicted, person=Person.objects.create(name="Boris Temir"))
    Contributor.objects.create(name="Mira Sanat", portrait=byline)
    assert set(Image.objects.used()) == {lead, text, draft, portrait, byline}
    assert set(Image.objects.unused()) == {depicted, gone}
    publishing.take_down(article, by=editor, why="wrong")
    assert set(Image.objects.used()) == {draft, portrait, byline}
