"""The desks that are measured: each made once, and used again."""

from datetime import date

from django.core.management import call_command
from django.db import connection

from articles.models import Article
from newsdesk import run
from newsdesk.fill.build import fill

SIZES = ("demo", "large")
LARGE = {"articles": 100_000, "people": 10_000, "meetings": 25_000}
UNTIL = date(2026, 6, 30)


def prepare(size: str) -> None:
    """The demonstration and, for the large one, a hundred thousand articles beside it."""
    run.ready()
    call_command("db_worker", batch=True, reload=False, queue_name="*", verbosity=0)  # the sizes of the pictures
    if size == "large" and Article.objects.count() < LARGE["articles"]:
        fill(**LARGE, seed=1, until=UNTIL)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # a migration may have brought indexes that nobody has measured yet
