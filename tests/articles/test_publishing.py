"""The one way to the public, and back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from articles import anchoring, publishing, reporting
from articles.models import Article, Contributor, Correction, Publication, ScheduledAct, Section, Tag
from articles.publishing import Later
from people import disclosure
from people.models import Generation, Meeting, Trail
from people.recording import Refused
from tests.people.keeping import fresh, person

from .writing import BODY, begin, publish, save

pytestmark = pytest.mark.django_db
MET = "Ada Orlan met Boris Temir in Oskemen on Tuesday."


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def article(editor):
    return publish(editor)


def open_publications(article):
    return list(article.publications.filter(until=None).values_list("revision", flat=True))


def test_publishing_makes_the_revision_what_readers_see(editor):
    tags = [Tag.objects.create(name=name) for name in ("Rivers", "Bridges")]
    authors = [Contributor.objects.create(name=name) for name in ("Mira Sanat", "Jan Ost")]
    article = begin(editor, standfirst="In short.", tags=tags, contributors=authors)
    assert (article.slug, list(Article.objects.public())) == (None, [])
    number = Generation.objects.get().number
    publishing.publish(article, revision=article.draft, by=editor)
    row = fresh(article)
    assert (row.is_public, row.live, row.slug) == (True, article.draft, "ministers-meet")
    assert (row.headline, row.standfirst, row.section.name) == ("Ministers meet", "In short.", "Diplomacy")
    assert row.day == timezone.localdate(row.first_public_at)
    assert [tag.name for tag in row.tags.order_by("taggings__order")] == ["Rivers", "Bridges"]
    assert [str(byline) for byline in row.bylines.all()] == ["Mira Sanat", "Jan Ost"]
    assert [fresh(each).slug for each in (*tags, *authors, row.section)] == [
        *("rivers", "bridges", "mira-sanat", "jan-ost", "diplomacy")
    ]
    assert (row.source.title, row.source.address, row.source.day) == (
        *("Ministers meet", "/articles/ministers-meet/", row.day),
    )
    assert open_publications(row) == [article.draft_id]
    assert Generation.objects.get().number == number + 1
    trail = Trail.objects.get(act="published")
    assert (trail.by, trail.after, trail.kind, trail.object_id) == (
        *(editor, {"revision": 1}, "articles.article", row.pk),
    )


def test_drafts_give_no_slugs(editor):
    tag, author = Tag.objects.create(name="Rivers"), Contributor.objects.create(name="Mira Sanat")
    begin(editor, tags=[tag], contributors=[author])
    assert [fresh(each).slug for each in (tag, author, Section.objects.get())] == [None, None, None]


def test_a_saved_draft_changes_nothing_that_readers_see(editor, article):
    save(article, editor, "Other words")
    row = fresh(article)
    assert (row.headline, row.live.number, row.draft.number, row.source.title) == (
        *("Ministers meet", 1, 2, "Ministers meet"),
    )


def test_an_update_keeps_address_and_first_moment(editor, article):
    first = fresh(article)
    tag = Tag.objects.create(name="Rivers")
    save(article, editor, "Other words", tags=[tag])
    publishing.publish(article, revision=article.draft, by=editor)
    row = fresh(article)
    assert (row.slug, row.first_public_at) == (first.slug, first.first_public_at)
    assert (row.headline, row.updated_at > first.updated_at, list(row.tags.all())) == ("Other words", True, [tag])
    assert open_publications(row) == [row.draft_id]
    assert row.publications.exclude(until=None).get().until == row.publications.get(until=None).since


def test_the_first_moment_never_moves_through_taking_down_and_back(editor, article):
    first = fresh(article).first_public_at
    publishing.take_down(article, by=editor, why="lawyer")
    save(article, editor, "Other words")
    publishing.publish(article, revision=article.draft, by=editor)
    row = fresh(article)
    assert (row.first_public_at, row.slug, row.taken_down_at, row.taken_down_reason) == (
        *(first, "ministers-meet", None, ""),
    )


def test_the_same_version_goes_out_again_after_taking_down(editor, article):
    publishing.take_down(article, by=editor, why="by mistake")
    publishing.publish(article, revision=article.live, by=editor)
    assert fresh(article).is_public


def test_an_archive_article_keeps_its_own_day_and_moment(editor):
    then = datetime(2022, 6, 8, 9, 0, tzinfo=UTC)
    article = begin(editor, day=date(2022, 6, 7))
    publishing.publish(article, revision=article.draft, by=editor, moment=then)
    row = fresh(article)
    assert (row.first_public_at, row.day, row.source.day) == (then, date(2022, 6, 7), date(2022, 6, 7))
    assert Trail.objects.get(act="published").at > then
    save(article, editor, day=None)
    publishing.publish(article, revision=article.draft, by=editor, moment=then + timedelta(days=2))
    assert fresh(article).day == timezone.localdate(then)
    assert [(each.since, each.until) for each in row.publications.all()] == [
        (then, then + timedelta(days=2)),
        (then + timedelta(days=2), None),
    ]


def test_namesakes_get_numbers_and_secret_ones_do_not_count(editor, article):
    begin(editor)
    assert publish(editor).slug == "ministers-meet-2"


def test_incomplete_articles_stay_with_the_names_of_the_fields(editor):
    article = begin(editor, body="", section=None)
    with pytest.raises(Refused) as refusal:
        publishing.publish(article, revision=article.draft, by=editor)
    assert str(refusal.value) == "Not complete yet: body, section."
    assert not fresh(article).is_public
    assert not Publication.objects.exists()


def test_an_older_version_never_replaces_a_newer_one(editor, article):
    first = article.draft
    save(article, editor, "Other words")
    publishing.publish(article, revision=article.draft, by=editor)
    with pytest.raises(Refused, match="newer version"):
        publishing.publish(article, revision=first, by=editor)
    publishing.take_down(article, by=editor, why="lawyer")
    with pytest.raises(Refused, match="newer version"):
        publishing.publish(article, revision=first, by=editor)


def test_what_is_public_is_not_published_again(editor, article):
    with pytest.raises(Refused, match="public already"):
        publishing.publish(article, revision=article.draft, by=editor)


def test_a_version_of_another_article_is_refused(editor, article):
    other = begin(editor, "Secret")
    with pytest.raises(Refused, match="another article"):
        publishing.publish(article, revision=other.draft, by=editor)


def test_an_embargo_holds_the_draft_and_never_what_is_public(editor, article):
    until = timezone.now() + timedelta(days=1)
    publishing.embargo(article, until=until, by=editor, why="agreed")
    assert fresh(article).is_public
    save(article, editor, "Other words")
    with pytest.raises(Later) as later:
        publishing.publish(article, revision=article.draft, by=editor)
    assert later.value.until == until
    assert str(later.value).startswith("Embargoed until ")
    assert fresh(article).headline == "Ministers meet"
    publishing.embargo(article, until=None, by=editor)
    publishing.publish(article, revision=article.draft, by=editor)
    assert fresh(article).headline == "Other words"
    lifted, embargoed = Trail.objects.filter(act__startswith="embargo")
    assert (embargoed.before, embargoed.after) == ({"embargoed_until": None}, {"embargoed_until": until.isoformat()})
    assert (lifted.act, lifted.after) == ("embargo lifted", {"embargoed_until": None})


def test_an_embargo_that_is_over_holds_nothing(editor):
    article = begin(editor)
    publishing.embargo(article, until=timezone.now() - timedelta(minutes=1), by=editor)
    publishing.publish(article, revision=article.draft, by=editor)
    assert fresh(article).is_public


def waiting(article, editor):
    moment = timezone.now() + timedelta(days=1)
    common = {"article": article, "due_at": moment, "try_at": moment, "by": editor}
    return (
        ScheduledAct.objects.create(act="publish", revision=article.draft, **common),
        ScheduledAct.objects.create(act="take down", why="over", **common),
    )


def test_taking_down_closes_the_article_and_questions_what_waits(editor, article):
    publication, removal = waiting(article, editor)
    publishing.take_down(article, by=editor, why="It is wrong.")
    row = fresh(article)
    assert (row.is_public, row.taken_down_reason, row.taken_down_at is None) == (False, "It is wrong.", False)
    assert (row.slug, open_publications(row)) == ("ministers-meet", [])
    assert (fresh(publication).state, fresh(publication).error) == ("question", "It is wrong.")
    assert fresh(removal).state == "waiting"
    assert Trail.objects.get(act="taken down").why == "It is wrong."


def test_what_cannot_be_taken_down(editor, article):
    with pytest.raises(Refused, match="Say why"):
        publishing.take_down(article, by=editor, why=" ")
    publishing.take_down(article, by=editor, why="wrong")
    with pytest.raises(Refused, match="not public"):
        publishing.take_down(article, by=editor, why="wrong")


def test_a_hold_closes_without_a_word_and_keeps_closed(editor, article):
    publication, _removal = waiting(article, editor)
    publishing.hold(article, by=editor, why="lawyer")
    row = fresh(article)
    assert (row.is_public, row.is_on_hold, row.taken_down_at, row.slug) == (False, True, None, "ministers-meet")
    assert fresh(publication).state == "question"
    with pytest.raises(Refused, match="already"):
        publishing.hold(article, by=editor, why="lawyer")
    with pytest.raises(Refused, match="on hold"):
        publishing.publish(article, revision=article.draft, by=editor)
    publishing.lift_hold(article, by=editor, why="settled")
    assert not fresh(article).is_public
    publishing.publish(article, revision=article.draft, by=editor)
    assert fresh(article).is_public
    with pytest.raises(Refused, match="not on hold"):
        publishing.lift_hold(article, by=editor)


def test_a_draft_is_held_without_a_turn(editor):
    article = begin(editor)
    publishing.hold(article, by=editor, why="lawyer")
    assert (fresh(article).is_on_hold, Publication.objects.count()) == (True, 0)


def test_a_correction_stands_under_a_public_article(editor, article):
    before = fresh(article).updated_at
    note = publishing.correct(article, text="  It was Wednesday. ", by=editor, kind="clarification")
    assert (note.text, note.kind, note.by, note.at > before) == ("It was Wednesday.", "clarification", editor, True)
    assert (str(note), fresh(article).updated_at) == ("It was Wednesday.", note.at)
    early = publishing.correct(article, text="It was he.", by=editor, moment=before - timedelta(days=1))
    assert fresh(article).updated_at == note.at
    assert list(article.corrections.all()) == [early, note]
    assert Trail.objects.filter(act="corrected").count() == 2


def test_what_cannot_be_corrected(editor, article):
    with pytest.raises(Refused, match="Say what was wrong"):
        publishing.correct(article, text=" ", by=editor)
    with pytest.raises(Refused, match="mend the draft"):
        publishing.correct(begin(editor, "Draft"), text="wrong", by=editor)
    assert not Correction.objects.exists()


@pytest.mark.parametrize("act", ["publish", "take down"])
def test_what_finishes_an_act_is_part_of_it(editor, act):
    article = begin(editor) if act == "publish" else publish(editor)
    stood = article.is_public

    def finish():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        if act == "publish":
            publishing.publish(article, revision=article.draft, by=editor, finish=finish)
        else:
            publishing.take_down(article, by=editor, why="wrong", finish=finish)
    assert fresh(article).is_public == stood
    done = []
    if act == "publish":
        publishing.publish(article, revision=article.draft, by=editor, finish=lambda: done.append(1))
    else:
        publishing.take_down(article, by=editor, why="wrong", finish=lambda: done.append(1))
    assert done == [1]


def test_the_record_opens_and_closes_with_its_article(editor):
    article = begin(editor)
    ada = person(editor)
    entry = reporting.Entry(says="attended", person=ada)
    talks = reporting.report(article, MET, meeting=Meeting(title="Talks", when="2023-05-30"), by=editor, roll=[entry])
    line = talks.attendances.get()
    assert (talks.is_public, talks.slug, line.state) == (False, None, "")
    for act, state in (
        (lambda: publishing.publish(article, revision=article.draft, by=editor), "attended"),
        (lambda: publishing.hold(article, by=editor, why="lawyer"), ""),
        (lambda: publishing.lift_hold(article, by=editor), ""),
        (lambda: publishing.publish(article, revision=article.draft, by=editor), "attended"),
        (lambda: publishing.take_down(article, by=editor, why="wrong"), ""),
    ):
        act()
        assert (fresh(line).state, fresh(talks).is_public) == (state, bool(state))
        assert disclosure.check_all() == []
    assert fresh(talks).slug == "talks-2023"


def test_a_stale_copy_of_an_article_never_writes_what_publishing_wrote(editor):
    article = begin(editor)
    stale = fresh(article)
    publishing.publish(article, revision=article.draft, by=editor)
    stale.language = "ru"
    stale.save()
    row = fresh(article)
    assert (row.language, row.is_public, row.slug, row.headline) == ("ru", True, "ministers-meet", "Ministers meet")
    assert str(row) == "Ministers meet"
    assert BODY in row.live.body
    assert anchoring.parts(row.live)[-1].text == MET
