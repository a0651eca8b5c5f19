"""Pictures of the library: upload, sizes, addresses, and who gets to see them."""

import re
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image as Picture

from articles import drafting, figures, publishing, tasks, uploading
from articles.illustrating import hashes_in
from articles.models import Contributor, Depiction, Illustration, Image, Rendition, Section
from people import releasing
from people.models import Person, Trail

pytestmark = pytest.mark.django_db
WORDS = {
    "alt": "Rails over a pass",
    "caption": "The line ends before the pass.",
    "credit": "Bek Abdiev, Newsdesk",
    "licence": "Our own",
    "source": "Taken by our photographer",
}


def content(size=(1200, 800), kind="JPEG", color="teal"):
    file = BytesIO()
    Picture.new("RGB", size, color).save(file, kind)
    return file.getvalue()


def add(by=None, color="teal", size=(1200, 800), **words):
    received = uploading.receive(BytesIO(content(size, color=color)))
    image, _is_new = uploading.upload(received, by=by, **(WORDS | words))
    return image


@pytest.fixture
def image(db):
    return add()


@pytest.fixture
def editor(staff):
    return staff("editor")


def article_with(editor, *, lead_image=None, body="<p>Words.</p>", contributors=(), is_public=True):
    article = drafting.begin(language="en", by=editor)
    section, _is_new = Section.objects.get_or_create(name="Diplomacy")
    words = dict.fromkeys(["short_headline", "standfirst", "dateline", "lead_caption", "source_credit"], "") | {
        "headline": "Talks",
        "body": body,
        "day": None,
        "section": section,
        "lead_image": lead_image,
    }
    revision = drafting.save_draft(article, words, base=None, by=editor, contributors=contributors)
    return publishing.publish(article, revision=revision, by=editor) if is_public else article


def address(image, width=640, kind="jpg", cut=""):
    return figures.address(image, width, kind, cut)


# Upload


