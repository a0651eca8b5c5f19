"""Translations compiled without gettext."""

import gettext
import os

from newsdesk.messages import compile_messages

WORDS = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "article"
msgstr "мақала"

#, fuzzy
msgid "meeting"
msgstr "жиын"
"""


def test_compiles_what_changed_and_leaves_unsure_words_out(tmp_path):
    source = tmp_path / "articles" / "locale" / "kk" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(WORDS)
    target = source.with_suffix(".mo")
    assert compile_messages(tmp_path) == [target]
    with target.open("rb") as compiled:
        words = gettext.GNUTranslations(compiled)
    assert words.gettext("article") == "мақала"
    assert words.gettext("meeting") == "meeting"

    assert compile_messages(tmp_path) == []
    later = target.stat().st_mtime + 10
    os.utime(source, (later, later))
    assert compile_messages(tmp_path) == [target]


def test_two_part_languages_are_read(tmp_path):
    source = tmp_path / "people" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(WORDS)
    assert [file.parent.parent.name for file in compile_messages(tmp_path)] == ["zh_Hans"]
