"""Texts of a realistic size, from a stock of invented sentences that are folded for the search index once each."""

from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from articles.drafting import WORD
from newsdesk.fill import invented
from newsdesk.fill.vocabulary import FRAMES, SCRIPT_OF, SPACE
from newsdesk.search.fold import tokens
from people.names import loosen

STOCK = 1500  # sentences a language
BYTES = 5000  # of a body


@dataclass(frozen=True)
class Words:
    """A text with what the index and the count of words make of it."""

    text: str

    @cached_property
    def tokens(self) -> str:
        return " ".join(tokens(self.text))

    @cached_property
    def looser(self) -> str:
        return " ".join(loosen(token) for token in tokens(self.text))

    @cached_property
    def count(self) -> int:
        return len(WORD.findall(self.text))


@dataclass(frozen=True)
class Paragraph:
    """Sentences in a row."""

    sentences: list[Words] = field(default_factory=list)
    space: str = " "

    @property
    def text(self) -> str:
        return self.space.join(sentence.text for sentence in self.sentences)


class Prose:
    """The stock of sentences of one language."""

    def __init__(self, seed: int, language: str) -> None:
        chance = Random(f"{seed}/prose/{language}")
        self.language, self.space = language, SPACE[language]
        self.stock = [Words(self._sentence(chance)) for _ in range(STOCK)]

    def _sentence(self, chance: Random) -> str:
        name = invented.name(chance)[SCRIPT_OF[self.language]]
        return chance.choice(FRAMES[self.language]).format(name=name, number=chance.randint(3, 950))

    def body(self, chance: Random, told: list[str]) -> list[Paragraph]:
        """Paragraphs of about 5,000 bytes; each of the sentences in `told` begins one of its own."""
        paragraphs = [self._paragraph(chance, Words(sentence)) for sentence in told]
        size = sum(len(paragraph.text.encode()) for paragraph in paragraphs)
        while size < BYTES:
            paragraphs.append(self._paragraph(chance))
            size += len(paragraphs[-1].text.encode())
        return paragraphs

    def _paragraph(self, chance: Random, *first: Words) -> Paragraph:
        return Paragraph([*first, *chance.choices(self.stock, k=chance.randint(2, 4))], self.space)
