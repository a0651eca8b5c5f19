"""What must never be false of articles is refused by the database itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Contributor,
    Depiction,
    Illustration,
    Image,
    Mention,
    PendingChange,
    Publication,
    Rendition,
    Revision,
    RevisionContributor,
    RevisionTag,
    Runner,
    ScheduledAct,
    Section,
    Tag,
    Tagging,
)
from people.models import Organisation, Person
from tests.articles.writing import begin, publish, save

pytestmark = pytest.mark.django_db


def picture(name="a"):
    return Image(hash=name * 32, width=1, height=1, created_at=timezone.now())


@pytest.fixture
def rows(staff):
    editor = staff("editor")
    tag, author, image = Tag.objects.create(name="Rivers"), Contributor.objects.create(name="Mira"), picture()
    image.save()
    article = publish(editor, tags=[tag], contributors=[author])
    ada, body = Person.objects.create(name="Ada"), Organisation.objects.create(name="Vesmark", kind="igo")
    Rendition.objects.create(image=image, width=1, height=1, type="webp", file="1.webp")
    Illustration.objects.create(revision=article.live, image=image)
    Depiction.objects.create(image=image, person=ada, is_portrait=True)
    other = picture("b")
    other.save()
    for entity in ({"person": ada}, {"organisation": body}):
        Mention.objects.create(article=article, words="Ada", **entity)
    PendingChange.objects.create(article=article, kind="people.person", object_id=1, field="name")
    return {
        "article": article,
        "draft": begin(editor, "Draft"),
        "tag": tag,
        "author": author,
        "image": image,
        "other": other,
        "person": ada,
        "organisation": body,
        "now": timezone.now(),
    }


OTHERWISE = {"article_public_or_taken_down", "image_taken_has_its_days", "image_taken_in_order"}
"""Constraints that no saving breaks: only a bulk update could."""
BROKEN = {
    "article_public_is_whole": lambda r: Article(is_public=True, source=r["draft"].source),
    "publication_one_open": lambda r: Publication(article=r["article"], revision=r["article"].live, since=r["now"]),
    "publication_ends_after_it_begins": lambda r: Publication(
        article=r["draft"], revision=r["draft"].draft, since=r["now"], until=r["now"] - timedelta(days=1)
    ),
    "revision_number_once": lambda r: Revision(article=r["article"], number=1, headline="x"),
    "revision_tag_once": lambda r: RevisionTag(revision=r["article"].live, tag=r["tag"], order=9),
    "revision_contributor_once": lambda r: RevisionContributor(
        revision=r["article"].live, contributor=r["author"], order=9
    ),
    "tagging_once": lambda r: Tagging(content_object=r["article"], tag=r["tag"]),
    "byline_once": lambda r: Byline(article=r["article"], contributor=r["author"]),
    "mention_of_exactly_one": lambda r: Mention(article=r["article"], words="Ada"),
    "mention_person_once": lambda r: Mention(article=r["article"], words="Ada", person=r["person"]),
    "mention_organisation_once": lambda r: Mention(article=r["article"], words="Ada", organisation=r["organisation"]),
    "pending_change_once": lambda r: PendingChange(
        article=r["article"], kind="people.person", object_id=1, field="name"
    ),
    "scheduled_publication_names_its_revision": lambda r: ScheduledAct(
        act="publish", article=r["article"], due_at=r["now"], try_at=r["now"]
    ),
    "runner_one_row": lambda r: Runner(pk=2),
    "image_has_size": lambda r: Image(hash="c", width=0, height=1, created_at=r["now"]),
    "image_focal_inside": lambda r: Image(hash="c", width=1, height=1, created_at=r["now"], focal_x=1.1),
    "image_killed_with_reason": lambda r: Image(hash="c", width=1, height=1, created_at=r["now"], killed_at=r["now"]),
    "rendition_once": lambda r: Rendition(image=r["image"], width=1, height=1, type="webp", file="2.webp"),
    "illustration_once": lambda r: Illustration(revision=r["article"].live, image=r["image"]),
    "depiction_once": lambda r: Depiction(image=r["image"], person=r["person"]),
    "depiction_one_portrait": lambda r: Depiction(image=r["other"], person=r["person"], is_portrait=True),
    "a tag by its folded name": lambda r: Tag(name="RIVERS"),
    "a section by its folded name": lambda r: Section(name="diplomacy"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(rows, name):
    row = BROKEN[name](rows)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        models.Model.save(row, force_insert=True) if isinstance(row, Article) else row.save()
    if connection.vendor == "postgresql" and " " not in name:
        assert f'"{name}"' in str(error.value)


def test_an_article_is_public_or_taken_down(rows):
    with pytest.raises(IntegrityError), transaction.atomic():
        Article._base_manager.filter(pk=rows["article"].pk).update(taken_down_at=rows["now"])


@pytest.mark.parametrize(
    "columns",
    [
        {"taken_latest": date(2023, 4, 1)},
        {"taken": "2023-04", "taken_earliest": date(2023, 4, 30), "taken_latest": date(2023, 4, 1)},
    ],
)
def test_the_day_of_a_picture_is_whole_and_in_order(rows, columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        models.QuerySet(Image).filter(pk=rows["image"].pk).update(**columns)


def test_every_constraint_is_broken_here_on_purpose():
    kinds = [
        *(Article, Byline, Depiction, Illustration, Image, Mention, PendingChange, Publication, Rendition, Revision),
        *(RevisionContributor, RevisionTag, Runner, ScheduledAct, Section, Tag, Tagging, Contributor),
    ]
    declared = {constraint.name for model in kinds for constraint in model._meta.constraints}
    assert declared == {name for name in BROKEN if " " not in name} | OTHERWISE


def test_a_revision_is_never_changed(rows):
    revision = rows["article"].live
    revision.headline = "Forged"
    with pytest.raises(ValueError, match="never changed"):
        revision.save()
    with pytest.raises(ValueError, match="never changed"):
        Revision.objects.update(headline="Forged")
    assert Revision.objects.get(pk=revision.pk).headline == "Ministers meet"


@pytest.mark.parametrize("kind", ["article", "tag", "author", "person", "image"])
def test_history_is_not_deleted(rows, kind):
    with pytest.raises(ProtectedError):
        rows[kind].delete()


def test_drafts_of_one_tag_find_it_by_any_spelling(rows, staff):
    assert list(Tag.objects.named("RIV")) == [rows["tag"]]
    rows["tag"].name = "Lakes"
    rows["tag"].save()
    assert list(Tag.objects.named("lakes")) == [rows["tag"]]
    save(rows["draft"], staff("editor"), "Other")
    assert str(Article.objects.get(pk=rows["draft"].pk)) == "Other"
    assert list(Article.objects.public().in_section(Section.objects.get()).newest_first()) == [rows["article"]]


def test_rows_have_words_of_their_own(rows):
    publication = rows["article"].publications.get()
    assert str(publication) == f"Ministers meet (1), {publication.since:%Y-%m-%d %H:%M}"
    assert str(rows["article"].taggings.get()) == "Rivers"


def test_a_text_of_any_length_is_not_kept(rows, settings):
    settings.BODY_LIMIT = 2000
    Revision(body="<p></p>").clean()
    with pytest.raises(ValidationError, match="at most 2 thousand characters"):
        Revision(body="x" * 2001).clean()
