"""The table of Django's cache in the database, made by a migration like every other one."""

from django.db import models


class CacheEntry(models.Model):
    """Read and written by Django's DatabaseCache alone, which names the columns so."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "newsdesk_cache"

    def __str__(self):
        return self.cache_key
