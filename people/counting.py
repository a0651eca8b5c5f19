"""The numbers of long records, counted anew for what an act touched: written here alone, inside the same act.

`recount_all()` counts everything, for a desk that was filled in bulk; `differences()` says what stands otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count, F, Min, Q
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from people.models import (
    Attendance,
    Involvement,
    LetterCount,
    Meeting,
    Membership,
    Organisation,
    Person,
    RecordCount,
    YearCount,
)
from people.names import letter_of

MOST_COMPANIONS = 8
VAGUEST = 31
"""Days: what is known to the year alone has no month."""
AT_ONCE = 500
COUNTED = ("entries", "attended", "since", "years", "months", "companions")


def follow(touched, differences) -> None:
    """Count anew what these touched rows, and these differences of lines and meetings, bear upon."""
    meetings = set(touched.meetings)
    for difference in differences:
        if isinstance(difference.row, (Attendance, Meeting)):
            meetings.add(getattr(difference.row, "meeting_id", difference.row.pk))
    if touched.quotations:
        quoted = Attendance.objects.filter(evidence__quotation__in=touched.quotations)
        meetings |= set(quoted.values_list("meeting", flat=True))
    people = set(touched.people)
    if meetings:
        there = Attendance.objects.filter(meeting__in=meetings, person__isnull=False)
        people |= set(there.values_list("person", flat=True))
        _keep_rows(YearCount, "year", years())
    if people or meetings:
        recount_organisations(involve(Q(meeting__in=meetings) | Q(person__in=touched.people)))
        recount_people(people)
    if touched.own_people:  # nobody else's line of the list of people moved
        _keep_rows(LetterCount, "letter", letters())


def recount_all() -> None:
    """Everything, some hundred rows at a time. Inside a public act, or on a desk that nobody reads yet."""
    for keys in _slices(Attendance):
        _keep_first_reports(keys)
        involve(Q(pk__in=keys))
    for keys in _slices(Organisation):
        recount_organisations(keys)
    for keys in _slices(Person):
        recount_people(keys)
    _keep_rows(YearCount, "year", years())
    _keep_rows(LetterCount, "letter", letters())


@receiver(post_migrate, dispatch_uid="count-what-was-there-before")
def count_what_was_there(*, sender, **_named):
    """A desk that is older than the counts: filled once all columns of today are there."""
    if sender.name == "people" and not LetterCount.objects.exists() and Person.objects.public().exists():
        recount_all()


def _keep_first_reports(keys):
    """What `people.disclosure` keeps as it goes, for lines that were made without it."""
    lines = list(Attendance.objects.public().filter(pk__in=keys).with_first_report())
    changed = [line for line in lines if line.first_reported != line.reported]
    for line in changed:
        line.first_reported = line.reported
    Attendance.objects.bulk_update(changed, ["first_reported"], batch_size=AT_ONCE)


def differences() -> Iterator[tuple]:
    """Row, column, what stands there and what should, of every number that is not as counted. Writes nothing."""
    for keys in _slices(Attendance):
        stored, counted = _involvements(Q(pk__in=keys))
        stands = {pair: day for pair, (_key, day) in stored.items()}
        for pair in stands.keys() ^ counted.keys() | {pair for pair in stands if stands[pair] != counted.get(pair)}:
            yield Attendance.objects.get(pk=pair[0]), "involvements", stands.get(pair), counted.get(pair)
    for model, count in ((Person, _counts_of_people), (Organisation, _counts_of_organisations)):
        for keys in _slices(model):
            yield from _differences_of(model, keys, count(keys))
    for model, name, counted in ((YearCount, "year", years()), (LetterCount, "letter", letters())):
        stands = dict(model.objects.values_list(name, "number"))
        for each in sorted(stands.keys() | counted.keys()):
            if stands.get(each) != counted.get(each):
                yield model(**{name: each}), "number", stands.get(each), counted.get(each)


def _differences_of(model, keys, counted):
    stored = _stored(model._meta.model_name, keys)
    for key in sorted(stored.keys() | counted.keys()):
        for name in COUNTED:
            stands, should = getattr(stored.get(key), name, None), counted.get(key, {}).get(name)
            if name == "companions":  # of those with the same number any may be among the first
                stands, should = ([number for _key, number in each or ()] for each in (stands, should))
            if stands != should:
                yield model._base_manager.get(pk=key), f"record_count.{name}", stands, should


def recount_people(people: Iterable[int]) -> None:
    """The numbers of these people."""
    _keep_counts("person", people, _counts_of_people(people))


def recount_organisations(organisations: Iterable[int]) -> None:
    """The numbers of these organisations."""
    _keep_counts("organisation", organisations, _counts_of_organisations(organisations))


def _counts_of_people(people):
    counts = defaultdict(_Numbers)
    rows = Attendance.objects.public().filter(person__in=people).order_by("pk")
    columns = ("person", "state", "day", "first_reported", "meeting__when_earliest", "meeting__when_latest")
    for person, state, day, reported, first, last in rows.values_list(*columns):
        counts[person].add(state, day.year if day else "", 1, reported)
        if first and last and (last - first).days < VAGUEST:
            counts[person].months[first.replace(day=1).isoformat()][state != "attended"] += 1
    companions = _companions(people)
    return {person: numbers.columns(companions[person]) for person, numbers in counts.items()}


def _counts_of_organisations(organisations):
    counts = defaultdict(_Numbers)
    lines = Involvement.objects.filter(organisation__in=organisations).order_by()
    grouped = lines.values_list("organisation", "attendance__state", "attendance__day__year")
    for organisation, state, year, number, reported in grouped.annotate(Count("pk"), Min("attendance__first_reported")):
        counts[organisation].add(state, year or "", number, reported)
    return {organisation: numbers.columns([]) for organisation, numbers in counts.items()}


class _Numbers:
    """What is counted of one record."""

    def __init__(self):
        self.years, self.months, self.since = defaultdict(Counter), defaultdict(lambda: [0, 0]), None

    def add(self, state, year, number, reported):
        self.years[str(year)][state] += number
        self.since = min(filter(None, (self.since, reported)), default=None)

    def columns(self, companions):
        numbers = [states for _year, states in sorted(self.years.items(), reverse=True)]
        return {
            "entries": sum(states.total() for states in numbers),
            "attended": sum(states["attended"] for states in numbers),
            "since": self.since,
            "years": {year: dict(sorted(states.items())) for year, states in sorted(self.years.items(), reverse=True)},
            "months": [[month, *pair] for month, pair in sorted(self.months.items())],
            "companions": companions,
        }


def _companions(people):
    """{person: [[id, number], …]}: who attended the same meetings, most often first."""
    others = Attendance.objects.public().filter(
        state="attended",
        person__isnull=False,
        meeting__attendances__person__in=people,
        meeting__attendances__state="attended",
        meeting__attendances__is_public=True,
    )
    pairs = others.order_by().annotate(of=F("meeting__attendances__person"))
    found = defaultdict(list)
    for of, other, slug, number in pairs.values_list("of", "person", "person__slug").annotate(number=Count("pk")):
        if of != other:
            found[of].append((-number, slug, other))
    return defaultdict(
        list,
        {of: [[other, -less] for less, _slug, other in sorted(its)[:MOST_COMPANIONS]] for of, its in found.items()},
    )


def _stored(column, keys):
    """The numbers kept of these, by their keys. `column`: person or organisation."""
    return {getattr(row, f"{column}_id"): row for row in RecordCount.objects.filter(**{f"{column}__in": keys})}


def _keep_counts(column, keys, counted):
    stored = _stored(column, keys)
    new, changed = [], []
    for key, columns in counted.items():
        row = stored.get(key)
        if row is None:
            new.append(RecordCount(**{f"{column}_id": key}, **columns))
        elif any(getattr(row, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(row, name, value)
            changed.append(row)
    RecordCount.objects.bulk_create(new, batch_size=AT_ONCE)
    RecordCount.objects.bulk_update(changed, COUNTED, batch_size=AT_ONCE)
    if gone := [row.pk for key, row in stored.items() if key not in counted]:
        RecordCount.objects.filter(pk__in=gone).delete()


def involve(lines: Q) -> set[int]:
    """Say anew for which organisations these lines of rolls count. Returns those for which they do or did."""
    stored, counted = _involvements(lines)
    gone = [key for pair, (key, day) in stored.items() if pair not in counted or counted[pair] != day]
    new = [pair for pair, day in counted.items() if pair not in stored or stored[pair][1] != day]
    if gone:
        Involvement.objects.filter(pk__in=gone).delete()
    Involvement.objects.bulk_create(
        (Involvement(attendance_id=line, organisation_id=body, day=counted[line, body]) for line, body in new),
        batch_size=AT_ONCE,
    )
    return {body for _line, body in (*stored, *counted)}


def _involvements(lines):
    """What is stored of these lines, {(line, organisation): (key, day)}, and what should be, {…: day}."""
    known = Involvement.objects.filter(attendance__in=Attendance.objects.filter(lines))
    columns = known.values_list("pk", "attendance", "organisation", "day")
    stored = {(line, body): (key, day) for key, line, body, day in columns}
    chain = ("side", "on_behalf_of", "on_behalf_of__parent", "on_behalf_of__parent__parent")
    rows = list(Attendance.objects.public().filter(lines).values_list("pk", "day", "person", *chain))
    offices = _offices({person for _key, _day, person, *_chain in rows} - {None})
    counted = {}
    for key, day, person, *bodies in rows:
        held = {body for body, since, until in offices[person] if _is_perhaps_on(day, since, until)}
        counted |= {(key, body): day or date.min for body in held.union(bodies) - {None}}
    return stored, counted


def _offices(people):
    """{person: [(organisation, from, until)]} of public offices."""
    found = defaultdict(list)
    columns = ("person", "post__organisation", "organisation", "since_earliest", "until_latest")
    for person, of_post, body, since, until in (
        Membership.objects.public().filter(person__in=people).values_list(*columns)
    ):
        found[person].append((of_post or body, since, until))
    return found


def _is_perhaps_on(day, since, until):
    """As `MembershipQuerySet.perhaps_on`: the days that are stored do not rule it out."""
    if day is None:
        return since is None and until is None
    return (since is None or since <= day) and (until is None or until >= day)


def years() -> dict[int, int]:
    """How many public meetings are listed under each year."""
    return dict(Meeting.objects.public().by_year())


def letters() -> dict[str, int]:
    """How many people with a page are listed under each capital."""
    return dict(Counter(map(letter_of, Person.objects.public().order_by().values_list("sort_key", flat=True))))


def _keep_rows(model, name, counted):
    stored = dict(model.objects.values_list(name, "number"))
    if stored == counted:
        return
    model.objects.exclude(**{f"{name}__in": counted}).delete()
    model.objects.bulk_create(
        (model(**{name: each}, number=number) for each, number in counted.items()),
        update_conflicts=True,
        unique_fields=[name],
        update_fields=["number"],
    )


def _slices(model):
    keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
    return [keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE)]
