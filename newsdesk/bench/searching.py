"""Search: the best pages and the number of them, for words of every kind; on the clock."""

import time
from collections.abc import Callable
from statistics import median

from newsdesk.bench.figures import Figure
from newsdesk.search import index

ROUNDS = 5
# name → what is typed
QUERIES = {
    "a rare word": "Karimoren",
    "a common word": "agreement",
    "two common words": "customs border",
    "a phrase": '"customs service"',
    "an unfinished word": "transp",
    "a beginning of many words": "the",
    "a beginning of very many words": "con",
    "a word, Cyrillic": "министр",
    "two characters, Chinese": "项目",
    "one character, Chinese": "年",
    "no word of ours": "xylophonist",
}


def measure() -> list[Figure]:
    figures = []
    for name, words in QUERIES.items():
        found = index.count(words)
        figures += [
            Figure(f"{name}, «{words}»: best 20 of {found:,}", _clock(lambda words=words: index.search(words)), "ms"),
            Figure(f"{name}, «{words}»: how many", _clock(lambda words=words: index.count(words)), "ms"),
        ]
    return figures


def _clock(ask: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - began) * 1000)
        if sum(taken) > 10_000:
            break
    return median(taken)
