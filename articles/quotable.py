"""The sentences of an article's draft to choose from, and what each of them is evidence for already."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models.functions import Coalesce

from articles import anchoring
from articles.models import Anchor
from articles.sentences import split, stands
from people.models import Evidence, Meeting
from people.states import STATES

# Not the attendances: of three hundred on one roll the desk is told how many there are of each state.
OF_CLAIMS = ("outcome", "membership__person", "membership__post__organisation", "membership__organisation", "name")
MEETING = Coalesce("meeting", "attendance__meeting", "outcome__meeting")


class Tally(NamedTuple):
    """So many of one state."""

    state: str
    number: int


@dataclass
class OfMeeting:
    """What sentences of the article say of one meeting."""

    meeting: Meeting
    states: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def tally(self):
        return [Tally(state, self.states.count(state)) for state in STATES if state in self.states]

    def take(self, evidence):
        """One more piece of evidence for it."""
        if evidence.attendance_id:
            self.states.append(evidence.says)
        elif evidence.outcome_id:
            self.others.append(str(evidence.outcome))
        else:
            self.others.append(evidence.get_says_display())


@dataclass
class Quoted:
    """A sentence the record rests on. `stands`: one of its wordings is in the draft as a whole."""

    anchor: Anchor
    stands: bool
    meetings: list[OfMeeting]
    others: list[str]


@dataclass
class Line:
    """A sentence of the draft; `quoted` if something of the record rests on it."""

    text: str
    quoted: Quoted | None


@dataclass
class Paragraph:
    tag: str
    lines: list[Line]


@dataclass
class Reading:
    """A draft as its sentences, the sentences of the record that left it, and all meetings it speaks of."""

    paragraphs: list[Paragraph]
    lost: list[Quoted]
    meetings: list[OfMeeting]

    def after(self, sentence):
        """The sentence that follows in the text; None after the last one or for one that is not in it."""
        texts = [line.text for paragraph in self.paragraphs for line in paragraph.lines]
        follows = texts.index(sentence) + 1 if sentence in texts else len(texts)
        return texts[follows] if follows < len(texts) else None


def read(article) -> Reading:
    """The draft of the article for the desk. Three queries, whatever its length."""
    text = anchoring.parts(article.draft) if article.draft_id else []
    by_quotation = defaultdict(list)
    speaks = Evidence.objects.filter(quotation__anchor__article=article, is_struck=False)
    rows = list(speaks.select_related(*OF_CLAIMS).annotate(of=MEETING).order_by("pk"))
    meetings = Meeting.objects.in_bulk({row.of for row in rows} - {None})
    for row in rows:
        by_quotation[row.quotation_id].append(row)
    quoted = [
        Quoted(
            anchor=each,
            stands=any(stands(wording, text) for wording in each.wordings),
            meetings=_of_meetings(by_quotation[each.quotation_id], meetings),
            others=_others(by_quotation[each.quotation_id]),
        )
        for each in article.anchors.filter(quotation__is_struck=False).select_related("quotation")
    ]
    found = {wording: each for each in quoted for wording in each.anchor.wordings}
    paragraphs = [
        Paragraph(block.tag, [Line(sentence, found.get(sentence)) for sentence in split(block.text, article.language)])
        for block in text
    ]
    lost = [each for each in quoted if not each.stands and by_quotation[each.anchor.quotation_id]]
    return Reading(paragraphs, lost, _of_meetings(rows, meetings))


def _of_meetings(rows, meetings) -> list[OfMeeting]:
    """The evidence that speaks of meetings, gathered by meeting, in the order in which it was given."""
    found = {}
    for row in rows:
        if row.of:
            found.setdefault(row.of, OfMeeting(meetings[row.of])).take(row)
    return list(found.values())


def _others(rows):
    return [str(row.membership or row.name) for row in rows if row.membership_id or row.name_id]
