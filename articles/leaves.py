"""The body of an article read as leaves: runs of text between the borders of blocks. Pure.

Only what stands in these sets comes out of a body, whatever went in: an element not named here is read as if its tags
were not there, and what stands in `UNREAD` is not read at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree, html

from articles.folding import Folded, fold

TEXT = frozenset({"p", "h2", "h3", "h4"})
HOLDERS = frozenset({"li", "td", "th", "blockquote", "figcaption"})
FRAMES = frozenset({"ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "figure"})
INLINE = frozenset({"strong", "em", "b", "i", "a"})
# Blocks that no body of ours has: they part texts, and each text is a paragraph.
FOREIGN = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "pre",
        "section",
        "summary",
    ]
)
UNREAD = frozenset(
    ["head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea", "title"]
)
NUMBERS = {"td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",)}

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+\Z", re.IGNORECASE)
_NUMBER = re.compile(r"[1-9][0-9]{0,2}\Z", re.ASCII)


@dataclass(frozen=True, eq=False)
class Inline:
    """One inline element of the body; the same object in all its pieces."""

    tag: str
    address: str = ""


@dataclass(frozen=True)
class Piece:
    """Text in one set of inline elements, outermost first. A line break is a piece of its own."""

    text: str
    path: tuple[Inline, ...] = ()
    is_break: bool = False


@dataclass
class Leaf:
    """A run of text; `tag` is its paragraph, heading, list item, cell, quotation or caption."""

    tag: str
    pieces: list[Piece] = field(default_factory=list)

    @cached_property
    def folded(self) -> Folded:
        return fold("".join(piece.text for piece in self.pieces))

    @property
    def text(self) -> str:
        """The plain text as it is compared."""
        return self.folded.text


@dataclass(frozen=True)
class Opening:
    """A frame begins. `attributes` are safe: whole numbers, and for a figure its `image`."""

    tag: str
    attributes: dict[str, str]


@dataclass(frozen=True)
class Closing:
    """A frame ends."""

    tag: str


def leaves(body: str) -> list[Leaf]:
    """All leaves of a body, in order. Empty and hostile input gives what text there is."""
    return [part for part in walk(body) if isinstance(part, Leaf)]


def walk(body: str) -> Iterator[Opening | Leaf | Closing]:
    """The body as frames and leaves, in order; every frame that opens closes."""
    # A parser of its own for each body: one that is shared would not be safe between threads.
    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    root = html.fragment_fromstring(_UNPRINTABLE.sub("", body), create_parent="div", parser=parser)
    return _Reader().read(root)


class _Reader:
    """Walks the tree without recursion: hostile nesting must not exhaust the stack."""

    def __init__(self) -> None:
        self.blocks: list[str] = ["p"]
        self.inline: list[Inline | None] = []
        self.pieces: list[Piece] = []

    def read(self, root: etree._Element) -> Iterator[Opening | Leaf | Closing]:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                yield from self.end(element)
                if element is not root:
                    self.add(element.tail)
            elif element.tag in UNREAD:
                walker.skip_subtree()
            else:
                yield from self.start(element)
                self.add(element.text)
        yield from self.flush()

    def start(self, element: etree._Element) -> Iterator[Opening | Leaf]:
        tag = _block(element)
        if tag:
            yield from self.flush()
            self.blocks.append(tag)
            if tag in FRAMES:
                yield Opening(tag, _attributes(element))
        elif element.tag in INLINE:
            self.inline.append(self.inline_of(element))
        elif element.tag == "br":
            self.pieces.append(Piece("\n", self.path, is_break=True))

    def end(self, element: etree._Element) -> Iterator[Leaf | Closing]:
        tag = _block(element)
        if tag:
            yield from self.flush()
            self.blocks.pop()
            if tag in FRAMES:
                yield Closing(tag)
        elif element.tag in INLINE:
            self.inline.pop()

    def inline_of(self, element: etree._Element) -> Inline | None:
        """A link only with an address that may be followed, and never inside another link."""
        if element.tag != "a":
            return Inline(str(element.tag))
        address = element.get("href", "").strip()
        if not _ADDRESS.match(address) or any(inline.tag == "a" for inline in self.path):
            return None
        return Inline("a", address)

    @property
    def path(self) -> tuple[Inline, ...]:
        return tuple(inline for inline in self.inline if inline)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(Piece(text, self.path))

    def flush(self) -> Iterator[Leaf]:
        block = self.blocks[-1]
        leaf = Leaf(block if block in TEXT or block in HOLDERS else "p", self.pieces)
        self.pieces = []
        if leaf.text:
            yield leaf


def _block(element: etree._Element) -> str:
    """The block that an element is read as; nothing for what stands within a line."""
    tag = str(element.tag)
    if tag in FOREIGN or (tag == "figure" and not element.get("data-image")):
        return "p"
    return tag if tag in TEXT or tag in HOLDERS or tag in FRAMES else ""


def _attributes(element: etree._Element) -> dict[str, str]:
    if element.tag == "figure":
        return {"image": element.get("data-image", "")}
    names = NUMBERS.get(str(element.tag), ())
    return {name: value for name in names if _NUMBER.match(value := element.get(name, ""))}
