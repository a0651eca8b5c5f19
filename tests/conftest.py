"""What every test stands on: a database of its own run, quick settings, the single rows, and people who log in."""

from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.contrib.auth.models import Group, Permission
from django.test import Client, override_settings

from articles.models import Runner
from newsdesk.demo import chromium
from newsdesk.messages import compile_messages
from newsdesk.models import User
from newsdesk.roles import RIGHTS, make_groups
from people.models import Generation
from tests import demo_desk

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file of this run and process: in memory it fails under the parallel requests of a live server."""
    database = site_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _quick_settings(tmp_path_factory):
    """Pictures and static files outside `var/`, static files unhashed, passwords hashed in no time."""
    compile_messages(ROOT)
    storages = site_settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    with override_settings(
        STORAGES=storages,
        MEDIA_ROOT=str(tmp_path_factory.mktemp("pictures")),
        STATIC_ROOT=str(tmp_path_factory.mktemp("static")),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECOND_FACTOR_ROLES=[],  # its query is asked for where it is tested
        RUN_DUE_ON_REQUEST=False,  # its look would flicker in counts of queries; asked for where it is tested
    ):
        yield


@pytest.fixture(autouse=True)
def _single_rows(request, _django_db_marker):
    """Remake what the migrations made and a flush after a transactional test took away."""
    uses_database = {"db", "transactional_db", "live_server"} & set(request.fixturenames)
    if not uses_database and not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("_django_db_helper")
    remake_single_rows()


def remake_single_rows():
    """What the migrations made: the rows that acts take turns on, and the groups."""
    Generation.objects.get_or_create(pk=1, defaults={"number": 0})
    Runner.objects.get_or_create(pk=1)
    if Group.objects.count() < len(RIGHTS):
        make_groups(Group, Permission)


@pytest.fixture(scope="session")
def demo_rows(django_db_setup, django_db_blocker, tmp_path_factory):
    """The rows of the demonstration, built once a process: see `tests.demo_desk`."""
    with django_db_blocker.unblock():
        remake_single_rows()
        return demo_desk.build(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def staff(db):
    """`staff("editor")`: a new member of staff in that group, with the rights of the group and no others."""

    def make(role: str, username: str = "") -> User:
        assert role in RIGHTS
        username = username or f"{role.replace(' ', '-')}-{User.objects.count()}"
        user = User.objects.create_user(username, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def client_of(staff):
    """`client_of("editor")`: a test client logged in as somebody in that group."""

    def make(role: str) -> Client:
        client = Client()
        client.force_login(staff(role))
        return client

    return make


def pytest_terminal_summary(terminalreporter):
    """One line that says so when the browser tests did not run."""
    reports = terminalreporter.stats.get("skipped", [])
    if skipped := sum(chromium.MISSING in str(report.longrepr) for report in reports):
        terminalreporter.line(f"{skipped} browser tests skipped: {chromium.MISSING}.", yellow=True)
