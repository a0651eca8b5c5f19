"""Slugs: given when something first becomes public, unique among all that ever were."""

from people.models import Meeting, Organisation, Person
from people.names import unicode_slug

# Words that the address space uses itself.
RESERVED = frozenset({"feed", "new", "all", "index"})

# People and organisations share one space: /relations/<slug>/<slug>/ takes either.
SHARED = {Person: (Person, Organisation), Organisation: (Person, Organisation)}


def free_slug(model, text, *, length=100):
    """A slug made of `text` that no row of the model's space has. To be called inside a public act, one at a time."""
    spaces = SHARED.get(model, (model,))
    stem = unicode_slug(text)[: length - 5].strip("-")
    slug, number = stem, 1
    while slug in RESERVED or any(space._base_manager.filter(slug=slug).exists() for space in spaces):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def meeting_words(meeting: Meeting):
    """What a meeting's slug is made of: its title, and its year unless the title has one."""
    year = str(meeting.when_earliest.year) if meeting.when_earliest else ""
    return meeting.title if year in meeting.title else f"{meeting.title} {year}"


def give_slug(row):
    """Give the row its slug unless it was given one before, whatever this instance knows of that.

    Returns whether it was given now.
    """
    row.slug = type(row)._base_manager.filter(pk=row.pk).values_list("slug", flat=True).first()
    if row.slug:
        return False
    words = meeting_words(row) if isinstance(row, Meeting) else row.name
    row.slug = free_slug(type(row), words)
    type(row)._base_manager.filter(pk=row.pk).update(slug=row.slug)
    return True
