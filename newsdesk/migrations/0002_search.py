"""The readers' index: the table of documents, and the full-text index that each database keeps beside it."""

from django.db import migrations, models

# FTS5 reads its text from the table of documents; the triggers hand it each old and new row.
SQLITE = [
    """
    CREATE VIRTUAL TABLE newsdesk_search USING fts5(
        title_tokens, body_tokens, looser_tokens,
        content='newsdesk_searchdocument', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3'
    )
    """,
    """
    CREATE TRIGGER newsdesk_search_insert AFTER INSERT ON newsdesk_searchdocument BEGIN
        INSERT INTO newsdesk_search(rowid, title_tokens, body_tokens, looser_tokens)
        VALUES (new.id, new.title_tokens, new.body_tokens, new.looser_tokens);
    END
    """,
    """
    CREATE TRIGGER newsdesk_search_delete AFTER DELETE ON newsdesk_searchdocument BEGIN
        INSERT INTO newsdesk_search(newsdesk_search, rowid, title_tokens, body_tokens, looser_tokens)
        VALUES ('delete', old.id, old.title_tokens, old.body_tokens, old.looser_tokens);
    END
    """,
    """
    CREATE TRIGGER newsdesk_search_update AFTER UPDATE ON newsdesk_searchdocument BEGIN
        INSERT INTO newsdesk_search(newsdesk_search, rowid, title_tokens, body_tokens, looser_tokens)
        VALUES ('delete', old.id, old.title_tokens, old.body_tokens, old.looser_tokens);
        INSERT INTO newsdesk_search(rowid, title_tokens, body_tokens, looser_tokens)
        VALUES (new.id, new.title_tokens, new.body_tokens, new.looser_tokens);
    END
    """,
]
POSTGRESQL = [
    """
    ALTER TABLE newsdesk_searchdocument ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_tokens), 'A') || setweight(to_tsvector('simple', body_tokens), 'B')
        || setweight(to_tsvector('simple', looser_tokens), 'D')
    ) STORED
    """,
    "CREATE INDEX newsdesk_search_words ON newsdesk_searchdocument USING gin (words)",
]
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def create(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    """Triggers, column and index go with the table of documents."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE newsdesk_search")


class Migration(migrations.Migration):
    dependencies = [("newsdesk", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "Article"),
                            ("person", "Person"),
                            ("organisation", "Organisation"),
                            ("meeting", "Meeting"),
                            ("series", "Series"),
                        ],
                        max_length=20,
                    ),
                ),
                ("slug", models.CharField(max_length=200)),
                ("title", models.TextField()),
                ("day", models.DateField(null=True)),
                ("section", models.CharField(blank=True, max_length=100)),
                ("language", models.CharField(blank=True, max_length=15)),
                ("title_tokens", models.TextField()),
                ("body_tokens", models.TextField()),
                ("looser_tokens", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "slug"), name="search_document_once"),
                    models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="search_document_has_address"
                    ),
                ],
            },
        ),
        migrations.RunPython(create, drop),
    ]
