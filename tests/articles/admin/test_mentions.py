"""The panel of people beside an article: found, linked, struck, added; by whom, and what is refused."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import drafting, linking, publishing
from articles.models import Mention
from people import recording, releasing
from people.models import Name, Organisation, Person, Trail
from tests.articles import writing
from tests.articles.admin.linking import BODY, address, build
from tests.once import an_editor, built_once

pytestmark = pytest.mark.django_db
FETCH = {"X-Requested-With": "fetch"}


built, desk = built_once(lambda: build(an_editor()))


@pytest.fixture
def keeper(client_of):
    return client_of("record keeper")


def text(answer):
    return answer.content.decode()


def says(answer):
    return [str(message) for message in answer.context["messages"]]


def link(client, desk, who, words=None, **headers):
    data = {"who": f"person-{who.pk} {words}"} if words else {"who": f"person-{who.pk}"}
    return client.post(address(desk.article, "link"), data, **headers)


def test_somebody_is_found_with_post_and_with_the_words_that_stand_in_the_text(desk, keeper):
    recording.keep(Name(person=desk.ada, text="Ада Орлан", language="ru", kind="native"), by=desk.by)
    answer = keeper.get(address(desk.article), {"q": "ада"})
    [found] = answer.context["candidates"]
    assert (found.entity, found.words) == (desk.ada, ("Ada Orlan", "Orlan"))
    assert found.posts == "Minister of Rivers, Ministry of Rivers"
    assert f'value="person-{desk.ada.pk} Orlan"' in text(answer)


def test_namesakes_without_a_post_are_told_apart_by_their_country_and_bodies_by_what_they_are_part_of(desk, keeper):
    found = keeper.get(address(desk.article), {"q": "clara"}).context["candidates"]
    assert [each.posts for each in found] == ["Vesmark"]
    found = keeper.get(address(desk.article), {"q": "rivers"}).context["candidates"]
    assert [(each.entity, each.posts, each.words) for each in found] == [(desk.ministry, "Vesmark", ())]
    found = keeper.get(address(desk.article), {"q": "vesmark"}).context["candidates"]
    assert [each.posts for each in found] == ["country"]


@pytest.mark.parametrize("where", ["headline", "standfirst", "lead_caption", "list", "table"])
def test_words_are_found_and_linked_wherever_somebody_can_be_named(where, desk, keeper):
    inside = {"list": "<ul><li>Clara Ulan</li></ul>", "table": "<table><tr><td>Clara Ulan</td></tr></table>"}
    words = {"headline": "Meeting", "body": inside.get(where, "<p>Nobody.</p>")}
    article = writing.begin(desk.by, **(words if where in inside else words | {where: "Clara Ulan came"}))
    [found] = keeper.get(address(article), {"q": "ulan"}).context["candidates"]
    assert found.words == ("Clara Ulan", "Ulan")
    keeper.post(address(article, "link"), {"who": f"person-{desk.clara.pk} Ulan"})
    assert article.mentions.get().words == "Ulan"


def test_a_link_and_its_striking_reach_readers_at_the_next_request(desk, keeper, client):
    releasing.release(desk.clara, by=desk.by)
    publishing.publish(desk.article, revision=desk.article.draft, by=desk.by)
    desk.article.refresh_from_db()
    desk.clara.refresh_from_db()
    page = reverse("articles:detail", args=[desk.article.slug])
    revisions = desk.article.revisions.count()
    href = f'href="/people/{desk.clara.slug}/"'
    assert href not in text(client.get(page))
    link(keeper, desk, desk.clara, "Clara Ulan")
    assert href in text(client.get(page))
    mention = desk.article.mentions.get(person=desk.clara)
    keeper.post(address(desk.article, "strike_link"), {"mention": mention.pk})
    assert href not in text(client.get(page))
    mention.refresh_from_db()
    assert mention.state == Mention.State.STRUCK
    assert desk.article.revisions.count() == revisions


def test_typed_words_must_stand_in_the_text(desk, keeper):
    data = {"who": f"person-{desk.clara.pk}", f"words-person-{desk.clara.pk}": "Ms Ulan"}
    answer = keeper.post(address(desk.article, "link"), data, follow=True)
    assert says(answer) == ["«Ms Ulan» does not stand in the article."]
    assert desk.article.mentions.count() == 2
    data[f"words-person-{desk.clara.pk}"] = "Clara"
    keeper.post(address(desk.article, "link"), data)
    assert desk.article.mentions.get(person=desk.clara).words == "Clara"


@pytest.mark.parametrize(
    "who", ["", "person-", "person-999999 Ada", "person-²", "person-" + "9" * 30, "place-1 Ada", "x"]
)
def test_nobody_chosen_is_a_sentence(who, desk, keeper):
    answer = keeper.post(address(desk.article, "link"), {"who": who}, follow=True)
    assert says(answer) == ["Choose a person or an organisation first."]


def test_somebody_chosen_without_words_is_a_sentence(desk, keeper):
    answer = link(keeper, desk, desk.clara)
    assert answer.status_code == 302
    assert says(keeper.get(address(desk.article))) == ["Which words of the text? Type them as they stand there."]


@pytest.mark.parametrize("mention", ["", "0", "9" * 40, "x"])
def test_striking_what_is_no_link_is_a_sentence(mention, desk, keeper):
    answer = keeper.post(address(desk.article, "strike_link"), {"mention": mention}, follow=True)
    assert says(answer) == ["This link is struck already."]


def test_organisations_are_linked_alike(desk, keeper):
    article = writing.begin(desk.by, body="<p>The Ministry of Rivers paid.</p>")
    keeper.post(address(article, "link"), {"who": f"organisation-{desk.ministry.pk} Ministry of Rivers"})
    [found] = keeper.get(address(article)).context["named"]
    assert (found.entity, found.is_person) == (desk.ministry, False)


def test_words_that_left_the_draft_are_flagged_and_stay_confirmed(desk, keeper):
    writing.save(desk.article, desk.by, body="<p>Boris Temir came.</p>")
    named = keeper.get(address(desk.article)).context["named"]
    assert [(each.entity, each.links[0].is_gone) for each in named] == [(desk.ada, True), (desk.boris, False)]
    assert text(keeper.get(address(desk.article))).count("the words are gone") == 1
    assert desk.article.mentions.confirmed().count() == 2


def test_several_words_of_one_person_stand_together(desk, keeper):
    link(keeper, desk, desk.ada, "Orlan")
    [ada, _boris] = keeper.get(address(desk.article)).context["named"]
    assert [each.mention.words for each in ada.links] == ["Ada Orlan", "Orlan"]


def test_a_script_gets_the_panel_alone(desk, keeper):
    answer = link(keeper, desk, desk.clara, "Clara Ulan", headers=FETCH)
    assert text(answer).lstrip().startswith("<section")
    assert "«Clara Ulan» is linked to Clara Ulan." in text(answer)
    refused = link(keeper, desk, desk.clara, "Nobody", headers=FETCH)
    assert "«Nobody» does not stand in the article." in text(refused)
    found = keeper.get(address(desk.article), {"q": "dana"}, headers=FETCH)
    assert "Link “Dana Aul”" in text(found) and "<html" not in text(found)


def new(**others):
    return {"new-name": "Emil Sarov", "new-family_name": "Sarov", "new-given_name": "Emil"} | others


def test_somebody_new_is_made_and_linked_at_once(desk, keeper):
    writing.save(desk.article, desk.by, body=BODY + "<p>Emil Sarov wrote.</p>")
    keeper.post(address(desk.article, "new_person"), new(**{"new-country": desk.country.pk}))
    emil = Person.objects.get(name="Emil Sarov")
    assert (emil.waits, emil.is_public, emil.country, emil.family_name) == (False, False, desk.country, "Sarov")
    assert desk.article.mentions.get(person=emil).words == "Emil Sarov"


def test_somebody_new_whose_words_do_not_stand_in_the_text_is_not_made_and_nothing_typed_is_lost(desk, keeper):
    for headers in ({}, FETCH):
        data = new(**{"new-words": "Mr Sarov"})
        answer = keeper.post(address(desk.article, "new_person"), data, headers=headers)
        assert "«Mr Sarov» does not stand in the article." in text(answer)
        assert 'value="Emil"' in text(answer) and 'value="Mr Sarov"' in text(answer)
    assert not Person.objects.filter(name="Emil Sarov").exists()
    assert not Trail.objects.filter(label="Emil Sarov").exists()


def test_somebody_new_needs_a_name(desk, keeper):
    answer = keeper.post(address(desk.article, "new_person"), new(**{"new-name": ""}))
    assert answer.context["new_person"].errors["name"]


def test_a_reporters_new_person_is_provisional_until_a_keeper_nods(staff, desk):
    reporter = staff("reporter")
    client = Client()
    client.force_login(reporter)
    article = writing.begin(reporter, body="<p>Emil Sarov wrote.</p>")
    client.post(address(article, "new_person"), new())
    emil = Person.objects.get(name="Emil Sarov")
    assert emil.waits
    assert "provisional" in text(client.get(address(article)))
    publishing.publish(article, revision=article.draft, by=desk.by)
    emil.refresh_from_db()
    assert emil.waits  # the article is public; that says nothing of who this is


POSTS = ["link", "strike_link", "new_person", "supports", "reworded", "report"]


def forged(desk):
    mention = desk.article.mentions.first()
    return {
        "link": {"who": f"person-{desk.clara.pk} Clara Ulan"},
        "strike_link": {"mention": mention.pk},
        "new_person": new(**{"new-words": "Clara"}),
        "supports": {"sentence": BODY[3:51], "claim": f"membership-{desk.office.pk}"},
        "reworded": {"anchor": "1", "sentence": BODY[3:51]},
        "report": {"sentence": BODY[3:51], "title": "Secret", "_save": "1"},
    }


@pytest.mark.parametrize("name", POSTS)
@pytest.mark.parametrize("role", ["reporter", "administrator"])
def test_nobody_without_rights_changes_anything(role, name, desk, client_of):
    before = (Trail.objects.count(), desk.article.mentions.confirmed().count(), Person.objects.count())
    client = client_of(role)
    assert client.post(address(desk.article, name), forged(desk)[name]).status_code == 403
    assert client.get(address(desk.article, "report"), {"sentence": BODY[3:51]}).status_code == 403
    assert client.get(address(desk.article)).status_code == 403
    assert (Trail.objects.count(), desk.article.mentions.confirmed().count(), Person.objects.count()) == before


@pytest.mark.parametrize("name", POSTS)
def test_strangers_are_asked_to_log_in_and_forgeries_from_elsewhere_are_refused(name, desk, staff, client):
    assert client.post(address(desk.article, name), forged(desk)[name]).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(staff("editor"))
    assert strict.post(address(desk.article, name), forged(desk)[name]).status_code == 403
    assert desk.article.mentions.confirmed().count() == 2


@pytest.mark.parametrize("role", ["editor", "record keeper"])
def test_editors_and_keepers_link_in_every_article(role, desk, client_of):
    client = client_of(role)
    assert link(client, desk, desk.clara, "Clara Ulan").status_code == 302
    assert desk.article.mentions.filter(person=desk.clara).exists()
    answer = client.get(reverse("admin:articles_article_change", args=[desk.article.pk]))
    assert 'id="people-panel"' in text(answer) and 'id="link-words"' in text(answer)


def test_a_reporter_links_in_his_own_article(staff, desk):
    reporter = staff("reporter")
    client = Client()
    client.force_login(reporter)
    own = writing.begin(reporter, body="<p>Clara Ulan wrote.</p>")
    client.post(address(own, "link"), {"who": f"person-{desk.clara.pk} Clara Ulan"})
    assert own.mentions.get().by == reporter


@pytest.mark.parametrize("name", ["link", "strike_link", "new_person", "supports", "reworded"])
def test_acts_are_posts(name, desk, keeper):
    assert keeper.get(address(desk.article, name)).status_code == 405


def test_no_article_of_that_number_is_404(keeper):
    for number in (0, 10**30):
        assert keeper.get(f"/admin/articles/article/{number}/people/").status_code == 404


def test_an_article_without_a_text_has_a_panel_all_the_same(keeper, desk):
    article = drafting.begin(language="en", by=desk.by)
    answer = keeper.get(address(article), {"q": "ada"})
    assert (answer.status_code, answer.context["candidates"][0].words) == (200, ())
    assert "The article has no text yet." in text(answer)


@pytest.mark.parametrize("query", ["", "ada"])
def test_queries_do_not_grow_with_who_is_named(query, desk, keeper):
    def ask():
        return keeper.get(address(desk.article), {"q": query}, headers=FETCH)

    ask()
    with CaptureQueriesContext(connection) as few:
        ask()
    for number in range(3):
        person = recording.keep(Person(name=f"Ada Number{number}", country=desk.country), by=desk.by)
        body = recording.keep(Organisation(name=f"Body {number}", kind="igo", parent=desk.country), by=desk.by)
        Mention.objects.create(article=desk.article, person=person, words="Ada")
        Mention.objects.create(article=desk.article, organisation=body, words="Ada")
    with CaptureQueriesContext(connection) as many:
        ask()
    assert len(many) == len(few)


def test_a_struck_link_is_confirmed_anew(desk, keeper):
    linking.strike(desk.article.mentions.get(person=desk.ada), by=desk.by)
    link(keeper, desk, desk.ada, "Ada Orlan")
    assert desk.article.mentions.get(person=desk.ada).state == Mention.State.CONFIRMED
