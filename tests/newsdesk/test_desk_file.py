"""The desk's own file of settings: what is written comes back, what is no good is told by its line."""

import os
import re
from pathlib import Path

import pytest

from newsdesk import desk_file, environment
from newsdesk.desk_file import BadLine, parse, render

ROOT = Path(__file__).resolve().parents[2]


def test_it_may_hold_what_the_documents_call_settings_of_the_site():
    described = (ROOT / "docs/settings.md").read_text().partition("## The site\n")[2].partition("## ")[0]
    assert list(desk_file.NAMES) == re.findall(r"^\| `([A-Z_]+)` \|", described, re.MULTILINE)


@pytest.fixture
def own(tmp_path):
    """A file that the readers take; forgotten afterwards."""
    yield tmp_path / "desk.env"
    environment.take_desk(tmp_path / "nothing")


def test_what_is_written_comes_back(tmp_path):
    values = {"SITE_NAME": "Mira's # «desk» = 1", "TIME_ZONE": "Asia/Tashkent"}
    file = tmp_path / "new" / "desk.env"
    desk_file.write(file, values)
    assert parse(file.read_text()) == values
    assert [each.name for each in file.parent.iterdir()] == ["desk.env"]


def test_remarks_and_empty_lines_are_passed_over():
    assert parse("# a remark\n\n SITE_NAME = A desk \n") == {"SITE_NAME": "A desk"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SITE_NAME", "line 1 is no NAME=value"),
        ("# x\nALLOWED_HOSTS=x", "line 2 sets ALLOWED_HOSTS: only SITE_NAME,"),
        ("SITE_NAME=a\nSITE_NAME=b", "line 2 sets SITE_NAME a second time"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(text, said):
    with pytest.raises(BadLine, match=said):
        parse(text)


@pytest.mark.parametrize("value", ["two\nlines", " spaces "])
def test_a_value_that_would_not_come_back_is_refused_and_nothing_is_left(value, tmp_path):
    with pytest.raises(BadLine):
        render({"SITE_NAME": value})
    with pytest.raises(BadLine):
        desk_file.write(tmp_path / "desk.env", {"SITE_NAME": value})
    assert list(tmp_path.iterdir()) == []


def test_the_environment_outranks_the_file_and_the_file_the_default(own, monkeypatch):
    own.write_text("SITE_NAME=Of the file\n")
    assert environment.text("SITE_NAME", "usual") == "usual"
    environment.take_desk(own)
    assert environment.text("SITE_NAME", "usual") == "Of the file"
    monkeypatch.setenv("SITE_NAME", "Of the environment")
    assert environment.text("SITE_NAME", "usual") == "Of the environment"


def test_a_bad_value_is_told_with_where_it_stands(own, monkeypatch):
    own.write_text("TIME_ZONE=Mars\n")
    environment.take_desk(own)
    with pytest.raises(
        environment.BadSetting, match="^TIME_ZONE in the file desk.env is 'Mars': it must be a time zone"
    ):
        environment.zone("TIME_ZONE", "UTC")
    monkeypatch.setenv("TIME_ZONE", "Venus")
    with pytest.raises(environment.BadSetting, match="^The environment variable TIME_ZONE is 'Venus'"):
        environment.zone("TIME_ZONE", "UTC")


def test_a_file_that_cannot_be_used_is_told(own):
    own.write_bytes(b"SITE_NAME=\xff\n")
    with pytest.raises(environment.ImproperlyConfigured, match=r"desk.env cannot be used: 'utf-8'"):
        environment.take_desk(own)
    own.unlink()
    os.mkdir(own)
    with pytest.raises(environment.ImproperlyConfigured, match=r"desk.env cannot be read \(Is a directory\)"):
        environment.take_desk(own)
