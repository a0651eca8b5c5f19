"""Invented articles, written and published, with their mentions and the sentences of the record that stand in them.

A batch is made of plain values alone, and of chance that depends on the seed and the number of each article.
"""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.conf import settings
from django.urls import reverse

from articles.drafting import DRAFT_KEY_LENGTH
from articles.markup import Link, Marked
from articles.models import (
    Anchor,
    Article,
    Byline,
    Correction,
    Mention,
    Publication,
    Revision,
    RevisionContributor,
    RevisionTag,
    Tagging,
)
from articles.rendering import rendered_of
from newsdesk.fill.cast import Cast, Told
from newsdesk.fill.filing import Filing
from newsdesk.fill.indexing import document
from newsdesk.fill.moments import Moments, is_draft
from newsdesk.fill.prose import Prose, Words
from newsdesk.fill.rows import Rows, Tables, filled_in, prepared
from newsdesk.fill.vocabulary import LANGUAGES
from newsdesk.fill.writing import Text, Writer
from newsdesk.search.document import SearchDocument
from people.models import Evidence, Quotation, Source, Trail
from people.names import key, unicode_slug

MADE = (
    *(Source, Article, Revision, RevisionTag, RevisionContributor, Publication, Tagging, Byline, Mention, Correction),
    *(Quotation, Anchor, Evidence, SearchDocument, Trail),
)
REVISIONS = 2  # at most, of an article


@dataclass(frozen=True)
class Newsroom:
    """What all articles share. `before`: how many there were already; `first`: the first free key of a model."""

    seed: int
    cast: Cast
    filing: Filing
    moments: Moments
    before: int
    first: dict[type, int]


