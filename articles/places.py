"""Where pages show pictures: in which ratio, and how wide the browser will find them. Pure.

`sizes` follow the layout (`static/css/layout.css`): the page is 93 % of a narrow window and 82 rem at most, which it
reaches at 88 rem; columns part from 62 rem on, those of an article from 68 rem on.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A name of `imaging.ratios.RATIOS`, and the attribute `sizes`."""

    ratio: str
    sizes: str

    @property
    def css(self) -> str:
        """The class of the frame."""
        return "" if self.ratio == "plain" else f"ratio-{self.ratio}"


PLACES = {
    "hero": Place("wide", "(min-width: 88rem) 68rem, (min-width: 68rem) calc(93vw - 14rem), 93vw"),
    "text": Place("plain", "(min-width: 88rem) 68rem, (min-width: 68rem) calc(93vw - 14rem), 93vw"),
    "front": Place("pan", "(min-width: 88rem) 54.5rem, (min-width: 62rem) 61vw, 93vw"),
    "section": Place("wide", "(min-width: 88rem) 54.5rem, (min-width: 62rem) 61vw, 93vw"),
    "half": Place("plain", "(min-width: 88rem) 40.5rem, (min-width: 62rem) 46vw, 93vw"),
    "row": Place("plain", "(min-width: 62rem) 13.5rem, 6.5rem"),
    "quarter": Place("plain", "(min-width: 88rem) 19.5rem, (min-width: 62rem) 22vw, (min-width: 40rem) 45vw, 93vw"),
}
GALLERY = {
    1: Place("plain", "(min-width: 88rem) 82rem, 93vw"),
    2: Place("plain", "(min-width: 88rem) 40.5rem, (min-width: 40rem) 46vw, 93vw"),
    3: Place("plain", "(min-width: 88rem) 26.5rem, (min-width: 62rem) 30vw, (min-width: 40rem) 46vw, 93vw"),
}
"""By how many stand in the row, from 62 rem on; below, two or one do."""


def gallery(number: int) -> list[Place]:
    """The place of each picture of a gallery: rows of three, closed by a wider first one or two (`gallery.css`)."""
    if number == 1:
        return [GALLERY[2]]
    wider = number % 3
    return [GALLERY[wider] for _n in range(wider)] + [GALLERY[3]] * (number - wider)
