"""Sections, tags and contributors: every save through a verb, with its trail."""

import pytest
from django.urls import reverse

from articles import filing
from articles.models import Contributor, Section, Tag
from newsdesk.search.following import differences
from people.models import Generation, Trail
from people.recording import Refused
from tests.articles import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def at(page, row_or_model):
    opts = row_or_model._meta
    args = [] if page in ("add", "changelist") else [row_or_model.pk]
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def generation():
    return Generation.objects.get().number


def acts_on(row):
    return list(Trail.objects.filter(kind=row._meta.label_lower, object_id=row.pk).values_list("act", flat=True))


def told(answer):
    assert answer.status_code == 200
    return str(answer.context["adminform"].form.errors)


@pytest.mark.parametrize(
    ("model", "typed"),
    [
        (Section, {"description": "", "order": 10}),
        (Tag, {}),
        (Contributor, {"biography": "", "portrait": "", "user": ""}),
    ],
)
def test_a_row_is_made_changed_and_removed_by_the_verbs(model, typed, desk):
    before = generation()
    assert desk.post(at("add", model), typed | {"name": "Talks"}).status_code == 302
    row = model.objects.get()
    assert (row.name, row.slug, generation()) == ("Talks", None, before)  # nothing that readers see
    desk.post(at("change", row), typed | {"name": "Long talks"})
    row.refresh_from_db()
    assert row.name == "Long talks"
    assert acts_on(row) == ["changed", "made"]
    model._base_manager.filter(pk=row.pk).update(slug="talks")
    desk.post(at("change", row), typed | {"name": "Short talks"})
    assert generation() == before + 1  # its name stands on a readers' page
    assert desk.post(at("delete", row), {"post": "yes"}).status_code == 302
    assert not model.objects.exists()
    assert acts_on(row)[0] == "removed"


@pytest.mark.parametrize(("model", "typed"), [(Section, {"description": "", "order": 10}), (Tag, {})])
def test_a_name_that_is_there_is_refused_however_it_is_written(model, typed, desk):
    model.objects.create(name="Ташкент")
    assert "already" in told(desk.post(at("add", model), typed | {"name": "ТАШКЕНТ"}))
    assert model.objects.count() == 1


def test_contributors_may_share_a_name(desk):
    Contributor.objects.create(name="Asel N.")
    typed = {"name": "Asel N.", "biography": "", "portrait": "", "user": ""}
    assert desk.post(at("add", Contributor), typed).status_code == 302


def test_a_name_taken_between_look_and_save_is_said_at_its_field(desk, monkeypatch):
    looks = []

    def first_look_finds_nothing(row):
        looks.append(row)
        return None if len(looks) == 1 else same_name(row)

    same_name = filing.same_name
    Tag.objects.create(name="Talks")
    monkeypatch.setattr(filing, "same_name", first_look_finds_nothing)
    assert "already" in told(desk.post(at("add", Tag), {"name": "talks"}))


@pytest.mark.parametrize("kind", ["section", "tag", "contributor"])
def test_an_address_is_changed_by_whoever_may_file(kind, desk, editor, client_of):
    tag, contributor = Tag.objects.create(name="Rivers"), Contributor.objects.create(name="Mira Sanat")
    article = writing.publish(editor, tags=[tag], contributors=[contributor])
    row = {"section": article.section, "tag": tag, "contributor": contributor}[kind]
    where = reverse(f"admin:articles_{kind}_act", args=[row.pk, "readdress"])
    assert client_of("reporter").post(where, {"slug": "elsewhere"}).status_code == 403
    assert desk.post(where, {"slug": "elsewhere"}).status_code == 302
    row.refresh_from_db()
    assert row.slug == "elsewhere" and acts_on(row)[0] == "address changed"
    assert "Change the address" in desk.get(at("change", row)).content.decode()
    assert list(differences()) == []  # the readers' index, too


def test_what_articles_are_filed_under_stays(desk, editor):
    section = writing.publish(editor).section
    with pytest.raises(Refused, match="stays"):
        filing.remove(section, by=editor)
    page = desk.post(at("delete", section), {"post": "yes"})
    assert Section.objects.exists()
    assert "cannot be deleted" in page.content.decode()


@pytest.mark.parametrize("portrait", ["x", "-1", "99999999999999999999999"])
def test_a_forged_portrait_is_an_error_at_its_field(portrait, desk):
    typed = {"name": "Asel N.", "biography": "", "portrait": portrait, "user": portrait}
    assert "portrait" in told(desk.post(at("add", Contributor), typed))


@pytest.mark.parametrize(("role", "may"), [("editor", 200), ("reporter", 403), ("record keeper", 403)])
def test_who_files(role, may, client_of):
    for model in (Section, Contributor):
        assert client_of(role).get(at("add", model)).status_code == may
