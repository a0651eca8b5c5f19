"""The drawn pictures of the demonstration."""

from io import BytesIO

import pytest
from PIL import Image

from newsdesk.demo.drawings import MOTIFS, draw
from newsdesk.demo.sheet import HEIGHT, LIGHTS, WIDTH, Sheet


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_motif_is_a_picture_of_several_colours(motif):
    picture = Image.open(BytesIO(draw(motif)))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    large = [count for count, _colour in picture.getcolors(WIDTH * HEIGHT) if count > WIDTH * HEIGHT / 100]
    assert len(large) >= 4


def test_a_picture_is_the_same_at_every_build():
    assert draw("pylons", "dusk") == draw("pylons", "dusk")


def test_the_light_changes_the_sky():
    corners = {light: Sheet(light).image.getpixel((0, 0)) for light in LIGHTS}
    assert len(set(corners.values())) == 3
    assert len({draw("railway", light) for light in LIGHTS}) == 3


def test_a_jpeg_on_wish():
    assert Image.open(BytesIO(draw("tiles", kind="JPEG"))).format == "JPEG"


def test_stars_only_at_night():
    day, night = Sheet("day"), Sheet("night")
    day.stars()
    night.stars()
    assert len(day.image.getcolors()) == 1
    assert len(night.image.getcolors()) == 2


def test_a_box_without_extent_leaves_no_trace():
    sheet = Sheet("day")
    sheet.box("#000000", 10, 10, 0, 50)
    assert len(sheet.image.getcolors()) == 1


def test_nobody_draws_a_sphinx():
    with pytest.raises(KeyError):
        draw("sphinx")
