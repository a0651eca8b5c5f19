"""The stored HTML of what is public: made at publication, and remade in the act that changes what it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from articles import linking, publishing, receivers, rendering, tasks
from articles.models import Article, Image, Publication
from articles.reporting import Entry, report
from people import disclosure, recording, releasing, striking
from people.models import Meeting, Organisation, Person
from tests.articles import writing

pytestmark = pytest.mark.django_db

MET = "Ada Orlan met Boris Temir in Oskemen on Tuesday."
ADA_LINK = '<a href="/people/ada-orlan/">Ada Orlan</a>'


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def ada(editor):
    person = recording.keep(Person(name="Ada Orlan"), by=editor)
    return releasing.release(person, by=editor)


def rendered(article):
    return article.publications.get(until=None).rendered


def body_of(article):
    return "".join(beat["first"] + beat["rest"] for beat in rendered(article)["beats"])


def recorded(article, editor, person):
    """A meeting recorded from the article's sentence."""
    meeting = Meeting(title="Talks in Oskemen", when="2023-04-26")
    return report(article, MET, meeting=meeting, by=editor, roll=[Entry(says="attended", person=person)])


def remade(article):
    """What stands now is what would be made anew."""
    before = rendered(article)
    rendering.remake(article)
    return before == rendered(article)


def test_publishing_renders_all_texts(editor):
    article = writing.publish(editor, headline="Q & A", standfirst="<Two> met.", lead_caption="x < y")
    assert rendered(article) == {
        "headline": "Q &amp; A",
        "standfirst": "&lt;Two&gt; met.",
        "caption": "x &lt; y",
        "beats": [{"first": f"<p>{MET}</p>", "rest": "", "marks": []}],
    }


def test_a_confirmed_name_is_linked_everywhere_and_a_struck_one_nowhere(editor, ada):
    article = writing.publish(
        editor, headline="Ada Orlan travels", standfirst="So says Ada Orlan.", lead_caption="Ada Orlan"
    )
    mention = linking.confirm(article, ada, words="Ada Orlan", by=editor)
    shown = rendered(article)
    assert all(ADA_LINK in shown[place] for place in ("headline", "standfirst", "caption"))
    assert ADA_LINK in body_of(article)
    linking.strike(mention, by=editor)
    assert "<a" not in str(rendered(article))


def test_an_organisation_is_linked_to_its_page(editor):
    body = recording.keep(Organisation(name="Boris Temir", kind="company"), by=editor)
    releasing.release(body, by=editor)
    article = writing.publish(editor)
    linking.confirm(article, body, words="Boris Temir", by=editor)
    assert '<a href="/organisations/boris-temir/">Boris Temir</a>' in body_of(article)


def test_links_follow_a_page_that_opens_and_closes(editor):
    person = recording.keep(Person(name="Ada Orlan"), by=editor)
    article = writing.publish(editor)
    linking.confirm(article, person, words="Ada Orlan", by=editor)
    assert ADA_LINK not in body_of(article)
    releasing.release(person, by=editor)
    assert ADA_LINK in body_of(article)
    releasing.close(person, by=editor, why="asked to")
    assert ADA_LINK not in body_of(article)
    releasing.release(person, by=editor)
    assert ADA_LINK in body_of(article) and remade(article)


def test_a_sentence_is_marked_while_a_public_claim_rests_on_it(editor, ada):
    article = writing.publish(editor)
    meeting = recorded(article, editor, ada)
    quotation = article.anchors.get().quotation
    beat = rendered(article)["beats"][0]
    assert beat["marks"] == [quotation.mark] and f'<span class="said" id="{quotation.mark}">' in beat["first"]
    attendance = meeting.attendances.get()
    striking.strike(attendance, by=editor, reason="wrong person")
    assert rendered(article)["beats"][0]["marks"] == []
    striking.restore(attendance, by=editor)
    assert rendered(article)["beats"][0]["marks"] == [quotation.mark]
    striking.strike(quotation, by=editor, reason="never said")
    assert rendered(article)["beats"][0]["marks"] == [] and remade(article)


def test_a_struck_report_marks_nothing(editor, ada):
    article = writing.publish(editor)
    meeting = recorded(article, editor, ada)
    striking.strike(meeting.attendances.get().evidence.get(), by=editor, reason="misread")
    assert "said" not in body_of(article)


def test_a_claim_marks_its_sentence_only_when_its_person_has_a_page(editor):
    person = recording.keep(Person(name="Ada Orlan"), by=editor)
    article = writing.publish(editor)
    meeting = recorded(article, editor, person)
    assert meeting.is_public
    assert "said" not in body_of(article)
    releasing.release(person, by=editor)
    assert "said" in body_of(article)


def test_a_sentence_of_the_standfirst_is_a_place_without_a_number(editor, ada):
    article = writing.publish(editor, body="<p>Something else.</p>", standfirst=MET)
    recorded(article, editor, ada)
    mark = article.anchors.get().quotation.mark
    assert rendered(article)["standfirst"] == f'<span class="said" id="{mark}">{MET}</span>'
    article = writing.publish(editor, standfirst=MET)
    recorded(article, editor, ada)
    assert rendered(article)["standfirst"] == MET


