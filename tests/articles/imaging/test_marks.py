"""What is written into the files of readers."""

from articles.imaging.marks import Marks


def test_nothing_is_written_where_nothing_is_known():
    assert Marks().options() == {}


def test_one_of_the_two_is_written_alone():
    credit, whose = Marks(credit="Ada").options(), Marks(copyright="Newsdesk").options()
    assert (b"Ada" in credit["exif"], b"dc:rights" in credit["xmp"]) == (True, False)
    assert (b"Newsdesk" in whose["exif"], b"dc:creator" in whose["xmp"]) == (True, False)
