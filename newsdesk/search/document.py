"""One page that readers may find."""

from django.db import models
from django.db.models import Q


class SearchDocument(models.Model):
    """A public page as the readers' index knows it, written by `newsdesk.search.index` alone.

    `title` is printed; `title_tokens`, `body_tokens` and `looser_tokens` are searched (see `newsdesk.search.fold`).
    The full-text index beside this table is kept by the database: triggers on SQLite, a generated column on
    PostgreSQL. Django copies the table on SQLite when a migration alters it, and the triggers are gone: such a
    migration makes them anew, as `0002_search` and `0006_search_of_moved_sections` do.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article"
        PERSON = "person"
        ORGANISATION = "organisation"
        MEETING = "meeting"
        SERIES = "series"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    slug = models.CharField(max_length=200)
    title = models.TextField()
    day = models.DateField(null=True)
    section = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=15, blank=True)
    title_tokens = models.TextField()
    body_tokens = models.TextField()
    looser_tokens = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="search_document_once"),
            models.CheckConstraint(condition=~Q(slug=""), name="search_document_has_address"),
        ]

    def __str__(self):
        return f"{self.kind} {self.slug}"
