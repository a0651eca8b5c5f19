"""What readers may see of the record: recomputed from public evidence, written here alone.

The five rules stand in docs/architecture.md. Every verb that changes what readers see runs inside `public_act()`.
"""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import chain

from django.db import transaction
from django.db.models import F, Q

from people import counting, signals
from people.addresses import give_slug
from people.models import (
    Attendance,
    Evidence,
    Generation,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Quotation,
)
from people.states import Report, meeting_state, state_of

BATCH = 500
SLICE = 200  # rows recomputed at once: databases limit the parts of a condition
CLAIM_COLUMNS = {
    Attendance: "attendance",
    Membership: "membership",
    Meeting: "meeting",
    Outcome: "outcome",
    Name: "name",
}


@dataclass
class Touched:
    """Ids of what an act touched; `recompute` finds out what follows from it.

    `people`, `organisations`: their pages may look different; `own_…`: they themselves changed, their pages opened or
    closed, and all their claims follow. Apart, since an official's hundreds of meetings need no second look whenever
    one is added.
    """

    quotations: set = field(default_factory=set)
    meetings: set = field(default_factory=set)
    memberships: set = field(default_factory=set)
    names: set = field(default_factory=set)
    people: set = field(default_factory=set)
    organisations: set = field(default_factory=set)
    own_people: set = field(default_factory=set)
    own_organisations: set = field(default_factory=set)

    def __or__(self, other):
        return Touched(**{name: getattr(self, name) | getattr(other, name) for name in self.__dataclass_fields__})

    def slices(self):
        """Parts small enough for one statement each; what an import of thousands of rows touched is many of them."""
        for name in self.__dataclass_fields__:
            keys = sorted(getattr(self, name))
            for start in range(0, len(keys), SLICE):
                yield Touched(**{name: set(keys[start : start + SLICE])})

    def __len__(self):
        return sum(len(getattr(self, name)) for name in self.__dataclass_fields__)

    def add(self, other):
        for name in self.__dataclass_fields__:
            getattr(self, name).update(getattr(other, name))

    @classmethod
    def of(cls, row):
        """What touching this one row touches."""
        match row:
            case Quotation():
                return cls(quotations={row.pk})
            case Evidence():
                return cls(quotations={row.quotation_id}) | cls.of(row.claim)
            case Meeting():
                return cls(meetings={row.pk})
            case Attendance():
                people = {row.person_id} - {None}
                return cls(meetings={row.meeting_id}, people=people)
            case Outcome():
                return cls(meetings={row.meeting_id})
            case Membership():
                return cls(memberships={row.pk}, people={row.person_id})
            case Name():
                people, organisations = {row.person_id} - {None}, {row.organisation_id} - {None}
                return cls(names={row.pk}, people=people, organisations=organisations)
            case Person():
                return cls(people={row.pk}, own_people={row.pk})
            case Organisation():
                return cls(organisations={row.pk}, own_organisations={row.pk})
        return cls()


_touched_by_the_act: ContextVar[Touched | None] = ContextVar("touched_by_the_act", default=None)


@contextmanager
def public_act():
    """One transaction in which readers' view of the site may change: acts take turns on the one Generation row.

    An act within an act is part of it: what both touched is recomputed once, when the outer one ends.
    """
    if _touched_by_the_act.get() is not None:
        with transaction.atomic():
            yield
        return
    with transaction.atomic():
        if not Generation.objects.filter(pk=1).update(number=F("number") + 1):
            raise RuntimeError("The row that counts public acts is missing: run `manage.py migrate`.")
        touched = Touched()
        token = _touched_by_the_act.set(touched)
        try:
            yield
        finally:
            _touched_by_the_act.reset(token)
        if touched != Touched():
            recompute(touched)


def touch(touched: Touched):
    """Let the act under way recompute what follows from this when it ends. Raises RuntimeError outside an act."""
    act = _touched_by_the_act.get()
    if act is None:
        raise RuntimeError("Only public acts change what readers see: begin with `public_act()`.")
    act.add(touched)


@dataclass(frozen=True)
class Difference:
    """A derived column that stands otherwise than its evidence says."""

    row: object
    column: str
    stands: object
    should: object

    def __str__(self):
        kind = self.row._meta.verbose_name
        return f"{kind} «{self.row}»: {self.column} is {self.stands!r}, should be {self.should!r}"


