"""The list of the United Kingdom's ministers, as our templates have it; kept outside the repository."""

import csv
from collections import defaultdict
from pathlib import Path

from people.exchange.columns import KINDS
from people.exchange.spreadsheet import written

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "ifg-ministers"


def rows_of(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def files(is_whole=True):
    """Pairs of name and bytes: organisations, posts, people, former names, memberships; or of every 16th person's."""
    posts, post_of = _posts()
    people, names = _people()
    organisations = [
        {
            "id": row["id"],
            "name": row["name"],
            "short_name": row["short_name"],
            "classification": "ministry",
            "founding_date": row["start_date"],
            "dissolution_date": row["end_date"],
        }
        for row in rows_of("organisation")
    ]
    acting = {row["appointment_id"] for row in rows_of("appointment_characteristics") if row["is_acting"] == "True"}
    memberships = [
        {
            "id": row["id"],
            "person_id": row["person_id"],
            "post_id": post_of[row["post_id"]],
            "start_date": row["start_date"],
            "end_date": row["end_date"],
            "is_acting": "yes" if row["id"] in acting else "",
        }
        for row in rows_of("appointment")
        if is_whole or row["person_id"].startswith("0")
    ]
    tables = {
        "organization": organisations,
        "post": posts,
        "person": people,
        "name": names,
        "membership": memberships,
    }
    return [(f"{KINDS[kind].plural}.csv", written(KINDS[kind], rows).encode()) for kind, rows in tables.items()]


def _posts():
    """A body has a post of one title once; the list has some twice, under two ids."""
    posts, seen, post_of = [], {}, {}
    for row in rows_of("post"):
        first = seen.setdefault((row["organisation_id"], row["name"]), row["id"])
        post_of[row["id"]] = first
        if first == row["id"]:
            posts.append(
                {"id": row["id"], "organization_id": row["organisation_id"], "label": row["name"], "is_single": "no"}
            )
    return posts, post_of


def _people():
    """One row a person: the name of today; those of before, until whose day they were used, as former names."""
    by_person = defaultdict(list)
    for row in rows_of("person"):
        by_person[row["id"]].append(row)
    people, names = [], []
    for key, rows in by_person.items():
        now = next((row for row in rows if not row["end_date"]), rows[-1])
        parliament = now["id_parliament"].removesuffix(".0")
        identifiers = f"uk-parliament: {parliament}" if parliament else ""
        people.append({"id": key, "name": now["name"], "identifiers": identifiers})
        for row in rows:
            if row is not now:
                former = {"person_id": key, "name": row["name"], "language": "en", "kind": "former"}
                names.append({**former, "end_date": row["end_date"]})
    return people, names
