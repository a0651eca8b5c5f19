"""The library on the desk: the list, a picture's screen with all that stands beside it, and what choosers offer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import library as verbs
from articles import uploading
from articles.models import Contributor, Depiction, Image, Publication
from people import releasing
from people.models import Generation, Membership, Organisation, Person, Post, Trail
from people.recording import Refused
from tests.articles import library, test_image, writing
from tests.articles.metadata import files
from tests.articles.test_uploading import drawn

pytestmark = pytest.mark.django_db
TYPED = library.WORDS | {"focal_left": 50, "focal_top": 50}


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def at(page, row_or_model, *more):
    opts = row_or_model._meta
    args = [] if page in ("add", "changelist") else [row_or_model.pk, *more]
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def page_of(desk, image):
    return " ".join(desk.get(at("change", image)).content.decode().split())


def acts_on(row):
    return list(Trail.objects.filter(kind=row._meta.label_lower, object_id=row.pk).values_list("act", flat=True))


def errors_of(answer):
    assert answer.status_code == 200
    return answer.context["adminform"].form.errors


def yesterday():
    return timezone.localdate() - timedelta(days=1)


# Words, rights and the focal point


def test_other_words_of_a_picture_reach_the_public_articles_that_show_it(
    desk, editor, django_capture_on_commit_callbacks
):
    image = library.row()
    writing.publish(editor, body=library.figure(image) + writing.BODY)
    before = Generation.objects.get().number
    rights = {"source_kind": "handout", "licence_kind": "press", "licence_until": "2031-04-27", "taken": "27.4.2023"}
    with django_capture_on_commit_callbacks() as after:
        answer = desk.post(at("change", image), TYPED | rights | {"caption": "A new caption"})
    assert answer.status_code == 302
    assert Generation.objects.get().number == before + 1
    rendered = str(Publication.objects.get().rendered)
    assert "A new caption" in rendered
    assert "Handout: Mira Sanat" in rendered
    image.refresh_from_db()
    assert (image.licence_until.isoformat(), image.taken, image.taken_latest.isoformat()) == (
        "2031-04-27",
        "2023-04-27",
        "2023-04-27",
    )
    assert acts_on(image) == ["changed"]
    assert after == []  # neither the credit nor the cuts are others


@pytest.mark.parametrize("name", library.WORDS)
def test_every_word_about_a_picture_is_required(name, desk):
    image = library.row()
    assert list(errors_of(desk.post(at("change", image), TYPED | {name: " "}))) == [name]
    assert acts_on(image) == []


@pytest.mark.parametrize("kind", ["permission", "law"])
def test_a_permission_says_which(kind, desk):
    image = library.row()
    typed = TYPED | {"licence_kind": kind}
    assert list(errors_of(desk.post(at("change", image), typed))) == ["licence_reason"]
    assert desk.post(at("change", image), typed | {"licence_reason": "E-mail of 3 May"}).status_code == 302


@pytest.mark.parametrize("percent", ["-1", "101", "x", ""])
def test_a_focal_point_outside_the_picture_is_an_error_at_its_field(percent, desk):
    assert list(errors_of(desk.post(at("change", library.row()), TYPED | {"focal_left": percent}))) == ["focal_left"]


def test_a_killed_picture_keeps_its_words_and_shows_no_focal_point(desk):
    image = library.killed()
    page = page_of(desk, image)
    assert "id_focal_left" not in page
    assert "Killed on" in page
    assert desk.post(at("change", image), library.WORDS | {"caption": "It was not he."}).status_code == 302
    assert Image.objects.get().caption == "It was not he."


def test_another_focal_point_or_credit_makes_the_files_anew(desk, django_capture_on_commit_callbacks):
    image = library.row(focal_x=0.333)
    assert 'value="33"' in page_of(desk, image)
    for typed in ({"focal_left": 33, "focal_top": 10}, {"focal_left": 33, "focal_top": 10, "credit": "Else"}):
        with django_capture_on_commit_callbacks() as after:
            assert desk.post(at("change", image), TYPED | typed).status_code == 302
        assert len(after) == 1
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (0.33, 0.1)


def test_what_the_file_says_stands_in_empty_fields_and_beside_others(desk):
    said = {"credit": "Asel <b>Nur", "city": "Almaty", "taken": "2023-04", "name": "DSC_1.jpg", "has_place": True}
    image = library.row(file_said=said, taken="2022")
    form = desk.get(at("change", image)).context["adminform"].form
    assert (form["city"].value(), form["credit"].value()) == ("Almaty", "Mira Sanat")
    assert "<q>Asel &lt;b&gt;Nur</q>" in form.fields["credit"].help_text
    assert "<q>April 2023</q>" in form.fields["taken"].help_text
    assert "File says" not in str(form.fields["city"].help_text)
    assert "DSC_1.jpg" in page_of(desk, image)


# The place


def test_the_place_is_removed_by_an_act(desk):
    image, _is_new = uploading.upload(
        uploading.receive(test_image.BytesIO(files.picture(exif=files.exif()))), by=None, **library.WORDS
    )
    act = at("act", image, "remove-place")
    assert act in page_of(desk, image)
    assert desk.post(act, {"why": ""}).status_code == 302
    assert "Its place was removed from the file on" in page_of(desk, image)
    assert acts_on(image) == ["place removed", "uploaded"]
    assert act not in page_of(desk, image)
    assert b"Nothing in the file says" in desk.post(act, {"why": ""}).content


# Two of the same


def test_a_copy_gives_way_to_the_one_we_have(desk):
    kept, copy = (
        uploading.upload(uploading.receive(drawn(size)), by=None, **library.WORDS)[0]
        for size in ((600, 400), (300, 200))
    )
    use = at("act", copy, "use-known")
    assert use in page_of(desk, copy)
    assert at("act", kept, "use-known") not in page_of(desk, kept)
    answer = desk.post(use, {"why": ""})
    assert (answer.status_code, answer.url) == (302, at("change", kept))
    assert list(Image.objects.all()) == [kept]
    trail = Trail.objects.get(act="removed")
    assert (trail.object_id, trail.why) == (copy.pk, "It is the same as «A river».")


# Who is in it


def minister():
    person = Person.objects.create(name="Ada Orlan")
    ministry = Organisation.objects.create(name="Ministry of Rivers", kind="ministry")
    post = Post.objects.create(organisation=ministry, title="Minister")
    Membership.objects.create(person=person, post=post)
    return person


def act(desk, image, name, **typed):
    answer = desk.post(reverse(f"admin:articles_image_{name}", args=[image.pk]), typed)
    assert (answer.status_code, answer.url) == (302, f"{at('change', image)}#people-in-picture")
    return [str(message) for message in desk.get(at("change", image)).context["messages"]]


def test_who_is_in_a_picture_is_said_on_its_screen(desk):
    image, ada = library.row(), minister()
    assert act(desk, image, "depict", person=ada.pk) == ["Ada Orlan is in this picture."]
    (depiction,) = image.depictions.all()
    assert "Ada Orlan – Minister, Ministry of Rivers" in page_of(desk, image)
    assert act(desk, image, "portrait", depiction=depiction.pk) == ["This is the portrait of Ada Orlan."]
    assert image.depictions.get().is_portrait
    assert "Portrait of <a" in page_of(desk, image)
    assert act(desk, image, "portrait", depiction=depiction.pk) == ["This is not the portrait of Ada Orlan."]
    assert act(desk, image, "undepict", depiction=depiction.pk) == ["Ada Orlan is not in this picture."]
    assert not image.depictions.exists()
    assert acts_on(depiction) == ["removed", "changed", "changed", "made"]


def test_nobody_nobody_known_and_somebody_twice(desk):
    image, ada = library.row(), minister()
    for typed in ({}, {"person": "x"}, {"person": 9**18}):
        assert act(desk, image, "depict", **typed) == ["Choose a person first."]
    act(desk, image, "depict", person=ada.pk)
    assert len(act(desk, image, "depict", person=ada.pk)) == 1
    assert image.depictions.count() == 1
    for key in ("", "x", 9**18):
        address = reverse("admin:articles_image_undepict", args=[image.pk])
        assert desk.post(address, {"depiction": key}).status_code == 404
    assert desk.post(reverse("admin:articles_image_depict", args=[0]), {"person": ada.pk}).status_code == 404


def test_a_picture_that_may_not_be_used_becomes_no_portrait(desk):
    image, ada = library.row(licence_until=yesterday()), minister()
    (said,) = act(desk, image, "depict", person=ada.pk, is_portrait="on")
    assert said.startswith("The licence of «A river» ended on")
    typed = {"image": image.pk, "person": ada.pk, "is_portrait": "on"}
    assert list(errors_of(desk.post(at("add", Depiction), typed))) == ["is_portrait"]
    depiction = Depiction.objects.create(image=image, person=ada, is_portrait=True)
    assert desk.post(at("change", depiction), typed).status_code == 302


def test_a_picture_that_may_not_be_used_becomes_no_portrait_of_an_author(desk):
    image = library.row(licence_until=yesterday())
    typed = {"name": "Mira Sanat", "biography": "", "portrait": image.pk, "user": ""}
    assert list(errors_of(desk.post(at("add", Contributor), typed))) == ["portrait"]
    mira = Contributor.objects.create(name="Mira Sanat", portrait=image)
    assert desk.post(at("change", mira), typed | {"biography": "Writes."}).status_code == 302


def test_whoever_may_not_say_who_is_in_a_picture(client_of):
    image = library.row()
    keeper = client_of("record keeper")
    assert keeper.post(reverse("admin:articles_image_depict", args=[image.pk])).status_code == 403
    page = keeper.get(at("change", image)).content.decode()
    assert 'id="id_person"' not in page
    assert 'id="id_focal_left"' not in page


def test_a_new_portrait_takes_the_place_of_the_one_before(desk, editor):
    first, second = library.row(), library.row()
    person = Person.objects.create(name="Ada Orlan")
    releasing.release(person, by=editor, why="")
    for image in (first, second):
        typed = {"image": image.pk, "person": person.pk, "is_portrait": "on"}
        answer = desk.post(at("add", Depiction), typed)
        assert (answer.status_code, answer.url) == (302, at("change", image))
    portrait = Depiction.objects.get(is_portrait=True)
    assert (portrait.image, Image.objects.public().get()) == (second, second)
    desk.post(at("change", portrait), {"image": second.pk, "person": person.pk})
    assert not Image.objects.public().exists()
    before = Generation.objects.get().number
    desk.post(at("delete", portrait), {"post": "yes"})
    assert (Depiction.objects.count(), Generation.objects.get().number) == (1, before + 1)
    assert errors_of(desk.post(at("add", Depiction), {"image": first.pk, "person": person.pk}))


# Where it is used


def test_where_a_picture_is_used_and_what_warns_there(desk, editor):
    image = library.row()
    article = writing.publish(editor, lead_image=image, body=library.figure(image) + writing.BODY)
    Contributor.objects.create(name="Mira Sanat", portrait=image)
    Image.objects.update(licence_until=yesterday())
    page = page_of(desk, image)
    assert f'<a href="{at("change", article)}">Ministers meet</a>, on top and in the text, public' in page
    assert "Portrait of the author <a" in page
    assert "The licence of «A river» ended on" in page
    assert "Nowhere." in page_of(desk, library.row())


def test_a_picture_in_use_stays_and_another_goes(desk, editor, django_capture_on_commit_callbacks):
    used, idle = test_image.add(), test_image.add(color="red")
    writing.begin(editor, lead_image=used)
    with pytest.raises(Refused, match="stays"):
        verbs.remove(used, by=editor)
    files_of_idle = [idle.file, *(each.file for each in idle.renditions.all())]
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(at("delete", idle), {"post": "yes"}).status_code == 302
    assert list(Image.objects.all()) == [used]
    assert [file.storage.exists(file.name) for file in files_of_idle] == [False, False]


# The list and the choosers


def listed(desk, **query):
    return list(desk.get(at("changelist", Image), query).context["cl"].result_list)


def test_the_list_is_filtered_and_searched_folded(desk, editor):
    plain = library.row(alt="Қостанай көпірі", source_kind="own")
    over = library.row(licence_until=yesterday(), source_kind="handout")
    soon = library.row(licence_until=timezone.localdate() + timedelta(days=9))
    bare, killed = library.row(credit="", alt=""), library.killed()
    writing.begin(editor, lead_image=over)
    every = {plain, over, soon, bare, killed}
    for query, found in (
        ({"licence": "ended"}, {over}),
        ({"licence": "in-use"}, {over}),
        ({"licence": "soon"}, {soon}),
        ({"licence": "endless"}, {plain, bare, killed}),
        ({"lacks": "credit"}, {bare}),
        ({"lacks": "alt"}, {bare}),
        ({"lacks": "any"}, {bare}),
        ({"used": "yes"}, {over}),
        ({"used": "no"}, every - {over}),
        ({"used": "killed"}, {killed}),
        ({"source": "handout"}, {over}),
        ({"source": "x", "used": "x", "lacks": "x", "licence": "x"}, every),
        ({"q": "ҚОСТАНАЙ"}, {plain}),
    ):
        assert set(listed(desk, **query)) == found, query
    page = desk.get(at("changelist", Image)).content.decode()
    for said in ("Licence ended", "Licence ends in 9 days", "Lacks alt text, credit", "Killed"):
        assert said in page


def test_one_row_or_three_cost_as_many_queries(desk, django_assert_max_num_queries):
    library.row()
    with django_assert_max_num_queries(12) as one:
        desk.get(at("changelist", Image))
    number = len(one)
    library.row(licence_until=yesterday())
    library.killed()
    with django_assert_max_num_queries(number):
        desk.get(at("changelist", Image))


def test_choosers_offer_what_may_be_used(desk):
    fine = library.row()
    library.row(licence_until=yesterday())
    library.killed()
    assert [each["hash"] for each in desk.get(reverse("admin:articles_image_choices")).json()["pictures"]] == [
        fine.hash
    ]
    query = {"app_label": "articles", "model_name": "revision", "field_name": "lead_image", "term": "river"}
    answer = desk.get(reverse("admin:autocomplete"), query).json()
    assert [each["id"] for each in answer["results"]] == [str(fine.pk)]


def test_an_ended_picture_is_refused_in_a_draft_that_did_not_have_it(desk, editor):
    image = library.row(licence_until=yesterday())
    typed = {"headline": "Ministers meet", "body": "<p>They met.</p>", "language": "en"}
    add = reverse("admin:articles_article_add")
    (said,) = errors_of(desk.post(add, typed | {"lead_image": image.pk}))["lead_image"]
    assert said.startswith("The licence of «A river» ended on")
    errors = errors_of(desk.post(add, typed | {"body": library.figure(image)}))
    assert list(errors) == ["body"]
    article = writing.begin(editor, lead_image=image)
    typed |= {"lead_image": image.pk, "base": article.draft.pk, "headline": "Anew"}
    assert desk.post(at("change", article), typed).status_code == 302


def test_pictures_are_offered_to_the_dialog(desk):
    image = test_image.add(alt="Қостанай көпірі")
    address = reverse("admin:articles_image_choices")
    for query, found in (("", 1), ("ҚОСТАНАЙ", 1), ("nothing", 0), ("%\x00'" * 500, 0)):
        assert len(desk.get(address, {"q": query}).json()["pictures"]) == found
    for key in (image.hash, image.pk):
        small = desk.get(reverse("admin:articles_image_small", args=[key]))
        assert small.url.startswith(f"/pictures/{image.hash}-")
    assert "mark-absent" in desk.get(reverse("admin:articles_image_small", args=["0" * 32])).url


def test_pictures_are_offered_to_nobody_without_the_right(client_of):
    assert client_of("administrator").get(reverse("admin:articles_image_choices")).status_code == 403
    assert client_of("administrator").get(reverse("admin:articles_image_small", args=["1"])).status_code == 403