class Articles:
    """Makes articles by their numbers."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        self.prose = {language: Prose(newsroom.seed, language) for language in sorted(set(LANGUAGES))}
        self.filed = {row: Words(row.name) for row in (*newsroom.filing.tags, *newsroom.filing.contributors)}

    def __call__(self, start: int, stop: int, told: dict[int, list[Told]]) -> Tables:
        """All rows of the articles from `start` up to `stop`, ready to be written."""
        rows: Rows = {model: [] for model in MADE}
        for number in range(start, stop):
            _Story(self, number, told.get(number, []), rows).add()
        return prepared(rows)


class _Story:
    """One article and its rows."""

    def __init__(self, articles: Articles, number: int, told: list[Told], rows: Rows) -> None:
        room = self.room = articles.newsroom
        self.articles, self.told, self.rows = articles, told, rows
        chance = self.chance = Random(f"{room.seed}/article/{number}")
        self.number, self.language = number, LANGUAGES[number % len(LANGUAGES)]
        self.at, self.is_public = room.moments.of(number), not is_draft(number)
        self.key, self.source = room.first[Article] + number, room.first[Source] + number
        self.section = chance.choice(room.filing.sections)
        self.tags = chance.sample(room.filing.tags, k=chance.randint(1, 3))
        self.contributors = chance.sample(room.filing.contributors, k=chance.randint(1, 2))
        self.picture = chance.choice(room.filing.pictures) if room.filing.pictures and chance.random() < 0.6 else None
        self.text: Text = Writer(chance, room.cast, articles.prose[self.language]).write(told)

    def add(self) -> None:
        """Put every row of the article among the others."""
        revision = self._revisions()
        day = self.room.moments.day(self.number)
        slug = f"{unicode_slug(self.text.headline)}-{self.room.before + self.number + 1}" if self.is_public else None
        self._article(revision, slug, day)
        self._trail()
        mentions = self._mentions()
        marked = self._sentences()
        if self.is_public:
            rendered = rendered_of(revision, self.language, mentions, marked, {})
            self._add(Publication, article_id=self.key, revision_id=revision.pk, since=self.at, rendered=rendered)
            self._add_copies(slug, day)

    def _add(self, model, **columns):
        row = model(**columns)
        self.rows[model].append(row)
        return row

    def _revisions(self) -> Revision:
        """The last one; some had an earlier one with fewer words. Tags and contributors stand beside the last."""
        text, first = self.text, self.room.first[Revision] + REVISIONS * self.number
        words = {"headline": text.headline, "standfirst": text.standfirst.text, "dateline": text.dateline}
        words |= {"section_id": self.section.pk, "article_id": self.key, "lead_image": self.picture}
        before = self.chance.random() < 0.25
        if before:
            at = self.at - timedelta(hours=2)
            short = Text(paragraphs=text.paragraphs[: len(text.paragraphs) // 2])
            size = {"body": short.body, "words_in_body": short.number_of_words}
            self._add(Revision, pk=first, number=1, at=at, **words, **size)
        size = {"body": text.body, "words_in_body": text.number_of_words, "number": 1 + before}
        base = {"base_id": first} if before else {}
        last = self._add(Revision, pk=first + before, at=self.at - timedelta(hours=1), **words, **size, **base)
        for order, tag in enumerate(self.tags):
            self._add(RevisionTag, revision_id=last.pk, tag_id=tag.pk, order=order)
        for order, contributor in enumerate(self.contributors):
            self._add(RevisionContributor, revision_id=last.pk, contributor_id=contributor.pk, order=order)
        return last

    def _article(self, revision: Revision, slug: str | None, day) -> None:
        text, language = self.text, self.language
        found_by = key(f"{text.headline} {text.standfirst.text}", DRAFT_KEY_LENGTH)
        article = self._add(Article, pk=self.key, language=language, source_id=self.source, draft_key=found_by)
        article.draft_id, article.drafted_at = revision.pk, revision.at
        article.created_at = self.at - timedelta(hours=3)
        source = self._add(Source, pk=self.source, publisher=settings.SITE_NAME, language=language, is_ours=True)
        if self.is_public:
            article.is_public, article.live_id, article.slug, article.day = True, revision.pk, slug, day
            article.first_public_at, article.updated_at = self.at, self.at
            article.headline, article.standfirst = text.headline, text.standfirst.text
            article.section_id, article.lead_image = self.section.pk, self.picture
            source.title, source.day, source.address = text.headline, day, reverse("articles:detail", args=[slug])
            self._correct(article)
        filled_in(source)

    def _correct(self, article: Article) -> None:
        """One in fifty says openly what was wrong."""
        if self.number % 50 == 0:
            article.updated_at = self.at + timedelta(hours=20)
            text = f"A number was wrong: {self.text.standfirst.text}"
            self._add(Correction, article_id=self.key, text=text, at=article.updated_at)

    def _add_copies(self, slug: str, day) -> None:
        """What lists filter by, and the row of the readers' index."""
        for order, tag in enumerate(self.tags):
            self._add(Tagging, tag_id=tag.pk, content_object_id=self.key, order=order)
        for order, contributor in enumerate(self.contributors):
            self._add(Byline, contributor_id=contributor.pk, article_id=self.key, order=order)
        filed = [self.articles.filed[row] for row in (*self.tags, *self.contributors)]
        where = {"slug": slug, "day": day, "section": self.section.slug, "language": self.language}
        self.rows[SearchDocument].append(document(self.text, filed, **where))

    def _mentions(self) -> list[Link]:
        """Everybody named is confirmed; only somebody with a page is linked."""
        for (kind, entity), (words, _url) in self.text.mentioned.items():
            self._add(Mention, article_id=self.key, words=words, at=self.at, **{f"{kind}_id": entity})
        return [Link(words, url) for words, url in self.text.mentioned.values() if url]

    def _sentences(self) -> list[Marked]:
        """A quotation for each sentence that tells of a meeting, and what it is evidence of."""
        marked = []
        for told, sentence in zip(self.told, self.text.sentences, strict=True):
            source = {"source_id": self.source, "language": self.language}
            quotation = self._add(Quotation, pk=told.quotation, text=sentence, is_public=True, **source)
            filled_in(quotation)
            self._add(Anchor, quotation_id=told.quotation, article_id=self.key, wordings=[sentence], at=self.at)
            marked.append(Marked(sentence, quotation.mark))
            self._evidence(told)
        return marked

    def _evidence(self, told: Told) -> None:
        said = {"quotation_id": told.quotation, "at": self.at}
        self._add(Evidence, meeting_id=told.meeting, says=told.says, **said)
        for presence in told.roll:
            self._add(Evidence, attendance_id=presence.attendance, says=presence.says, **said)
        if told.outcome:
            self._add(Evidence, outcome_id=told.outcome, says="supports", **said)
        office = self.room.cast.people[told.roll[0].person].office
        self._add(Evidence, membership_id=office, says="supports", **said)

    def _trail(self) -> None:
        acts = [("begun", 3), ("saved", 1), ("published", 0)] if self.is_public else [("begun", 3), ("saved", 1)]
        told = {"kind": Article._meta.label_lower, "object_id": self.key, "label": self.text.headline}
        for act, hours in acts:
            self._add(Trail, act=act, at=self.at - timedelta(hours=hours), **told)
