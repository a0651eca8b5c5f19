"""Hostile input through the real forms of a running desk; and that the drill would see it if something broke."""

import pytest

from newsdesk.drill import attack
from newsdesk.drill.desk import DESK
from newsdesk.drill.hostile import Hostility
from newsdesk.drill.rows import is_record
from newsdesk.drill.visitor import Answer, Form, Visitor, forms_of
from newsdesk.models import User
from tests import demo_desk

PAGE = """<form method="post" action="save/?x=1">
  <input name="csrfmiddlewaretoken" value="t"><input name="title" value="a">
  <input type="checkbox" name="is_open" checked><input type="checkbox" name="is_shut"><textarea name="text">b</textarea>
  <select name="kind"><option value="1"><option value="2" selected></select><input type="file" name="file">
  <input type="submit" name="_save"></form><form action="/search/"><input name="q"></form>"""


def answer(status=200, body=PAGE, address="/admin/things/", **headers):
    return Answer(status, headers, body.encode(), address)


class Server:
    """Stands in for a visitor: shows one form and answers what it is told to."""

    def __init__(self, says):
        self.says, self.sent = says, []

    def open(self, address):
        page = answer(address=address)
        return page, forms_of(page)

    def get(self, address, headers=()):
        return self.says

    def send(self, form):
        self.sent.append(form)
        return self.says


def attacked(says, hostility, digests=({"a": 1}, {"a": 1})):
    server, found = Server(says), iter(digests)
    attacker = attack.Attack([(server, "/admin/things/")], seed=1, digests=lambda: next(found))
    (attacker.fill if hostility.way in ("field", "file") else attacker.ask)(hostility)
    return attacker.outcome, server


def test_a_form_is_read_as_a_browser_would_send_it():
    (form,) = forms_of(answer())
    assert form == Form(
        "/admin/things/save/?x=1",
        [("csrfmiddlewaretoken", "t"), ("title", "a"), ("is_open", "on"), ("text", "b"), ("kind", "2")],
        ["file"],
    )
    assert form.names() == ["title", "is_open", "text", "kind", "file"]
    form.put("title", "x", "y")
    assert form.fields[-2:] == [("title", "x"), ("title", "y")]


def test_a_fault_is_noted_with_its_number_whichever_way_it_came():
    for way in ("field", "file", "query", "header"):
        outcome, _server = attacked(answer(500), Hostility(7, way, "x", name="q"))
        assert len(outcome.faults) == 1
        assert outcome.faults[0].startswith(f"no. 7 ({way} ")


def test_what_is_refused_and_written_all_the_same_is_noted_with_its_table():
    outcome, server = attacked(answer(), Hostility(3, "field", "x", spread=50), [{"a": 1, "b": 1}, {"a": 2, "b": 1}])
    assert outcome.half_saved == ["no. 3 (field '') at /admin/things/save/?x=1: 200 wrote a"]
    assert {value for name, value in server.sent[0].fields if "csrf" not in name} == {"x"}


def test_what_is_taken_in_is_no_half_save_and_is_looked_at_later():
    outcome, _server = attacked(answer(302, location="../1/"), Hostility(3, "field", "x"), [{"a": 1}, {"a": 2}])
    assert (outcome.half_saved, outcome.refused, outcome.saved) == ([], 0, ["/admin/1/"])


@pytest.mark.django_db(transaction=True)
def test_two_dozen_inputs_leave_no_fault_and_nothing_half_saved(demo_rows, live_server, client, settings):
    demo_desk.put(demo_rows)
    client.force_login(User.objects.create_superuser("boss"))
    host, port = live_server.url.removeprefix("http://").split(":")
    visitor = Visitor(host, int(port))
    visitor.cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
    doors = attack.doors_of(visitor, DESK)
    assert len(doors) > 40

    def digests():
        return {table: hash(repr(rows)) for table, rows in demo_desk.everything().items() if is_record(table)}

    outcome = attack.Attack(doors, seed=26, digests=digests).run(26, 25, print)
    visitor.close()
    assert (outcome.faults, outcome.half_saved) == ([], [])
    assert sum(outcome.sent.values()) == 25 and outcome.refused > 5
