"""A large realistic desk, for measuring: invented people, meetings and articles by the number, in one go."""

from collections.abc import Iterator
from datetime import date

from articles.models import Article, Revision
from newsdesk.fill.articles import MADE, Articles, Newsroom
from newsdesk.fill.cast import Told
from newsdesk.fill.crew import made_in_order
from newsdesk.fill.filing import filing
from newsdesk.fill.meetings import Meetings
from newsdesk.fill.moments import Moments
from newsdesk.fill.progress import Bar
from newsdesk.fill.record import Record
from newsdesk.fill.rows import close_up, keys_from, prepared, write
from newsdesk.search import index
from newsdesk.search.pages import pages_of
from people import counting
from people.disclosure import public_act
from people.models import Meeting, MeetingSeries, Organisation, Person, Source

BATCH = 500
INDEXED = (Organisation, Person, Meeting, MeetingSeries)  # articles come with their rows


def fill(*, articles: int, people: int, meetings: int, seed: int, until: date) -> None:
    """Add so many of each to the desk. `until`: the day of the last article; some meetings lie after it."""
    record = Record(people, seed=seed, last=until)
    with public_act():
        record.make()
        write(prepared(record.rows))
        filed = filing(seed=seed)
    moments = Moments(articles, until)
    made = Meetings(meetings, record, moments, seed=seed)
    for start, stop in _batches("Meetings", meetings):
        with public_act():
            write(prepared(made.make(start, stop)))
    first = {model: next(keys_from(model)) for model in (Article, Revision, Source)}
    before = Article._base_manager.count()
    newsroom = Newsroom(seed, record.cast, filed, moments, before, first)
    _write_articles(newsroom, made.told)
    close_up([*record.rows, *made.keys, *MADE])
    _count(meetings)
    _index(Organisation, Person, Meeting, MeetingSeries)


def _write_articles(newsroom: Newsroom, told: dict[int, list[Told]]) -> None:
    batches = list(_parts(newsroom.moments.number))
    bar = Bar("Articles", newsroom.moments.number)
    work = [(start, stop, {key: told[key] for key in range(start, stop) if key in told}) for start, stop in batches]
    for (start, stop), tables in zip(batches, made_in_order(Articles, newsroom, work), strict=True):
        with public_act():
            write(tables)
        bar.advance(stop - start)
    bar.end()


def _count(meetings: int) -> None:
    """The numbers of long records, of everything at once."""
    bar = Bar("Counts", meetings)
    with public_act():
        counting.recount_all()
    bar.advance(meetings)
    bar.end()


def _index(*models) -> None:
    """Pages of the record get their rows of the readers' index as from every act."""
    for model in models:
        keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        for start, stop in _batches(f"Index: {model._meta.verbose_name_plural}", len(keys)):
            with public_act():
                index.write_all(pages_of(model, keys[start:stop]))


def _batches(stage: str, number: int) -> Iterator[tuple[int, int]]:
    """From where to where each batch goes; the bar moves as they are done."""
    bar = Bar(stage, number)
    for start, stop in _parts(number):
        yield start, stop
        bar.advance(stop - start)
    bar.end()


def _parts(number: int) -> Iterator[tuple[int, int]]:
    return ((start, min(start + BATCH, number)) for start in range(0, number, BATCH))