def test_an_upload_keeps_the_original_and_makes_one_small_jpeg_at_once(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as after:
        image = add(editor)
    assert (image.width, image.height, image.created_by) == (1200, 800, editor)
    assert image.file.read() == content()
    (small,) = image.renditions.all()
    assert (small.ratio, small.width, small.height, small.type) == ("", 640, 427, "jpg")
    assert Picture.open(small.file.open()).size == (640, 427)
    assert len(after) == 1
    assert DBTaskResult.objects.get().args_kwargs == {"args": [image.pk], "kwargs": {}}
    trail = Trail.objects.get(act="uploaded")
    assert (trail.by, trail.after["credit"]) == (editor, WORDS["credit"])


def test_the_same_file_twice_is_one_picture_with_its_first_words(image):
    again, is_new = uploading.upload(uploading.receive(BytesIO(content())), by=None, **(WORDS | {"alt": "Else"}))
    assert (again, is_new, again.alt) == (image, False, WORDS["alt"])
    assert Image.objects.count() == 1


def test_two_who_send_the_same_file_at_once_get_the_same_picture(image, monkeypatch):
    """The second looked before the first was there."""
    monkeypatch.setattr(uploading.Image.objects, "filter", lambda **_conditions: Image.objects.none())
    assert uploading.upload(uploading.receive(BytesIO(content())), by=None, **WORDS) == (image, False)
    assert image.renditions.count() == 1


def test_files_are_named_by_content_and_no_key_is_in_a_name(image):
    assert image.file.name == f"originals/{image.hash}.jpg"
    assert image.renditions.get().file.name == f"renditions/{image.hash[:2]}/{image.hash}/whole-640.jpg"


# The database


def test_what_may_never_be_false(image):
    person = Person.objects.create(name="Bek Abdiev")
    Depiction.objects.create(image=image, person=person, is_portrait=True)
    for wrong in (
        lambda: Image.objects.create(hash=image.hash, width=1, height=1, created_at=timezone.now()),
        lambda: Image.objects.create(hash="0", width=0, height=1, created_at=timezone.now()),
        lambda: Rendition.objects.create(image=image, width=640, height=1, type="jpg"),
        lambda: Depiction.objects.create(image=image, person=person),
        lambda: Depiction.objects.create(image=add(color="red"), person=person, is_portrait=True),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_the_desk_finds_a_picture_by_any_of_its_words(image):
    other = add(color="red", alt="Ёлка на площади", caption="Накануне праздника.", credit="Reuters")
    assert set(Image.objects.named("abdiev pass")) == {image}
    assert set(Image.objects.named("елка")) == {other}
    assert not Image.objects.named("…")


def test_rows_say_what_they_are(image, editor):
    person = Person.objects.create(name="Bek Abdiev")
    article = article_with(editor, body=f'<figure data-image="{image.hash}"></figure><p>Words.</p>', is_public=False)
    assert str(image) == WORDS["alt"]
    assert str(Depiction(image=image, person=person)) == "Bek Abdiev: Rails over a pass"
    assert str(Illustration.objects.get(revision=article.draft)) == WORDS["alt"]


# In a text


def test_pictures_in_a_text_are_found_in_order_and_once():
    body = '<p>a</p><figure data-image="b"><figcaption>x</figcaption></figure><figure data-image="a"></figure>'
    assert hashes_in(body + '<figure data-image="b"></figure><figure></figure>') == ["b", "a"]
    assert hashes_in("") == []
    assert hashes_in("<!-- -->") == []


def test_a_revision_remembers_its_pictures_and_ignores_unknown_ones(image, editor):
    body = f'<figure data-image="{image.hash}"></figure><figure data-image="unknown"></figure><p>Words.</p>'
    article = article_with(editor, body=body, is_public=False)
    assert [row.image for row in article.draft.illustrations.all()] == [image]


# Who may see it


def test_a_picture_nobody_shows_is_not_public(image, editor):
    article_with(editor, lead_image=image, is_public=False)
    assert not Image.objects.public().exists()


def test_a_picture_on_top_of_a_public_article_is_public_until_the_article_is_taken_down(image, editor):
    article = article_with(editor, lead_image=image)
    assert Image.objects.public().get() == image
    publishing.take_down(article, by=editor, why="wrong picture")
    assert not Image.objects.public().exists()


def test_a_picture_in_the_text_is_public_while_the_live_revision_holds_it(image, editor):
    article = article_with(editor, body=f'<figure data-image="{image.hash}"></figure><p>Words.</p>')
    assert Image.objects.public().get() == image
    words = drafting.words_of(article.draft) | {"body": "<p>Words without it.</p>"}
    revision = drafting.save_draft(article, words, base=article.draft, by=editor)
    assert Image.objects.public().get() == image
    publishing.publish(article, revision=revision, by=editor)
    assert not Image.objects.public().exists()


def test_a_portrait_of_a_contributor_is_public_with_an_article(image, editor):
    contributor = Contributor.objects.create(name="Bek Abdiev", portrait=image)
    article_with(editor, contributors=[contributor], is_public=False)
    assert not Image.objects.public().exists()
    article_with(editor, contributors=[contributor])
    assert Image.objects.public().get() == image


def test_a_portrait_of_a_person_is_public_with_the_page(image, editor):
    person = Person.objects.create(name="Bek Abdiev")
    depiction = Depiction.objects.create(image=image, person=person, is_portrait=True)
    assert not Image.objects.public().exists()
    releasing.release(person, by=editor)
    assert Image.objects.public().get() == image
    depiction.is_portrait = False
    depiction.save()
    assert not Image.objects.public().exists()


# Addresses


@pytest.fixture
def shown(editor):
    """A picture of 500 × 300 that readers may see, in all its sizes."""
    image = add(size=(500, 300))
    article_with(editor, lead_image=image)
    tasks.make_renditions.func(image.pk)
    return image


@pytest.mark.parametrize(
    ("kind", "content_type"), [("jpg", "image/jpeg"), ("webp", "image/webp"), ("avif", "image/avif")]
)
def test_readers_get_a_rendition_and_may_keep_it_for_a_while(client, shown, kind, content_type):
    response = client.get(address(shown, 500, kind))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Cache-Control"] == "public, max-age=600"
    assert "Vary" not in response.headers
    assert not response.cookies
    assert Picture.open(BytesIO(response.getvalue())).size == (500, 300)
    unchanged = client.get(address(shown, 500, kind), headers={"If-None-Match": response.headers["ETag"]})
    assert (unchanged.status_code, unchanged.headers["ETag"]) == (304, response.headers["ETag"])
    assert unchanged.headers["Cache-Control"] == "public, max-age=600"


@pytest.mark.parametrize("cut", ["", "wide"])
@pytest.mark.parametrize("width", [320, 1200])
def test_a_size_not_made_yet_leads_to_the_first_one_and_is_not_kept(client, image, editor, cut, width):
    article_with(editor, lead_image=image)
    response = client.get(address(image, width, "webp", cut))
    assert (response.status_code, response.headers["Location"]) == (302, address(image))
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get(response.headers["Location"]).status_code == 200


def test_a_size_not_made_yet_leads_to_the_next_of_its_cut(client, shown):
    shown.renditions.filter(ratio="wide").exclude(width=320, type="jpg").delete()
    response = client.get(address(shown, 500, "avif", "wide"))
    assert response.headers["Location"] == address(shown, 320, "jpg", "wide")


def test_a_width_of_stored_pages_of_version_0_1_leads_to_one_of_today(client, shown):
    assert client.get(address(shown, 480, "webp")).headers["Location"] == address(shown, 500)


def test_a_picture_without_any_rendition_is_not_found(client, shown):
    shown.renditions.all().delete()
    assert client.get(address(shown, 500)).status_code == 404


def test_nginx_is_told_where_the_file_is_and_sends_it(client, shown, settings):
    settings.PICTURES_BY_NGINX = "/_uploads/"
    response = client.get(address(shown, 500, "avif", "wide"))
    name = shown.renditions.get(ratio="wide", width=500, type="avif").file.name
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["X-Accel-Redirect"] == f"/_uploads/{name}"
    assert response.headers["Content-Type"] == "image/avif"
    assert response.headers["Cache-Control"] == "public, max-age=600"


def test_a_secret_picture_answers_as_one_that_never_was(image, editor):
    article_with(editor, lead_image=image, is_public=False)
    answers, queries = [], []
    for hash in (image.hash, "0" * 32):
        with CaptureQueriesContext(connection) as asked:
            answers.append(Client().get(f"/pictures/{hash}-640.jpg"))
        queries.append(len(asked))
    secret, never = answers
    assert queries[0] == queries[1]
    assert secret.status_code == never.status_code == 404
    assert secret.headers == never.headers
    assert re.sub(rb"nonce[^>]*", b"", secret.content) == re.sub(rb"nonce[^>]*", b"", never.content)


def test_staff_see_pictures_of_drafts_and_nobody_keeps_them(client_of, image):
    response = client_of("reporter").get(address(image))
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert client_of("reporter").get(f"/pictures/{'0' * 32}-480.jpg").status_code == 404


@pytest.mark.parametrize("size", ["0", "1", "481", "1920", "99999", "wide-480", "long-320", "tall-320"])
def test_sizes_that_are_none_of_ours_do_not_exist(client, shown, size):
    assert client.get(f"/pictures/{shown.hash}-{size}.jpg").status_code == 404


def test_a_cut_that_is_the_whole_picture_has_no_address_of_its_own(client, editor):
    image = add(size=(480, 320))
    article_with(editor, lead_image=image)
    assert client.get(address(image, 480, "jpg", "plain")).status_code == 404


@pytest.mark.parametrize("path", ["originals/{}.jpg", "pictures/{}.jpg", "pictures/{}-480.png", "pictures/{}-0480.jpg"])
def test_the_original_and_other_names_have_no_address(client, shown, path):
    assert client.get("/" + path.format(shown.hash)).status_code == 404


def test_a_file_that_was_lost_is_not_found(client, shown):
    default_storage.delete(shown.renditions.get(ratio="", width=320, type="jpg").file.name)
    assert client.get(address(shown, 320)).status_code == 404


def test_pictures_are_only_read(client, shown):
    assert client.post(address(shown, 320)).status_code == 405
    assert client.head(address(shown, 320)).status_code == 200
