"""Full text on PostgreSQL: a generated tsvector column with a GIN index."""

from newsdesk.search.hits import Question
from newsdesk.search.query import Phrase

# Weights of ts_rank for D (looser form), C, B (body) and A (title), as on SQLite.
RANK = "ts_rank('{0.0625, 0, 0.125, 1}', words, query)"
# Ranking reads each document it ranks, so only the newest are ranked, after those without a day: people, organisations.
RANKED = 500
FOUND = "FROM newsdesk_searchdocument d, to_tsquery('simple', %s) query WHERE d.words @@ query"


def best(question: Question, limit: int) -> tuple[str, list]:
    """The statement for the best pages and its values: rows of `SearchDocument`."""
    narrowed, values = question.narrowed()
    sql = f"""SELECT id, kind, slug, title, day, language FROM (
 SELECT d.*, query {FOUND}{narrowed} ORDER BY d.day DESC NULLS FIRST, d.kind, d.slug LIMIT %s) newest
 ORDER BY {RANK} DESC, day DESC NULLS LAST, kind, slug LIMIT %s"""
    return sql, [match(question.phrases), *values, max(limit, RANKED), limit]


def number(question: Question, at_most: int) -> tuple[str, list]:
    """The statement that counts, stopping at `at_most`."""
    narrowed, values = question.narrowed()
    sql = f"SELECT count(*) FROM (SELECT 1 {FOUND}{narrowed} LIMIT %s) found"
    return sql, [match(question.phrases), *values, at_most]


def match(phrases: tuple[Phrase, ...]) -> str:
    """The phrases in the language of tsquery. Tokens are letters and digits only, and always quoted."""
    return " & ".join(f"({' | '.join(_in_a_row(phrase))})" for phrase in phrases)


def _in_a_row(phrase):
    for spelling in phrase.spellings():
        row = " <-> ".join(f"'{token}'" for token in spelling)
        yield f"({row}:*)" if phrase.is_prefix else f"({row})"
