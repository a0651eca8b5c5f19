"""The article's form: what is saved, what is refused, and that nothing typed is lost."""

import pytest
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles import drafting, publishing
from articles.drafting import Stale
from articles.models import Article, Contributor, Section, Tag
from people.models import Trail
from people.recording import Refused
from tests.articles import writing

pytestmark = pytest.mark.django_db
ADD = "admin:articles_article_add"


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def typed(**changed):
    """What the browser sends of a form with these words."""
    empty = {"short_headline": "", "standfirst": "", "dateline": "", "day": "", "section": "", "lead_image": ""}
    empty |= {"lead_caption": "", "source_credit": "", "language": "en", "base": ""}
    return empty | {"headline": "Ministers meet", "body": writing.BODY} | changed


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def errors(answer):
    return dict(answer.context["adminform"].form.errors)


def test_a_new_article_is_a_draft_with_its_first_revision(desk, editor):
    section = Section.objects.create(name="Diplomacy")
    answer = desk.post(reverse(ADD), typed(section=section.pk, dateline="Xi’an", day="2023-04-26"))
    article = Article.objects.get()
    assert (answer.status_code, article.is_public, article.slug) == (302, False, None)
    draft = article.draft
    assert (draft.number, draft.headline, draft.body, draft.section) == (1, "Ministers meet", writing.BODY, section)
    assert (draft.dateline, str(draft.day), draft.by, draft.words_in_body) == ("Xi’an", "2023-04-26", editor, 9)
    assert article.headline == ""  # a copy that publishing alone writes
    assert list(Trail.objects.filter(kind="articles.article").values_list("act", flat=True)) == ["saved", "begun"]


def test_saving_makes_a_revision_and_saving_the_same_words_none(desk, editor):
    article = writing.begin(editor)
    section = article.draft.section
    words = typed(base=article.draft_id, section=section.pk, headline="Ministers met")
    assert desk.post(change(article), words).status_code == 302
    article.refresh_from_db()
    assert (article.draft.number, article.draft.headline, article.draft.base.number) == (2, "Ministers met", 1)
    assert desk.post(change(article), words | {"base": article.draft_id}).status_code == 302
    assert article.revisions.count() == 2


def test_the_form_shows_the_draft_and_not_what_is_public(desk, editor):
    article = writing.publish(editor)
    writing.save(article, editor, headline="Ministers met")
    page = desk.get(change(article))
    form = page.context["adminform"].form
    assert form["headline"].value() == "Ministers met"
    assert form["base"].value() == article.draft_id
    assert "Public since" in page.context["goes_out"]


def test_tags_and_contributors_keep_their_order_and_a_typed_tag_is_made_once(desk, editor):
    talks, trade = Tag.objects.create(name="Talks"), Tag.objects.create(name="Trade, and more")
    bek, asel = Contributor.objects.create(name="Bek"), Contributor.objects.create(name="Asel")
    chosen = [str(trade.pk), "new:Transport, roads", str(talks.pk), "new:TALKS"]
    desk.post(reverse(ADD), typed(tags=chosen, contributors=[asel.pk, bek.pk]))
    draft = Article.objects.get().draft
    assert [str(row) for row in draft.tag_rows.all()] == ["Trade, and more", "Transport, roads", "Talks"]
    assert [row.contributor for row in draft.contributor_rows.all()] == [asel, bek]
    assert Tag.objects.count() == 3
    assert Trail.objects.filter(kind="articles.tag", act="made").count() == 1
    page = desk.get(change(Article.objects.get())).content.decode()
    assert page.index("Trade, and more</option>") < page.index("Transport, roads</option>")
    assert page.index(">Transport, roads</option>") < page.index(">Talks</option>")


@pytest.mark.parametrize("key", ["x", "99999999999999999999999", "-1", "1.5", "0", "١"])
def test_a_forged_key_is_an_error_at_its_field(key, desk):
    answer = desk.post(reverse(ADD), typed(tags=[key], contributors=[key], section=key, lead_image=key, base=""))
    assert answer.status_code == 200
    assert {"tags", "contributors", "section", "lead_image"} <= errors(answer).keys()
    assert not Article.objects.exists()


@pytest.mark.parametrize("key", ["x", "99999999999999999999999", "-1"])
def test_a_forged_base_saves_nothing(key, desk, editor):
    article = writing.begin(editor)
    answer = desk.post(change(article), typed(base=key, headline="Forged"))
    assert answer.status_code == 200
    assert article.revisions.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("headline", "Long " * 1000, "at most 200 characters"),
        ("headline", "   ", "required"),
        ("headline", "a\x00b", "Null characters"),
        ("standfirst", "x" * 601, "at most 600"),
        ("body", "<p>" + "word " * 420_000 + "</p>", "at most 2000 thousand"),
        ("day", "2022-02-30", "valid date"),
    ],
)
def test_too_much_or_too_odd_is_said_at_the_field_and_nothing_typed_is_lost(name, value, says, desk, editor):
    article = writing.begin(editor)
    words = typed(base=article.draft_id, source_credit="Kept in the form") | {name: value}
    answer = desk.post(change(article), words)
    assert answer.status_code == 200
    assert says in str(errors(answer)[name])
    form = answer.context["adminform"].form
    assert form[name].value() == value
    assert form["source_credit"].value() == "Kept in the form"
    assert article.revisions.count() == 1


