"""A desk of one's own begins: what a newsroom is asked, and the act that writes its answers down."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from articles import filing
from articles.models import Section
from newsdesk import desk_file
from newsdesk.models import User
from people import trails
from people.names import key

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
# The first account looks after the others and does an editor's work; others get fewer rights.
FIRST_GROUPS = ("administrator", "editor")


class BadAnswer(ValueError):
    """One sentence that says what the answer must be."""


@dataclass(frozen=True)
class Answers:
    """What a newsroom said. `language`: of the site's words; `languages`: of its articles, the first is proposed."""

    name: str
    user: str
    password: str
    tagline: str = "Who met whom, and what was reported"
    language: str = "en"
    languages: list[str] = field(default_factory=list)
    time_zone: str = "Asia/Almaty"
    sections: list[str] = field(default_factory=lambda: ["News"])


def line(text: str, *, longest: int = 100) -> str:
    """One line of text. Raises BadAnswer."""
    text = " ".join(text.split())
    if not text or len(text) > longest or not text.isprintable():
        raise BadAnswer(f"Please give one line of 1 to {longest} characters.")
    return text


def language(text: str) -> str:
    """The code of one language. Raises BadAnswer."""
    code = text.strip().lower()
    if code not in LANGUAGES:
        raise BadAnswer(f"Please give one of {', '.join(LANGUAGES)}.")
    return code


def languages(text: str) -> list[str]:
    """Codes parted by commas, each once. Raises BadAnswer."""
    return list(dict.fromkeys(language(each) for each in text.split(",")))


def time_zone(text: str) -> str:
    """A time zone by its IANA name. Raises BadAnswer."""
    try:
        return ZoneInfo(text.strip()).key
    except (KeyError, ValueError, OSError) as error:
        raise BadAnswer("Please give a time zone by region and city, such as Asia/Tashkent.") from error


def sections(text: str) -> list[str]:
    """Names of sections parted by commas. Raises BadAnswer for none, and for two that read the same."""
    names = [line(each) for each in text.split(",") if each.strip()]
    if not names or len({key(name) for name in names}) < len(names):
        raise BadAnswer("Please give at least one section, each name once.")
    return names


def user_name(text: str) -> str:
    """A name to log in with. Raises BadAnswer."""
    if not re.fullmatch(r"[\w.@+-]{1,150}", text.strip()):
        raise BadAnswer("Please give a name of letters, digits and @ . + - _ only, without spaces.")
    return text.strip()


def password(text: str, *, user: str) -> str:
    """A password that the site's rules accept for that user. Raises BadAnswer."""
    try:
        validate_password(text, User(username=user))
    except ValidationError as error:
        raise BadAnswer(" ".join(error.messages)) from error
    return text


def has_begun() -> bool:
    """Whether anybody has an account here; asked also before the first migration."""
    return User._meta.db_table in connection.introspection.table_names() and User.objects.exists()


def start(answers: Answers, *, file: Path) -> User:
    """Make the first account and the sections, write the desk's own settings to `file`: all of it or nothing.

    Raises ValidationError for an answer that was not read by the functions above, OSError if `file` cannot be written.
    """
    with transaction.atomic():
        user = User(username=answers.user, is_staff=True)
        user.set_password(answers.password)
        user.full_clean()
        user.save()
        user.groups.set(Group.objects.filter(name__in=FIRST_GROUPS))
        trails.leave("made", user, by=None, why="start_desk", after={"rights": list(FIRST_GROUPS)})
        for place, name in enumerate(answers.sections, 1):
            filing.keep(Section(name=name, order=10 * place), by=user)
        desk_file.write(file, settings_of(answers))
    return user


def settings_of(answers: Answers) -> dict[str, str]:
    """The answers that are settings, by the names of docs/settings.md."""
    return {
        "SITE_NAME": answers.name,
        "SITE_TAGLINE": answers.tagline,
        "SITE_LANGUAGE": answers.language,
        "SITE_LANGUAGES": ",".join(answers.languages or [answers.language]),
        "TIME_ZONE": answers.time_zone,
    }
