"""Invented meetings with their rolls, each told by one or two articles, and what follows from what these say."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from newsdesk.fill.cast import Presence, Told
from newsdesk.fill.invented import Slugs
from newsdesk.fill.moments import SPAN, Moments
from newsdesk.fill.record import Record
from newsdesk.fill.rows import Rows, filled_in, keys_from
from newsdesk.fill.vocabulary import OUTCOMES, TOPICS
from people import dates
from people.addresses import meeting_words
from people.models import Attendance, Meeting, MeetingSeries, Outcome, Quotation
from people.states import Report, meeting_state, state_of

AHEAD = 30  # days
LARGEST = 300  # people: the first meeting's roll, for measuring
SAID = ["attended"] * 17 + ["absent", "expected", "not_reported"]
KINDS = ["talks", "talks", "call", "visit", "summit", "conference"]


class Meetings:
    """Makes meetings one after the other. `told` holds, by the number of the article, what it tells of them."""

    def __init__(self, number: int, record: Record, moments: Moments, *, seed: int) -> None:
        self.chance, self.record, self.moments = Random(f"{seed}/meetings"), record, moments
        self.told: dict[int, list[Told]] = defaultdict(list)
        self.slugs = Slugs(Meeting)
        self.keys = {model: keys_from(model) for model in (Meeting, Attendance, Outcome, Quotation)}
        self.series = record.rows[MeetingSeries]
        self.ordinals: dict[int, int] = defaultdict(int)
        self.days = sorted(self._day(each) for each in range(number))

    def _day(self, number: int) -> date:
        """One in 25 is still to come."""
        if number % 25 == 24:
            return self.moments.last + timedelta(1 + self.chance.randrange(AHEAD))
        return self.moments.first + timedelta(self.chance.randrange(SPAN.days))

    def make(self, start: int, stop: int) -> Rows:
        """Rows of the meetings from `start` up to `stop`; the evidence for them comes with the articles."""
        rows: Rows = {Meeting: [], Attendance: [], Outcome: []}
        for number in range(start, stop):
            self._meeting(self.days[number], 2 + self.chance.randrange(5) if number else LARGEST, rows)
        return rows

    def _meeting(self, day: date, size: int, rows: Rows) -> None:
        people = self._people(size)
        bodies = [self.record.cast.people[person].body for person in people]
        meeting, spot = self._titled(day, bodies)
        roll = [self._attendance(meeting, *each) for each in zip(people, bodies, strict=True)]
        said = [self.chance.choice(SAID) for _ in roll]
        outcome = self._outcome(meeting) if self.chance.random() < 0.2 else None
        told = []
        for article, says in self._articles(day):
            says_of = said if says == "held" else ["expected"] * len(roll)
            presences = tuple(
                Presence(row.pk, person, its) for row, person, its in zip(roll, people, says_of, strict=True)
            )
            shown = {"title": meeting.title, "when": meeting.when, "spot": spot, "says": says, "roll": presences}
            key = next(self.keys[Quotation])
            its_outcome = outcome.pk if outcome and says == "held" else 0
            told.append(Told(quotation=key, article=article, meeting=meeting.pk, outcome=its_outcome, **shown))
            self.told[article].append(told[-1])
        _follow(meeting, roll, outcome, told, {each.article: self.moments.day(each.article) for each in told})
        rows[Meeting].append(meeting)
        rows[Attendance] += roll
        rows[Outcome] += [outcome] if outcome else []

    def _people(self, size: int) -> list[int]:
        """Different people by their numbers; the first ones are much busier than the last."""
        number = len(self.record.cast.people)
        if size >= number:
            return list(range(number))
        chosen: dict[int, None] = {}
        while len(chosen) < size:
            chosen[int(number * self.chance.random() ** 2)] = None
        return list(chosen)

    def _articles(self, day: date) -> Iterator[tuple[int, str]]:
        """Which articles tell of it, and whether it is over: what lies ahead is told in one of the last."""
        last = self.moments.last
        if day > last:
            yield self.moments.on_or_after(last - timedelta(self.chance.randrange(20)), self.chance), "planned"
            return
        report = self.moments.on_or_after(day, self.chance)
        earlier = self.moments.on_or_after(day - timedelta(4), self.chance)
        if earlier < report and self.chance.random() < 0.3:
            yield earlier, "planned"
        yield report, "held"

    def _titled(self, day: date, bodies: list[int]):
        """The meeting and where it is; its day is known, or only its month, or it lasted two days."""
        chance, topic = self.chance, self.chance.choice(TOPICS)
        spot = chance.choice(self.record.cast.spots)
        columns = {"kind": chance.choice(KINDS)}
        title = f"{columns['kind'].capitalize()} in {spot.spellings[0]} on {topic}"
        if chance.random() < 0.2:
            series = chance.choice(self.series)
            self.ordinals[series.pk] += 1
            columns |= {"kind": "meeting", "series": series, "ordinal": self.ordinals[series.pk]}
            title = f"{series.name}, meeting {columns['ordinal']}"
        vague = chance.random()
        later = (day + timedelta(1)).isoformat()
        when = day.isoformat()[:7] if vague < 0.05 else f"{day}/{later}" if vague < 0.15 else day.isoformat()
        known = dates.parse(when)
        host = self.record.organisations[bodies[0]]
        meeting = Meeting(pk=next(self.keys[Meeting]), title=title, place_id=spot.key, host=host, **columns)
        meeting.when, meeting.when_earliest, meeting.when_latest = known.text, known.earliest, known.latest
        meeting.slug = self.slugs.free(meeting_words(meeting))
        return filled_in(meeting), spot

    def _attendance(self, meeting, person: int, body: int) -> Attendance:
        who = self.record.cast.people[person]
        row = Attendance(pk=next(self.keys[Attendance]), person_id=who.key, is_public=who.is_public)
        row.meeting, row.on_behalf_of, row.day = meeting, self.record.organisations[body], meeting.when_earliest
        return filled_in(row)

    def _outcome(self, meeting) -> Outcome:
        text = self.chance.choice(OUTCOMES).format(topic=self.chance.choice(TOPICS))
        return filled_in(Outcome(pk=next(self.keys[Outcome]), meeting=meeting, kind="agreed", text=text))


def _follow(meeting, roll, outcome, told, days) -> None:
    """Set what is derived from the sentences, as `people.disclosure` would; each article is a voice of its own."""

    def report(each, says):
        return Report(says=says, day=days[each.article], voice=each.article, event_day=meeting.when_earliest)

    for at, row in enumerate(roll):
        row.state = state_of(report(each, each.roll[at].says) for each in told) if row.is_public else ""
        row.first_reported = min(days.values()) if row.is_public else None
    meeting.is_public = True
    meeting.state = meeting_state([row.state for row in roll], [report(each, each.says) for each in told])
    if outcome:
        outcome.is_public = any(each.outcome for each in told)
