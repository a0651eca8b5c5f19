"""Imports on the desk: files in, choices kept from page to page, all of it imported, vouched for, undone."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from people.desk.import_sheet import ROWS, sheet_of
from people.exchange import previewing
from people.models import Import, Person, Trail
from tests.people.exchange.lists import ALL, TOLD, imported, looked_at
from tests.people.keeping import person

pytestmark = pytest.mark.django_db
UPLOAD = "admin:people_import_upload"


def file(name, text):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def upload(client, *files, **told):
    return client.post(reverse(UPLOAD), {**TOLD, "language": "en", "files": list(files), **told})


def at(taken, act=""):
    return reverse(
        "admin:people_import_act" if act else "admin:people_import_change", args=[taken.pk, *([act] if act else [])]
    )


def test_a_list_from_upload_to_what_readers_saw(client_of):
    desk = client_of("record keeper")
    answer = upload(desk, *(file(f"{name}.csv", text) for name, text in ALL.items()), scheme="own")
    taken = Import.objects.get()
    assert (answer.status_code, answer.url) == (302, at(taken))
    page = desk.get(at(taken)).content.decode()
    assert "Ada Orlan · Orlan · Ada · Vesmark" in page and "To be checked" in page and "Undo the import" not in page
    assert desk.post(at(taken), {"go": "run", "show": "all"}).url == at(taken, "run")
    asked = desk.get(at(taken, "run")).content.decode()
    assert "Vouched for, because" in asked and "Leave out the rows with errors" not in asked
    assert desk.post(at(taken, "run"), {"reason": ""}).status_code == 302
    page = desk.get(at(taken)).content.decode()
    assert "closed to readers: nobody vouches for it yet" in page
    assert reverse("admin:people_person_change", args=[Person.objects.get(name="Ada Orlan").pk]) in page
    assert "Say" not in page and desk.get(reverse("admin:people_import_history", args=[taken.pk])).status_code == 200
    assert desk.post(at(taken, "vouch"), {"reason": ""}).status_code == 200
    assert desk.post(at(taken, "vouch"), {"reason": "Gazette"}).status_code == 302
    assert "Gazette" in desk.get(at(taken)).content.decode()
    assert desk.post(at(taken, "withdraw"), {"why": "Doubts"}).status_code == 302
    refused = desk.post(at(taken, "undo"), {"why": "Doubts"}).content.decode()
    assert "“River week” has an address that readers could open" in refused and Person.objects.count() == 2
    assert desk.get(reverse("admin:people_import_changelist")).status_code == 200
    told = list(Trail.objects.filter(kind="people.import").order_by("pk").values_list("act", flat=True))
    assert told == ["read", "imported", "vouched for", "vouching taken back"]


def test_what_no_reader_saw_is_undone(client_of, keeper):
    taken, desk = imported(keeper), client_of("record keeper")
    assert "Undo the import" in desk.get(at(taken)).content.decode()
    assert desk.post(at(taken, "undo"), {"why": ""}).status_code == 200
    assert desk.post(at(taken, "undo"), {"why": "The wrong list"}).status_code == 302
    assert Person.objects.count() == 0 and "Undone" in desk.get(at(taken)).content.decode()


def test_choices_are_kept_while_one_turns_pages(client_of, keeper):
    ada = person(keeper)
    names = "name\n" + "Ada Orlan\n" + "".join(f"Lin {number:03}\n" for number in range(2 * ROWS))
    taken, _book = looked_at(keeper, {"people": names})
    desk = client_of("record keeper")
    first = desk.get(f"{at(taken)}?show=all")
    assert [line.row.number for line in first.context["sheet"].lines] == list(range(2, 2 + ROWS))
    assert "the same name" in first.content.decode()
    turned = desk.post(
        at(taken), {"show": "all", "go": "2", "row-0": f"same:{ada.pk}", "row-1": "later", "row-x": "new"}
    )
    assert turned.url == f"{at(taken)}?show=all&page=2"
    desk.post(at(taken), {"show": "all", "go": "3", f"row-{ROWS}": "later"})
    chosen = dict(taken.rows.filter(is_chosen=True).values_list("place", "choice"))
    assert chosen == {0: "same", 1: "later", ROWS: "later"}
    sheet = sheet_of(taken, "later", "nonsense")
    assert [line.row.place for line in sheet.lines] == [1, ROWS]
    assert {tab.name: tab.number for tab in sheet.tabs} == {
        "asks": 1,
        "errors": 0,
        "new": 2 * ROWS - 2,
        "same": 1,
        "later": 2,
        "all": 2 * ROWS + 1,
    }
    desk.post(at(taken, "run"), {})
    assert Person.objects.count() == 1 + 2 * ROWS - 2
    late = desk.post(at(taken), {"go": "1", "row-1": "new"}, follow=True)
    assert "This import is not open to choices any more." in late.content.decode()


def test_a_page_of_rows_costs_the_same_whatever_its_length(client_of, keeper, django_assert_num_queries):
    desk = client_of("record keeper")
    numbers = []
    for names in ("name\nAda Orlan\n", "name\nAda Orlan\nLin Hai\nClara Ulan\n"):
        taken, _book = looked_at(keeper, {"people": names})
        with django_assert_num_queries(14, exact=False) as asked:
            desk.get(at(taken))
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]


def test_errors_come_first_and_are_left_out_only_if_one_says_so(client_of):
    desk = client_of("record keeper")
    upload(desk, file("people.csv", "name,birth_date\nAda Orlan,soon\nLin Hai,1980\n"))
    taken = Import.objects.get()
    page = desk.get(at(taken))
    assert page.context["sheet"].show == "errors" and "“soon” is no date we understand." in page.content.decode()
    refused = desk.post(at(taken, "run"), {"reason": ""}).content.decode()
    assert "1 rows have errors, the first: “people.csv”, row 2, birth_date" in refused
    assert desk.post(at(taken, "run"), {"leaves_errors": "on"}).status_code == 302
    assert Person.objects.get().name == "Lin Hai"


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], "This field is required."),
        ([file("people.csv", "email\n")], "“people.csv” lacks the columns: name."),
        ([file("people.csv", b"name\n\xff\n")], "Row 2 of “people.csv” is not written in UTF-8"),
        ([file("people.csv", b"name\nx\x00\n")], "holds a NUL byte"),
        ([file("people.csv", b"")], "The submitted file is empty."),
        ([file("people.csv", b"x" * 2_000_000)], "“people.csv” has 2.0 MB, and at most 1.0 MB are taken at once"),
        ([file(f"{number}.csv", "name\n") for number in range(21)], "At most 20 files are taken at once."),
    ],
)
def test_a_file_that_cannot_be_taken_is_a_sentence_beside_it(client_of, settings, files, sentence):
    settings.IMPORT_BYTES_LIMIT = 1_000_000
    answer = upload(client_of("record keeper"), *files)
    assert answer.status_code == 200 and Import.objects.count() == 0
    page = answer.content.decode()
    assert sentence in page and "Ministry of Rivers" in page and "choose the files again" in page


def test_only_who_keeps_the_record(client_of, keeper):
    taken, _book = looked_at(keeper, {"people": "name\nAda Orlan\n"})
    desk = client_of("reporter")
    addresses = [reverse(UPLOAD), reverse("admin:people_import_export", args=["json"]), at(taken), at(taken, "run")]
    addresses += [reverse("admin:people_import_template", args=["people"]), reverse("admin:people_import_changelist")]
    assert {desk.get(address).status_code for address in addresses} == {403, 404}  # the act of a row nobody may see
    assert {desk.post(address, {"go": "1"}).status_code for address in addresses} == {403, 404}


def test_addresses_of_nothing(client_of, keeper):
    desk = client_of("record keeper")
    for address in ("9/change/", "x/change/", "9/act/run/", "templates/nothing.csv", "record.xml"):
        assert desk.get(f"/admin/people/import/{address}").status_code == 404


def test_templates_and_the_record_as_files(client_of, keeper):
    imported(keeper)
    desk = client_of("record keeper")
    template = desk.get(reverse("admin:people_import_template", args=["outcomes"]))
    assert template.content.decode() == "\ufeffevent_id,event,classification,text\r\n"
    told = desk.get(reverse("admin:people_import_export", args=["json"]))
    assert json.loads(told.content)["persons"][0]["id"] == "ada-orlan"
    assert 'filename="record.json"' in told.headers["Content-Disposition"]
    assert desk.get(reverse("admin:people_import_export", args=["zip"])).content.startswith(b"PK")


def test_a_long_one_looks_again_by_itself(client_of, keeper):
    taken = previewing.begin([("people.csv", b"name\nAda\n")], by=keeper, **TOLD)
    page = client_of("record keeper").get(at(taken)).content.decode()
    assert (
        '<meta http-equiv="refresh" content="3">' in page and "The rows are compared with the record: 0 of 1." in page
    )
    assert "<progress" in page
