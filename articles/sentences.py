"""Sentences of an article: where they stand as a whole, and how a text parts into them. Pure.

A sentence *stands* in a block when it begins where a sentence may begin and ends where one may end. «P attended.» does
not stand in «The ministry denied that P attended.», nor in «… that Mr. P attended.» or «“P attended!” it denied.»:
the rule would rather miss an end than take a part for the whole. It owes nothing to any splitter, so that a new version
of one closes no claim.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain

import sentencex

from articles.folding import fold
from articles.leaves import leaves

MARKS = ".!?…"
WIDE_MARKS = "。！？｡"  # need no space after them
CLOSERS = "”’\"'»›)]}）】》〉」』"
OPENERS = {"”": "“", "’": "‘", '"': '"', "»": "«", "」": "「", "』": "『"}
LONGEST_SPEECH = 2_000  # signs between the quotation marks of one; bounded, or a body of «。”» would take hours
PIECE = 4_000  # signs given to the splitter at once, if sentences end there
APOSTROPHES = "’‘ʼʻ′´`"
# Words whose full stop ends no sentence, in small letters; every single letter counts as one, too.
ABBREVIATIONS = frozenset(
    [
        "adm",
        "amb",
        "apr",
        "aug",
        "brig",
        "capt",
        "col",
        "dec",
        "dr",
        "feb",
        "fig",
        "gen",
        "gov",
        "hon",
        "jan",
        "jr",
        "jul",
        "jun",
        "lt",
        "maj",
        "mar",
        "mr",
        "mrs",
        "ms",
        "mt",
        "no",
        "nos",
        "nov",
        "oct",
        "pres",
        "prof",
        "rep",
        "rev",
        "sen",
        "sep",
        "sept",
        "sgt",
        "sr",
        "st",
        "vs",
        "акад",
        "вв",
        "гг",
        "ген",
        "гор",
        "др",
        "зам",
        "им",
        "мин",
        "обл",
        "полк",
        "пос",
        "проф",
        "руб",
        "св",
        "см",
        "сост",
        "стр",
        "тов",
        "тыс",
        "ул",
    ]
)

_END = re.compile(f"([{re.escape(MARKS + WIDE_MARKS)}]+)[{re.escape(CLOSERS)}]*")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_SMALL_LETTER_NEXT = re.compile(r"[\W_]{0,40}([^\W\d_])")  # bounded: a body of «. . .» would take hours else
_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MORE_OF_A_WORD = re.compile(f"['{APOSTROPHES}](?!s(?!\\w))(?=[^\\W\\d_])", re.IGNORECASE)  # Xi’an, but not Qin’s
_SAME_APOSTROPHES = str.maketrans(APOSTROPHES, "'" * len(APOSTROPHES))


@dataclass(frozen=True)
class Block:
    """The plain text of one paragraph, heading, list item, cell, quotation or caption."""

    text: str
    tag: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of a body and the index of its block."""

    text: str
    block_index: int


def blocks(html: str) -> list[Block]:
    """The leaf blocks of a body that have text, in order: NFC, white space folded, a line break as a space."""
    return [Block(leaf.text, leaf.tag) for leaf in leaves(html)]


def stands(sentence: str, where: str | Iterable[Block]) -> bool:
    """Whether the sentence stands as a whole in a body (its HTML) or in one of these blocks."""
    wanted = fold(sentence).text
    found = blocks(where) if isinstance(where, str) else where
    return any(place_of(wanted, block.text) for block in found)


def place_of(sentence: str, text: str) -> tuple[int, int] | None:
    """Start and end of the first place where the sentence stands as a whole; both texts are folded already."""
    start = text.find(sentence) if sentence else -1
    ends = ends_of(text) if start >= 0 else set()
    while start >= 0:
        end = start + len(sentence)
        if _begins(text, start, ends) and _closes(sentence, text, end, ends):
            return start, end
        start = text.find(sentence, start + 1)
    return None


def ends_of(text: str) -> set[int]:
    """The positions in a folded text after which a new sentence may begin; the end of the text is always one."""
    ends: set[int] = set()
    for found in _END.finditer(text):
        if _is_end(text, found, ends):
            ends.add(found.end())
    return ends | {len(text)}


def _is_end(text: str, found: re.Match[str], ends: set[int]) -> bool:
    marks, end = found[1], found.end()
    if any(mark in WIDE_MARKS for mark in marks):
        return not _speaker_may_follow(text, found, ends)
    if text[end : end + 1] != " ":
        return False
    if found[0] == "." and _is_abbreviation(text, found.start()):
        return False
    following = _SMALL_LETTER_NEXT.match(text, end)
    return not (following and following[1].islower())


