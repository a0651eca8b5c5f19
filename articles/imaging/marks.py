"""What stays written in the files readers get: who made the picture and whose it is. Nothing else."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from PIL import Image

ARTIST, COPYRIGHT = 0x013B, 0x8298
XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{properties}</rdf:Description>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)
CREDIT = "<dc:creator><rdf:Seq><rdf:li>{0}</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>{0}</photoshop:Credit>"
RIGHTS = '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{0}</rdf:li></rdf:Alt></dc:rights>'


@dataclass(frozen=True)
class Marks:
    """Credit and copyright, plain text; "" is left out."""

    credit: str = ""
    copyright: str = ""

    def options(self) -> dict[str, bytes]:
        """What an encoder of Pillow is given to write them, as EXIF and as XMP (the IPTC's fields)."""
        if not self.credit and not self.copyright:
            return {}
        return {"exif": self._exif(), "xmp": self._xmp()}

    def _exif(self) -> bytes:
        exif = Image.Exif()
        for tag, words in ((ARTIST, self.credit), (COPYRIGHT, self.copyright)):
            if words:
                exif[tag] = words.encode()  # as bytes: Pillow writes text as ASCII, with question marks
        return exif.tobytes()

    def _xmp(self) -> bytes:
        properties = CREDIT.format(escape(self.credit)) if self.credit else ""
        properties += RIGHTS.format(escape(self.copyright)) if self.copyright else ""
        return XMP.format(properties=properties).encode()
