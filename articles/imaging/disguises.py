"""What a file that is no picture for us really is, told by its first bytes."""

KINDS = {
    "PDF": (b"%PDF-",),
    "GIF": (b"GIF87a", b"GIF89a"),
    "TIFF": (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"),
    "BMP": (b"BM",),
    "PostScript": (b"%!PS", b"\xc5\xd0\xd3\xc6"),
    "Photoshop": (b"8BPS",),
    "ZIP": (b"PK\x03\x04", b"PK\x05\x06"),
    "Windows": (b"MZ",),
}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
VIDEO_BRANDS = {b"isom", b"iso2", b"mp41", b"mp42", b"qt  ", b"avc1", b"M4V "}
SVG_WITHIN = 2_000


def kind_of(head: bytes) -> str:
    """The name of the kind, as it is known, or "". `head`: the first 2,000 bytes or more."""
    for name, beginnings in KINDS.items():
        if head.startswith(beginnings):
            return name
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return "HEIC" if brand in HEIC_BRANDS else "video" if brand in VIDEO_BRANDS else ""
    text = head[:SVG_WITHIN].lower()
    return "SVG" if b"<svg" in text else "HTML" if b"<html" in text or b"<!doctype html" in text else ""
