"""What a start needs is done once, and again when something changed."""

import pytest
from django.core.management import CommandError, call_command

from newsdesk import preparing


def test_static_files_are_collected_when_one_changed(settings, tmp_path, monkeypatch):
    settings.VAR_DIR, settings.STATICFILES_DIRS = tmp_path, [tmp_path / "static"]
    collected, said = [], []
    monkeypatch.setattr(preparing, "call_command", lambda name, **options: collected.append(name))
    monkeypatch.setattr(preparing, "ROOT", tmp_path)
    (tmp_path / "requirements.lock").write_text("one")
    (tmp_path / "static").mkdir()
    sheet = tmp_path / "static" / "site.css"
    for text, times in (("a {}", 1), ("a {}", 1), ("b {}", 2)):
        sheet.write_text(text)
        preparing.collect_static(said.append)
        assert len(collected) == times
    (tmp_path / "requirements.lock").write_text("two")
    preparing.collect_static(said.append)
    assert collected == ["collectstatic"] * 3
    assert said == ["Collecting static files …"] * 3


def test_database_translations_and_static_files(monkeypatch):
    done = []
    monkeypatch.setattr(preparing, "call_command", lambda name, **options: done.append(name))
    monkeypatch.setattr(preparing, "compile_messages", lambda root: done.append("translations"))
    monkeypatch.setattr(preparing, "collect_static", lambda say: done.append("static files"))
    preparing.prepare()
    assert done == ["migrate", "translations", "static files"]


def test_the_command_says_what_cannot_be_written_to(monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(28, "No space left on device", "/srv/desk/var/static")

    monkeypatch.setattr(preparing, "call_command", refuse)
    with pytest.raises(CommandError, match=r"/srv/desk/var/static cannot be written to \(No space left on device\)"):
        call_command("prepare")
