"""Each save is a revision of its own, and no save overwrites another's."""

import pytest

from articles import anchoring, drafting, publishing
from articles.models import Article, Contributor, Image, Revision, Tag
from people.models import Trail
from people.recording import Refused

from .writing import BODY, begin, save, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(staff):
    return staff("editor")


def test_an_article_begins_without_words_and_address(editor):
    article = drafting.begin(language="ru", by=editor)
    assert (article.slug, article.draft, article.is_public, article.created_by) == (None, None, False, editor)
    assert (article.source.is_ours, article.source.language, str(article)) == (True, "ru", "Untitled article")
    assert Trail.objects.get().act == "begun"


def test_the_language_changes_with_the_sentences_until_readers_have_seen_it(editor):
    article = begin(editor, body="<p>Ada Orlan came.</p>")
    quotation = anchoring.anchor(article, "Ada Orlan came.", by=editor)
    drafting.change_language(article, language="ru", by=editor)
    article.refresh_from_db()
    quotation.refresh_from_db()
    assert (article.language, article.source.language, quotation.language) == ("ru", "ru", "ru")
    row = Trail.objects.first()
    assert (row.act, row.before, row.after) == ("language", {"language": "en"}, {"language": "ru"})
    publishing.publish(article, revision=article.draft, by=editor)
    with pytest.raises(Refused, match="was public"):
        drafting.change_language(article, language="kk", by=editor)


def test_each_save_is_a_revision_with_all_that_was_typed(editor):
    tags = [Tag.objects.create(name=name) for name in ("Rivers", "Bridges")]
    authors = [Contributor.objects.create(name=name) for name in ("Mira Sanat", "Jan Ost")]
    article = begin(editor, tags=tags, contributors=authors)
    first = article.draft
    second = save(article, editor, "Other words", tags=tags[::-1], contributors=authors[:1])
    assert (first.number, second.number, second.base, second.by) == (1, 2, first, editor)
    assert [str(row) for row in first.tag_rows.all()] == ["Rivers", "Bridges"]
    assert [str(row) for row in first.contributor_rows.all()] == ["Mira Sanat", "Jan Ost"]
    assert [str(row) for row in second.tag_rows.all()] == ["Bridges", "Rivers"]
    assert drafting.words_of(first)["headline"] == "Ministers meet"
    assert (str(second), Article.objects.get().draft) == ("Other words (2)", second)
    saved = Trail.objects.filter(act="saved").first()
    assert (saved.after, saved.by) == ({"revision": 2}, editor)


@pytest.mark.parametrize("changed", ["words", "tags", "contributors"])
def test_nothing_changed_is_no_revision(editor, changed):
    tag, author = Tag.objects.create(name="Rivers"), Contributor.objects.create(name="Mira Sanat")
    article = begin(editor, tags=[tag], contributors=[author])
    same = {"headline": "Ministers meet", "tags": [tag], "contributors": [author]}
    assert save(article, editor, **same) == article.draft
    assert Revision.objects.count() == 1
    other = {"words": {"headline": "Other"}, "tags": {"tags": []}, "contributors": {"contributors": []}}
    assert save(article, editor, **(same | other[changed])).number == 2


def test_a_stale_save_keeps_nothing_and_says_what_stands(editor):
    article = begin(editor)
    first = article.draft
    newer = save(article, editor, "Mine")
    with pytest.raises(drafting.Stale) as stale:
        drafting.save_draft(article, words("Yours"), base=first, by=editor)
    assert stale.value.current == newer
    assert "newer version" in str(stale.value)
    with pytest.raises(drafting.Stale):
        drafting.save_draft(article, words("Yours"), base=None, by=editor)
    assert Revision.objects.count() == 2


def test_pictures_of_the_text_are_known(editor):
    image = Image(hash="a" * 32, width=1, height=1, created_at="2023-01-01T00:00Z")
    image.save()
    article = begin(editor, body=f'{BODY}<figure data-image="{image.hash}"></figure>')
    assert [row.image for row in article.draft.illustrations.all()] == [image]


@pytest.mark.parametrize(
    ("html", "number"),
    [("", 0), ("<p>It’s a well-known river.</p>", 4), ("<p>秦刚外长</p><p>said</p>", 5), ("<ul><li>один</li></ul>", 1)],
)
def test_words_are_counted(html, number):
    assert drafting.count_words(html) == number


def test_the_desk_finds_a_draft_by_its_words(editor):
    article = begin(editor, "Ministers meet", standfirst="Қасым speaks")
    assert list(Article.objects.drafted_as("касым minis")) == [article]
    save(article, editor, "Nobody meets")
    assert list(Article.objects.drafted_as("ministers")) == []
    assert list(Article.objects.drafted_as("%")) == []
