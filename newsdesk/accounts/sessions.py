"""The session engine: Django's of the database, kept in `SignIn`, so that somebody's sessions can be found."""

from datetime import datetime

from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone

FIRST_SEEN, DEVICE = "first_seen", "device"


class SessionStore(db.SessionStore):
    """Named in SESSION_ENGINE."""

    @classmethod
    def get_model_class(cls):
        return apps.get_model("newsdesk", "SignIn")

    def create_model_instance(self, data):
        """The row, its columns filled from the session itself. Every save is a moment it was seen."""
        row = super().create_model_instance(data)
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.browser, row.system = data.get(DEVICE, ("", ""))
        row.last_seen = timezone.now()
        row.first_seen = datetime.fromisoformat(data[FIRST_SEEN]) if FIRST_SEEN in data else row.last_seen
        return row