def recompute(touched: Touched) -> list[Difference]:
    """Bring every derived column that `touched` bears upon up to date; slugs for what opens; tell who listens.

    What is too much for one condition is derived part by part, and told when all of it stands: a meeting's page
    prints names that are another part's.
    """
    parts = [touched] if len(touched) <= SLICE else list(touched.slices())
    opened = [outside_differences(part.quotations) for part in parts]
    for differences in opened:
        _write(differences)
    derived = [_derived(part) for part in parts]
    for part, sentences, (differences, rows) in zip(parts, opened, derived, strict=True):
        _tell(part, rows, sentences, differences)
    return [*chain(*opened), *chain(*(differences for differences, _rows in derived))]


def _derived(touched):
    differences, rows = differences_of(touched)
    _write(differences)
    return differences, rows


def _tell(touched, rows, opened, differences):
    counting.follow(touched, opened + differences)
    pages = _pages_of(touched, rows)
    for page in pages:
        if isinstance(page, MeetingSeries) or (isinstance(page, Meeting) and page.is_public):
            give_slug(page)
    signals.disclosed.send(sender=Touched, pages=pages, quotations=_quotations_of(touched, differences))


def _write(differences):
    by_model = defaultdict(lambda: (set(), set()))
    for difference in differences:
        setattr(difference.row, difference.column, difference.should)
        changed, columns = by_model[type(difference.row)]
        changed.add(difference.row)
        columns.add(difference.column)
    for model, (changed, columns) in by_model.items():
        model._base_manager.bulk_update(changed, columns, batch_size=BATCH)


def outside_differences(quotations=None) -> list[Difference]:
    """Sentences from elsewhere are public unless they wait or are struck; those of ours follow their article."""
    outside = Quotation._base_manager.filter(source__is_ours=False)
    if quotations is not None:
        outside = outside.filter(pk__in=quotations)
    should = {row: not row.waits and not row.is_struck for row in outside}
    return [
        Difference(row, "is_public", row.is_public, open_) for row, open_ in should.items() if row.is_public != open_
    ]


def check_all() -> list[Difference]:
    """The same function over everything, writing nothing: `manage.py check_record` prints what differs."""
    found = outside_differences()
    for column, model in (("meetings", Meeting), ("memberships", Membership), ("names", Name)):
        keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            found += differences_of(Touched(**{column: set(keys[start : start + BATCH])}))[0]
    return found + [Difference(*each) for each in counting.differences()]


@dataclass
class Rows:
    """The claims that a recomputation looked at, with their evidence."""

    meetings: list
    attendances: list
    outcomes: list
    memberships: list
    names: list
    evidence: dict


def differences_of(touched: Touched) -> tuple[list[Difference], Rows]:
    """What `recompute` would change, and the rows it looked at."""
    rows = _fetch(touched)
    differences = []

    def expect(row, **columns):
        for column, should in columns.items():
            if (stands := getattr(row, column)) != should:
                differences.append(Difference(row, column, stands, should))

    rolls, brought = defaultdict(list), defaultdict(list)
    for attendance in rows.attendances:
        rolls[attendance.meeting_id].append(attendance)
    for outcome in rows.outcomes:
        brought[outcome.meeting_id].append(outcome)
    for meeting in rows.meetings:
        _expect_meeting(meeting, rolls[meeting.pk], brought[meeting.pk], rows.evidence, expect)
    for membership in rows.memberships:
        expect(membership, is_public=may(membership, rows.evidence) and membership.person.is_public)
    for name in rows.names:
        owner = name.person or name.organisation
        expect(name, is_public=may(name, rows.evidence) and (owner is None or owner.is_public))
    return differences, rows


def may(claim, evidence) -> bool:
    """Whether something public speaks for the claim, and nothing of its own keeps it closed."""
    return claim.is_open and bool(evidence[type(claim), claim.pk] or claim.vouched_reason)


def _expect_meeting(meeting, roll, outcomes, evidence, expect):
    """A meeting with its whole roll and its outcomes is one unit."""
    allowed = [claim for claim in (*roll, *outcomes) if may(claim, evidence)]
    is_public = meeting.is_open and bool(evidence[Meeting, meeting.pk] or meeting.vouched_reason or allowed)
    states = []
    for attendance in roll:
        person_open = attendance.person is None or attendance.person.is_public
        opens = is_public and attendance in allowed and person_open
        said = evidence[Attendance, attendance.pk] if opens else []
        state = attendance_state(attendance, meeting, said) if opens else ""
        reported = first_report_of_ours(said)
        expect(attendance, is_public=opens, state=state, day=meeting.when_earliest, first_reported=reported)
        states.append(state)
    for outcome in outcomes:
        expect(outcome, is_public=is_public and outcome in allowed)
    reports = [report_of(row, meeting) for row in evidence[Meeting, meeting.pk]]
    state = meeting_state(states, reports) if is_public else ""
    expect(meeting, is_public=is_public, state=state)


