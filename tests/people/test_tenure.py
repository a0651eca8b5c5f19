"""Which posts somebody held on a day, and how sure that is."""

from datetime import date

import pytest

from people import recording, striking, tenure
from people.models import Membership
from people.tenure import HELD, NOT_HELD, PERHAPS, UNKNOWN, certainty, certainty_between

from .keeping import evidence, fresh, organisation, person, post

MONTHS = 18


def spell(since="", until="", known=()):
    """A spell by the text of its days, as a membership has them; `known`: days on which a source knew of it."""
    row = Membership(since=since, until=until)
    for name in ("since", "until"):
        row._meta.get_field(name).clean(getattr(row, name), row)
    days = sorted(date.fromisoformat(day) for day in known)
    row.first_reported, row.last_reported = (days[0], days[-1]) if days else (None, None)
    return tenure.spell_of(row)


CASES = {
    "between exact days": (("2022-01-10", "2023-05-30"), {"2022-06-01": HELD}),
    "before and after": (("2022-01-10", "2023-05-30"), {"2022-01-09": NOT_HELD, "2023-05-31": NOT_HELD}),
    "first and last day": (("2022-01-10", "2023-05-30"), {"2022-01-10": HELD, "2023-05-30": HELD}),
    "a month as beginning": (
        ("2022-03", "2023-05-30"),
        {"2022-02-28": NOT_HELD, "2022-03-15": PERHAPS, "2022-03-31": HELD},
    ),
    "a year as end": (
        ("2022-01-10", "2023"),
        {"2022-12-31": HELD, "2023-01-01": HELD, "2023-07-01": PERHAPS, "2024-01-01": NOT_HELD},
    ),
    "open and confirmed": (("2022-01-10", "", ["2023-01-31"]), {"2024-07-31": HELD, "2024-08-01": UNKNOWN}),
    "open and never confirmed": (("2022-01-10", ""), {"2023-07-10": HELD, "2023-07-11": UNKNOWN}),
    "ended some time after": (("2022-01-10", "2022-05/"), {"2022-05-01": HELD, "2022-05-02": PERHAPS}),
    "unknown beginning, known end": (("", "2023-05-30"), {"2023-01-01": UNKNOWN, "2023-06-01": NOT_HELD}),
    "unknown beginning, reported": (
        ("", "", ["2022-05-01", "2022-09-01"]),
        {"2022-04-30": UNKNOWN, "2022-07-01": HELD, "2023-12-01": HELD, "2025-01-01": UNKNOWN},
    ),
    "nothing known": (("", ""), {"2022-05-01": UNKNOWN}),
    "reported within a vague month": (
        ("2022-03", "", ["2022-03-10"]),
        {"2022-03-05": PERHAPS, "2022-03-10": HELD, "2022-03-20": HELD},
    ),
    "announced before it began": (("2022", "", ["2021-12-20"]), {"2022-02-01": PERHAPS, "2022-12-31": HELD}),
    "remembered after it ended": (("2020-01-01", "2022", ["2024-01-01"]), {"2022-07-01": PERHAPS, "2022-01-01": HELD}),
    "open beginning, an end no source is near": (("", "2023", ["2022-05-01"]), {"2023-07-01": PERHAPS}),
    "only an end, before which it was reported": (
        ("", "../2023", ["2022-05-01"]),
        {"2022-06-01": PERHAPS, "2024-01-01": NOT_HELD},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_certainty(case):
    days, wanted = CASES[case]
    made = spell(*days)
    assert {day: certainty(made, date.fromisoformat(day), months=MONTHS) for day in wanted} == wanted


def test_an_office_that_ended_nobody_knows_when_is_known_as_long_as_it_was_reported():
    begun, known = date(2022, 1, 10), date(2022, 5, 1)
    made = tenure.Spell(begun, begun, None, None, True, begun, known)
    assert [certainty(made, date(2022, 5, day), months=MONTHS) for day in (1, 2)] == [HELD, UNKNOWN]


@pytest.mark.parametrize(
    ("earliest", "latest", "wanted"),
    [
        ("2022-06-01", "2022-06-30", HELD),
        ("2022-01-01", "2022-01-31", PERHAPS),
        ("2021-01-01", "2021-12-31", NOT_HELD),
        ("2024-01-01", "2024-12-31", NOT_HELD),
        ("2021-01-01", "2024-12-31", PERHAPS),
    ],
)
def test_certainty_on_a_vague_day(earliest, latest, wanted):
    made = spell("2022-01-10", "2023-05-30")
    assert certainty_between(made, date.fromisoformat(earliest), date.fromisoformat(latest), months=MONTHS) == wanted


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 8, 31), 18, date(2025, 2, 28)),
        (date(2022, 8, 31), 18, date(2024, 2, 29)),
        (date(2023, 5, 31), 1, date(2023, 6, 30)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
    ],
)
def test_months_after(day, months, wanted):
    assert tenure.months_after(day, months) == wanted


