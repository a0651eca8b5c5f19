"""The files of the deployment guide, tried with the programs that read them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "docs/deployment"
GUIDE = (ROOT / "docs/deployment.md").read_text()
UNITS = sorted(FILES.glob("*.service")) + sorted(FILES.glob("*.timer"))


def needs(program: str):
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not there")


def test_the_guide_copies_every_file_and_no_other():
    copied = set(re.findall(r"docs/deployment/([\w.-]+)", GUIDE))
    assert copied == {file.name for file in FILES.iterdir()}


def test_what_the_machine_says_are_settings_of_the_machine():
    said = set(re.findall(r"^#? ?([A-Z_]+)=", (FILES / "newsdesk.env").read_text(), re.MULTILINE))
    machine = (ROOT / "docs/settings.md").read_text().partition("## Where and how it runs")[2]
    assert said <= set(re.findall(r"^\| `([A-Z_]+)` \|", machine, re.MULTILINE))


def test_every_command_of_the_units_is_there():
    commands = {file.stem for file in (ROOT / "newsdesk/management/commands").glob("*.py")}
    started = re.findall(r"manage\.py (\w+)", "".join(unit.read_text() for unit in UNITS))
    assert set(started) == {"prepare", "worker", "backup"}
    assert set(started) | set(re.findall(r"^newsdesk (\w+)", GUIDE, re.MULTILINE)) <= commands


@needs("sh")
def test_the_command_is_a_script_that_a_shell_understands():
    assert subprocess.run(["sh", "-n", FILES / "newsdesk"]).returncode == 0


@needs("systemd-analyze")
def test_systemd_understands_the_units(tmp_path):
    """As they are, but for where the program is installed."""
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/newsdesk", str(ROOT)))
    names = [str(tmp_path / unit.name) for unit in UNITS]
    ended = subprocess.run(["systemd-analyze", "verify", *names], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


def certified(folder: Path) -> str:
    """nginx.conf as a server of this test may run it: a certificate of its own, everything else below `folder`."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=desk.example"]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    site = (FILES / "nginx.conf").read_text()
    site = site.replace("/etc/letsencrypt/live/desk.example/fullchain.pem", str(certificate))
    site = site.replace("/etc/letsencrypt/live/desk.example/privkey.pem", str(key))
    return site.replace("/var/log/nginx", str(folder))


@needs("nginx")
@needs("openssl")
def test_nginx_understands_the_site(tmp_path):
    (tmp_path / "site").write_text(certified(tmp_path))
    whole = f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ include {tmp_path}/site; }}\n"
    (tmp_path / "nginx.conf").write_text(whole)
    command = ["nginx", "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "errors")]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert "warn" not in ended.stderr


def test_only_renditions_are_handed_to_nginx():
    site = (FILES / "nginx.conf").read_text()
    assert re.findall(r"alias (.+);", site) == ["/var/lib/newsdesk/uploads/renditions/"]
    assert site.count("internal;") == 1
    for header in ("X-Forwarded-Proto $scheme", "X-Forwarded-For $remote_addr", "X-Request-ID $request_id"):
        assert f"proxy_set_header {header};" in site
    assert "$remote_addr" not in re.search(r"log_format [^;]+;", site)[0]
