"""`manage.py fill`: a large realistic desk, for measuring."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from newsdesk.fill.build import fill
from newsdesk.fill.refusals import Refusal, refuse_own_desk, refuse_unfit


class Command(BaseCommand):
    help = "Add invented articles, people and meetings by the number. The same seed and day make the same ones."

    def add_arguments(self, parser: CommandParser) -> None:
        for name in ("articles", "people", "meetings"):
            parser.add_argument(f"--{name}", type=int, default=0, help=f"how many {name} to add")
        parser.add_argument("--seed", type=int, default=1, help="another number makes other ones")
        parser.add_argument("--until", type=_day, help="the day of the last article (2024-06-30), else today")
        parser.add_argument("--yes", action="store_true", help="add them to a desk that holds somebody's own, too")

    def handle(self, *, articles, people, meetings, seed, until, yes, **options: object) -> None:
        try:
            refuse_unfit({"articles": articles, "people": people, "meetings": meetings})
            if not yes:
                refuse_own_desk()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        fill(articles=articles, people=people, meetings=meetings, seed=seed, until=until or timezone.localdate())


def _day(text: str) -> date:
    return date.fromisoformat(text)
