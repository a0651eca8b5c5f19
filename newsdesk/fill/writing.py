"""What one invented article says: its words, whom they name, and the sentences that tell of meetings."""

from dataclasses import dataclass, field
from html import escape
from random import Random

from newsdesk.fill import invented
from newsdesk.fill.cast import Cast, Told
from newsdesk.fill.prose import Paragraph, Prose, Words
from newsdesk.fill.vocabulary import AND, ANNOUNCED, HEADLINES, MENTIONED, REPORTED, SCRIPT_OF, TOPICS

NAMED = 8  # people that one sentence of a large meeting names


@dataclass
class Text:
    """The words of an article. `mentioned`: by kind and key, the words in the text and the address of the page."""

    headline: str = ""
    standfirst: Words = field(default_factory=lambda: Words(""))
    dateline: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    mentioned: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)  # one for each meeting told of

    @property
    def body(self) -> str:
        return "".join(f"<p>{escape(paragraph.text, quote=False)}</p>" for paragraph in self.paragraphs)

    @property
    def number_of_words(self) -> int:
        return sum(sentence.count for paragraph in self.paragraphs for sentence in paragraph.sentences)


class Writer:
    """Writes one article."""

    def __init__(self, chance: Random, cast: Cast, prose: Prose) -> None:
        self.chance, self.cast, self.prose = chance, cast, prose
        self.language, self.script = prose.language, SCRIPT_OF[prose.language]
        self.text = Text()

    def write(self, told: list[Told]) -> Text:
        text = self.text
        text.sentences = [self._sentence(each) for each in told]
        asides = [self._aside() for _ in range(self.chance.randint(1, 2))] if self.cast.people else []
        who = next((words for words, _url in text.mentioned.values()), self._invented())
        topic = self.chance.choice(TOPICS).capitalize()
        text.headline = HEADLINES[self.language].format(topic=topic, who=who, name=self._invented())
        text.standfirst = self.chance.choice(self.prose.stock)
        text.dateline = self.chance.choice(self.cast.spots).spellings[self.script]
        text.paragraphs = self.prose.body(self.chance, [*text.sentences, *asides])
        return text

    def _sentence(self, told: Told) -> str:
        frames = REPORTED if told.says == "held" else ANNOUNCED
        who = invented.in_a_row([self._name(each.person) for each in told.roll[:NAMED]], *AND[self.language])
        place = told.spot.spellings[self.script]
        return frames[self.language].format(who=who, place=place, title=told.title, day=told.when)

    def _aside(self) -> str:
        """A sentence on somebody, and on the body he or she works for."""
        number = int(len(self.cast.people) * self.chance.random() ** 2)
        body = self.cast.bodies[self.cast.people[number].body]
        words = body.spellings[self.script]
        sentence = MENTIONED[self.language].format(who=self._name(number), body=words)
        self.text.mentioned["organisation", body.key] = words, body.url
        return sentence

    def _name(self, number: int) -> str:
        """The name in the script of the article; whoever is named is mentioned."""
        person = self.cast.people[number]
        words = person.spellings[self.script]
        self.text.mentioned["person", person.key] = words, person.url
        return words

    def _invented(self) -> str:
        return invented.name(self.chance)[self.script]
