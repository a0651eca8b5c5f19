"""Invented names in three scripts, and addresses that nobody has yet. Nobody who lives is meant."""

from collections.abc import Iterable
from random import Random

from newsdesk.fill.vocabulary import SYLLABLES
from people.addresses import RESERVED
from people.names import unicode_slug

Spellings = tuple[str, str, str]  # Latin, Cyrillic, Chinese


def name(chance: Random, least: int = 2, most: int = 3) -> Spellings:
    """One word in three scripts, of that many syllables."""
    chosen = chance.choices(SYLLABLES, k=chance.randint(least, most))
    latin, cyrillic, chinese = ("".join(syllable[script] for syllable in chosen) for script in range(3))
    return latin.capitalize(), cyrillic.capitalize(), chinese


def whole_name(family: Spellings, given: Spellings, *, is_family_first: bool) -> Spellings:
    """Family and given name as they are printed; Chinese puts a point between a foreigner's."""
    if is_family_first:
        return f"{family[0]} {given[0]}", f"{family[1]} {given[1]}", family[2] + given[2]
    return f"{given[0]} {family[0]}", f"{given[1]} {family[1]}", f"{given[2]}·{family[2]}"


class Slugs:
    """Gives slugs as `people.addresses.free_slug` does, asking the database once instead of once a row."""

    def __init__(self, *models: type) -> None:
        self.taken = set(RESERVED)
        for model in models:
            self.taken |= set(model._base_manager.exclude(slug=None).values_list("slug", flat=True))
        self.numbers: dict[str, int] = {}

    def free(self, text: str, *, length: int = 100) -> str:
        """A slug made of the text; it is taken from now on."""
        stem = unicode_slug(text)[: length - 5].strip("-")
        slug, number = stem, self.numbers.get(stem, 1)
        while slug in self.taken:
            number += 1
            slug = f"{stem}-{number}"
        self.numbers[stem] = number
        self.taken.add(slug)
        return slug


def in_a_row(names: Iterable[str], comma: str, last: str) -> str:
    """«A, B and C»."""
    *before, end = names
    return f"{comma.join(before)}{last}{end}" if before else end