def test_hostile_html_is_cleaned_on_the_server(desk):
    body = (
        '<p onclick="x()">Hello <script>alert(1)</script><a href="javascript:x()">link</a></p>'
        '<img src="x" onerror="x()"><svg onload="x()"></svg><iframe src="//bad"></iframe>'
        '<figure data-image="0123456789abcdef0123456789abcdef" style="x"><img src="javascript:x()">'
        "<figcaption>Said</figcaption></figure>bare text"
    )
    desk.post(reverse(ADD), typed(body=body))
    stored = Article.objects.get().draft.body
    assert stored == (
        "<p>Hello <a>link</a></p>"
        '<figure data-image="0123456789abcdef0123456789abcdef"><figcaption>Said</figcaption></figure><p>bare text</p>'
    )


def test_a_stale_save_is_answered_with_both_texts_and_then_may_be_saved_over(desk, editor, staff):
    article = writing.begin(editor, body="<p>One came.</p><p>Two came.</p>")
    base, other = article.draft, staff("editor", "daniyar")
    writing.save(article, other, headline="Ministers met", body="<p>One came.</p><p>Two came, all.</p>")
    mine = typed(base=base.pk, headline="Envoys meet", body="<p>One came.</p><p>Three came.</p>", dateline="Xi’an")
    answer = desk.post(change(article), mine)
    assert (answer.status_code, article.revisions.count()) == (200, 2)
    page = answer.content.decode()
    assert "daniyar saved version 2" in page
    assert "<ins>Three</ins> came." in page
    assert "<ins>Two</ins> came<ins>, all</ins>." in page
    assert {each.title for each in answer.context["passages"]} >= {"headline", "Body, paragraph 2", "dateline"}
    form = answer.context["adminform"].form
    assert (form["headline"].value(), form["body"].value()) == ("Envoys meet", mine["body"])
    article.refresh_from_db()
    assert form["base"].value() == article.draft_id
    assert desk.post(change(article), mine | {"base": form["base"].value()}).status_code == 302
    article.refresh_from_db()
    assert (article.draft.number, article.draft.headline) == (3, "Envoys meet")


def test_a_save_that_comes_between_look_and_save_is_stale_too(desk, editor, monkeypatch):
    article = writing.begin(editor)
    save_draft, look = drafting.save_draft, ModelAdmin.changeform_view

    def overtaken(mine, *args, **kwargs):
        raise Stale(mine.draft)

    def look_while_somebody_saves(*args):
        try:
            return look(*args)
        except Stale:
            monkeypatch.setattr(drafting, "save_draft", save_draft)
            writing.save(article, editor, headline="Quicker")
            raise

    monkeypatch.setattr(drafting, "save_draft", overtaken)
    monkeypatch.setattr(ModelAdmin, "changeform_view", look_while_somebody_saves)
    answer = desk.post(change(article), typed(base=article.draft_id, headline="Slower"))
    assert (answer.status_code, answer.context["stale"].headline) == (200, "Quicker")
    assert answer.context["adminform"].form["headline"].value() == "Slower"
    article.refresh_from_db()
    assert article.draft.headline == "Quicker"


def test_a_reporter_may_name_a_new_tag(client, staff):
    client.force_login(staff("reporter"))
    assert client.post(reverse(ADD), typed(tags=["new:Rivers"])).status_code == 302
    assert Tag.objects.get().name == "Rivers"


def test_who_may_not_add_tags_chooses_among_those_there_are(client, staff):
    reporter = staff("reporter")
    reporter.groups.clear()
    rights = ["add_article", "view_article", "change_article"]
    reporter.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(reporter)
    assert "tags" in errors(client.post(reverse(ADD), typed(tags=["new:Rivers"])))
    assert "data-tags" not in client.get(reverse(ADD)).content.decode()


@pytest.mark.parametrize("name", ["new:", "new:" + "x" * 200, "new:a\x00"])
def test_a_typed_tag_that_is_no_name_is_refused_at_its_field(name, desk):
    answer = desk.post(reverse(ADD), typed(tags=[name]))
    assert "tags" in errors(answer)
    assert not Tag.objects.exists()


def test_the_language_is_put_right_until_readers_have_seen_it(desk, editor):
    article = writing.begin(editor)
    filed = {"section": article.draft.section_id}
    desk.post(change(article), typed(base=article.draft_id, headline="Later", language="ru", **filed))
    article.refresh_from_db()
    assert (article.language, article.source.language, article.draft.headline) == ("ru", "ru", "Later")
    publishing.publish(article, revision=article.draft, by=editor)
    desk.post(change(article), typed(base=article.draft_id, headline="Later still", language="kk", **filed))
    article.refresh_from_db()
    assert (article.language, article.draft.headline) == ("ru", "Later still")
    assert "It stays: readers have seen" in desk.get(change(article)).content.decode()


def test_a_language_outside_the_site_stays_choosable_where_it_is_used(desk, editor, settings):
    settings.SITE_LANGUAGES = ["ru"]
    article = writing.begin(editor)
    choices = desk.get(change(article)).context["adminform"].form.fields["language"].choices
    assert [code for code, _name in choices] == ["ru", "en"]
    assert "language" in errors(desk.post(change(article), typed(base=article.draft_id, language="xx")))


def test_a_language_refused_between_look_and_save_is_looked_at_again(desk, editor, monkeypatch):
    """As if it had been published meanwhile: nothing typed is lost, no fault."""
    article, changed, looks = writing.begin(editor), drafting.change_language, []

    def refused_once(row, **named):
        looks.append(row)
        if len(looks) == 1:
            raise Refused("It was public: its language stays.")
        return changed(row, **named)

    monkeypatch.setattr(drafting, "change_language", refused_once)
    answer = desk.post(change(article), typed(base=article.draft_id, headline="Later", language="ru"))
    article.refresh_from_db()
    assert (answer.status_code, len(looks), article.draft.headline) == (302, 2, "Later")
