"""A desk of one's own: what is asked, what is refused, what stands there afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from articles.models import Article, Section
from newsdesk import desk_file, starting
from newsdesk.management.commands import start_desk
from newsdesk.models import User
from newsdesk.starting import Answers, BadAnswer
from people.models import Person, Trail

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a-long-way-to-oskemen"
ANSWERS = Answers(name="Steppe", user="mira", password=PASSWORD, languages=["ru", "en"], sections=["Rivers", "Roads"])


@pytest.mark.django_db
def test_an_empty_desk_has_one_account_its_sections_and_nothing_else(tmp_path, client):
    user = starting.start(ANSWERS, file=tmp_path / "desk.env")
    assert client.login(username="mira", password=PASSWORD)
    assert sorted(user.groups.values_list("name", flat=True)) == ["administrator", "editor"]
    assert [section.name for section in Section.objects.all()] == ["Rivers", "Roads"]
    assert [Article.objects.count(), Person.objects.count(), User.objects.count()] == [0, 0, 1]
    assert Trail.objects.filter(kind="newsdesk.user", act="made").count() == 1
    assert desk_file.parse((tmp_path / "desk.env").read_text()) == {
        "SITE_NAME": "Steppe",
        "SITE_TAGLINE": "Who met whom, and what was reported",
        "SITE_LANGUAGE": "en",
        "SITE_LANGUAGES": "ru,en",
        "TIME_ZONE": "Asia/Almaty",
    }


@pytest.mark.django_db
def test_all_or_nothing(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        starting.start(ANSWERS, file=tmp_path / "file" / "desk.env")
    assert not User.objects.exists()
    assert not Section.objects.exists()


@pytest.mark.django_db
def test_without_a_word_on_languages_there_is_the_site_s(tmp_path):
    answers = Answers(name="Steppe", user="mira", password=PASSWORD, language="kk")
    assert starting.settings_of(answers)["SITE_LANGUAGES"] == "kk"


@pytest.mark.parametrize(
    ("read", "typed", "is_read"),
    [
        (starting.line, "  The   Steppe ", "The Steppe"),
        (starting.language, "KK ", "kk"),
        (starting.languages, "ru, en,ru", ["ru", "en"]),
        (starting.time_zone, " Asia/Tashkent", "Asia/Tashkent"),
        (starting.sections, "Rivers, Дороги,", ["Rivers", "Дороги"]),
        (starting.user_name, " mira.sanat ", "mira.sanat"),
    ],
)
def test_an_answer_is_read(read, typed, is_read):
    assert read(typed) == is_read


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        (starting.line, " "),
        (starting.line, "x" * 101),
        (starting.line, "a\x00b"),
        (starting.language, "fr"),
        (starting.languages, "en,"),
        (starting.time_zone, "Mars"),
        (starting.time_zone, "Asia"),
        (starting.time_zone, ""),
        (starting.sections, ","),
        (starting.sections, "Rivers, RIVERS"),
        (starting.user_name, "Mira Sanat"),
        (starting.user_name, ""),
    ],
)
def test_an_answer_that_cannot_be_used_is_a_sentence(read, typed):
    with pytest.raises(BadAnswer, match=r"^Please give .+\.$"):
        read(typed)


def test_a_password_everybody_knows_is_refused():
    assert starting.password(PASSWORD, user="mira") == PASSWORD
    with pytest.raises(BadAnswer, match="too common"):
        starting.password("password", user="mira")


def manage(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess:
    """`manage.py` on an SQLite desk in that folder, without a terminal."""
    inherited = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DEMO"}}
    surroundings = inherited | {"VAR_DIR": str(folder)} | variables
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_the_command_from_nothing_to_a_desk_that_a_second_run_leaves_alone(tmp_path):
    (tmp_path / "password").write_text(PASSWORD + "\n")
    words = ["--name", "Steppe", "--user", "mira", "--time-zone", "Asia/Tashkent", "--sections", "Rivers"]
    assert manage(tmp_path, "start_desk").stderr == (
        "CommandError: Please say --name: there is no terminal to ask on.\n"
    )
    made = manage(tmp_path, "start_desk", *words, "--password-file", str(tmp_path / "password"))
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith("Steppe is begun.")
    asked = "from django.conf import settings; print(settings.SITE_NAME, settings.TIME_ZONE)"
    assert manage(tmp_path, "shell", "-v0", "-c", asked).stdout == "Steppe Asia/Tashkent\n"
    before = (tmp_path / "desk.env").read_bytes()
    again = manage(tmp_path, "start_desk", "--name", "Other", "--user", "other")
    assert again.returncode == 1
    assert again.stderr.startswith(f"CommandError: There is a desk in {tmp_path} already, and it stays as it is.")
    assert (tmp_path / "desk.env").read_bytes() == before


@pytest.fixture
def typing(monkeypatch, settings, tmp_path, db):
    """`typing(lines, passwords)`: the command on a terminal where somebody types these; everything it asked."""
    settings.VAR_DIR = tmp_path

    def run(lines, passwords, **options):
        asked = []
        monkeypatch.setattr(start_desk.sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda words: asked.append(words) or lines.pop(0))
        monkeypatch.setattr(start_desk, "getpass", lambda words: asked.append(words) or passwords.pop(0))
        call_command("start_desk", **options)
        return asked

    return run


def test_on_a_terminal_it_asks_until_it_understands(typing, tmp_path, capsys):
    lines = ["", "Steppe", "", "fr", "ru", "", "Asia/Tashkent", "Rivers, Roads", "Mira Sanat", "mira"]
    asked = typing(lines, ["password", PASSWORD, "another", PASSWORD, PASSWORD])
    assert asked[0] == asked[1] == "Name of the site: "
    assert "Time zone [Asia/Almaty]: " in asked
    assert "Languages of its articles, parted by commas [ru]: " in asked
    said = capsys.readouterr().out
    for sentence in ("one line of 1 to 100", "one of en, ru, kk, zh-hans", "too common", "The two differ"):
        assert sentence in said
    assert PASSWORD not in said
    assert desk_file.parse((tmp_path / "desk.env").read_text())["SITE_LANGUAGES"] == "ru"
    assert User.objects.get().check_password(PASSWORD)


def test_the_demonstration_is_not_overwritten(db, settings, tmp_path):
    settings.VAR_DIR, settings.DEMO = tmp_path, True
    with pytest.raises(CommandError, match="There is the demonstration in"):
        call_command("start_desk")
    settings.DEMO = False
    User.objects.create_user("somebody")
    with pytest.raises(CommandError, match="There is a desk in"):
        call_command("start_desk")


def test_a_bad_option_names_itself(db, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    with pytest.raises(CommandError, match="--time-zone: Please give a time zone by region and city"):
        call_command("start_desk", name="Steppe", user="mira", time_zone="Mars")
    with pytest.raises(CommandError, match="--password-file: .*No such file"):
        call_command("start_desk", name="Steppe", user="mira", password_file=tmp_path / "nothing")
    assert Group.objects.exists()
    assert not User.objects.exists()
