"""The people who work here; and what Django looks for in this module: sign-ins, the cache, the readers' index."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from newsdesk.accounts.sign_in import SignIn
from newsdesk.cache import CacheEntry
from newsdesk.search.document import SearchDocument
from newsdesk.worker_sign import WorkerSign

__all__ = ["CacheEntry", "SearchDocument", "SignIn", "User", "WorkerSign"]


class User(AbstractUser):
    """A member of staff. Ours from the first migration on, so that it can grow."""

    link_made_at = models.DateTimeField(null=True, editable=False, help_text="The last link of one use.")
    told_at = models.DateTimeField(null=True, editable=False, help_text="What others did until then has been said.")
