"""Flat pictures of the demonstration, in the design's palette: the same bytes at every build."""

from newsdesk.demo import interiors, landscapes, townscapes
from newsdesk.demo.sheet import Sheet

MOTIFS = {
    "gate": townscapes.gate,
    "market": townscapes.market,
    "skyline": townscapes.skyline,
    "registan": townscapes.registan,
    "harbour": townscapes.harbour,
    "mountains": landscapes.mountains,
    "railway": landscapes.railway,
    "pipeline": landscapes.pipeline,
    "river": landscapes.river,
    "yurt": landscapes.yurt,
    "pylons": landscapes.pylons,
    "table": interiors.table,
    "lectern": interiors.lectern,
    "airport": interiors.airport,
    "tiles": interiors.tiles,
}


def draw(motif: str, light: str = "day", kind: str = "PNG") -> bytes:
    """The file of one picture. Raises KeyError for a motif or a light that nobody draws."""
    sheet = Sheet(light)
    MOTIFS[motif](sheet)
    return sheet.bytes(kind)
