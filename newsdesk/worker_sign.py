"""The worker's last sign of life, in the database: it may work on another machine than the one that is asked."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

EVERY = 10.0  # seconds between two signs
SILENT_AFTER = timedelta(minutes=1)


class WorkerSign(models.Model):
    """The one row that the worker touches."""

    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="worker_sign_one_row")]

    def __str__(self):
        return str(self.at)


def give() -> None:
    WorkerSign.objects.update_or_create(pk=1, defaults={"at": timezone.now()})


def is_heard() -> bool:
    return WorkerSign.objects.filter(pk=1, at__gt=timezone.now() - SILENT_AFTER).exists()
