"""Django's autocomplete boxes, made to answer a forged value with an error at the field and not with a 500."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

LONGEST_KEY = 18  # digits: no more fits a database's integer


def is_key(value) -> bool:
    """Whether it can be the key of a row."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY


class KeysOnly:
    """What can be no row is not looked up."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [each for each in value if is_key(each)], attr)


class ChooseOne(KeysOnly, AutocompleteSelect):
    pass


class ChooseMany(KeysOnly, AutocompleteSelectMultiple):
    pass
