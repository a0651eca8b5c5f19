"""What each group may and may not do, as ordinary users."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from articles import permissions
from newsdesk.models import User
from newsdesk.roles import RIGHTS, make_groups
from people.models import Generation, Meeting, Person
from people.permissions import can_keep_record, can_propose, can_release
from tests.articles.writing import begin, publish
from tests.people.keeping import fresh, meeting, person

pytestmark = pytest.mark.django_db
REPORTER, EDITOR, KEEPER, ADMINISTRATOR = RIGHTS

# Who may: the predicates that admin, views and API ask alike.
MAY = {
    "keep the record": (can_keep_record, {EDITOR, KEEPER}),
    "open and close pages": (can_release, {EDITOR, KEEPER}),
    "create people and meetings": (can_propose, {REPORTER, EDITOR, KEEPER}),
    "write articles": (permissions.can_edit, {REPORTER, EDITOR}),
    "publish, schedule and correct": (permissions.can_publish, {EDITOR}),
    "take down, hold and embargo": (permissions.can_take_down, {EDITOR}),
}
MAY_WITH_AN_ARTICLE_OF_OTHERS = {
    "open it": (permissions.can_open, {EDITOR, KEEPER}),
    "change its words": (permissions.can_edit, {EDITOR}),
    "link and record": (permissions.can_link, {EDITOR, KEEPER}),
}


@pytest.mark.parametrize("what", MAY)
def test_who_may(staff, what):
    predicate, groups = MAY[what]
    assert {role for role in RIGHTS if predicate(staff(role))} == groups


@pytest.mark.parametrize("what", MAY_WITH_AN_ARTICLE_OF_OTHERS)
def test_who_may_with_an_article_of_others(staff, what):
    predicate, groups = MAY_WITH_AN_ARTICLE_OF_OTHERS[what]
    article = begin(staff(EDITOR, "somebody else"))
    assert {role for role in RIGHTS if predicate(staff(role), article)} == groups


def test_a_reporter_may_with_articles_of_their_own(staff):
    reporter = staff(REPORTER)
    article = begin(reporter)
    assert all(predicate(reporter, article) for predicate, _groups in MAY_WITH_AN_ARTICLE_OF_OTHERS.values())
    assert list(type(article).objects.visible_to(reporter)) == [article]
    assert list(type(article).objects.visible_to(staff(KEEPER))) == [article]
    assert list(type(article).objects.visible_to(staff(REPORTER))) == []


def test_somebody_without_a_group_may_nothing(db):
    nobody = User.objects.create_user("nobody", is_staff=True)
    article = begin(User.objects.create_user("writer"))
    assert not any(predicate(nobody) for predicate, _groups in MAY.values())
    assert not any(predicate(nobody, article) for predicate, _groups in MAY_WITH_AN_ARTICLE_OF_OTHERS.values())


def admin_statuses(client, *names):
    return [client.get(reverse(f"admin:{name}")).status_code for name in names]


@pytest.mark.parametrize(
    ("role", "article", "person_page", "section", "user"),
    [
        (REPORTER, 200, 200, 403, 403),
        (EDITOR, 200, 200, 200, 403),
        (KEEPER, 403, 200, 403, 403),
        (ADMINISTRATOR, 403, 403, 403, 200),
    ],
)
def test_which_empty_forms_open(client_of, role, article, person_page, section, user):
    names = ("articles_article_add", "people_person_add", "articles_section_add", "newsdesk_user_add")
    assert admin_statuses(client_of(role), *names) == [article, person_page, section, user]


@pytest.mark.parametrize("role", [REPORTER, ADMINISTRATOR])
def test_a_forged_post_without_record_rights_changes_nothing(client_of, staff, role):
    ada = person(staff(KEEPER))
    generation = Generation.objects.get().number
    client = client_of(role)
    change = reverse("admin:people_person_change", args=[ada.pk])
    assert client.post(change, {"name": "Forged"}).status_code == 403
    for act in ("close", "confirm"):
        address = reverse("admin:people_person_act", args=[ada.pk, act])
        assert client.post(address, {"why": "forged"}).status_code in (403, 404)
    assert client.post(reverse("admin:people_person_delete", args=[ada.pk]), {"post": "yes"}).status_code == 403
    assert (fresh(ada).name, fresh(ada).is_public) == ("Ada Orlan", True)
    assert Generation.objects.get().number == generation


def test_what_a_reporter_creates_is_provisional(client_of):
    client = client_of(REPORTER)
    born = {"name": "Boris Temir", "born": "", "died": ""}
    assert client.post(reverse("admin:people_person_add"), born).status_code == 302
    assert Person.objects.get().waits
    talks = {"title": "Talks", "kind": "talks", "when": "2023", "vouched_reason": "seen"}
    assert client.post(reverse("admin:people_meeting_add"), talks).status_code == 302
    row = Meeting.objects.get()
    assert (row.waits, row.is_public) == (True, False)


def test_what_a_keeper_creates_stands(client_of):
    client = client_of(KEEPER)
    talks = {"title": "Talks", "kind": "talks", "when": "2023", "vouched_reason": "seen"}
    assert client.post(reverse("admin:people_meeting_add"), talks).status_code == 302
    row = Meeting.objects.get()
    assert (row.waits, row.is_public, row.vouched_by.username) == (False, True, "record-keeper-0")


def test_a_keeper_links_and_never_writes(client_of, staff):
    article = publish(staff(EDITOR))
    client = client_of(KEEPER)
    address = reverse("admin:articles_article_change", args=[article.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"headline": "Forged"}).status_code == 403
    assert article.revisions.count() == 1


def test_a_reporter_sees_no_articles_of_others(client_of, staff):
    article = begin(staff(EDITOR), "Secret ministers")
    client = client_of(REPORTER)
    assert client.get(reverse("admin:articles_article_change", args=[article.pk])).status_code in (302, 403, 404)
    assert b"Secret ministers" not in client.get(reverse("admin:articles_article_changelist")).content


def test_deleting_is_refused_with_what_rests_on_it(client_of, staff):
    keeper = staff(KEEPER)
    ada, talks = person(keeper), meeting(keeper, vouched_reason="seen")
    client = client_of(KEEPER)
    for row, listed in ((ada, b"its address: ada-orlan"), (talks, b"its address: talks-in-oskemen-2023")):
        address = reverse(f"admin:people_{row._meta.model_name}_delete", args=[row.pk])
        assert listed in client.get(address).content
        assert listed in client.post(address, {"post": "yes"}).content
        assert fresh(row)
    secret = person(keeper, "Boris Temir", released=False)
    address = reverse("admin:people_person_delete", args=[secret.pk])
    assert client.post(address, {"post": "yes"}).status_code == 302
    assert list(Person.objects.all()) == [ada]


def test_groups_are_made_once_and_left_as_a_desk_changed_them():
    group = Group.objects.get(name=REPORTER)
    group.permissions.clear()
    Group.objects.get(name=KEEPER).delete()
    make_groups(Group, Permission)
    assert list(group.permissions.all()) == []
    named = Group.objects.get(name=KEEPER).permissions.values_list("content_type__app_label", "codename")
    assert {f"{app}.{codename}" for app, codename in named} == RIGHTS[KEEPER]
