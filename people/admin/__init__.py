"""The record on the desk: one file per model, all built on `people.desk.model_admin`."""

from people.admin import claims, imported, meeting, organisation, person, source

__all__ = ["claims", "imported", "meeting", "organisation", "person", "source"]
