"""What a file brings into the library besides its pixels."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture

from articles import uploading
from articles.models import Image
from tests.articles.metadata import files

pytestmark = pytest.mark.django_db
RECORDS = [(80, b"Asel Nur"), (120, b"Ministers"), (55, b"20230427"), (90, b"Almaty")]
SAID = {"credit": "Asel Nur", "caption": "Ministers", "taken": "2023-04-27", "city": "Almaty", "has_place": True}


def drawn(size=(600, 400)):
    """A scene with light and dark, which has a likeness."""
    scene = Picture.linear_gradient("L").resize((600, 400)).convert("RGB")
    scene.paste("white", (50, 40, 260, 150))
    scene.paste("black", (400, 150, 560, 380))
    file = BytesIO()
    scene.resize(size).save(file, "JPEG")
    return file


def add(file, **words):
    return uploading.upload(uploading.receive(file), by=None, **words)


def test_the_words_of_a_file_fill_what_was_not_typed():
    file = ContentFile(files.picture(app13=files.iptc(RECORDS)), name="folder/DSC_0412.jpg")
    image, _is_new = add(file, credit="", caption="Typed.", licence="Press use")
    image.refresh_from_db()
    assert (image.credit, image.caption, image.licence, image.alt) == ("Asel Nur", "Typed.", "Press use", "")
    assert (image.taken, image.taken_earliest.isoformat(), image.city) == ("2023-04-27", "2023-04-27", "Almaty")
    assert image.file_said == SAID | {"name": "DSC_0412.jpg"}
    assert Image.objects.named("dsc_0412 almaty").get() == image


def test_a_file_that_says_nothing_and_has_no_name():
    image, _is_new = add(BytesIO(files.picture("PNG")))
    assert (image.file_said, image.taken, image.likeness, str(image)) == ({"name": ""}, "", "", "Not described yet")


def test_a_smaller_copy_looks_like_the_one_we_have(django_assert_num_queries):
    image, _is_new = add(drawn())
    plain, _is_new = add(BytesIO(files.picture("PNG")))
    copy, is_new = add(drawn((300, 200)))
    assert is_new
    assert (uploading.alike(copy), uploading.alike(image)) == (image, copy)
    assert uploading.alike(plain) is None
    with django_assert_num_queries(2):
        uploading.alike(copy)
