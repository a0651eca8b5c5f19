"""Opening, checking and resizing pictures."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from articles import pictures
from articles.pictures import NotAPicture, draw, examine, height_for, widths_for

LIMIT = 60_000_000
ORIENTATION = 0x0112


def file_of(picture, kind="JPEG", **options):
    file = BytesIO()
    picture.save(file, kind, **options)
    return file


def plain(size=(40, 30), mode="RGB", color="teal"):
    return Image.new(mode, size, color)


def exif(**values):
    """EXIF with an orientation and words that name a place."""
    found = Image.Exif()
    found[ORIENTATION] = values.get("orientation", 1)
    found[0x010E] = "taken at the secret flat"
    return found


def drawn(file, width=40, kind="jpg"):
    """The one rendition, opened again as a reader's browser does."""
    (rendition,) = draw(file, (width,), types=(kind,))
    return Image.open(BytesIO(rendition.data))


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, (1,)),
        (480, (480,)),
        (481, (480, 481)),
        (960, (480, 960)),
        (1200, (480, 960, 1200)),
        (1920, (480, 960, 1920)),
        (1921, (480, 960, 1920)),
        (12_000, (480, 960, 1920)),
    ],
)
def test_widths_are_three_at_most_and_never_wider_than_the_picture(width, widths):
    assert widths_for(width) == widths


def test_a_rendition_keeps_its_shape_and_is_a_pixel_high_at_least():
    assert height_for(480, pictures.Facts("", "jpg", 4000, 3000)) == 360
    assert height_for(480, pictures.Facts("", "jpg", 60_000, 10)) == 1


@pytest.mark.parametrize(("kind", "type"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_jpeg_png_and_webp_are_taken(kind, type):
    facts = examine(file_of(plain(), kind), pixels=LIMIT)
    assert (facts.type, facts.width, facts.height) == (type, 40, 30)


def test_the_hash_is_of_the_content():
    first, other = (examine(file_of(plain(color=color)), pixels=LIMIT).hash for color in ("teal", "red"))
    again = examine(file_of(plain()), pixels=LIMIT).hash
    assert first == again != other
    assert len(first) == 32
    assert int(first, 16)


def test_several_jpegs_in_one_file_as_phones_write_them_are_one_picture():
    file = file_of(plain(), "MPO", save_all=True, append_images=[plain(color="red")])
    assert Image.open(file).n_frames == 2
    assert examine(file, pixels=LIMIT).type == "jpg"
    assert drawn(file).getpixel((5, 5)) == pytest.approx((0, 128, 128), abs=4)


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "PDF", "ICO", "EPS", "PPM"])
def test_other_kinds_are_refused_whatever_they_are_called(kind):
    with pytest.raises(NotAPicture, match="JPEG, PNG and WebP"):
        examine(file_of(plain(), kind), pixels=LIMIT)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain words",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"\xff\xd8\xff\xe0 no jpeg after its first bytes",
        b"\x89PNG\r\n\x1a\n and no more",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x00" * 1000,
    ],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAPicture, match="JPEG, PNG and WebP"):
        examine(BytesIO(content), pixels=LIMIT)


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_moving_pictures_are_refused(kind):
    file = file_of(plain(), kind, save_all=True, append_images=[plain(color="red")])
    with pytest.raises(NotAPicture, match="moves"):
        examine(file, pixels=LIMIT)


def test_too_many_pixels_are_refused_by_the_head_of_the_file_with_both_numbers():
    assert examine(file_of(plain((40, 30))), pixels=1200).width == 40
    with pytest.raises(NotAPicture, match="at most 1 megapixels, this one has 2"):
        examine(file_of(plain((1100, 1000))), pixels=1_000_000)


