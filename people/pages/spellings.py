"""The public names of everybody and every place on a page, in one query."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from people.models import Name
from people.prepared import Prepared


@dataclass(frozen=True)
class Spelling:
    """`lang` is a language tag for the page's HTML."""

    text: str
    lang: str


def _names_of(person, organisation, place):
    wanted = Q(person__in=person) | Q(organisation__in=organisation) | Q(place__in=place)
    names = Name.objects.public().filter(wanted).exclude(kind=Name.Kind.MISSPELLING)
    return names.order_by("language", "text", "since_earliest", "pk")


NAME = ("text", "language", "kind", "since_latest", "until", "until_earliest", "is_public")
OWNER = ("person_id", "organisation_id", "place_id")
PUBLIC_NAMES = Prepared(_names_of, *NAME, *OWNER, person=list, organisation=list, place=list)


class Spellings:
    """Public Names by owner. Misspellings are kept for the search alone: no page prints them."""

    def __init__(self, *, people=(), organisations=(), places=()):
        owners = {"person": set(people), "organisation": set(organisations), "place": set(places) - {None}}
        self._names = defaultdict(list)
        for name in PUBLIC_NAMES(**{column: list(keys) for column, keys in owners.items()}):
            column = next(column for column in owners if getattr(name, f"{column}_id"))
            self._names[column, getattr(name, f"{column}_id")].append(name)

    def of(self, owner) -> list[Name]:
        return self._names[owner._meta.model_name, owner.pk]

    def others(self, owner, *printed) -> list[Spelling]:
        """Spellings that differ from the name on the page and from what else is `printed` there, each once.

        A spelling that several languages share stands under the owner's own, if that is one of them.
        """
        known, found = {owner.name, *printed}, {}
        for name in sorted(self.of(owner), key=lambda name: name.kind != Name.Kind.NATIVE):
            if name.text not in known:
                found.setdefault(name.text, Spelling(name.text, name.language))
        return list(found.values())

    def native(self, owner) -> Spelling | None:
        """The name in the owner's own language, where that is another one."""
        native = [name for name in self.of(owner) if name.kind == Name.Kind.NATIVE and name.text != owner.name]
        return Spelling(native[0].text, native[0].language) if native else None

    def carrying(self, owner, sentence: str) -> str:
        """The longest spelling of the person that stands in the sentence: the words that carry the entry."""
        spellings = {owner.name, owner.family_name, *(name.text for name in self.of(owner))} - {""}
        found = sorted((text for text in spellings if text in sentence), key=lambda text: (-len(text), text))
        return found[0] if found else ""

    def place(self, meeting) -> str:
        """Where the meeting was, by the place's name of that day: «Nur-Sultan, today Astana». "" for no place."""
        place = meeting.place
        if place is None:
            return ""
        then = {place.name_on(day, self.of(place)) for day in (meeting.when_earliest, meeting.when_latest)}
        then = then.pop() if len(then) == 1 else place.name
        return then if then == place.name else _("%(then)s, today %(now)s") % {"then": then, "now": place.name}
