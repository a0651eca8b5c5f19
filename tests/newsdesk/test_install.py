"""Making `.venv`: what it says when it cannot, and that it rests when there is nothing to do."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from newsdesk import install
from newsdesk.install import CannotInstall

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path):
    (tmp_path / "requirements.lock").write_text("django==5.2\n")
    return tmp_path


@pytest.fixture
def commands(monkeypatch):
    """The commands it would run, run as far as the test needs them."""
    ran: list[list[str]] = []

    def note(command, complaint):
        ran.append(command)
        if "venv" in command:
            python = install.Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.symlink_to(sys.executable)

    monkeypatch.setattr(install, "run", note)
    return ran


def test_installs_once_and_again_when_the_lock_changed(root, commands):
    said: list[str] = []
    assert install.install(root, said.append)
    assert len(said) == 1
    assert [command[1:3] for command in commands] == [["-m", "venv"], ["-m", "pip"]]
    assert {"--require-hashes", "--no-deps"} <= set(commands[1])  # the lock names every package
    assert not install.install(root, said.append)
    assert len(commands) == 2
    (root / "requirements.lock").write_text("django==5.3\n")
    assert install.install(root, said.append)
    assert [command[1:3] for command in commands[2:]] == [["-m", "pip"]]


def test_a_server_gets_no_tools_of_development(root, commands):
    (root / "requirements-production.lock").write_text("django==5.2\n")
    assert install.install(root, lambda said: None, purpose="production")
    assert commands[-1][-1] == str(root / "requirements-production.lock")
    assert not install.install(root, lambda said: None, purpose="production")


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^\s;]+)", lock.read_text(), re.MULTILINE))


def test_the_lock_of_servers_is_part_of_the_other():
    """Same versions, every package the program names, nothing that only development needs; `make lock` makes both."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    every, servers = pinned(ROOT / "requirements.lock"), pinned(ROOT / "requirements-production.lock")
    needed = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["postgres"]]
    assert set(servers.items()) <= set(every.items())
    assert {re.match(r"[\w-]+", line)[0] for line in needed} <= set(servers)
    assert not {re.match(r"[\w-]+", line)[0] for line in project["dependency-groups"]["dev"]} & set(servers)


@pytest.mark.parametrize(("version", "refused"), [((2, 7, 18), True), ((3, 10, 13), True), ((3, 11, 0), False)])
def test_an_old_python_is_told_before_it_reads_a_file_of_ours(version, refused, monkeypatch):
    check = re.search(r"\$\(PYTHON\) -c '(.+)'", (ROOT / "Makefile").read_text())[1].replace("$$", "$")
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as ended:
        exec(check)
    said = "Newsdesk needs Python 3.11 or newer, this is {}.{}: name another one, make run PYTHON=python3.12"
    assert ended.value.code == (said.format(*version) if refused else 0)


def test_a_folder_that_cannot_be_written_to_is_told(root, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(install.Path, "touch", refuse)
    with pytest.raises(CannotInstall, match=r"cannot be written to \(Permission denied\)"):
        install.install(root)


def test_a_python_without_ensurepip_uses_the_pip_outside(root, commands, monkeypatch):
    monkeypatch.setattr(install, "has", lambda module: module == "pip")
    monkeypatch.setattr(install, "has_own_pip", lambda python: False)
    install.install(root, lambda said: None)
    assert "--without-pip" in commands[0]
    assert commands[1][:5] == [sys.executable, "-m", "pip", "--python", str(root / ".venv/bin/python")]


def test_no_pip_at_all_is_told(root, commands, monkeypatch):
    monkeypatch.setattr(install, "has", lambda module: False)
    monkeypatch.setattr(install, "has_own_pip", lambda python: False)
    with pytest.raises(CannotInstall, match=r"neither pip nor ensurepip"):
        install.install(root, lambda said: None)
    assert not (root / ".venv" / "installed-from").exists()


def test_a_command_that_fails_is_told():
    with pytest.raises(CannotInstall, match=r"It did not work: the lines above say why"):
        install.run([sys.executable, "-c", "raise SystemExit(3)"], "It did not work")
    install.run([sys.executable, "-c", ""], "It did not work")
