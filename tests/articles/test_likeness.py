"""Copies of a picture are known by their looks; other pictures are not."""

from io import BytesIO

import pytest
from PIL import Image, ImageEnhance, ImageOps

from articles import likeness


def encoded(picture, kind="JPEG", **options):
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def picture(colour="teal"):
    """A scene with light and dark."""
    drawn = Image.linear_gradient("L").resize((480, 320)).convert("RGB")
    drawn.paste(colour, (40, 60, 200, 260))
    drawn.paste("white", (260, 20, 330, 120))
    drawn.paste("black", (380, 150, 450, 300))
    return drawn


def test_a_smaller_copy_saved_again_is_known():
    original = picture()
    known = [(7, likeness.of(encoded(original))), (8, likeness.of(encoded(ImageOps.mirror(original)))), (9, "")]
    copies = [
        encoded(original.resize((120, 80)), quality=30),
        encoded(original.resize((300, 200)), "WEBP", quality=40),
        encoded(ImageEnhance.Brightness(original).enhance(1.15)),
    ]
    assert [likeness.closest(likeness.of(copy), known) for copy in copies] == [7, 7, 7]
    assert len(known[0][1]) == 16


@pytest.mark.parametrize("plain", [Image.new("RGB", (60, 40), "teal"), Image.linear_gradient("L").rotate(90)])
def test_what_is_too_plain_looks_like_nothing(plain):
    assert likeness.of(encoded(plain)) == ""
    assert likeness.closest("", [(1, "0" * 16)]) is None


def test_nothing_known_or_nothing_near():
    assert likeness.closest("f0f0f0f0f0f0f0f0", []) is None
    assert likeness.closest("f0f0f0f0f0f0f0f0", [(1, "0f0f0f0f0f0f0f0f")]) is None
