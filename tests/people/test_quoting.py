"""Sentences and what they say."""

import pytest

from people import quoting, recording, striking
from people.models import Evidence, Quotation, Source

from .keeping import attendance, fresh, meeting, person, sentence

pytestmark = pytest.mark.django_db


def test_one_sentence_is_one_quotation_however_many_claims_rest_on_it(keeper):
    source = recording.keep(Source(publisher="Agency", language="ru"), by=keeper)
    one, two = (quoting.quote_outside(source, "Ада пришла.", by=keeper) for _time in range(2))
    assert one == two
    assert one.language == "ru"
    striking.strike(one, by=keeper, reason="misread")
    assert quoting.quote_outside(source, "Ада пришла.", by=keeper) != one
    assert Quotation.objects.count() == 2


def test_another_word_of_the_same_sentence_replaces_the_earlier_one(keeper):
    line, said = attendance(keeper, meeting(keeper), person(keeper)), sentence(keeper)
    quoting.add_evidence(said, line, says="expected", by=keeper)
    quoting.add_evidence(said, line, says="announced", by=keeper, announced_by="the ministry")
    row = Evidence.objects.get()
    assert (row.says, row.announced_by, row.by) == ("announced", "the ministry", keeper)
    assert fresh(line).state == "announced"
