"""`manage.py import_record` and `export_record`: the same import as on the desk, told in lines."""

import json
from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from people.models import Import, Person, Trail
from tests.people.exchange.lists import imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(staff):
    return staff("record keeper", "keeper")


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("name,birth_date,email\nAda Orlan,1970,a@b\nLin Hai,soon,\n")
    return str(path)


def run(*told, **options):
    out = StringIO()
    call_command("import_record", *told, by="keeper", publisher="Ministry", stdout=out, stderr=StringIO(), **options)
    return out.getvalue().splitlines()


def refused(*told, **options):
    with pytest.raises(CommandError) as refusal:
        run(*told, **options)
    return str(refusal.value)


def test_look_leave_errors_and_undo(keeper, people):
    told = run(people, look=True)
    assert told[:2] == ["people.csv: The column “email” is not taken.", "people: 1 new, 1 later"]
    assert told[2].startswith("people.csv, row 3, birth_date: “soon” is no date we understand.")
    assert Import.objects.count() == 0
    assert refused(people).startswith("1 rows have errors, the first: “people.csv”, row 3, birth_date")
    assert (Import.objects.count(), Person.objects.count()) == (0, 0)
    told = run(people, leave_errors=True, vouch="Checked")
    taken = Import.objects.get()
    assert told[-1].startswith(f"Imported as number {taken.pk};") and taken.vouched_reason == "Checked"
    run(people, leave_errors=True)
    assert Person.objects.get().name == "Ada Orlan"
    assert run(undo=taken.pk, why="wrong") == [f"Import {taken.pk} is undone."]
    assert Person.objects.count() == 0


def test_questions_are_listed(keeper, people, tmp_path):
    imported(keeper, {"people": "name\n" + "".join(f"Lin {number}\n" for number in range(25))})
    path = tmp_path / "persons.csv"
    path.write_text("name\n" + "".join(f"Lin {number}\n" for number in range(25)))
    told = run(str(path), look=True)
    assert told[0] == "people: 25 later" and told[1] == "persons.csv, row 2, Lin 0: Lin 0? the same name"
    assert told[-1] == "and 5 more rows"


def test_what_is_not_given_or_cannot_be_read(keeper, people, tmp_path, staff):
    assert refused() == "Name the files, and whose list they are: --publisher."
    assert refused(str(tmp_path / "no.csv")).endswith("no.csv cannot be read: No such file or directory.")
    (tmp_path / "people.csv").write_bytes(b"\xff")
    assert refused(people).startswith("Row 1 of “people.csv” is not written in UTF-8")
    (tmp_path / "people.csv").write_text("name\nAda\n")
    assert refused(people, scheme="x" * 51) == "Ensure this value has at most 50 characters (it has 51)."
    assert refused(undo=77) == "There is no import 77."
    staff("reporter", "mira")
    with pytest.raises(CommandError, match="There is no record keeper “mira”."):
        call_command("import_record", people, by="mira", publisher="x")
    assert not Trail.objects.filter(kind="people.import").exists()


def test_the_record_as_json_and_as_csv(keeper, tmp_path):
    imported(keeper)
    for name in ("record.json", "record.zip"):
        call_command("export_record", str(tmp_path / name), stdout=StringIO())
    assert len(json.loads((tmp_path / "record.json").read_text())["persons"]) == 2
    with ZipFile(tmp_path / "record.zip") as packed:
        assert len(packed.namelist()) == 10
        assert packed.read("people.csv").decode().startswith("\ufeffid,name,family_name")
    with pytest.raises(CommandError, match="cannot be written: Is a directory."):
        call_command("export_record", str(tmp_path), stdout=StringIO())
