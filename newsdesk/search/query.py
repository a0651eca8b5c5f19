"""What people type into a search field, as phrases that both databases understand. Nothing typed is ever an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.search.fold import CHINESE, tokens
from people.names import fold, loosen

# What is read of a query: nobody means more, and an address may hold ten thousand characters.
LONGEST, MOST = 400, 16
# Two letters begin a tenth of all words: no help, and slow.
SHORTEST_PREFIX = 3
PART = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True)
class Phrase:
    """Tokens that must stand in a row; the last one may go on if `is_prefix`."""

    tokens: tuple[str, ...]
    is_prefix: bool = False

    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The tokens as typed and, if that is another, in the looser Kazakh form."""
        looser = tuple(loosen(token) for token in self.tokens)
        return (self.tokens,) if looser == self.tokens else (self.tokens, looser)


def parse(text: str) -> tuple[Phrase, ...]:
    """All of these phrases must be found: words, «"…"» and Chinese runs. The last word may be unfinished.

    Without any letter or digit there is no phrase, and nothing is found.
    """
    phrases: list[Phrase] = []
    for quoted, word in PART.findall(text[:LONGEST]):
        phrases.extend(_phrases(quoted or word))
    if phrases and not text.rstrip().endswith('"'):
        phrases[-1] = _unfinished(phrases[-1])
    return tuple(dict.fromkeys(phrases[:MOST]))


def _phrases(part: str) -> Iterator[Phrase]:
    """The phrases of one quoted or bare part: Chinese runs by themselves, what stands between them in a row."""
    at, part = 0, fold(part)
    for run in CHINESE.finditer(part):
        yield from _in_a_row(part[at : run.start()])
        yield _chinese(run[0])
        at = run.end()
    yield from _in_a_row(part[at:])


def _in_a_row(text: str) -> Iterator[Phrase]:
    if words := tuple(tokens(text)):
        yield Phrase(words)


def _chinese(run: str) -> Phrase:
    """Without the last single character, which in a text may go on; a single one by itself is a beginning."""
    pairs = tuple(tokens(run))
    return Phrase(pairs[:-1]) if len(pairs) > 1 else Phrase(pairs, is_prefix=True)


def _unfinished(phrase: Phrase) -> Phrase:
    last = phrase.tokens[-1]
    may_go_on = len(last) >= SHORTEST_PREFIX and not CHINESE.match(last)
    return Phrase(phrase.tokens, is_prefix=phrase.is_prefix or may_go_on)
