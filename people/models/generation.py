"""The one row that every public act counts up."""

from django.db import models


class Generation(models.Model):
    """How many public acts there were: acts take their turn on this row, and cached pages live as long as it stands."""

    number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="generation_one_row")]

    def __str__(self):
        return str(self.number)
