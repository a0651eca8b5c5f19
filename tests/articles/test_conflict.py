"""What differs between two texts, passage by passage."""

import pytest

from articles import conflict
from articles.models import Contributor, Tag
from tests.articles import writing

pytestmark = pytest.mark.django_db


def said(runs):
    return "".join(f"[{run.text}]" if run.is_changed else run.text for run in runs)


def differ(stale, *, tags=(), contributors=(), **changed):
    mine = writing.words(stale.headline, stale.body) | changed
    found = conflict.passages(mine, {"tags": tags, "contributors": contributors}, stale)
    return [(str(each.title), said(each.mine), said(each.theirs)) for each in found]


@pytest.fixture
def theirs(staff):
    return writing.begin(staff("editor"), body="<p>One came.</p><p>Two left.</p><p>王毅周四抵达。</p>").draft


def test_equal_texts_do_not_differ(theirs):
    assert differ(theirs) == []


def test_a_field_shows_the_words_that_differ(theirs):
    assert differ(theirs, headline="Ministers part") == [("headline", "Ministers [part]", "Ministers [meet]")]
    assert differ(theirs, dateline="Xi’an") == [("dateline", "[Xi’an]", "")]
    assert differ(theirs, section=None) == [("section", "", "[Diplomacy]")]


def test_a_paragraph_shows_its_place_and_words_chinese_by_the_character(theirs):
    body = theirs.body.replace("Two left", "Two stayed").replace("周四", "周三")
    assert differ(theirs, body=body) == [
        ("Body, paragraph 2", "Two [stayed].\n王毅周[三]抵达。", "Two [left].\n王毅周[四]抵达。"),
    ]


def test_a_paragraph_that_one_side_has_alone_stands_beside_nothing(theirs):
    body = theirs.body.replace("<p>Two left.</p>", "")
    assert differ(theirs, body=body) == [("Body, paragraph 2", "", "[Two left.]")]


def test_bold_alone_is_said_in_words(theirs):
    [(title, mine, other)] = differ(theirs, body=theirs.body.replace("One", "<strong>One</strong>"))
    assert (title, mine) == ("Body", other)
    assert "only headings, bold, links or pictures" in mine


def test_tags_and_contributors_are_compared_in_their_order(staff):
    talks, trade = Tag.objects.create(name="Talks"), Tag.objects.create(name="Trade")
    article = writing.begin(staff("editor"))
    article.refresh_from_db()
    stale = writing.save(article, None, tags=[talks, trade], contributors=[Contributor.objects.create(name="Bek")])
    assert differ(stale, tags=["Talks", "Trade"], contributors=["Bek"]) == []
    found = differ(stale, tags=["Trade", "Talks"], contributors=["Asel"])
    assert [title for title, _mine, _theirs in found] == ["tags", "contributors"]
    assert found[1] == ("contributors", "[Asel]", "[Bek]")


def test_a_very_long_passage_is_shown_without_marks(theirs):
    long = "word " * conflict.COMPARED
    [(_title, mine, other)] = differ(theirs, source_credit=long)
    assert (mine, other) == (long, "")
