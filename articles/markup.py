"""An article's HTML as readers get it: names linked, the sentences of the record marked, set in beats. Pure.

Nothing is passed through: each tag is written here, each text and attribute escaped, so a body can bring in no markup
of its own. The text itself never changes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from articles.folding import fold
from articles.leaves import HOLDERS, TEXT, Closing, Leaf, Opening, Piece, walk
from articles.lines import Range, leaf_html, links_in
from articles.sentences import place_of, wording

BLOCKS_IN_A_BEAT = 11  # rows of the grid, see static/css/components/margin.css


@dataclass(frozen=True)
class Link:
    """These words name whoever has the page at `url`."""

    words: str
    url: str


@dataclass(frozen=True)
class Marked:
    """A sentence of the record and the fragment of its place on the page."""

    text: str
    mark: str


@dataclass(frozen=True)
class Labels:
    """What is said to those who do not see the page; `note` holds a `{number}`."""

    note: str = "Note {number} of the record"
    table: str = "Table, scrolls sideways"


@dataclass(frozen=True)
class Beat:
    """A noted block, then those up to the next noted one; before the first noted block `marks` is empty.

    `marks` are the fragments of the sentences marked in `first`, in order; their notes go between `first` and `rest`.
    """

    first: str
    rest: str
    marks: tuple[str, ...]


# Image and caption (safe HTML, perhaps empty) to a whole figure, or to nothing if there is no such picture.
Picture = Callable[[str, str], str]


def no_picture(image: str, caption: str) -> str:
    """For texts that show none: their captions become paragraphs."""
    return ""


def render(
    body: str,
    links: Iterable[Link] = (),
    marked: Iterable[Marked] = (),
    *,
    picture: Picture = no_picture,
    labels: Labels | None = None,
) -> list[Beat]:
    """The body as beats. A sentence is marked where it first stands as a whole, and numbered in order of appearance.

    In each block the first of an entity's words becomes a link: never within another link, the longest words first.
    """
    page = _Page(_Marks(marked), _keyed(links), picture, labels or Labels())
    for part in walk(body):
        page.take(part)
    return _beats(page.blocks)


def linked(text: str, links: Iterable[Link] = (), marked: Iterable[Marked] = ()) -> str:
    """A plain text (headline, standfirst, caption) as HTML. Its marks are places to arrive at, without a number."""
    leaf = Leaf("p", [Piece(text)])
    sentences = _Marks(marked).found_in(leaf, numbered=False)
    return leaf_html(leaf, sentences, links_in(leaf, _keyed(links), sentences), "")


class _Marks:
    """The sentences not met yet, and how many were."""

    def __init__(self, marked: Iterable[Marked]) -> None:
        self.waiting = [(fold(each.text).text, each.mark) for each in marked]
        self.count = 0

    def found_in(self, leaf: Leaf, *, numbered: bool = True) -> list[Range]:
        """Those that stand in the leaf, in order, the longer of two that begin together first. Each is met once."""
        found = {}
        for sentence in self.waiting:
            if place := place_of(sentence[0], leaf.text):
                found[sentence] = leaf.folded.span(*place)
        self.waiting = [sentence for sentence in self.waiting if sentence not in found]
        ranges = []
        for (_text, mark), (start, end) in sorted(found.items(), key=lambda item: (item[1][0], -item[1][1])):
            self.count += 1
            ranges.append(Range(start, end, mark=mark, number=self.count if numbered else 0))
        return ranges


def _keyed(links: Iterable[Link]) -> list[tuple[str, str]]:
    """Words as they are compared, and address; the longest words first."""
    return sorted(((wording(link.words), link.url) for link in links), key=lambda link: -len(link[0]))


class _Page:
    """Puts blocks together from frames and leaves."""

    def __init__(self, marks: _Marks, links: Sequence[tuple[str, str]], picture: Picture, labels: Labels) -> None:
        self.marks, self.links, self.picture, self.labels = marks, links, picture, labels
        self.blocks: list[tuple[str, tuple[str, ...]]] = []
        self.html: list[str] = []
        self.noted: list[str] = []
        self.figures: list[tuple[str, list[str]]] = []
        self.depth = 0

    def take(self, part: Opening | Leaf | Closing) -> None:
        match part:
            case Opening():
                self.depth += 1
                self.open(part)
            case Closing():
                self.depth -= 1
                self.close(part.tag)
            case _:
                self.write(part)
        if self.depth == 0 and self.html:
            self.blocks.append(("".join(self.html), tuple(self.noted)))
            self.html, self.noted = [], []

    def open(self, part: Opening) -> None:
        if part.tag == "figure":
            self.figures.append((part.attributes["image"], []))
            return
        if part.tag == "table":
            label = escape(self.labels.table)
            self.html.append(f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">')
        attributes = "".join(f' {name}="{value}"' for name, value in part.attributes.items())
        self.html.append(f"<{part.tag}{attributes}>")

    def close(self, tag: str) -> None:
        if tag == "figure":
            image, captions = self.figures.pop()
            caption = " ".join(captions)
            self.html.append(self.picture(image, caption) or (f"<p>{caption}</p>" if caption else ""))
            return
        self.html.append(f"</{tag}></div>" if tag == "table" else f"</{tag}>")

    def write(self, leaf: Leaf) -> None:
        sentences = self.marks.found_in(leaf)
        self.noted += [sentence.mark for sentence in sentences]
        html = leaf_html(leaf, sentences, links_in(leaf, self.links, sentences), self.labels.note)
        if self.figures:
            self.figures[-1][1].append(html)
        elif leaf.tag in TEXT:
            self.html.append(f"<{leaf.tag}>{html}</{leaf.tag}>")
        else:
            self.html.append(html if leaf.tag in HOLDERS - {"figcaption"} else f"<p>{html}</p>")


def _beats(blocks: Sequence[tuple[str, tuple[str, ...]]]) -> list[Beat]:
    beats: list[list[tuple[str, tuple[str, ...]]]] = []
    for block in blocks:
        if block[1] or not beats or len(beats[-1]) == BLOCKS_IN_A_BEAT:
            beats.append([])
        beats[-1].append(block)
    return [Beat(first=beat[0][0], rest="".join(html for html, _marks in beat[1:]), marks=beat[0][1]) for beat in beats]
