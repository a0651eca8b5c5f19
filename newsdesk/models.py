"""The people who work here."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. Ours from the first migration on, so that it can grow."""
