"""The place goes out of the original: once, for good, and with nothing half done."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage

from articles import place_removal, uploading
from articles.metadata import read
from articles.models import Image
from people.models import Trail
from people.recording import Refused
from tests.articles.metadata import files

pytestmark = pytest.mark.django_db
FILE = files.picture(app13=files.iptc([(80, b"Asel Nur"), (90, b"Almaty")]), exif=files.exif())


@pytest.fixture
def image():
    return uploading.upload(uploading.receive(BytesIO(FILE)), by=None)[0]


def test_the_original_is_written_anew_and_the_old_one_goes(image, staff, django_capture_on_commit_callbacks):
    editor, old = staff("editor"), image.file.name
    assert place_removal.is_offered(image)
    with django_capture_on_commit_callbacks(execute=True):
        place_removal.remove_place(image, by=editor, why="a source's home")
        assert default_storage.exists(old)
    assert not default_storage.exists(old)
    row = Image.objects.get()
    said = read(BytesIO(row.file.read()))
    assert (said.credit, said.city, said.has_place) == ("Asel Nur", "", False)
    assert row.file_said == {"credit": "Asel Nur", "name": ""}
    assert (row.hash, row.city) == (image.hash, "Almaty")
    trail = Trail.objects.get(act="place removed")
    assert (trail.by, trail.why, trail.after) == (editor, "a source's home", {"file": row.file.name})
    assert uploading.known(uploading.receive(BytesIO(FILE))) == row
    with pytest.raises(Refused, match="Nothing in the file"):
        place_removal.remove_place(row, by=editor)


@pytest.mark.parametrize(
    ("data", "says"), [(None, "cannot be read from the store"), (b"\xff\xd8", "cannot be taken out of this file")]
)
def test_a_file_that_is_lost_or_broken_is_refused_and_stays(image, data, says):
    default_storage.delete(image.file.name)
    if data:
        default_storage.save(image.file.name, BytesIO(data))
    with pytest.raises(Refused, match=says):
        place_removal.remove_place(image, by=None)
    assert Image.objects.get().location_removed_at is None
    assert not Trail.objects.filter(act="place removed").exists()
