"""Numbers in words, up to twelve."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WORDS = (
    gettext_lazy("no"),
    gettext_lazy("one"),
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
    gettext_lazy("ten"),
    gettext_lazy("eleven"),
    gettext_lazy("twelve"),
)


def in_words(number: int) -> str:
    """«twelve»; digits from thirteen on."""
    return str(WORDS[number]) if number < len(WORDS) else number_format(number)


def sentence(*counted: str) -> str:
    """«Two meetings, twelve entries.» from «two meetings» and «twelve entries»."""
    words = _(", ").join(counted)
    return words[:1].upper() + words[1:] + "."
