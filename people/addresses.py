"""Slugs: given when something first becomes public, unique among all that ever were."""

from people.models import FormerAddress, Meeting, Organisation, Person
from people.names import unicode_slug

# Words that the address space uses itself.
RESERVED = frozenset({"feed", "new", "all", "index"})

# People and organisations share one space: /relations/<slug>/<slug>/ takes either.
SHARED = {Person: (Person, Organisation), Organisation: (Person, Organisation)}


def free_slug(model, text, *, length=100):
    """A slug made of `text` that no row of the model's space has or had. Inside a public act, one at a time."""
    stem = unicode_slug(text)[: length - 5].strip("-")
    slug, number = stem, 1
    while slug in RESERVED or is_taken(model, slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def is_taken(model, slug, *, besides=None) -> bool:
    """Whether a row of the model's space has this slug, or had it once. `besides`: a row whose own do not count."""
    spaces = SHARED.get(model, (model,))
    former = FormerAddress.objects.filter(kind__in=[space._meta.label_lower for space in spaces], slug=slug)
    own = besides.pk if besides else None
    if former.exclude(kind=model._meta.label_lower, object_id=own).exists():
        return True
    holders = (space._base_manager.filter(slug=slug) for space in spaces)
    return any(rows.exclude(pk=own).exists() if rows.model is model else rows.exists() for rows in holders)


def first_slugs(model, rows) -> dict:
    """{id: the slug that each of these rows was given first}: what is to stay the same wherever it moves. One query."""
    own = {row.pk: row.slug for row in rows}
    first = FormerAddress.objects.filter(kind=model._meta.label_lower, object_id__in=own, is_first=True)
    return own | dict(first.values_list("object_id", "slug"))


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
