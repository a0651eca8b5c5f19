"""The HTML of one run of text: names linked, sentences marked, the body's own inline elements kept. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from articles.leaves import Inline, Leaf
from articles.sentences import places, wording


@dataclass(frozen=True, eq=False)
class Range:
    """A stretch of a leaf's text as written that stands in a link, or in the mark called `mark`; `number` follows."""

    start: int
    end: int
    url: str = ""
    mark: str = ""
    number: int = 0

    def is_broken_by(self, link: "Range") -> bool:
        """Whether the link stands partly within and partly without."""
        apart = link.end <= self.start or self.end <= link.start
        return not apart and not (self.start <= link.start and link.end <= self.end)


def links_in(leaf: Leaf, links: Sequence[tuple[str, str]], sentences: Sequence[Range]) -> list[Range]:
    """Which words of the leaf become links: each address once, none over another link or over the end of a sentence.

    `links`: words as `sentences.wording` and address, the longest words first.
    """
    if not links:
        return []
    alike = wording(leaf.text)
    taken = _links_of_the_body(leaf)
    first: dict[str, Range] = {}
    for words, url in links:
        for place in places(words, leaf.text, alike):
            new = Range(*leaf.folded.span(*place), url=url)
            if taken.find(1, new.start, new.end) >= 0 or any(each.is_broken_by(new) for each in sentences):
                continue
            taken[new.start : new.end] = b"\1" * (new.end - new.start)
            first[url] = min(first.get(url, new), new, key=lambda link: link.start)
    return list(first.values())


def _links_of_the_body(leaf: Leaf) -> bytearray:
    """A one for each character, as written, that stands in a link already."""
    return bytearray().join(
        bytes([any(inline.tag == "a" for inline in piece.path)]) * len(piece.text) for piece in leaf.pieces
    )


def leaf_html(leaf: Leaf, sentences: Sequence[Range], links: Sequence[Range], note: str) -> str:
    """Marks stand around links, links around the body's own inline elements, which are parted where they must be."""
    line = _Line()
    cuts = sorted({position for each in (*sentences, *links) for position in (each.start, each.end)})
    start = 0
    for piece in leaf.pieces:
        end = start + len(piece.text)
        borders = [start, *(cut for cut in cuts if start < cut < end), end]
        for begin, stop in pairwise(borders):
            around = [each for each in (*sentences, *links) if each.start <= begin < each.end]
            text = "<br>" if piece.is_break else escape(piece.text[begin - start : stop - start], quote=False)
            line.write([*around, *piece.path], text)
            for ended in (each for each in sentences if each.end == stop and each.number):
                within: list[Range | Inline] = [each for each in sentences if each.start < stop < each.end]
                line.write(within, _number(ended, note))
        start = end
    line.write([], "")
    return "".join(line.parts)


def _number(sentence: Range, note: str) -> str:
    label = escape(note.replace("{number}", str(sentence.number)))
    return f'<a class="said-no" href="#n-{escape(sentence.mark)}" aria-label="{label}">{sentence.number}</a>'


class _Line:
    """Text in a changing stack of elements: what stays open from one text to the next is not closed in between."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open: list[Range | Inline] = []
        self.seen: set[Range | Inline] = set()

    def write(self, stack: list[Range | Inline], html: str) -> None:
        common = 0
        while common < min(len(stack), len(self.open)) and stack[common] is self.open[common]:
            common += 1
        self.parts += [_closing(element) for element in reversed(self.open[common:])]
        self.parts += [self.opening(element) for element in stack[common:]]
        self.parts.append(html)
        self.open = stack

    def opening(self, element: Range | Inline) -> str:
        is_first = element not in self.seen
        self.seen.add(element)
        if isinstance(element, Inline):
            address = f' href="{escape(element.address)}" rel="noopener"' if element.address else ""
            return f"<{element.tag}{address}>"
        if element.url:
            return f'<a href="{escape(element.url)}">'
        return f'<span class="said" id="{escape(element.mark)}">' if is_first else '<span class="said">'


def _closing(element: Range | Inline) -> str:
    if isinstance(element, Inline):
        return f"</{element.tag}>"
    return "</a>" if element.url else "</span>"
