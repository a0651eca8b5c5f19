"""The list of people: letters of every alphabet, posts of a day, and what a reader may ask for."""

import pytest

from people import releasing
from people.pages import people
from tests.people import desk as desks

from .conftest import words

pytestmark = pytest.mark.django_db
PEOPLE = "/people/"


def names(page):
    return [words(row.xpath("./h3/a")[0]) for row in page.parts(".//li[@class='person-row']")]


def row(page, name):
    [found] = [each for each in page.parts(".//li[@class='person-row']") if name in words(each)]
    return words(found)


def letters(page):
    return {words(each): each.get("href") for each in page.parts(".//ul[@class='letters']//a")}


def test_everybody_with_a_page_by_letter(desk, read):
    page = read(PEOPLE)
    assert names(page) == [
        "Lin Hai",
        "Orlan, Ada",
        "Temir, Boris",
        "Ulan, Clara",
        "Zhan, Farid",
        "Ёлкин, Пётр",
        "王 美",
    ]
    assert [words(head) for head in page.parts(".//h2")] == ["L", "O", "T", "U", "Z", "Ё", "王"]
    assert "Dana" not in page.text
    assert "7 people" in page.text


def test_country_post_of_the_day_native_name_and_meetings_attended(desk, read):
    page = read(PEOPLE)
    assert row(page, "Orlan") == "Orlan, Ada Ада Орлан Minister of Rivers, Ministry of Rivers Vesmark 2 meetings"
    assert "Minister of Rivers, Ministry of Rivers (acting): 2019 to 28 February 2022" in row(page, "Ulan")
    assert "Director, Harbour Guild: from 4 May 2020, last reported 4 May 2020 Nordland" in row(page, "Temir")
    assert "No post known." in row(page, "Zhan")


def test_every_letter_leads_to_its_people(desk, read):
    page = read(PEOPLE)
    assert list(letters(page)) == ["All", "L", "O", "T", "U", "Z", "Ё", "王"]
    assert words(page.parts(".//ul[@class='letters']//a[@aria-current]")[0]) == "All"
    for letter, name in (("O", "Orlan, Ada"), ("Ё", "Ёлкин, Пётр"), ("王", "王 美")):
        found = read(PEOPLE + letters(page)[letter])
        assert names(found) == [name]
        assert words(found.parts(".//ul[@class='letters']//a[@aria-current]")[0]) == letter
    assert names(read(PEOPLE + "?letter=é")) == []
    assert "Nobody in our record answers to that." in read(PEOPLE + "?letter=%23").text


@pytest.mark.parametrize("query", ["q=орлан", "q=orlan", "q=ada+ORLAN", "country=republic-of-vesmark&q=ada"])
def test_found_by_any_public_spelling(desk, read, query):
    assert names(read(f"{PEOPLE}?{query}")) == ["Orlan, Ada"]


def test_a_spelling_that_is_not_public_finds_nobody(desk, read):
    page = read(f"{PEOPLE}?q=hidden")
    assert names(page) == []
    assert "/search/?q=hidden" in page.links()


def test_in_post_on_a_day(desk, read):
    page = read(f"{PEOPLE}?on=2022-02-01")
    assert names(page) == ["Ulan, Clara"]
    assert "1 person in post on 1 February 2022" in page.text
    assert names(read(f"{PEOPLE}?on=2023-04-27")) == ["Lin Hai", "Orlan, Ada"]
    assert "0 people in post on 1 January 1990" in read(f"{PEOPLE}?on=1990-01-01").text


@pytest.mark.parametrize("typed", ["2022-02-30", "x", "2022", "%00", "9" * 5000])
def test_a_day_that_is_none_is_answered_in_its_place(desk, read, typed):
    page = read(f"{PEOPLE}?on={typed}")
    assert page.status == 200
    assert words(page.parts(".//*[@id='people-on-message']")[0])
    assert page.parts(".//input[@name='on']/@aria-invalid") == ["true"]


@pytest.mark.parametrize("query", ["letter=AB", "letter=%00", "country=%00", "country=a/b", "country=" + "x" * 9000])
def test_no_letter_and_no_country_is_not_found(desk, read, query):
    assert read(f"{PEOPLE}?{query}").status == 404


def test_a_long_list_shows_one_letter_at_a_time(desk, read, monkeypatch):
    monkeypatch.setattr(people, "MOST", 3)
    page = read(PEOPLE)
    assert names(page) == ["Lin Hai"]
    assert words(page.parts(".//ul[@class='letters']//a[@aria-current]")[0]) == "L"


def test_a_long_letter_goes_on_after_its_last_person(desk, read, monkeypatch):
    monkeypatch.setattr(people, "MOST", 1)
    for name in ("Dana Okay", "Emil Oz"):
        desks.person(desk.by, name)
    page, seen = read(f"{PEOPLE}?letter=O"), []
    assert "1 of 3 people" in page.text
    while True:
        seen += names(page)
        [*older] = page.parts(".//nav[@class='pager']/a[@rel='next']")
        if not older:
            break
        page = read(PEOPLE + older[0].get("href"))
    assert seen == ["Okay, Dana", "Orlan, Ada", "Oz, Emil"]
    assert page.parts(".//nav[@class='pager']/a[@rel='first']")[0].get("href") == "?letter=O"


@pytest.mark.parametrize("query", ["after=%00", "after=nobody", "after=a/b", "letter=O&after=nobody"])
def test_after_nobody_is_not_found(desk, read, query):
    assert read(f"{PEOPLE}?{query}").status == 404


def test_nobody_at_all(desk, read):
    for each in (desk.ada, desk.boris, desk.clara, desk.farid, desk.lin, desk.yolkin, desk.wang):
        releasing.close(each, by=desk.by, why="test")
    assert "Nobody in our record answers to that." in read(PEOPLE).text


def test_as_many_queries_for_one_as_for_seven(desk, read, django_assert_num_queries):
    with django_assert_num_queries(6):
        assert len(names(read(PEOPLE))) == 7
    with django_assert_num_queries(6):  # a letter is a part: nobody asks how long the whole list is
        assert len(names(read(f"{PEOPLE}?letter=O"))) == 1
