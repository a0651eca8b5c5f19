"""How every row of the record is saved."""

from django.db import models

from people.querysets import RecordQuerySet


class Stored(models.Model):
    """A row some of whose columns have another single writer: saving a stale instance never writes those back."""

    derived: frozenset[str] = frozenset()

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def fill_in(self):
        """Set the columns that follow from the row's own: its folded key, what it sorts by. Saving does it."""

    def save(self, *args, **kwargs):
        self.fill_in()
        if not self._state.adding and kwargs.get("update_fields") is None:
            columns = (field.name for field in self._meta.concrete_fields if not field.primary_key)
            kwargs["update_fields"] = [name for name in columns if name not in self.derived]
        super().save(*args, **kwargs)
