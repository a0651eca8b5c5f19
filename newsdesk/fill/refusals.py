"""What fill refuses, in sentences."""

from django.conf import settings

from articles.models import Article
from newsdesk.models import User
from people.models import Meeting, Person

MOST = 1_000_000


class Refusal(Exception):
    """Why nothing is filled."""


def refuse_unfit(numbers: dict[str, int]) -> None:
    """Numbers of articles, people and meetings that make no desk. Raises Refusal."""
    for name, number in numbers.items():
        if not 0 <= number <= MOST:
            raise Refusal(f"--{name} must be a number from 0 to {MOST:,}, not {number:,}.")
    if not any(numbers.values()):
        raise Refusal("Say how much: --articles, --people or --meetings with a number above 0.")
    if numbers["meetings"] and not (numbers["articles"] and numbers["people"]):
        raise Refusal("Meetings need people who met and articles that tell of it: give --articles and --people, too.")


def refuse_own_desk() -> None:
    """A desk that is no demonstration and holds anything of somebody's own. Raises Refusal."""
    if settings.DEMO:
        return
    held = {"accounts": User, "articles": Article, "people": Person, "meetings": Meeting}
    found = [f"{name}: {number:,}" for name, model in held.items() if (number := model._base_manager.count())]
    if found:
        raise Refusal(
            f"This desk is in use ({', '.join(found)}). Fill would add invented ones among them, and no command takes "
            "them away again: add --yes if that is what you want."
        )