def test_labels_are_in_the_language_of_the_article(editor, ada, monkeypatch):
    article = writing.publish(editor)
    recorded(article, editor, ada)
    assert 'aria-label="Note 1 of the record"' in body_of(article)
    Article._base_manager.filter(pk=article.pk).update(language="ru")
    monkeypatch.setattr(rendering, "_", lambda text: f"{translation.get_language()}: {text}")
    rendering.remake(article)
    assert 'aria-label="ru: Note 1 of the record"' in body_of(article)


def test_a_draft_changes_nothing_until_it_is_published(editor, ada):
    article = writing.publish(editor)
    linking.confirm(article, ada, words="Ada Orlan", by=editor)
    before = rendered(article)
    article.refresh_from_db()
    writing.save(article, editor, body="<p>Nobody met.</p>")
    rendering.remake(article)
    assert rendered(article) == before
    article.refresh_from_db()
    publishing.publish(article, revision=article.draft, by=editor)
    assert body_of(article) == "<p>Nobody met.</p>"


def test_what_is_not_public_is_not_rendered(editor, ada):
    draft = writing.begin(editor)
    rendering.remake(draft)
    assert not Publication.objects.exists()
    article = writing.publish(editor)
    publishing.take_down(article, by=editor, why="wrong")
    assert rendering.remake_all([article, draft]) == 0


def picture(number, editor):
    return Image.objects.create(
        hash=f"{number:032x}",
        file=f"originals/{number}.jpg",
        width=1600,
        height=900,
        alt="Two people at a table",
        caption="Ada Orlan & her guest",
        credit="Desk",
        licence="own",
        source="Desk",
        created_by=editor,
        created_at=timezone.now(),
    )


def test_pictures_stand_in_the_text_with_links_in_their_captions(editor, ada):
    first, second = picture(1, editor), picture(2, editor)
    article = writing.publish(
        editor,
        body=f'<p>{MET}</p><figure data-image="{first.hash}"><figcaption>Ada Orlan comes</figcaption></figure>'
        f'<figure data-image="{second.hash}"></figure><figure data-image="{"0" * 32}"></figure>',
        lead_image=first,
    )
    linking.confirm(article, ada, words="Ada Orlan", by=editor)
    shown = body_of(article)
    assert shown.count("<figure") == 2 and shown.count('width="1280"') == 2
    assert f"<figcaption>{ADA_LINK} comes " in shown
    assert f"<figcaption>{ADA_LINK} &amp; her guest " in shown
    assert rendered(article)["caption"] == f"{ADA_LINK} &amp; her guest"


def test_queries_do_not_grow_with_the_articles(editor, ada):
    articles = []
    for number in (1, 2, 3):
        image = picture(number, editor)
        body = f'<p>{MET}</p><figure data-image="{image.hash}"></figure>'
        articles.append(writing.publish(editor, headline=f"Ministers meet {number}", body=body))
        linking.confirm(articles[-1], ada, words="Ada Orlan", by=editor)
        recorded(articles[-1], editor, ada)
    counts = []
    for some in (articles[:1], articles):
        Publication.objects.update(rendered={})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert rendering.remake_all(some) == len(some)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
    with CaptureQueriesContext(connection) as queries:
        assert rendering.remake_all(articles) == 0
    assert len(queries) <= 5


def test_what_no_page_of_the_act_changes_is_not_remade(editor, ada, monkeypatch):
    article = writing.publish(editor)
    linking.confirm(article, ada, words="Ada Orlan", by=editor)
    made = []
    monkeypatch.setattr(rendering, "remake_all", lambda keys: made.extend(keys))
    with disclosure.public_act():
        disclosure.recompute(disclosure.Touched.of(ada))
    assert made == []
    Publication.objects.update(rendered={})
    with disclosure.public_act():
        disclosure.recompute(disclosure.Touched.of(ada))
    assert made == [article.pk]


def test_what_is_too_much_for_one_act_goes_to_the_worker(editor, monkeypatch, django_capture_on_commit_callbacks):
    person = recording.keep(Person(name="Ada Orlan"), by=editor)
    for number in (1, 2, 3):
        article = writing.publish(editor, headline=f"Ministers meet {number}")
        linking.confirm(article, person, words="Ada Orlan", by=editor)
    batches = []
    monkeypatch.setattr(receivers, "AT_ONCE", 1)
    monkeypatch.setattr(type(tasks.remake_articles), "enqueue", lambda task, keys: batches.append(keys))
    with django_capture_on_commit_callbacks(execute=True):
        releasing.release(person, by=editor)
    newest, *others = Article.objects.order_by("-pk")
    assert ADA_LINK in body_of(newest) and not any(ADA_LINK in body_of(other) for other in others)
    assert batches == [[other.pk] for other in others]
    assert [tasks.remake_articles.func(batch) for batch in batches] == [1, 1]
    assert all(ADA_LINK in body_of(other) for other in others)
