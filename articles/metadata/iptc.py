"""IPTC-IIM: what agencies write into the Photoshop block of a JPEG."""

from PIL import Image, IptcImagePlugin

from articles.metadata.said import Said, clean, day_of, joined

BYLINE, CREDIT, SOURCE, COPYRIGHT, CAPTION, CREATED = (2, 80), (2, 110), (2, 115), (2, 116), (2, 120), (2, 55)
CITY = (2, 90)
# Content location code and name, city, part of city, province, country code and name.
PLACES = ((2, 26), (2, 27), CITY, (2, 92), (2, 95), (2, 100), (2, 101))

Records = dict[tuple[int, int], bytes | list[bytes]]


def read(opened: Image.Image) -> Said:
    """What the IPTC records of an opened picture say; in UTF-8 or, as older programs write, Latin-1."""
    records: Records = IptcImagePlugin.getiptcinfo(opened) or {}  # type: ignore[arg-type]
    by, credit, source = (joined(texts(records, key)) for key in (BYLINE, CREDIT, SOURCE))
    return Said(
        credit=clean("credit", joined([clean("credit", by), credit or source])),
        copyright=clean("copyright", joined(texts(records, COPYRIGHT))),
        caption=clean("caption", joined(texts(records, CAPTION))),
        taken=day_of(joined(texts(records, CREATED))),
        city=clean("city", joined(texts(records, CITY))),
        has_place=any(key in records for key in PLACES),
    )


def texts(records: Records, key: tuple[int, int]) -> list[str]:
    """The texts of one record, which may be repeated."""
    values = records.get(key, [])
    return [_decoded(value).strip() for value in (values if isinstance(values, list) else [values])]


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
