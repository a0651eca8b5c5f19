"""Drawing what readers get."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from time import sleep

import pytest
from PIL import Image, ImageCms

from articles.imaging import drawing
from articles.imaging.drawing import draw
from articles.imaging.marks import Marks
from articles.imaging.ratios import Size, sizes
from articles.pictures import NotAPicture, examine, open_picture, seen_size
from tests.articles.imaging.files import exif, file_of, plain

LIMIT = 60_000_000


@pytest.fixture
def turn(tmp_path):
    return tmp_path / "turn"


def drawn(file, width=40, kind="jpg", *, turn):
    """The one rendition, opened again as a reader's browser does."""
    return Image.open(BytesIO(encoded(file, width, kind, turn=turn)))


def encoded(file, width=40, kind="jpg", *, turn, **options):
    across, down = seen_size(open_picture(file))
    size = Size("", width, max(1, round(width * down / across)))
    (rendition,) = draw(file, [(size, kind)], turn=turn, **options)
    return rendition.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_file_that_breaks_off_is_found_when_it_is_drawn(kind, turn):
    noise = Image.effect_noise((200, 200), 80).convert("RGB")
    whole = file_of(noise, kind).getvalue()
    broken = BytesIO(whole[: len(whole) // 2])
    with pytest.raises(NotAPicture):
        examine(broken, pixels=LIMIT)
        list(draw(broken, [(Size("", 200, 200), "jpg")], turn=turn))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_whichever_way_the_camera_was_held(orientation, turn):
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
    file = file_of(stored, quality=95, exif=exif(orientation))
    facts = examine(file, pixels=LIMIT)
    assert (facts.width, facts.height) == (40, 20)
    seen = drawn(file, turn=turn)
    assert seen.size == (40, 20)
    assert seen.getpixel((4, 4)) == pytest.approx((255, 0, 0), abs=25)
    assert seen.getpixel((35, 15)) == pytest.approx((255, 255, 255), abs=25)


@pytest.mark.parametrize("stored", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("kind", ["jpg", "webp", "avif"])
def test_nothing_of_the_original_but_its_pixels_reaches_readers(stored, kind, turn):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"comment": b"secret comment"} if stored == "JPEG" else {}
    file = file_of(plain(), stored, exif=exif(), icc_profile=profile, xmp=b"<x>secret</x>", **options)
    assert b"secret" in file.getvalue()
    data = encoded(file, kind=kind, turn=turn)
    assert b"secret" not in data
    seen = Image.open(BytesIO(data))
    assert not seen.getexif()
    assert {"icc_profile", "exif", "xmp", "comment"}.isdisjoint(seen.info)


@pytest.mark.parametrize("kind", ["jpg", "webp", "avif"])
def test_credit_and_copyright_stand_in_the_file_in_any_script(kind, turn):
    marks = Marks(credit="Бек Абдиев <Newsdesk>", copyright="© 新华社")
    seen = Image.open(BytesIO(encoded(file_of(plain(), exif=exif()), kind=kind, turn=turn, marks=marks)))
    found = {tag: value for tag, value in seen.getexif().items() if tag != 0x0112}
    assert {tag: text.encode("latin-1").decode() for tag, text in found.items()} == {
        0x013B: "Бек Абдиев <Newsdesk>",
        0x8298: "© 新华社",
    }
    xmp = seen.info["xmp"].decode()
    assert "<photoshop:Credit>Бек Абдиев &lt;Newsdesk&gt;</photoshop:Credit>" in xmp
    assert '<rdf:li xml:lang="x-default">© 新华社</rdf:li>' in xmp
    assert "secret" not in xmp


def test_another_colour_space_is_turned_into_srgb(turn):
    """A profile that swaps red and blue: pixels must follow it, for browsers are told nothing."""
    swapped = _profile_with_red_and_blue_swapped()
    file = file_of(plain(color=(255, 0, 0)), "PNG", icc_profile=swapped)
    red, _green, blue = drawn(file, turn=turn).getpixel((5, 5))
    assert blue > 150 > 100 > red


def _profile_with_red_and_blue_swapped():
    """sRGB with the tags rXYZ and bXYZ exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_is_left_out(profile, turn):
    file = file_of(plain(color=(200, 30, 30)), "PNG", icc_profile=profile)
    assert drawn(file, turn=turn).getpixel((5, 5)) == pytest.approx((200, 30, 30), abs=4)


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
@pytest.mark.parametrize("kind", ["jpg", "webp", "avif"])
def test_every_mode_of_png_becomes_plain_colour_on_white(picture, options, seen, kind, turn):
    shown = drawn(file_of(picture, "PNG", **options), kind=kind, turn=turn)
    assert shown.mode == "RGB"
    assert shown.getpixel((5, 5)) == pytest.approx(seen, abs=3)


def test_print_colours_become_screen_colours(turn):
    shown = drawn(file_of(plain(mode="CMYK", color=(0, 255, 255, 0))), turn=turn)
    assert shown.mode == "RGB"
    assert shown.getpixel((5, 5)) == pytest.approx((255, 0, 0), abs=4)


def test_every_size_comes_in_every_type_jpegs_first(turn):
    wanted = [(size, kind) for size in sizes("", 700, 350) for kind in ("avif", "webp", "jpg")]
    made = list(draw(file_of(plain((700, 350))), wanted, turn=turn))
    assert [(each.size.width, each.size.height, each.type) for each in made] == [
        (320, 160, "jpg"),
        (640, 320, "jpg"),
        (320, 160, "webp"),
        (640, 320, "webp"),
        (320, 160, "avif"),
        (640, 320, "avif"),
    ]
    for each in made:
        shown = Image.open(BytesIO(each.data))
        assert shown.size == (each.size.width, each.size.height)
        assert shown.format == {"webp": "WEBP", "jpg": "JPEG", "avif": "AVIF"}[each.type]


@pytest.mark.parametrize(
    ("focal", "seen"), [((0.1, 0.5), "red"), ((0.9, 0.5), "blue"), ((0.0, 0.0), "red"), ((1.0, 1.0), "blue")]
)
def test_a_cut_keeps_what_matters(focal, seen, turn):
    picture = plain((900, 300), color="white")
    picture.paste("red", (0, 0, 300, 300))
    picture.paste("blue", (600, 0, 900, 300))
    (rendition,) = draw(file_of(picture, "PNG"), [(Size("square", 300, 300), "jpg")], turn=turn, focal=focal)
    shown = Image.open(BytesIO(rendition.data))
    colour = {"red": (254, 0, 0), "blue": (0, 0, 254)}[seen]
    assert [shown.getpixel(at) for at in ((5, 5), (290, 290))] == [pytest.approx(colour, abs=6)] * 2


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_jpeg_is_decoded_no_larger_than_need_be(orientation, monkeypatch, turn):
    decoded = []
    file = file_of(plain((4000, 1000)), exif=exif(orientation))
    load = Image.Image.load
    monkeypatch.setattr(Image.Image, "load", lambda self: (decoded.append(self.size), load(self))[1])
    encoded(file, 480 if orientation == 1 else 120, turn=turn)
    assert max(width * height for width, height in decoded) <= 1000 * 250


def test_only_one_picture_is_decoded_at_a_time(monkeypatch, turn):
    """Threads stand for processes here: each opens the file of turns for itself."""
    inside, most = [], []

    def slow(opened, target):
        inside.append(1)
        most.append(len(inside))
        sleep(0.05)
        inside.pop()
        return opened.resize(target)

    monkeypatch.setattr(drawing, "_smaller", slow)
    file = file_of(plain()).getvalue()
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _n: encoded(BytesIO(file), turn=turn), range(3)))
    assert most == [1, 1, 1]
