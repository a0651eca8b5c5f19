"""Nothing secret ever shows through: every address, byte by byte, with secrets and without."""

import pytest
from django.urls import reverse

from people import disclosure

from .leaks.addresses import CORRECTIONS, TAKEN_DOWN, covered, names_in
from .leaks.desk import NOW, build
from .leaks.later import LATER
from .leaks.secrets import SECRETS, taken_down
from .leaks.worlds import differences, frozen, leaks, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def plain():
    return world([], LATER)


def first_difference(found):
    """A readable line for the failure: which addresses, and where the first one parts."""
    address, parts = next(iter(found.items()))
    part, one, other = parts[0]
    if isinstance(one, bytes):
        at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        one, other = one[max(0, at - 80) : at + 120], other[max(0, at - 80) : at + 120]
    return f"{sorted(found)}: {part} of {address}: {one!r} / {other!r}"


def test_every_address_of_the_url_map_is_crawled():
    assert set(names_in()) == covered()


def test_two_looks_at_the_same_desk_are_alike(plain):
    """Nothing depends on keys, clocks or chance; sequences do not roll back, so a printed key fails here."""
    again = world([], LATER)
    for one, other in zip(plain, again, strict=True):
        assert not (found := differences(one, other)), first_difference(found)


def test_secrets_change_nothing(plain):
    looks = world(SECRETS, LATER)
    if any(differences(one, other) for one, other in zip(plain, looks, strict=True)):
        for secret in SECRETS:  # one by one, to name the culprit
            for moment, one, other in zip(("now", "later"), plain, world([secret], LATER), strict=True):
                assert not (found := differences(one, other)), f"{secret.__name__}, {moment}: {first_difference(found)}"
        pytest.fail("Secrets show through only together.")


def test_corrections_tell_of_what_was_taken_down_and_of_nothing_else():
    """Neither its headline nor its address: the words of both say what was there."""
    addresses = [reverse(name) for name in CORRECTIONS]
    secrets = [secret for secret in SECRETS if secret is not taken_down]
    assert leaks(secrets, LATER, addresses) == set()
    assert leaks([taken_down], LATER, addresses) == set(addresses)
    (look, _later) = world([taken_down], addresses=addresses)
    for _status, _headers, body, _queries in look.values():
        assert b"Zhelkent" not in body and TAKEN_DOWN.encode() not in body


def test_the_record_is_consistent_with_all_secrets_on_it():
    with frozen(NOW):
        desk = build()
        for act in (*SECRETS, *LATER):
            act(desk)
    assert disclosure.check_all() == []
