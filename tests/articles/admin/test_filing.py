"""Sections, tags, contributors, pictures and who is in them: every save through a verb, with its trail."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import filing, library
from articles.models import Contributor, Depiction, Image, Publication, Section, Tag
from newsdesk.search.following import differences
from people import releasing
from people.models import Generation, Person, Trail
from people.recording import Refused
from tests.articles import test_image, writing

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


def upload(**changed):
    file = SimpleUploadedFile("rails.jpg", test_image.content(), "image/jpeg")
    return test_image.WORDS | {"file": file} | changed


def test_a_picture_is_uploaded_with_all_its_words(desk, editor):
    assert desk.post(at("add", Image), upload()).status_code == 302
    image = Image.objects.get()
    assert (image.alt, image.credit, image.created_by) == (test_image.WORDS["alt"], test_image.WORDS["credit"], editor)
    assert acts_on(image) == ["uploaded"]
    assert image.alt in desk.get(at("changelist", Image)).content.decode()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"alt": ""}, "required"),
        ({"licence": ""}, "required"),
        ({"file": SimpleUploadedFile("x.jpg", b"%PDF-1.4 not a picture", "image/jpeg")}, "This is a PDF"),
    ],
)
def test_what_is_no_whole_picture_is_refused_in_a_sentence(changed, says, desk):
    assert says in told(desk.post(at("add", Image), upload(**changed)))
    assert not Image.objects.exists()


def test_other_words_of_a_picture_reach_the_public_articles_that_show_it(desk, editor):
    image = test_image.add()
    body = f'<p>Words.</p><figure data-image="{image.hash}"></figure>'
    writing.publish(editor, body=body)
    before = generation()
    assert desk.post(at("change", image), test_image.WORDS | {"caption": "A new caption"}).status_code == 302
    assert generation() == before + 1
    assert "A new caption" in str(Publication.objects.get().rendered)
    assert acts_on(image)[0] == "changed"
    page = desk.get(at("change", image)).content.decode()
    assert "Ministers meet" in page


def test_a_picture_in_use_stays_and_another_goes(desk, editor):
    used, idle = test_image.add(), test_image.add(color="red")
    writing.begin(editor, lead_image=used)
    with pytest.raises(Refused, match="stays"):
        library.remove(used, by=editor)
    assert desk.post(at("delete", idle), {"post": "yes"}).status_code == 302
    assert list(Image.objects.all()) == [used]
    for query, found in (({"used": "yes"}, [used]), ({"used": "no"}, []), ({"used": "x"}, [used])):
        assert list(desk.get(at("changelist", Image), query).context["cl"].result_list) == found


def test_who_is_in_a_picture_and_which_is_the_portrait(desk, editor):
    first, second = test_image.add(), test_image.add(color="red")
    person = Person.objects.create(name="Ada Orlan")
    releasing.release(person, by=editor, why="")
    for image in (first, second):
        typed = {"image": image.pk, "person": person.pk, "is_portrait": "on"}
        answer = desk.post(at("add", Depiction), typed)
        assert (answer.status_code, answer.url) == (302, at("change", image))
    portrait = Depiction.objects.get(is_portrait=True)
    assert portrait.image == second
    assert Image.objects.public().get() == second
    assert "Ada Orlan" in desk.get(at("change", first)).content.decode()
    desk.post(at("change", portrait), {"image": second.pk, "person": person.pk})
    assert not Image.objects.public().exists()
    before = generation()
    desk.post(at("delete", portrait), {"post": "yes"})
    assert (Depiction.objects.count(), generation()) == (1, before + 1)


def test_the_same_person_is_in_a_picture_once(desk):
    image, person = test_image.add(), Person.objects.create(name="Ada Orlan")
    typed = {"image": image.pk, "person": person.pk}
    desk.post(at("add", Depiction), typed)
    assert told(desk.post(at("add", Depiction), typed))


def test_pictures_are_offered_to_the_dialog(desk):
    image = test_image.add(alt="Қостанай көпірі")
    address = reverse("admin:articles_image_choices")
    for query, found in (("", 1), ("ҚОСТАНАЙ", 1), ("nothing", 0), ("%\x00'" * 500, 0)):
        pictures = desk.get(address, {"q": query}).json()["pictures"]
        assert len(pictures) == found
    assert desk.get(address).json()["pictures"][0]["hash"] == image.hash
    for key in (image.hash, image.pk):
        small = desk.get(reverse("admin:articles_image_small", args=[key]))
        assert small.url == f"/pictures/{image.hash}-320.jpg"
    assert "mark-absent" in desk.get(reverse("admin:articles_image_small", args=["0" * 32])).url


def test_pictures_are_offered_to_nobody_without_the_right(client_of):
    assert client_of("administrator").get(reverse("admin:articles_image_choices")).status_code == 403
    assert client_of("administrator").get(reverse("admin:articles_image_small", args=["1"])).status_code == 403


@pytest.mark.parametrize(("role", "may"), [("editor", 200), ("reporter", 403), ("record keeper", 403)])
def test_who_files(role, may, client_of):
    for model in (Section, Contributor):
        assert client_of(role).get(at("add", model)).status_code == may
