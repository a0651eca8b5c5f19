"""Each of many files is taken or refused by itself."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles import arriving
from articles.arriving import Outcome
from articles.models import Image
from tests.articles.metadata import files
from tests.articles.test_uploading import RECORDS, drawn

pytestmark = pytest.mark.django_db


def arrive(data, name="a.jpg", **words):
    return arriving.arrive(SimpleUploadedFile(name, data), words, by=None)


def told(arrival):
    return arrival.name, str(arrival.outcome), arrival.sentence


def test_what_becomes_of_files(settings):
    settings.PICTURE_BYTES_LIMIT = 100_000
    news = arrive(files.picture(app13=files.iptc(RECORDS)), "DSC_1.jpg", licence="Press use")
    assert told(news) == ("DSC_1.jpg", "new", "Read from the file: credit, caption, taken on, city.")
    assert (news.image.licence, news.image.credit, news.like) == ("Press use", "Asel Nur", None)
    silent = arrive(files.picture("PNG"), "b.png")
    assert told(silent) == ("b.png", "new", "The file says nothing of itself.")
    again = arrive(files.picture("PNG"), "c.png", licence="Else")
    day = timezone.localdate()
    assert told(again) == ("c.png", "known", f"Already here since {day.day} {day:%B %Y}: used instead.")
    assert again.image == silent.image
    assert told(arrive(b"%PDF-1.7", "poster.pdf.jpg"))[1] == "refused"
    assert told(arrive(b"", "empty.jpg")) == ("empty.jpg", "refused", "This file is empty.")
    large = arrive(files.picture("PNG") + b"\x00" * 100_000, "large.png")
    assert told(large) == ("large.png", "refused", "This file is too large: at most 97.7\xa0KB.")
    assert Image.objects.count() == 2


def test_a_killed_picture_does_not_come_back_as_a_new_file():
    image = arrive(files.picture("PNG")).image
    Image.objects.update(killed_at=timezone.now(), killed_why="The wrong man.")
    again = arrive(files.picture("PNG"))
    assert (again.outcome, again.image) == (Outcome.KNOWN, image)
    assert again.sentence == "«a.jpg» was killed: it may not be used any more."


def test_a_copy_is_kept_and_said_to_look_like_the_other():
    original = arrive(drawn().getvalue()).image
    copy = arrive(drawn((300, 200)).getvalue())
    assert (copy.outcome, copy.like) == (Outcome.NEW, original)
    assert BytesIO(copy.image.file.read()).getvalue() == drawn((300, 200)).getvalue()
