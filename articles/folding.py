"""Text as it is compared: composed (NFC), each run of white space as one space. Pure."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Longer heaps of combining signs stand in no language; composing them piece by piece keeps hostile text cheap.
LONGEST_CLUSTER = 30


@dataclass(frozen=True)
class Folded:
    """The folded text; its character `i` was `raw[starts[i]:ends[i]]` in the text as it was written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which must not be empty, stands in the text as it was written."""
        return self.starts[start], self.ends[end - 1]


def fold(raw: str) -> Folded:
    """Fold a text and remember where each character came from."""
    if raw == " ".join(unicodedata.normalize("NFC", raw).split()):
        return Folded(raw, range(len(raw)), range(1, len(raw) + 1))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(raw):
        for character in unicodedata.normalize("NFC", raw[start:end]):
            if character.isspace():
                if not characters or characters[-1] == " ":
                    continue
                character = " "
            characters.append(character)
            starts.append(start)
            ends.append(end)
    length = len(characters) - (characters[-1:] == [" "])
    return Folded("".join(characters[:length]), starts[:length], ends[:length])


def _clusters(raw: str) -> Iterator[tuple[int, int]]:
    """From and to of each character together with what composes with it."""
    if unicodedata.is_normalized("NFC", raw):
        yield from ((start, start + 1) for start in range(len(raw)))
        return
    start = 0
    for end in range(1, len(raw)):
        if _stands_alone(raw[start:end], raw[end]):
            yield start, end
            start = end
    yield start, len(raw)


def _stands_alone(cluster: str, character: str) -> bool:
    if len(cluster) >= LONGEST_CLUSTER or character.isascii():
        return True
    if unicodedata.combining(character):
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", cluster + character) == apart
