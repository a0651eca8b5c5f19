"""Widths of words in drawings."""

import pytest

from people.lettering import shorten, width_of


def test_a_chinese_sign_is_as_wide_as_high():
    assert width_of("秦刚", 14) == 28
    assert width_of("", 14) == 0
    assert width_of("Qin", 10) == pytest.approx(16.8)


def test_what_fits_stays_whole():
    assert shorten("Xi’an", 100) == "Xi’an"


@pytest.mark.parametrize("room", range(8, 120, 7))
def test_what_does_not_fit_is_cut_to_the_room(room):
    cut = shorten("Samarkand and Nur-Sultan", room)
    assert width_of(cut) <= room
    assert cut == "" or cut.endswith("…") and "Samarkand and Nur-Sultan".startswith(cut[:-1])


def test_no_space_stands_before_the_dot():
    assert shorten("ab cdefgh", width_of("ab …")) == "ab…"


def test_no_room_at_all_is_no_text():
    assert shorten("Xi’an", 3) == ""
