"""Who an article names: decided by staff, seen by readers at the next request."""

import pytest

from articles import linking, publishing
from articles.models import Article, Image, Mention
from people import recording, releasing, striking
from people.models import Name, Person, Trail
from people.recording import Refused
from tests.people.keeping import fresh, organisation, person

from .writing import begin, publish, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def ada(editor):
    return person(editor)


def shown(client, article):
    return client.get(f"/articles/{fresh(article).slug}/").content.decode()


def test_a_link_reaches_readers_and_goes_again(editor, ada, client):
    article = publish(editor)
    link = f'href="/people/{ada.slug}/"'
    assert link not in shown(client, article)
    mention = linking.confirm(article, ada, words="<b>Ada  Orlan</b>", by=editor)
    assert (mention.words, str(mention), mention.is_gone) == ("Ada Orlan", "Ada Orlan: Ada Orlan", False)
    assert link in shown(client, article)
    assert fresh(article).live.number == 1
    assert list(Article.objects.public().about(ada)) == [article]
    linking.strike(mention, by=editor)
    assert link not in shown(client, article)
    assert list(Article.objects.public().about(ada)) == []
    assert fresh(mention).state == "struck"
    assert set(Trail.objects.filter(act__contains="link").values_list("act", flat=True)) == {"linked", "link struck"}
    assert linking.confirm(article, ada, words="Ada Orlan", by=editor) == mention
    assert link in shown(client, article)


def test_words_that_do_not_stand_there_are_no_link(editor, ada):
    article = publish(editor)
    for words in ("Clara Ulan", "da Orla", " ", "<i></i>"):
        with pytest.raises(Refused, match="does not stand"):
            linking.confirm(article, ada, words=words, by=editor)
    assert not Mention.objects.exists()


def test_a_link_in_the_draft_alone_waits_for_it(editor, ada):
    article = publish(editor, body="<p>The river froze.</p>")
    save(article, editor)
    mention = linking.confirm(article, ada, words="Ada Orlan", by=editor)
    assert (mention.is_gone, list(Mention.objects.public())) == (True, [])
    publishing.publish(article, revision=article.draft, by=editor)
    assert list(Mention.objects.public()) == [mention]
    save(article, editor, body="<p>The river froze.</p>")
    publishing.publish(article, revision=article.draft, by=editor)
    assert (fresh(mention).is_gone, fresh(mention).state) == (True, "confirmed")


def test_links_of_drafts_and_closed_pages_are_not_public(editor, ada):
    draft = begin(editor)
    linking.confirm(draft, ada, words="Ada Orlan", by=editor)
    assert list(Mention.objects.public()) == []
    publishing.publish(draft, revision=draft.draft, by=editor)
    assert Mention.objects.public().count() == 1
    releasing.close(ada, by=editor, why="private")
    assert list(Mention.objects.public()) == []


def test_an_organisation_is_linked_alike(editor):
    body = organisation(editor, "Oskemen", "other")
    article = publish(editor)
    mention = linking.confirm(article, body, words="Oskemen", by=editor)
    assert mention.entity == body
    assert list(Article.objects.about(body)) == [article]


def test_the_words_offered_are_the_spellings_that_stand_in_the_text(editor, ada):
    for text, is_struck in (("Ada O.", False), ("Boris Temir", True)):
        spelling = recording.keep(Name(person=ada, text=text, language="en"), by=editor)
        if is_struck:
            striking.strike(spelling, by=editor, reason="misread")
    article = begin(editor, "Orlan Ada speaks", body="<p>Ada Orlan met Boris Temir. Ada O. smiled.</p>")
    assert linking.offered_words(article.draft, ada) == ["Ada Orlan", "Orlan Ada", "Ada O.", "Orlan"]
    body = organisation(editor, "Ministry of Rivers", "ministry", short_name="Boris")
    assert linking.offered_words(article.draft, body) == ["Boris"]
    assert linking.offered_words(article.draft, Person(name="Clara Ulan", pk=0)) == []


def test_headline_standfirst_and_caption_name_people_too(editor, ada):
    image = Image(hash="1", width=1, height=1, caption="Boris Temir", created_at="2023-01-01T00:00Z")
    image.save()
    article = begin(editor, "Ada Orlan", "<p>The river.</p>", standfirst="Orlan speaks.", lead_image=image)
    assert linking.texts(article.draft) == ["Ada Orlan", "Orlan speaks.", "Boris Temir", "The river."]
    save(article, editor, lead_image=image, lead_caption="At dawn", body="<p>The river.</p>")
    assert linking.texts(article.draft)[2] == "At dawn"
