"""The small public desk of the leak test, with more articles on it."""

from datetime import UTC, datetime, timedelta

from articles import drafting, linking, publishing, reporting
from people.models import Meeting
from tests.newsdesk.leaks.desk import NOW, article, build, save, words

__all__ = ["NOW", "article", "build", "linking", "publish_at", "reporting", "save", "talks_of"]


def publish_at(desk, headline, moment, body="<p>Nothing of the record.</p>", *, tags=(), contributors=(), **others):
    """An article that went out at that moment."""
    made = drafting.begin(language=others.pop("language", "en"), by=desk.editor)
    given = words(headline, body, **({"section": desk.section} | others))
    revision = drafting.save_draft(made, given, base=None, by=desk.editor, tags=tags, contributors=contributors)
    return publishing.publish(made, revision=revision, by=desk.editor, moment=moment)


def many(desk, number, **others):
    """So many articles, one a day, the newest first in the list that is returned."""
    newest = datetime(2023, 5, 20, 9, tzinfo=UTC)
    return [publish_at(desk, f"Report {n:03}", newest - timedelta(days=n), **others) for n in range(number)]


def talks_of(desk, made, sentence, title, *people, says="attended", when="2023-05-30"):
    """A meeting that a sentence of the article reports, with these people on its roll."""
    meeting = Meeting(title=title, kind="talks", when=when)
    roll = [reporting.Entry(says=says, person=person) for person in people]
    return reporting.report(made, sentence, meeting=meeting, by=desk.editor, roll=roll)
