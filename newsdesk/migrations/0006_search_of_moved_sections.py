"""Words are read anew only where words changed: another address of a section writes to thousands of documents."""

from django.db import migrations

DROP = "DROP TRIGGER newsdesk_search_update"
TRIGGER = """
    CREATE TRIGGER newsdesk_search_update AFTER UPDATE{columns} ON newsdesk_searchdocument BEGIN
        INSERT INTO newsdesk_search(newsdesk_search, rowid, title_tokens, body_tokens, looser_tokens)
        VALUES ('delete', old.id, old.title_tokens, old.body_tokens, old.looser_tokens);
        INSERT INTO newsdesk_search(rowid, title_tokens, body_tokens, looser_tokens)
        VALUES (new.id, new.title_tokens, new.body_tokens, new.looser_tokens);
    END
"""


def _make(schema_editor, columns):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(DROP)
        schema_editor.execute(TRIGGER.format(columns=columns))


def of_words(apps, schema_editor):
    _make(schema_editor, " OF title_tokens, body_tokens, looser_tokens")


def of_anything(apps, schema_editor):
    _make(schema_editor, "")


class Migration(migrations.Migration):
    dependencies = [("newsdesk", "0005_worker_sign")]

    operations = [migrations.RunPython(of_words, of_anything)]