def _speaker_may_follow(text: str, found: re.Match[str], ends: set[int]) -> bool:
    """In Chinese nothing tells «“…。”他说。» from a new sentence but that the quotation began the sentence."""
    opener = OPENERS.get(text[found.end() - 1])
    if opener is None or text[found.end() : found.end() + 1] in ("", " "):
        return False
    start = text.rfind(opener, max(0, found.start() - LONGEST_SPEECH), found.start())
    return start >= 0 and _begins(text, start, ends)


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _LETTERS_BEFORE.search(text[max(0, stop - 12) : stop])
    return word is not None and (len(word[0]) == 1 or word[0].lower() in ABBREVIATIONS)


def _begins(text: str, start: int, ends: set[int]) -> bool:
    return start == 0 or (start - (text[start - 1] == " ")) in ends


def _closes(sentence: str, text: str, end: int, ends: set[int]) -> bool:
    """Only closing signs, and a full stop that the sentence was written without, may part it from the end."""
    has_mark = sentence.rstrip(CLOSERS)[-1:] in tuple(MARKS + WIDE_MARKS)
    if not has_mark and text.startswith((".", "。"), end):
        end += 1
    while text.startswith(tuple(CLOSERS), end):
        end += 1
    return end in ends


def split(text: str, language: str) -> list[str]:
    """The sentences of a plain text; each stands in it. What the splitter parts and the rule does not stays joined."""
    folded = fold(text).text
    ends = ends_of(folded)
    segments = chain.from_iterable(_segments(piece, language) for piece in _pieces(folded, ends))
    found, start = [], 0
    for position in chain(accumulate(map(len, segments)), [len(folded)]):
        end = position - (folded[position - 1 : position] == " ")
        if end in ends:
            found.append(folded[start:end].strip())
            start = position
    return [sentence for sentence in found if sentence]


def _pieces(text: str, ends: set[int]) -> Iterator[str]:
    """The text in runs of whole sentences: the splitter's time grows with the square of what it gets."""
    start = 0
    for end in sorted(ends):
        if end - start >= PIECE or end == len(text):
            yield text[start:end]
            start = end


def _segments(piece: str, language: str) -> list[str]:
    return sentencex.segment(language.partition("-")[0], piece) if len(piece) <= 10 * PIECE else [piece]


def sentences(html: str, language: str) -> list[Sentence]:
    """All sentences of a body, in order, to choose from."""
    parted = (split(block.text, language) for block in blocks(html))
    return [Sentence(text, index) for index, texts in enumerate(parted) for text in texts]


def occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Start and end, in `text` as given, of each place where the words stand as whole words.

    Case counts; white space, composition and the kind of apostrophe do not. Chinese needs no border between words.
    """
    folded = fold(text)
    return [folded.span(*place) for place in places(wording(words), folded.text, wording(text))]


def looked_through(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Texts made ready once for `stand_among`, however many words are looked for."""
    folded = (fold(text).text for text in texts)
    return [(text, text.translate(_SAME_APOSTROPHES)) for text in folded]


def stand_among(words: str, ready: Iterable[tuple[str, str]]) -> bool:
    """Whether the words stand, as `occurrences` says, in one of the texts that `looked_through` made ready."""
    wanted = wording(words)
    return any(places(wanted, text, alike) for text, alike in ready)


def wording(text: str) -> str:
    """A text folded, with one kind of apostrophe: as long as the folded text."""
    return fold(text).text.translate(_SAME_APOSTROPHES)


def places(words: str, text: str, alike: str) -> list[tuple[int, int]]:
    """As `occurrences`, of a `wording` in a folded text and the same text as `wording`; offsets in these two."""
    found = []
    start = alike.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        whole = _parted(text, start) and _parted(text, end) and not _MORE_OF_A_WORD.match(text, end)
        if whole:
            found.append((start, end))
        start = alike.find(words, end if whole else start + 1)
    return found


def _parted(text: str, position: int) -> bool:
    """Whether no word runs on over this position."""
    return not all(_is_of_a_word(sign) for sign in (text[position - 1 : position], text[position : position + 1]))


def _is_of_a_word(sign: str) -> bool:
    if not sign or _CHINESE.match(sign):
        return False
    return sign.isalnum() or unicodedata.category(sign).startswith("M")
