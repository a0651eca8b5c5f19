"""The readers' index of invented articles: the rows `newsdesk.search` makes, without folding a sentence twice."""

from datetime import date

from newsdesk.fill.prose import Words
from newsdesk.fill.writing import Text
from newsdesk.search.document import SearchDocument


def document(text: Text, filed: list[Words], *, slug: str, day: date, section: str, language: str) -> SearchDocument:
    """An article's row. `filed`: the names of its tags and contributors, in this order."""
    sentences = [sentence for paragraph in text.paragraphs for sentence in paragraph.sentences]
    title, body = Words(text.headline), [text.standfirst, Words(text.dateline), *sentences, *filed]
    title_tokens, body_tokens = title.tokens, " ".join(words.tokens for words in body)
    looser = f"{title.looser} {' '.join(words.looser for words in body)}"
    return SearchDocument(
        kind=SearchDocument.Kind.ARTICLE,
        slug=slug,
        title=text.headline,
        day=day,
        section=section,
        language=language,
        title_tokens=title_tokens,
        body_tokens=body_tokens,
        looser_tokens="" if looser == f"{title_tokens} {body_tokens}" else looser,
    )
