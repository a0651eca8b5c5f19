"""The people who work here; and the readers' index, which Django looks for in this module."""

from django.contrib.auth.models import AbstractUser

from newsdesk.search.document import SearchDocument

__all__ = ["SearchDocument", "User"]


class User(AbstractUser):
    """A member of staff. Ours from the first migration on, so that it can grow."""
