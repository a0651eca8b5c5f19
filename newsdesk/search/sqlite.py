"""Full text on SQLite: FTS5, kept beside the table of documents by triggers."""

from newsdesk.search.hits import Question
from newsdesk.search.query import Phrase

# Weights of bm25 for title, body and looser form: the last finds, but hardly ranks.
RANK = "bm25(newsdesk_search, 8.0, 1.0, 0.5)"
# CROSS JOIN pins the plan: words first, then their documents.
FOUND = """FROM newsdesk_search CROSS JOIN newsdesk_searchdocument d ON d.id = newsdesk_search.rowid
 WHERE newsdesk_search MATCH %s"""


def best(question: Question, limit: int) -> tuple[str, list]:
    """The statement for the best pages and its values: rows of `SearchDocument`."""
    narrowed, values = question.narrowed()
    sql = f"""SELECT d.id, d.kind, d.slug, d.title, d.day, d.language {FOUND}{narrowed}
 ORDER BY {RANK}, d.day DESC, d.kind, d.slug LIMIT %s"""
    return sql, [match(question.phrases), *values, limit]


def number(question: Question, at_most: int) -> tuple[str, list]:
    """The statement that counts, stopping at `at_most`."""
    narrowed, values = question.narrowed()
    sql = f"SELECT count(*) FROM (SELECT 1 {FOUND}{narrowed} LIMIT %s)"
    return sql, [match(question.phrases), *values, at_most]


def match(phrases: tuple[Phrase, ...]) -> str:
    """The phrases in the language of FTS5. Tokens are letters and digits only, and always quoted."""
    return " AND ".join(f"({' OR '.join(_in_a_row(phrase))})" for phrase in phrases)


def _in_a_row(phrase):
    for spelling in phrase.spellings():
        yield f'"{" ".join(spelling)}"{" *" if phrase.is_prefix else ""}'