def test_a_decompression_bomb_is_refused(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(NotAPicture, match="far too large"):
        examine(file_of(plain(), "PNG"), pixels=LIMIT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_breaks_off_is_found_when_it_is_drawn(kind):
    noise = Image.effect_noise((200, 200), 80).convert("RGB")
    whole = file_of(noise, kind).getvalue()
    broken = BytesIO(whole[: len(whole) // 2])
    with pytest.raises(NotAPicture):
        examine(broken, pixels=LIMIT)
        list(draw(broken, (200,)))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_whichever_way_the_camera_was_held(orientation):
    upright = plain((40, 20), color="white")
    upright.paste("red", (0, 0, 10, 10))
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(turned[orientation]) if orientation in turned else upright
    file = file_of(stored, quality=95, exif=exif(orientation=orientation))
    facts = examine(file, pixels=LIMIT)
    assert (facts.width, facts.height) == (40, 20)
    seen = drawn(file)
    assert seen.size == (40, 20)
    assert seen.getpixel((4, 4)) == pytest.approx((255, 0, 0), abs=25)
    assert seen.getpixel((35, 15)) == pytest.approx((255, 255, 255), abs=25)


@pytest.mark.parametrize("stored", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kind", ["jpg", "webp"])
def test_nothing_but_pixels_reaches_readers(stored, kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"comment": b"secret comment"} if stored == "JPEG" else {}
    file = file_of(plain(), stored, exif=exif(), icc_profile=profile, xmp=b"<x>secret</x>", **options)
    assert b"secret" in file.getvalue()
    (rendition,) = draw(file, (40,), types=(kind,))
    assert b"secret" not in rendition.data
    seen = Image.open(BytesIO(rendition.data))
    assert not seen.getexif()
    assert {"icc_profile", "exif", "xmp", "comment"}.isdisjoint(seen.info)


def test_unreadable_metadata_do_not_stop_a_sound_picture(monkeypatch):
    def broken(*_arguments, **_options):
        raise SyntaxError("not a TIFF file")

    file = file_of(plain(), exif=exif(orientation=6))
    monkeypatch.setattr(Image.Image, "getexif", broken)
    assert examine(file, pixels=LIMIT).width == 40
    assert drawn(file).size == (40, 30)


def test_another_colour_space_is_turned_into_srgb():
    """A profile that swaps red and blue: pixels must follow it, for browsers are told nothing."""
    swapped = _profile_with_red_and_blue_swapped()
    file = file_of(plain(color=(255, 0, 0)), "PNG", icc_profile=swapped)
    red, _green, blue = drawn(file).getpixel((5, 5))
    assert blue > 150 > 100 > red


def _profile_with_red_and_blue_swapped():
    """sRGB with the tags rXYZ and bXYZ exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_is_left_out(profile):
    file = file_of(plain(color=(200, 30, 30)), "PNG", icc_profile=profile)
    assert drawn(file).getpixel((5, 5)) == pytest.approx((200, 30, 30), abs=4)


@pytest.mark.parametrize(
    ("picture", "options", "seen"),
    [
        (plain(mode="RGBA", color=(0, 0, 0, 0)), {}, (255, 255, 255)),
        (plain(mode="LA", color=(0, 255)), {}, (0, 0, 0)),
        (plain(mode="L", color=100), {"transparency": 100}, (255, 255, 255)),
        (plain(mode="L", color=100), {}, (100, 100, 100)),
        (plain(mode="P", color=0), {"transparency": 0}, (255, 255, 255)),
        (plain(mode="1", color=1), {}, (255, 255, 255)),
        (plain(mode="I;16", color=32_768), {}, (128, 128, 128)),
    ],
    ids=["clear", "grey and alpha", "clear grey", "grey", "palette", "black and white", "sixteen bits"],
)
@pytest.mark.parametrize("kind", ["jpg", "webp"])
def test_every_mode_of_png_becomes_plain_colour_on_white(picture, options, seen, kind):
    shown = drawn(file_of(picture, "PNG", **options), kind=kind)
    assert shown.mode == "RGB"
    assert shown.getpixel((5, 5)) == pytest.approx(seen, abs=3)


def test_print_colours_become_screen_colours():
    shown = drawn(file_of(plain(mode="CMYK", color=(0, 255, 255, 0))))
    assert shown.mode == "RGB"
    assert shown.getpixel((5, 5)) == pytest.approx((255, 0, 0), abs=4)


def test_all_widths_come_in_both_types_from_one_file():
    made = list(draw(file_of(plain((2000, 1000))), (480, 960)))
    assert [(each.width, each.height, each.type) for each in made] == [
        (480, 240, "webp"),
        (480, 240, "jpg"),
        (960, 480, "webp"),
        (960, 480, "jpg"),
    ]
    for each in made:
        shown = Image.open(BytesIO(each.data))
        assert shown.size == (each.width, each.height)
        assert shown.format == {"webp": "WEBP", "jpg": "JPEG"}[each.type]


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_jpeg_is_decoded_no_larger_than_need_be(orientation, monkeypatch):
    sizes = []
    file = file_of(plain((4000, 1000)), exif=exif(orientation=orientation))
    load = Image.Image.load
    monkeypatch.setattr(Image.Image, "load", lambda self: (sizes.append(self.size), load(self))[1])
    list(draw(file, (480,) if orientation == 1 else (120,)))
    assert max(width * height for width, height in sizes) <= 1000 * 250
