"""The files that readers get: made once, made anew when what they are made of changes, removed."""

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image as Picture

from articles import renditions, tasks
from articles.imaging.drawing import Drawn
from articles.imaging.ratios import Size
from articles.models import Image, Rendition
from tests.articles.test_image import add

pytestmark = pytest.mark.django_db
SIZES = {("", 480, 320), ("", 320, 213), ("wide", 480, 270), ("wide", 320, 180), ("pan", 480, 240), ("pan", 320, 160)}
SIZES |= {("tall", 256, 320), ("square", 320, 320)}


@pytest.fixture
def image():
    """Of a folder that other tests left empty: the content gives its name."""
    image = add(size=(480, 320))
    renditions._delete(files(image) - {image.renditions.get().file.name})
    return image


def files(image):
    return set(renditions.files_of(image))


def test_half_a_file_left_by_a_killed_process_is_replaced():
    assert renditions.store("originals/half.jpg", b"ha") == "originals/half.jpg"
    assert renditions.store("originals/half.jpg", b"half") == "originals/half.jpg"
    assert default_storage.open("originals/half.jpg").read() == b"half"


def test_the_worker_makes_every_cut_size_and_type_once(image):
    assert tasks.make_renditions.func(image.pk) == 3 * len(SIZES)
    made = list(image.renditions.all())
    assert {(each.ratio, each.width, each.height, each.type) for each in made} == {
        (*size, kind) for size in SIZES for kind in ("avif", "jpg", "webp")
    }
    assert {each.file.name for each in made} == files(image)
    assert Picture.open(image.renditions.get(ratio="wide", width=480, type="avif").file.open()).size == (480, 270)
    assert str(image.renditions.get(ratio="", width=480, type="webp")) == "480 × 320 WebP"
    assert tasks.make_renditions.func(image.pk) == 0
    assert {each.file.name for each in made} == files(image)


def test_a_worker_that_was_killed_between_file_and_row_begins_again(image):
    recipe = renditions.recipe_of(image)
    renditions.store(f"{renditions.folder_of(image)}/whole-480-{recipe}.jpg", b"hal")
    assert tasks.make_renditions.func(image.pk) == 3 * len(SIZES)
    assert Picture.open(image.renditions.get(ratio="", width=480, type="jpg").file.open()).size == (480, 320)


@pytest.mark.parametrize("columns", [{"focal_x": 0.2}, {"credit": "Else"}, {"copyright": "© Newsdesk"}])
def test_another_focal_point_or_credit_makes_all_anew_and_leaves_no_old_file(image, columns):
    tasks.make_renditions.func(image.pk)
    before = files(image)
    Image.objects.filter(pk=image.pk).update(**columns)
    assert tasks.make_renditions.func(image.pk) == 3 * len(SIZES)
    assert files(image).isdisjoint(before)
    assert len(files(image)) == len(before) == image.renditions.count()


def test_credit_and_copyright_are_in_what_readers_get(image):
    Image.objects.filter(pk=image.pk).update(copyright="© Newsdesk")
    tasks.make_renditions.func(image.pk)
    for rendition in image.renditions.all():
        data = rendition.file.read()
        assert (b"Bek Abdiev, Newsdesk" in data, "© Newsdesk".encode() in data) == (True, True)


def test_a_rendition_of_version_0_1_is_replaced_with_its_file(image):
    old = renditions.store(f"renditions/{image.hash}-480.jpg", b"old")
    Rendition.objects.create(image=image, width=481, height=320, type="jpg", file=old)
    tasks.make_renditions.func(image.pk)
    assert not default_storage.exists(old)
    assert not image.renditions.filter(width=481).exists()


def test_a_picture_changed_while_it_is_drawn_is_left_to_the_next_task(image):
    stale = Image.objects.get(pk=image.pk)
    Image.objects.filter(pk=image.pk).update(focal_y=0.1)
    assert renditions.make(stale) == 0
    assert files(image) == {image.renditions.get().file.name}


@pytest.mark.parametrize("is_there", [True, False])
def test_a_picture_killed_or_removed_while_it_is_drawn_leaves_no_file(image, is_there):
    tasks.make_renditions.func(image.pk)
    drawn = Drawn(Size("", 320, 213), "jpg", b"data")
    if is_there:
        Image.objects.filter(pk=image.pk).update(killed_at=timezone.now(), killed_why="wrong man")
    else:
        Image.objects.filter(pk=image.pk).delete()
    renditions._delete(files(image))
    assert not renditions.keep(image, drawn, renditions.recipe_of(image))
    assert files(image) == set()
    assert tasks.make_renditions.func(image.pk) == 0


def test_a_picture_that_is_gone_needs_no_sizes():
    assert tasks.make_renditions.func(0) == 0


def test_a_small_picture_has_its_own_width_only():
    image = add(size=(300, 200))
    tasks.make_renditions.func(image.pk)
    assert set(image.renditions.filter(ratio="").values_list("width", flat=True)) == {300}


def test_a_picture_of_which_nothing_was_made_has_no_files():
    assert renditions.files_of(Image(hash="0" * 32)) == []
