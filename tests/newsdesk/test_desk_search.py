"""One search over the desk: any spelling, only what one may see, and public addresses that open their record."""

import pytest
from django.urls import reverse

from articles import drafting
from articles.models.revision import WORDS
from newsdesk.desk.search import LONGEST, SHOWN, asked, row_at
from newsdesk.models import User
from people.models import Meeting, Name, Organisation, Person

pytestmark = pytest.mark.django_db

EMPTY = dict.fromkeys(WORDS, "") | {"day": None, "section": None, "lead_image": None}


@pytest.fixture
def boss(client):
    user = User.objects.create_superuser("boss")
    client.force_login(user)
    return user


def found(client, words):
    response = client.get(reverse("admin:desk_search"), {"q": words})
    assert response.status_code == 200
    return {shelf.title: [row.label for row in shelf.rows] for shelf in response.context["found"]}


def with_slug(model, slug, **fields):
    row = model.objects.create(**fields)
    model._base_manager.filter(pk=row.pk).update(slug=slug)
    return row


def test_people_are_found_by_every_stored_spelling_in_any_order(client, boss):
    person = Person.objects.create(name="Wang Yi")
    Name.objects.create(person=person, text="Ван И", language="ru")
    for words in ("yi wang", "WANG", "ван"):
        assert found(client, words) == {"people": [str(person)]}
    assert found(client, "wong") == {}


def test_articles_organisations_and_meetings_are_found_beside_them(client, boss):
    article = drafting.begin(language="en", by=boss)
    drafting.save_draft(article, EMPTY | {"headline": "Vesmark holds talks"}, base=None, by=boss)
    Organisation.objects.create(name="Vesmark", kind="country")
    Meeting.objects.create(title="Talks in Vesmark", when="2023-05-18/2023-05-19")
    assert found(client, "vesmark") == {
        "articles": ["Vesmark holds talks"],
        "organisations": ["Vesmark"],
        "meetings": ["Talks in Vesmark"],
    }
    html = client.get(reverse("admin:desk_search"), {"q": "vesmark"}).content.decode()
    assert "18–19 May 2023" in html


def test_more_than_a_shelf_holds_leads_to_the_list(client, boss):
    for number in range(SHOWN + 1):
        Organisation.objects.create(name=f"Ministry {number}", kind="ministry")
    html = client.get(reverse("admin:desk_search"), {"q": "ministry"}).content.decode()
    assert f"{reverse('admin:people_organisation_changelist')}?q=ministry" in html
    assert len(found(client, "ministry")["organisations"]) == SHOWN


def test_nobody_finds_what_he_may_not_see(client):
    Person.objects.create(name="Wang Yi")
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert found(client, "wang") == {}
    client.logout()
    assert client.get(reverse("admin:desk_search"), {"q": "wang"}).status_code == 302


@pytest.mark.parametrize(
    "address", ["/people/wang-yi/", "https://news.example/people/wang-yi/feed/", "/people/wang-yi"]
)
def test_a_pasted_public_address_opens_its_record(client, boss, address):
    person = with_slug(Person, "wang-yi", name="Wang Yi")
    response = client.get(reverse("admin:desk_search"), {"q": f" {address} "})
    assert response.status_code == 302
    assert response.url == reverse("admin:people_person_change", args=[person.pk])


def test_addresses_of_other_kinds_and_scripts_are_understood():
    meeting = with_slug(Meeting, "талқылау-2023", title="Талқылау", when="2023")
    assert row_at("/meetings/талқылау-2023/") == meeting
    assert (
        row_at("https://news.example/meetings/%D1%82%D0%B0%D0%BB%D2%9B%D1%8B%D0%BB%D0%B0%D1%83-2023/?x=1#s2") == meeting
    )


@pytest.mark.parametrize(
    "words", ["wang-yi", "/people/", "/people/nobody/", "/nowhere/wang-yi/", "https://[broken", "/people/%00/", ""]
)
def test_what_is_no_address_of_ours_is_searched_for(words):
    with_slug(Person, "wang-yi", name="Wang Yi")
    assert row_at(words) is None


@pytest.mark.parametrize("words", ["", "\x00", "%", "'\"(*", "x" * 10_000, "/people/%00/", "https://[broken"])
def test_hostile_words_find_nothing_and_break_nothing(client, boss, words):
    assert found(client, words) == {}


def test_a_query_is_cut_and_cleaned():
    assert asked(" a\x00b ") == "ab"
    assert len(asked("x" * 10_000)) == LONGEST