def attendance_state(attendance, meeting, evidence) -> str:
    """The state that this evidence gives; a keeper's word where there is none."""
    state = state_of(report_of(row, meeting) for row in evidence)
    return state or attendance.vouched_says or ("not_reported" if attendance.vouched_reason else "")


def first_report_of_ours(evidence):
    """The earliest day of an article of ours among these, or None."""
    sources = (row.quotation.source for row in evidence)
    return min((source.day for source in sources if source.is_ours and source.day), default=None)


def report_of(evidence, meeting) -> Report:
    """A piece of evidence as `people.states` weighs it."""
    source = evidence.quotation.source
    voice = source.original_id or source.pk
    return Report(says=evidence.says, day=source.day, voice=voice, event_day=meeting.when_earliest)


def _fetch(touched):
    """All claims the touched rows bear upon, and their public evidence in one query."""
    touched = touched | _claims_of(touched)
    meetings = list(Meeting._base_manager.filter(pk__in=touched.meetings))
    attendances = list(
        Attendance._base_manager.filter(meeting__in=touched.meetings).select_related("person").order_by("pk")
    )
    outcomes = list(Outcome._base_manager.filter(meeting__in=touched.meetings))
    memberships = list(Membership._base_manager.filter(pk__in=touched.memberships).select_related("person"))
    names = list(Name._base_manager.filter(pk__in=touched.names).select_related("person", "organisation", "place"))
    rows = Rows(meetings, attendances, outcomes, memberships, names, defaultdict(list))
    speaks = Q(meeting__in=meetings) | Q(attendance__in=attendances) | Q(outcome__in=outcomes)
    for evidence in public_evidence().filter(speaks | Q(membership__in=memberships) | Q(name__in=names)):
        rows.evidence[_claim_of(evidence)].append(evidence)
    return rows


def public_evidence():
    """Evidence that readers may see: not struck, in a sentence that is public now."""
    return Evidence.objects.filter(
        is_struck=False, quotation__is_public=True, quotation__is_struck=False
    ).select_related("quotation__source")


def _claim_of(evidence):
    """Model and id of the claim, without fetching it."""
    for model, column in CLAIM_COLUMNS.items():
        if key := getattr(evidence, f"{column}_id"):
            return model, key
    raise ValueError("Evidence without a claim.")  # the database refuses such a row


def _claims_of(touched):
    """The claims that touched quotations, and people and organisations that changed, bear upon."""
    found = Touched()
    columns = ("meeting", "attendance__meeting", "outcome__meeting", "membership", "name")
    for meeting, roll, brought, membership, name in Evidence.objects.filter(
        quotation__in=touched.quotations
    ).values_list(*columns):
        found.meetings |= {meeting, roll, brought} - {None}
        found.memberships |= {membership} - {None}
        found.names |= {name} - {None}
    people, organisations = touched.own_people, touched.own_organisations
    if people:
        found.meetings |= set(Attendance._base_manager.filter(person__in=people).values_list("meeting", flat=True))
        found.memberships |= set(Membership._base_manager.filter(person__in=people).values_list("pk", flat=True))
    if people or organisations:
        owners = Q(person__in=people) | Q(organisation__in=organisations)
        found.names |= set(Name._base_manager.filter(owners).values_list("pk", flat=True))
    return found


def _pages_of(touched, rows):
    """The pages that may look different now: people, organisations, meetings, and the series of public meetings."""
    people = touched.people | {row.person_id for row in (*rows.memberships, *rows.names) if row.person_id}
    organisations = touched.organisations | {row.organisation_id for row in rows.names if row.organisation_id}
    series = {meeting.series_id for meeting in rows.meetings if meeting.series_id and meeting.is_public}
    return [
        *Person._base_manager.filter(pk__in=people),
        *Organisation._base_manager.filter(pk__in=organisations),
        *rows.meetings,
        *MeetingSeries._base_manager.filter(pk__in=series),
    ]


def _quotations_of(touched, differences):
    """Ids of the sentences whose marks in an article may look different now."""
    changed = defaultdict(set)
    for difference in differences:
        changed[CLAIM_COLUMNS[type(difference.row)]].add(difference.row.pk)
    speaks = Q()
    for column, keys in changed.items():
        speaks |= Q(**{f"{column}__in": keys})
    said = Evidence.objects.filter(speaks).values_list("quotation", flat=True) if speaks else ()
    return touched.quotations | set(said)
