"""The typed readers of environment variables, and the settings as another process sees them."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsdesk import environment
from newsdesk.environment import BadSetting

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def given(monkeypatch):
    """`given("yes")`: the variable X holds that."""
    return lambda value: monkeypatch.setenv("X", value)


def refused(read) -> str:
    with pytest.raises(BadSetting) as caught:
        read()
    return str(caught.value)


def test_text(given):
    assert environment.text("X", "the default") == "the default"
    given("  a word ")
    assert environment.text("X") == "a word"


def test_an_empty_value_counts_as_not_set(given):
    given(" ")
    assert environment.text("X", "the default") == "the default"
    assert refused(lambda: environment.text("X")) == "The environment variable X is not set: it must be given a value."


@pytest.mark.parametrize("value", ["1", "yes", "True", "ON"])
def test_yes(given, value):
    given(value)
    assert environment.boolean("X", False) is True


@pytest.mark.parametrize("value", ["0", "no", "False", "OFF"])
def test_no(given, value):
    given(value)
    assert environment.boolean("X", True) is False


def test_neither_yes_nor_no(given):
    assert environment.boolean("X", True) is True
    assert environment.boolean("X", False) is False
    given("maybe")
    assert refused(lambda: environment.boolean("X", True)) == (
        "The environment variable X is 'maybe': it must be yes or no."
    )


def test_number(given):
    assert environment.number("X", 5) == 5
    given("18")
    assert environment.number("X", 5, least=18, most=18) == 18


@pytest.mark.parametrize("value", ["-1", "1.5", "ten", "١", "0", "101", "9" * 5000])
def test_no_such_number(given, value):
    given(value)
    assert "it must be a whole number from 1 to 100" in refused(lambda: environment.number("X", 5, least=1, most=100))


def test_choice(given):
    given("kk")
    assert environment.choice("X", "en", ["en", "kk"]) == "kk"
    given("fr")
    assert "it must be one of en, kk" in refused(lambda: environment.choice("X", "en", ["en", "kk"]))


def test_words(given):
    given(" a.example, ,b.example ")
    assert environment.words("X", "") == ["a.example", "b.example"]


def test_choices(given):
    assert environment.choices("X", "en", ["en", "kk"]) == ["en"]
    given("kk, en,kk")
    assert environment.choices("X", "en", ["en", "kk"]) == ["kk", "en"]
    for value in ("en,fr", ","):
        given(value)
        said = refused(lambda: environment.choices("X", "en", ["en", "kk"]))
        assert "it must be some of en, kk, parted by commas" in said


def test_zone(given):
    given("Asia/Shanghai")
    assert environment.zone("X", "UTC") == "Asia/Shanghai"


@pytest.mark.parametrize("value", ["Asia/Nowhere", "../../etc/passwd", "Asia"])
def test_no_such_zone(given, value):
    given(value)
    assert "it must be a time zone such as Asia/Almaty" in refused(lambda: environment.zone("X", "UTC"))


def test_hosts_of_the_demo_are_local(given):
    given("localhost")
    assert environment.hosts("X", "", only=["localhost", "127.0.0.1"]) == ["localhost"]
    given("localhost,desk.example")
    assert environment.hosts("X", "") == ["localhost", "desk.example"]
    assert "while DEMO is on" in refused(lambda: environment.hosts("X", "", only=["localhost", "127.0.0.1"]))


def test_folder(given, tmp_path):
    assert environment.folder("X", tmp_path / "var").is_dir()
    given("elsewhere")
    assert environment.folder("X", tmp_path / "var") == tmp_path / "elsewhere"


def test_no_such_folder(given, tmp_path):
    (tmp_path / "file").touch()
    given("file/var")
    assert "a folder that can be made and written to" in refused(lambda: environment.folder("X", tmp_path / "var"))


def test_sqlite(given):
    given("sqlite:////srv/desk%20one.sqlite3")
    read = environment.database("X", "")
    assert (read["ENGINE"], read["NAME"]) == ("django.db.backends.sqlite3", "/srv/desk one.sqlite3")
    assert read["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgres(given):
    given("postgres://de%40sk:se%2Fcret@db.example:5433/news?sslmode=require")
    read = environment.database("X", "")
    assert [read[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        *("de@sk", "se/cret", "db.example", "5433", "news")
    ]
    assert read["OPTIONS"]["sslmode"] == "require"
    given("postgresql:///news")
    assert [environment.database("X", "")[key] for key in ("USER", "PASSWORD", "HOST", "PORT")] == ["", "", "", ""]


@pytest.mark.parametrize(
    "value",
    [
        "mysql://secret@h/n",
        "postgres://secret@host/",
        "sqlite:///",
        "sqlite://secret/x",
        "secret",
        "postgres://h:secret/n",
    ],
)
def test_no_such_database_and_no_secret_is_told(given, value):
    given(value)
    said = refused(lambda: environment.database("X", ""))
    assert "it must be sqlite:///path/to/file or postgres://user:password@host:port/name" in said
    assert value == "secret" or "secret" not in said


def test_a_secret_of_its_own(tmp_path):
    file = tmp_path / "new" / "secret_key"
    made = environment.secret("X", file)
    assert len(made) > 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert environment.secret("X", file) == made


def test_one_secret_for_all_who_ask_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "exists", lambda _file: False)
    with ThreadPoolExecutor(8) as asking:
        made = set(asking.map(lambda _: environment.kept(tmp_path / "secret_key"), range(40)))
    assert len(made) == 1


def test_a_secret_given(given, tmp_path):
    given("x" * 50)
    assert environment.secret("X", tmp_path / "secret_key") == "x" * 50
    given("short")
    said = refused(lambda: environment.secret("X", tmp_path / "secret_key"))
    assert "at least 50 characters" in said
    assert "short" not in said
    assert not (tmp_path / "secret_key").exists()


def manage(tmp_path: Path, *words: str, **variables: str) -> subprocess.CompletedProcess:
    """`manage.py` in a process of its own, its `var/` elsewhere."""
    surroundings = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DEMO"}}
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=surroundings | {"VAR_DIR": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
    )


def test_a_bad_value_is_one_sentence_and_no_start(tmp_path):
    ended = manage(tmp_path, "check", TIME_ZONE="Mars/Olympus")
    assert ended.returncode == 1
    assert ended.stderr == (
        "The environment variable TIME_ZONE is 'Mars/Olympus': it must be a time zone such as Asia/Almaty.\n"
    )


def test_the_demo_refuses_a_host_of_the_world(tmp_path):
    ended = manage(tmp_path, "check", DEMO="yes", ALLOWED_HOSTS="desk.example")
    assert ended.returncode == 1
    assert "ALLOWED_HOSTS is 'desk.example'" in ended.stderr


def test_a_real_site_answers_safely(tmp_path):
    ask = (
        "from django.test import Client; answer = Client().get('/people/', headers={'host': 'desk.example'});"
        "print(answer.status_code, answer['Location'])"
    )
    ended = manage(tmp_path, "shell", "-v0", "-c", ask, HTTPS="yes", ALLOWED_HOSTS="desk.example")
    assert ended.stdout == "301 https://desk.example/people/\n"
