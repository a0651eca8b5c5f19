"""What must never be false in the data is refused by the database itself."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from people.models import (
    Attendance,
    Evidence,
    Generation,
    Identifier,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
    Quotation,
    Source,
)

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 30)


@pytest.fixture
def rows(db):
    body = Organisation.objects.create(name="Vesmark", kind="country", iso_code="VM")
    talks = Meeting.objects.create(title="Talks", when="2023-05-30")
    ada = Person.objects.create(name="Ada Orlan", slug="ada-orlan")
    said = Quotation.objects.create(source=Source.objects.create(publisher="Agency"), text="They met.")
    found = {
        "body": body,
        "meeting": talks,
        "person": ada,
        "quotation": said,
        "post": Post.objects.create(organisation=body, title="Minister"),
        "place": Place.objects.create(name="Oskemen"),
        "series": MeetingSeries.objects.create(name="River meeting"),
        "attendance": Attendance.objects.create(meeting=talks, person=ada),
        "outcome": Outcome.objects.create(meeting=talks, text="a treaty"),
    }
    Identifier.objects.create(scheme="Wikidata", value="Q1", person=ada)
    Evidence.objects.create(quotation=said, meeting=talks, says="held")
    for owner, row in (("person", ada), ("organisation", body), ("place", found["place"])):
        Name.objects.create(text="Ада", language="ru", kind="house", **{owner: row})
    return found


# A row of each model that breaks one constraint, by the constraint's name.
BROKEN = {
    "attendance_person_or_description": lambda r: Attendance(meeting=r["meeting"]),
    "attendance_once_per_meeting": lambda r: Attendance(meeting=r["meeting"], person=r["person"]),
    "evidence_of_exactly_one_claim": lambda r: Evidence(
        quotation=r["quotation"], meeting=r["meeting"], outcome=r["outcome"], says="held"
    ),
    "evidence_says_what_its_claim_can_be": lambda r: Evidence(
        quotation=r["quotation"], attendance=r["attendance"], says="held"
    ),
    "evidence_once_per_meeting": lambda r: Evidence(quotation=r["quotation"], meeting=r["meeting"], says="planned"),
    "generation_one_row": lambda r: Generation(pk=2),
    "identifier_of_exactly_one": lambda r: Identifier(scheme="own", value="1"),
    "identifier_once_per_scheme": lambda r: Identifier(scheme="Wikidata", value="Q1", organisation=r["body"]),
    "meeting_number_needs_series": lambda r: Meeting(title="Fourth", when="2023", ordinal=4),
    "membership_in_post_or_organisation": lambda r: Membership(
        person=r["person"], post=r["post"], organisation=r["body"]
    ),
    "name_of_exactly_one": lambda r: Name(text="Ада", language="ru", person=r["person"], place=r["place"]),
    "name_one_house_spelling_person": lambda r: Name(text="А", language="ru", kind="house", person=r["person"]),
    "name_one_house_spelling_organisation": lambda r: Name(
        text="А", language="ru", kind="house", organisation=r["body"]
    ),
    "name_one_house_spelling_place": lambda r: Name(text="А", language="ru", kind="house", place=r["place"]),
    "organisation_only_countries_have_iso_code": lambda r: Organisation(name="Firm", kind="company", iso_code="XX"),
    "organisation_iso_code_once": lambda r: Organisation(name="Ostland", kind="country", iso_code="VM"),
    "post_title_once_per_organisation": lambda r: Post(organisation=r["body"], title="Minister"),
    "slug of a person": lambda r: Person(name="Ada", slug="ada-orlan"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(rows, name):
    row = BROKEN[name](rows)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        row.save(force_insert=True)
    if connection.vendor == "postgresql" and " " not in name:
        assert f'"{name}"' in str(error.value)


@pytest.mark.parametrize("claim", ["attendance", "outcome", "membership", "name"])
def test_one_sentence_speaks_for_a_claim_once(rows, claim):
    row = rows.get(claim) or (
        Name.objects.first() if claim == "name" else Membership.objects.create(person=rows["person"], post=rows["post"])
    )
    says = "attended" if claim == "attendance" else "supports"
    Evidence.objects.create(quotation=rows["quotation"], says=says, is_struck=True, **{claim: row})
    Evidence.objects.create(quotation=rows["quotation"], says=says, **{claim: row})
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(quotation=rows["quotation"], says=says, **{claim: row})


DATES = [
    *((Person, "born"), (Person, "died"), (Organisation, "founded"), (Organisation, "dissolved")),
    *((Membership, "since"), (Membership, "until"), (Name, "since"), (Name, "until"), (Meeting, "when")),
]


@pytest.mark.parametrize(("model", "name"), DATES)
def test_the_three_columns_of_a_date_hold_together(rows, model, name):
    Membership.objects.create(person=rows["person"], post=rows["post"])
    whole = {name: "2023", f"{name}_earliest": date(2023, 1, 1), f"{name}_latest": date(2023, 12, 31)}
    model._base_manager.update(**whole)
    for wrong in (
        {name: "2023", f"{name}_earliest": None, f"{name}_latest": None},
        {name: "", f"{name}_earliest": DAY, f"{name}_latest": None},
        {name: "2023", f"{name}_earliest": date(2023, 12, 31), f"{name}_latest": date(2023, 1, 1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model._base_manager.update(**wrong)


def test_every_constraint_is_broken_here_on_purpose():
    models = (Attendance, Evidence, Generation, Identifier, Meeting, Membership, Name, Organisation, Person, Post)
    models += (MeetingSeries, Outcome, Place, Quotation, Source)
    dated = {
        f"{model._meta.model_name}_{name}_{what}" for model, name in DATES for what in ("has_its_days", "in_order")
    }
    once = {f"evidence_once_per_{claim}" for claim in ("attendance", "outcome", "membership", "name")}
    declared = {constraint.name for model in models for constraint in model._meta.constraints}
    assert declared == (set(BROKEN) - {"slug of a person"}) | dated | once


def test_every_constraint_is_in_the_database():
    with connection.cursor() as cursor:
        for model in (Attendance, Evidence, Identifier, Meeting, Membership, Name, Organisation, Person, Post):
            made = connection.introspection.get_constraints(cursor, model._meta.db_table)
            assert {constraint.name for constraint in model._meta.constraints} <= set(made)
