"""XMP: RDF in XML. It is read as untrusted XML: no entities, no document type, nothing fetched."""

from collections.abc import Iterator

from lxml import etree

from articles.metadata.said import Said, clean, day_of, joined

LONGEST_PACKET = 1_000_000  # bytes
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
EXIF = "{http://ns.adobe.com/exif/1.0/}"
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
IPTC_EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"

CITIES = [f"{PHOTOSHOP}City", f"{IPTC_EXT}City"]
DAYS = [f"{PHOTOSHOP}DateCreated", f"{EXIF}DateTimeOriginal", f"{XMP}CreateDate"]
PLACES = {f"{IPTC_EXT}LocationCreated", f"{IPTC_EXT}LocationShown", f"{IPTC_CORE}Location", f"{IPTC_CORE}CountryCode"}
PLACES |= {f"{PHOTOSHOP}{name}" for name in ("City", "State", "Country")}


def read(packet: bytes | str) -> Said:
    """What an XMP packet says; nothing if it is no XML that we take."""
    root = _parsed(packet.encode() if isinstance(packet, str) else packet)
    if root is None:
        return Said()
    names = list(_names(root))
    credit = _said(root, f"{PHOTOSHOP}Credit") or _said(root, f"{PHOTOSHOP}Source")
    return Said(
        credit=clean("credit", joined([clean("credit", _said(root, f"{DC}creator")), credit])),
        copyright=clean("copyright", _said(root, f"{DC}rights")),
        caption=clean("caption", _said(root, f"{DC}description")),
        taken=next(filter(None, (day_of(_said(root, name)) for name in DAYS)), ""),
        city=clean("city", next(filter(None, (_said(root, name) for name in CITIES)), "")),
        has_place=any(name in PLACES or name.startswith(f"{EXIF}GPS") for name in names),
    )


def _parsed(packet: bytes) -> etree._Element | None:
    packet = packet.strip(b"\x00 \r\n\t")
    if len(packet) > LONGEST_PACKET or b"<!" in packet.replace(b"<!--", b""):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(packet, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _names(root: etree._Element) -> Iterator[str]:
    """Names of all elements and attributes."""
    for element in root.iter(etree.Element):
        yield str(element.tag)
        yield from map(str, element.attrib)


def _said(root: etree._Element, name: str) -> str:
    """The text of a property, written as attribute or element; of a list all items, of languages the default one."""
    for element in root.iter(etree.Element):
        if (value := element.get(name)) is not None:
            return str(value).strip()
        if element.tag == name:
            return _text(element)
    return ""


def _text(element: etree._Element) -> str:
    items = element.findall(f".//{RDF}li")
    if not items:
        return "".join(map(str, element.itertext())).strip()
    in_default = [item for item in items if item.get(LANGUAGE) == "x-default"] or (
        items[:1] if items[0].get(LANGUAGE) else items
    )
    return joined("".join(map(str, item.itertext())).strip() for item in in_default)
