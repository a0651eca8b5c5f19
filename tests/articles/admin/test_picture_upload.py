"""The upload screen: one file, many, and what is refused beside its own row."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Image
from tests.articles import library
from tests.articles.metadata import files
from tests.articles.test_uploading import RECORDS, drawn

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/image/add/"


@pytest.fixture
def desk(client_of):
    return client_of("reporter")


def sent(data=None, name="rails.jpg"):
    return SimpleUploadedFile(name, files.picture(app13=files.iptc(RECORDS)) if data is None else data)


def change(image, more=""):
    return reverse("admin:articles_image_change", args=[image.pk]) + more


def told(answer):
    """Name, outcome and sentence of each row."""
    return [(each.name, str(each.outcome), each.sentence) for each in answer.context["arrivals"]]


def test_one_picture_goes_on_to_its_words(desk):
    answer = desk.post(ADD, {"file": sent(), "alt": "Rails", "licence": "Press use"})
    image = Image.objects.get()
    assert (answer.status_code, answer.url) == (302, change(image))
    assert (image.alt, image.credit, image.licence) == ("Rails", "Asel Nur", "Press use")
    assert image.created_by.is_staff
    again = desk.post(ADD, {"file": sent()}, follow=True)
    assert "Already here since" in again.content.decode()


def test_many_share_their_words_and_each_is_taken_or_refused(desk):
    shared = {"credit": "Ministry", "source_kind": "handout", "caption": "Talks", "alt": "of no single one"}
    sending = [sent(), sent(drawn().getvalue(), "b.jpg"), sent(b"%PDF-1.7", "poster.pdf.jpg"), sent(name="c.jpg")]
    answer = desk.post(ADD, {"file": sending, **shared})
    assert [(name, outcome) for name, outcome, _sentence in told(answer)] == [
        ("rails.jpg", "new"),
        ("b.jpg", "new"),
        ("poster.pdf.jpg", "refused"),
        ("c.jpg", "known"),
    ]
    rows = Image.objects.values_list("credit", "caption", "source_kind", "alt")
    assert list(rows) == [("Ministry", "Talks", "handout", "")] * 2
    assert 'value="Ministry"' in answer.content.decode()  # for the next ones


def test_our_script_gets_the_rows_alone(desk):
    answer = desk.post(ADD, {"file": sent()}, headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 200
    html = answer.content.decode().strip()
    assert html.startswith('<li data-outcome="new">')
    assert change(Image.objects.get()) in html


def test_words_that_cannot_be_read_stop_the_files_before_anything_is_kept(desk):
    typed = {"file": sent(), "licence_until": "soon", "credit": "Ministry"}
    page = desk.post(ADD, typed)
    assert list(page.context["adminform"].form.errors) == ["licence_until"]
    assert 'value="Ministry"' in page.content.decode()
    assert told(page) == [("rails.jpg", "refused", "Enter a valid date.")]
    rows = desk.post(ADD, {**typed, "file": sent()}, headers={"X-Requested-With": "fetch"})
    assert (rows.status_code, told(rows)) == (422, told(page))
    assert not Image.objects.exists()


def test_a_form_without_a_file_says_so(desk):
    page = desk.post(ADD, {"credit": "Ministry"})
    assert page.context["adminform"].form.errors == {"file": ["Choose at least one file."]}
    assert "Choose at least one file." in page.content.decode()


def test_a_picture_that_looks_like_another_is_offered_that_one(desk):
    desk.post(ADD, {"file": sent(drawn().getvalue())})
    answer = desk.post(ADD, {"file": [sent(drawn((300, 200)).getvalue(), "copy.jpg"), sent()]})
    (copy, _other) = answer.context["arrivals"]
    page = answer.content.decode()
    assert reverse("admin:articles_image_act", args=[copy.image.pk, "use-known"]) in page
    assert change(copy.like) in page


def test_in_a_pop_up_window_the_described_picture_goes_into_the_field(desk):
    assert b'name="_popup"' in desk.get(f"{ADD}?_popup=1").content
    answer = desk.post(ADD, {"file": sent(), "_popup": "1"})
    image = Image.objects.get()
    assert answer.url == change(image, "?_popup=1&_added=1")
    rows = desk.post(ADD, {"file": sent(), "_popup": "1"}, headers={"X-Requested-With": "fetch"})
    assert change(image, "?_popup=1&amp;_added=1") in rows.content.decode()
    typed = library.WORDS | {"focal_left": 50, "focal_top": 50, "_popup": "1"}
    done = desk.post(answer.url, typed)
    assert b"&quot;action&quot;" not in done.content
    assert f"&quot;value&quot;: &quot;{image.pk}&quot;" in done.content.decode()
    changed = desk.post(change(image, "?_popup=1"), typed)
    assert b"&quot;action&quot;: &quot;change&quot;" in changed.content


@pytest.mark.parametrize("role", ["record keeper", "administrator"])
def test_who_may_not_add_pictures(role, client_of):
    assert client_of(role).get(ADD).status_code == 403
    assert client_of(role).post(ADD, {"file": sent()}).status_code == 403
