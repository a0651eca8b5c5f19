"""Cuts and widths."""

import pytest

from articles.imaging.ratios import RATIOS, Size, all_sizes, box, cut_of, scale_for, sizes


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, [1]),
        (320, [320]),
        (340, [320]),
        (352, [320, 352]),
        (480, [320, 480]),
        (1200, [320, 640, 960, 1200]),
        (1300, [320, 640, 960, 1280]),
        (1920, [320, 640, 960, 1280, 1920]),
        (12_000, [320, 640, 960, 1280, 1920]),
    ],
)
def test_widths_are_five_at_most_and_never_wider_than_the_picture(width, widths):
    assert [size.width for size in sizes("", width, width)] == widths


def test_a_rendition_keeps_its_shape_and_is_a_pixel_high_at_least():
    assert sizes("", 4000, 3000)[1] == Size("", 640, 480)
    assert sizes("", 60_000, 10)[0] == Size("", 320, 1)
    assert sizes("square", 60_000, 10) == (Size("square", 10, 10),)


@pytest.mark.parametrize(
    ("name", "size", "cut"),
    [
        ("plain", (3000, 2000), ""),
        ("plain", (3000, 2015), ""),
        ("plain", (3000, 2100), "plain"),
        ("wide", (1920, 1080), ""),
        ("wide", (3000, 2000), "wide"),
        ("", (3000, 2100), ""),
    ],
)
def test_a_picture_that_has_the_ratio_is_not_cut(name, size, cut):
    assert cut_of(name, *size) == cut


@pytest.mark.parametrize(
    ("name", "size", "focal", "part"),
    [
        ("", (300, 200), (0.9, 0.9), (0, 0, 300, 200)),
        ("square", (300, 200), (0.5, 0.5), (50, 0, 250, 200)),
        ("square", (300, 200), (0.0, 0.0), (0, 0, 200, 200)),
        ("square", (300, 200), (1.0, 0.0), (100, 0, 300, 200)),
        ("square", (300, 200), (0.4, 0.0), (20, 0, 220, 200)),
        ("square", (200, 300), (0.5, 0.4), (0, 20, 200, 220)),
        ("pan", (300, 200), (0.5, 1.0), (0, 50, 300, 200)),
        ("wide", (1, 1), (0.5, 0.5), (0, 0, 1, 1)),
    ],
)
def test_a_cut_is_as_large_as_can_be_with_its_point_as_near_the_middle_as_can_be(name, size, focal, part):
    assert box(name, *size, *focal) == part


def test_a_picture_of_three_to_two_comes_whole_and_in_four_cuts():
    found = all_sizes(6000, 4000)
    assert [size for size in found if size.ratio == "wide"][-1] == Size("wide", 1920, 1080)
    assert {size.ratio for size in found} == {"", "wide", "pan", "tall", "square"}
    assert len(found) == 5 + 5 + 5 + 2 + 2
    assert {size.ratio for size in all_sizes(4000, 3000)} == {"", *RATIOS}


def test_a_picture_keeps_as_much_of_its_size_as_its_narrowest_cut_needs():
    assert scale_for([Size("", 1920, 1280)], 6000, 4000) == pytest.approx(0.32)
    assert scale_for(all_sizes(12_000, 2000), 12_000, 2000) == pytest.approx(0.64)
    assert scale_for(all_sizes(300, 200), 300, 200) == 1
