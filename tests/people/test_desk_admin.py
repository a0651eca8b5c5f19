"""What every admin of the desk does alike."""

import pytest
from django.contrib.admin import AdminSite
from django.test import RequestFactory

from articles.models import Article
from newsdesk.models import User
from people.desk.model_admin import DeskAdmin, desk_label
from people.models import Membership, Organisation, Person, Trail

pytestmark = pytest.mark.django_db


class Memberships(DeskAdmin):
    search_fields = ["person__key", "organisation__key"]


@pytest.fixture
def request_of_boss():
    request = RequestFactory().get("/admin/")
    request.user = User.objects.create_superuser("boss")
    return request


def found(model_admin, words):
    queryset = model_admin.model._default_manager.all()
    rows, may_repeat = model_admin.get_search_results(None, queryset, words)
    assert may_repeat is False
    return [str(row) for row in rows]


def test_rows_with_names_are_found_by_any_word_and_diacritic():
    Person.objects.create(name="Қасым Тоқаев")
    people = DeskAdmin(Person, AdminSite())
    assert found(people, "ТОҚАЕВ қас") == ["Қасым Тоқаев"]
    assert found(people, "Тоқаев Қайрат") == []
    assert found(people, "  ") == ["Қасым Тоқаев"]


@pytest.mark.parametrize(("words", "number"), [("vesm", 1), ("orlan vesmark", 1), ("orlan ada", 1), ("vesmark x", 0)])
def test_other_rows_are_found_by_the_keys_their_admin_names(words, number):
    person = Person.objects.create(name="Ada Orlan")
    country = Organisation.objects.create(name="Vesmark", kind="country")
    Membership.objects.create(person=person, organisation=country)
    assert len(found(Memberships(Membership, AdminSite()), words)) == number


def test_words_without_letters_find_nothing():
    Membership.objects.create(
        person=Person.objects.create(name="Ada"), organisation=Organisation.objects.create(name="Vesmark", kind="igo")
    )
    assert found(Memberships(Membership, AdminSite()), "%*") == []
    assert len(found(Memberships(Membership, AdminSite()), "")) == 1


def test_nothing_is_deleted_in_bulk_unless_an_admin_says_so(request_of_boss):
    class Careless(DeskAdmin):
        can_delete_selected = True

    site = AdminSite()
    assert "delete_selected" not in DeskAdmin(Person, site).get_actions(request_of_boss)
    assert "delete_selected" in Careless(Person, site).get_actions(request_of_boss)


def test_choosers_use_the_label_of_the_desk_where_a_row_has_one(request_of_boss, monkeypatch):
    country = Organisation.objects.create(name="Vesmark", kind="country")
    field = DeskAdmin(Organisation, AdminSite()).formfield_for_dbfield(
        Organisation._meta.get_field("parent"), request_of_boss
    )
    assert field.label_from_instance(country) == "Vesmark"
    monkeypatch.setattr(Organisation, "desk_label", lambda row: f"{row.name}, country", raising=False)
    assert field.label_from_instance(country) == "Vesmark, country"


def test_many_are_labelled_alike_and_a_field_that_is_left_out_stays_out(request_of_boss):
    groups = DeskAdmin(User, AdminSite()).formfield_for_dbfield(User._meta.get_field("groups"), request_of_boss)
    assert groups.label_from_instance is desk_label
    ordered = Article._meta.get_field("contributors")
    assert DeskAdmin(Article, AdminSite()).formfield_for_manytomany(ordered, request_of_boss) is None


def test_lists_never_count_the_whole_table():
    trail = DeskAdmin(Trail, AdminSite())
    assert trail.show_full_result_count is False
    assert trail.list_per_page == 50
