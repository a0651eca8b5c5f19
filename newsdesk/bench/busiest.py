"""Which rows of a desk are measured: the article that says most of the record, and whoever and whatever is busiest."""

from django.db.models import Count

from articles.models import Anchor, Article
from newsdesk.demo.reading import FOLDER
from people.models import Attendance, Meeting, Organisation, Person

LARGE = 50_000  # articles: a desk with more is a filled one
AT_LARGE = 1.2  # times the aim for the demonstration


def is_large() -> bool:
    return Article.objects.count() > LARGE


def allowed(aim: float) -> float:
    """The aim on this desk: on a large one a page may take a fifth more."""
    return round(aim * AT_LARGE, 1) if is_large() else aim


def article() -> Article:
    """That of the demonstration with most sentences of the record: the same on a large desk."""
    number = len(list((FOLDER / "articles").glob("*.md")))
    first = list(Article.objects.order_by("pk").values_list("pk", flat=True)[:number])  # made before all others
    return Article.objects.get(pk=_most(Anchor.objects.filter(quotation__is_public=True, article__in=first), "article"))


def meeting() -> Meeting:
    """The largest one that this article tells of."""
    roll = Attendance.objects.public().filter(evidence__quotation__anchor__article=article())
    return Meeting.objects.get(pk=_most(roll, "meeting"))


def largest_meeting() -> Meeting:
    return Meeting.objects.get(pk=_most(Attendance.objects.public(), "meeting"))


def person() -> Person:
    """Whoever attended most."""
    return Person.objects.get(pk=_most(Attendance.objects.public().filter(person__is_public=True), "person"))


def organisation() -> Organisation:
    """The country or body that most spoke for."""
    return Organisation.objects.get(pk=_most(Attendance.objects.public().filter(side__is_public=True), "side"))


def _most(rows, column: str) -> int:
    counted = rows.order_by().values(column).annotate(n=Count("pk")).order_by("-n", column)
    return counted.values_list(column, flat=True)[0]
