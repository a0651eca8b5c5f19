"""`manage.py start_desk`: an empty desk of one's own."""

import secrets
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from newsdesk import desk_file, starting
from newsdesk.starting import Answers, BadAnswer

# option -> what is asked, how an answer is read, what Enter means (None: it must be answered)
QUESTIONS = {
    "name": ("Name of the site", starting.line, None),
    "tagline": ("The line beside it", starting.line, Answers.tagline),
    "language": (f"Language of the site's own words ({', '.join(starting.LANGUAGES)})", starting.language, "en"),
    "languages": ("Languages of its articles, parted by commas", starting.languages, ""),
    "time_zone": ("Time zone", starting.time_zone, Answers.time_zone),
    "sections": ("Sections, parted by commas", starting.sections, "News"),
    "user": ("Name of the first account", starting.user_name, None),
}


class Command(BaseCommand):
    help = (
        "Begin an empty desk of your own: asks on a terminal for what no option says; without one, --name and --user "
        "are needed, the others have defaults."
    )

    def add_arguments(self, parser):
        for name, (question, _read, default) in QUESTIONS.items():
            usual = f" (else: {default})" if default else ""
            parser.add_argument(f"--{name.replace('_', '-')}", help=f"{question}{usual}")
        parser.add_argument(
            "--password-file",
            type=Path,
            help="A file that holds the first account's password; without it one is asked for, or made and printed.",
        )

    def handle(self, **options) -> None:
        self.refuse_begun()
        self.asks = sys.stdin is not None and sys.stdin.isatty()
        given = self.answers(options)
        password, is_made = self.password(options["password_file"], given["user"])
        call_command("migrate", verbosity=0, interactive=False)
        try:
            starting.start(Answers(password=password, **given), file=settings.VAR_DIR / desk_file.FILE)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written to ({error.strerror}).") from error
        self.tell(given, password if is_made else "")

    def refuse_begun(self) -> None:
        """A second run changes nothing."""
        if not starting.has_begun() and not settings.DEMO:
            return
        what = "the demonstration" if settings.DEMO or (settings.VAR_DIR / "demo-logins.txt").exists() else "a desk"
        raise CommandError(
            f"There is {what} in {settings.VAR_DIR} already, and it stays as it is. A desk of "
            "your own begins in an empty folder: move this one away, or name another by VAR_DIR."
        )

    def answers(self, options) -> dict:
        """The answer to every question: by its option, asked for, or the usual one."""
        given = {}
        for name, (question, read, default) in QUESTIONS.items():
            if name == "languages":
                default = given["language"]
            if options[name] is None and self.asks:
                given[name] = self.ask(question, read, default)
                continue
            if options[name] is None and default is None:
                raise CommandError(f"Please say --{name}: there is no terminal to ask on.")
            try:
                given[name] = read(default if options[name] is None else options[name])
            except BadAnswer as error:
                raise CommandError(f"--{name.replace('_', '-')}: {error}") from error
        return given

    def ask(self, question: str, read: Callable, default: str | None):
        """Ask until the answer can be used."""
        while True:
            typed = input(f"{question}{f' [{default}]' if default else ''}: ").strip()
            try:
                return read(typed or default or "")
            except BadAnswer as error:
                self.stdout.write(str(error))

    def password(self, file: Path | None, user: str) -> tuple[str, bool]:
        """A password for the first account, and whether it was made here."""
        if file:
            try:
                return starting.password(file.read_text().strip("\r\n"), user=user), False
            except (OSError, ValueError) as error:
                raise CommandError(f"--password-file: {error}") from error
        if not self.asks:
            return secrets.token_urlsafe(12), True
        while True:
            typed = getpass(f"Password of {user}: ")
            try:
                starting.password(typed, user=user)
            except BadAnswer as error:
                self.stdout.write(str(error))
                continue
            if getpass("Once more: ") == typed:
                return typed, False
            self.stdout.write("The two differ.")

    def tell(self, given: dict, made_password: str) -> None:
        self.stdout.write(f"{given['name']} is begun. Its own settings stand in {settings.VAR_DIR / desk_file.FILE}.")
        if made_password:
            self.stdout.write(f"{given['user']} logs in with {made_password} – shown here once.")
        self.stdout.write("`make run` serves it on this machine. Your first day: docs/start.md")
