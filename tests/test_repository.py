"""What must hold of the repository as a whole: migrations, templates, static files, documents, addresses."""

import ast
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.template import Engine
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "requirements.lock", "Makefile", "README.md", "CHANGELOG.md", "LICENSE"),
    *("requirements-production.lock", ".ci", ".gitignore", "newsdesk", "people", "articles", "templates", "static"),
    *("tests", "docs"),
}
READERS = {"text", "boolean", "number", "choice", "choices", "words", "zone", "hosts", "folder", "database", "secret"}
# Spelled in two parts so that this file does not find itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb.deb" + "ian.org"]


def committed() -> list[Path]:
    """The files that git keeps or would keep, without what .gitignore names."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in names if (ROOT / name).is_file()]


@pytest.mark.django_db
def test_no_migration_is_missing():
    said = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said)
    except SystemExit:
        pytest.fail(said.getvalue())


def templates() -> list[str]:
    folder = ROOT / "templates"
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("name", templates())
def test_every_template_loads(name):
    assert Engine.get_default().get_template(name).nodelist


def test_static_files_are_collected_strictly(tmp_path):
    """Every file that a stylesheet names is there, and the two stylesheets arrive joined, layers kept."""
    joined = {"staticfiles": {"BACKEND": "newsdesk.staticfiles.JoinedStorage"}}
    with override_settings(STATIC_ROOT=str(tmp_path), STORAGES=joined):
        call_command("collectstatic", verbosity=0, interactive=False)
    for sheet in ("site", "desk"):
        [file] = tmp_path.glob(f"css/{sheet}.*.css")
        text = file.read_text()
        assert "@import" not in text
        assert text.index("@layer reset, tokens") < text.index("@layer tokens {") < text.index("@layer base {")
        named = re.findall(r'url\("([^"#:]+)"\)', text)
        assert named
        assert [name for name in named if not (file.parent / name).resolve().is_file()] == []


def variables_read() -> set[str]:
    """Names of the environment variables that the program reads: through the typed readers, or directly."""
    found = set()
    for file in [*ROOT.glob("newsdesk/**/*.py"), *ROOT.glob("tests/**/conftest.py"), *ROOT.glob("p*/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                function = ast.unparse(node.func)
                if function in {f"environment.{reader}" for reader in READERS} | {"os.environ.get", "os.getenv"}:
                    found.add(node.args[0].value)
    makefile = (ROOT / "Makefile").read_text()
    return found | set(re.findall(r"^([A-Z]+) \?=", makefile, re.MULTILINE))


def test_every_environment_variable_is_documented_and_no_other():
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE))
    assert variables_read() - {"VIRTUAL_ENV"} == documented
    assert len(documented) > 15


def test_commands_of_the_documents_exist():
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    commands = {file.stem for file in ROOT.glob("*/management/commands/*.py")}
    for document in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        text = document.read_text()
        assert set(re.findall(r"(?:`|^ {4}|^)make ([a-z]+)", text, re.MULTILINE)) <= targets, document
        assert set(re.findall(r"manage\.py ([a-z_]+)", text)) <= commands | {"runserver", "migrate"}, document


def test_readme_begins_with_the_two_commands():
    text = (ROOT / "README.md").read_text()
    commands = re.findall(r"^(?: {4})?(make [a-z]+)", text, re.MULTILINE)
    assert commands[:2] == ["make run", "make test"]
    assert len(text.splitlines()) <= 80


def test_links_between_documents_lead_somewhere():
    for document in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text()):
            assert (document.parent / link).exists(), f"{document.name} links to {link}"


def test_top_level_is_only_what_the_plan_names():
    assert {file.relative_to(ROOT).parts[0] for file in committed()} <= TOP_LEVEL


def test_no_file_names_a_package_registry():
    found = []
    for file in committed():
        text = file.read_bytes().decode(errors="ignore")
        found += [f"{file.relative_to(ROOT)}: {host}" for host in REGISTRIES if host in text]
    assert found == []


def test_deployment_checks_say_nothing(settings, monkeypatch):
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # of the browser tests
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.ALLOWED_HOSTS = ["desk.example"]
    try:
        call_command("check", deploy=True, fail_level="WARNING", stderr=StringIO())
    except SystemCheckError as error:
        pytest.fail(str(error))


def addresses(patterns: list, above: str = "") -> list[str]:
    """Every address of the URL map outside the desk, its parts filled in with something that no page has."""
    found = []
    for entry in patterns:
        route = above + str(entry.pattern)
        if isinstance(entry, URLResolver) and not route.startswith("admin/"):
            found += addresses(entry.url_patterns, route)
        elif isinstance(entry, URLPattern) and not route.startswith("admin/"):
            found.append("/" + re.sub(r"<(?:(\w+):)?\w+>", lambda part: SAMPLES.get(part[1], "nothing"), route))
    return found


SAMPLES = {"int": "1", "year": "2023", "month": "04"}


@pytest.mark.django_db
@pytest.mark.parametrize("address", addresses(get_resolver().url_patterns))
def test_every_public_address_answers_an_anonymous_reader(client, address):
    """An answer, no failure, and no cookie: a list is there, a page of something that does not exist is not."""
    answer = client.get(address)
    assert answer.status_code in ({404} if "nothing" in address else {200, 301, 302})
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