def test_no_month_follows_the_last():
    with pytest.raises(ValueError, match="9999"):
        tenure.months_after(date(9999, 12, 31), 1)


@pytest.mark.django_db
class TestStored:
    """The same through the database."""

    @pytest.fixture
    def ministry(self, keeper):
        return organisation(keeper, "Ministry of Rivers", "ministry")

    def office(self, by, who, seat, **others):
        return recording.keep(Membership(person=who, post=seat, vouched_reason="Register", **others), by=by)

    def test_all_posts_of_a_day_the_highest_first(self, keeper, ministry):
        ada, boris = person(keeper), person(keeper, "Boris Temir")
        deputy, minister = post(keeper, ministry, "Deputy", rank=20), post(keeper, ministry, rank=10)
        self.office(keeper, ada, deputy, since="2022-01-01", until="2023-05-30")
        self.office(keeper, ada, minister, since="2023-05", until="2024-01-01")
        recording.keep(Membership(person=ada, organisation=ministry, vouched_reason="seen", since="2020"), by=keeper)
        day, moments = date(2023, 5, 15), []
        for who in (ada, boris):
            moments.append((who.pk, day, day))
        moments.append((ada.pk, None, None))
        found = tenure.posts_held(Membership.objects.public(), moments, months=60)
        assert [(str(held), held.certainty) for held in found[moments[0]]] == [
            (str(minister), PERHAPS),
            (str(deputy), HELD),
            ("Ministry of Rivers", HELD),
        ]
        assert [held.organisation for held in found[moments[0]]] == [ministry] * 3
        assert [held.post for held in found[moments[0]]] == [minister, deputy, None]
        assert found[moments[1]] == found[moments[2]] == []
        assert tenure.posts_held(Membership.objects.public(), [moments[2]], months=60) == {moments[2]: []}

    def test_both_hold_the_seat_on_the_day_it_is_handed_over(self, keeper, ministry):
        seat = post(keeper, ministry)
        ada, boris = person(keeper), person(keeper, "Boris Temir")
        self.office(keeper, ada, seat, since="2022-01-01", until="2023-05-30")
        self.office(keeper, boris, seat, since="2023-05-30", until="2024-01-01", is_acting=True)
        on = {}
        for day in (date(2023, 5, 29), date(2023, 5, 30), date(2023, 5, 31)):
            on[day.day] = {
                held.membership.person for held in tenure.holders(Membership.objects.public(), seat, day, months=18)
            }
        assert on == {29: {ada}, 30: {ada, boris}, 31: {boris}}

    def test_public_sentences_keep_an_office_current_and_struck_ones_do_not(self, keeper, ministry):
        seat, ada, day = post(keeper, ministry), person(keeper), date(2024, 6, 1)
        row = self.office(keeper, ada, seat, since="2022-01-01")
        holders = lambda: tenure.holders(Membership.objects.public(), seat, day, months=18)  # noqa: E731
        assert holders() == []
        said = evidence(keeper, row, day=date(2023, 5, 30))
        assert [held.membership for held in holders()] == [row]
        striking.strike(said, by=keeper, reason="misread")
        assert holders() == []
        row = fresh(row)
        row.confirmed_on = date(2024, 1, 1)
        recording.keep(row, by=keeper)
        assert [held.certainty for held in holders()] == [HELD]
        striking.strike(row, by=keeper, reason="another Orlan")
        assert tenure.holders(Membership.objects.all(), seat, day, months=18) == []
