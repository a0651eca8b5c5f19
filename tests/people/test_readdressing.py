"""Another address: the one before stays its own, whatever comes."""

import pytest

from newsdesk.search.following import differences
from people import addresses, readdressing, releasing
from people.disclosure import check_all
from people.models import FormerAddress, Generation, Meeting, MeetingSeries, Organisation, Person, Trail
from people.recording import Refused

pytestmark = pytest.mark.django_db


def move(row, slug, by, why=""):
    readdressing.readdress(row, slug=slug, by=by, why=why)
    stored = type(row).objects.get(pk=row.pk).slug
    assert row.slug == stored == slug
    return row


def formers(row):
    rows = FormerAddress.objects.filter(kind=row._meta.label_lower, object_id=row.pk)
    return set(rows.values_list("slug", "is_first"))


def test_it_is_an_act_with_its_trail(desk):
    before = Generation.objects.get().number
    move(desk.ada, "ada", desk.by, why="Shorter")
    row = Trail.objects.first()
    assert (row.act, row.by, row.why, row.before, row.after) == (
        "address changed",
        desk.by,
        "Shorter",
        {"slug": "ada-orlan"},
        {"slug": "ada"},
    )
    assert Generation.objects.get().number == before + 1 and formers(desk.ada) == {("ada-orlan", True)}


def test_each_former_address_names_the_row_and_the_first_stays_the_first(desk):
    for slug in ("one", "two", "ada-orlan", "three"):  # back to its own first one in between
        move(desk.ada, slug, desk.by)
    assert formers(desk.ada) == {("ada-orlan", True), ("one", False), ("two", False)}
    assert {str(former) for former in FormerAddress.objects.all()} == {"ada-orlan", "one", "two"}
    firsts = addresses.first_slugs(Person, [desk.ada, desk.boris])
    assert firsts == {desk.ada.pk: "ada-orlan", desk.boris.pk: "boris-temir"}


@pytest.mark.parametrize(
    ("slug", "says"),
    [
        ("boris-temir", "taken"),
        ("ministry-of-rivers", "taken"),  # people and organisations share one space
        ("ada-orlan", "its address already"),
        ("feed", "a word that the site uses"),
        ("Ada Orlan's page", "«ada-orlans-page»"),
        ("ada_orlan", "«ada-orlan»"),
        (" ", "Write the new address"),
        ("x" * 200, "small letters"),
    ],
)
def test_what_is_refused_changes_nothing(slug, says, desk):
    with pytest.raises(Refused, match=says):
        readdressing.readdress(desk.ada, slug=slug, by=desk.by)
    assert Person.objects.get(pk=desk.ada.pk).slug == "ada-orlan" and formers(desk.ada) == set()


def test_what_readers_never_saw_has_no_address(desk):
    with pytest.raises(Refused, match="no address yet"):
        readdressing.readdress(desk.dana, slug="dana", by=desk.by)


def test_nobody_gets_a_former_address(desk):
    move(desk.ada, "ada", desk.by)
    with pytest.raises(Refused, match="taken"):
        readdressing.readdress(desk.boris, slug="ada-orlan", by=desk.by)
    with pytest.raises(Refused, match="taken"):
        readdressing.readdress(desk.ministry, slug="ada-orlan", by=desk.by)
    namesake = desk.keep(Person(name="Ada Orlan", family_name="Orlan"))
    body = desk.keep(Organisation(name="Ada Orlan", kind="other"))
    assert [releasing.release(each, by=desk.by).slug for each in (namesake, body)] == ["ada-orlan-2", "ada-orlan-3"]
    assert addresses.free_slug(Meeting, "Ada Orlan") == "ada-orlan"  # another space
    assert move(desk.ada, "ada-orlan", desk.by).slug == "ada-orlan"


@pytest.mark.parametrize(
    ("row", "slug", "address"),
    [
        ("ada", "ада-орлан", "/people/ада-орлан/"),
        ("ministry", "rivers", "/organisations/rivers/"),
        ("talks", "talks", "/meetings/talks/"),
        ("series", "river-ministers", "/series/river-ministers/"),
    ],
)
def test_the_page_and_the_search_follow(row, slug, address, desk, client):
    row = getattr(desk, row)
    before = type(row).objects.get(pk=row.pk).slug
    move(row, slug, desk.by)
    assert client.get(address).status_code == 200
    found = client.get("/search/", {"q": str(row)}).content.decode()
    assert f'href="{address}"' in found or f'href="/{address.split("/")[1]}/%D0' in found
    assert f"/{before}/" not in found
    assert list(differences()) == [] == check_all()


def test_articles_link_to_where_somebody_is_now(desk, client):
    move(desk.ada, "ada", desk.by)
    html = client.get("/articles/talks-in-astana/").content.decode()
    assert '"/people/ada/"' in html and "/people/ada-orlan/" not in html


def test_a_series_keeps_its_meetings(desk):
    series = MeetingSeries.objects.get(pk=desk.series.pk)
    move(series, "river-ministers", desk.by)
    assert MeetingSeries.objects.public().get().meetings.count() == 3
