"""Why a date was not understood."""

from collections.abc import Callable

from .languages import language_of
from .point import Point
from .writing import write


def mark(sentence: str) -> str:
    """Marks a sentence for translation; who shows it translates it, for this package knows no Django."""
    return sentence


class DateError(ValueError):
    """A date that nobody can keep, with a sentence that says what is wrong or what to type."""

    def __init__(self, sentence: str, **params: object) -> None:
        self.sentence = sentence
        self.params = params
        super().__init__(self.say())

    def say(self, language: str = "en", translate: Callable[[str], str] = mark) -> str:
        """The sentence in that language: `translate` turns the English one, dates in it are written out here."""
        written = {
            name: write(value, language_of(language)) if isinstance(value, Point) else value
            for name, value in self.params.items()
        }
        return translate(self.sentence) % written
