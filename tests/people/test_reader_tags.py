"""Marks, drawings, sentences and days in templates."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template

from people.models import Attendance

EVERY_STATE = [str(state) for state in Attendance.State]


def rendered(source, **context):
    return Template("{% load marks icons quotations times voices %}" + source).render(Context(context))


def count(state, number):
    return SimpleNamespace(state=state, number=number)


@pytest.mark.parametrize("state", EVERY_STATE)
def test_a_state_is_a_mark_and_its_word(state):
    html = rendered("{% state state %}", state=state)
    kind = state.replace("_", "-")
    assert html == (
        f'<span class="att att-{kind}"><svg class="mark mark-{kind}" aria-hidden="true"><use href="#m-{kind}"/></svg>'
        f"{Attendance.State(state).label}</span>"
    )
    assert f'<symbol id="m-{kind}"' in rendered("{% symbols name %}", name=f"m-{kind}")


def test_another_word_is_escaped():
    assert "&lt;b&gt;" in rendered("{% state 'absent' word %}", word="<b>")


def test_an_earlier_state_says_that_it_was():
    html = rendered("{% earlier_state 'expected' %}")
    assert "att-was" in html and html.endswith("was expected</span>")


def test_a_voice_of_a_dispute_says_that_it_is_one():
    assert rendered("{% one_says 'absent' %}").endswith("one says absent</span>")


def test_marks_are_a_row_of_squares_and_numbers_without_zeros():
    html = rendered("{% marks tally %}", tally=[count("attended", 2), count("absent", 0), count("not_reported", 1)])
    assert (html.count("#m-attended"), html.count("#m-absent"), html.count("#m-not-reported")) == (2, 0, 1)
    assert html.endswith("<span>2 attended, 1 not reported</span>")


def test_a_crowd_is_one_square_a_state():
    html = rendered("{% marks tally %}", tally=[count("attended", 24), count("expected", 1)])
    assert (html.count("#m-attended"), html.count("#m-expected")) == (1, 1)
    assert "24 attended, 1 expected" in html


def test_the_key_names_all_states_in_their_order():
    html = rendered("{% key_of_marks %}")
    assert [part.split("<")[0] for part in html.split("</svg>")[1:]] == [str(s.label) for s in Attendance.State]


def test_an_unknown_state_is_an_error_and_never_a_silent_mark():
    with pytest.raises(ValueError, match="held"):
        rendered("{% state 'held' %}")


def test_an_icon_points_at_its_drawing():
    assert rendered("{% icon 'person' %}") == '<svg class="icon" aria-hidden="true"><use href="#i-person"/></svg>'


def test_symbols_are_defined_in_the_order_asked_for():
    html = rendered("{% symbols 'emblem' 'i-search' %}")
    assert html.startswith('<symbol id="emblem"') and html.count("<symbol") == 2 and 'id="i-search"' in html


def test_the_words_that_carry_an_entry_are_bold():
    html = rendered("{{ text|carrying:words }}", text="P & Q attended & left.", words="Q attended")
    assert html == "P &amp; <b>Q attended</b> &amp; left."


@pytest.mark.parametrize("words", ["", None, "somebody else"])
def test_without_such_words_the_sentence_is_plain(words):
    assert rendered("{{ text|carrying:words }}", text="<P> attended.", words=words) == "&lt;P&gt; attended."


def test_a_day_with_a_machine_form_is_a_time():
    assert rendered("{% when 'June 2022' '2022-06' %}") == '<time datetime="2022-06">June 2022</time>'


def test_a_span_of_days_is_words_alone():
    assert rendered("{% when words %}", words="18 to 19 May <2023>") == "18 to 19 May &lt;2023&gt;"


def entry(**fields):
    return SimpleNamespace(**{"state": "attended", "earlier": [], "is_silent": False, "vouched": "", **fields})


def voice(says, text, url="/articles/talks/#s-1"):
    return SimpleNamespace(
        says=says, text=text, words="", lang="en", label="Newsdesk, 27 April 2023", url=url, announced_by=""
    )


def said(**fields):
    return " ".join(rendered("{% voices entry %}", entry=entry(**fields)).split())


def test_one_sentence_stands_open_with_a_link_to_its_place():
    html = said(voices=[voice("attended", "All six came.")])
    assert '<p lang="en">All six came.</p>' in html and 'href="/articles/talks/#s-1"' in html
    assert "<details" not in html


def test_further_sentences_are_folded_and_counted():
    html = said(voices=[voice("attended", text) for text in ("One.", "Two.", "Three.")])
    assert "2 more sentences say so" in html.split("Two.")[0]


def test_reports_that_disagree_stand_alike():
    html = said(state="disputed", voices=[voice("attended", "He came."), voice("absent", "He did not.", url="")])
    assert html.count("<li>") == 2 and "one says attended" in html and "one says absent" in html
    assert "<details" not in html and "until a further report settles it" in html


def test_silence_after_the_day_is_said_and_is_not_absence():
    html = said(state="expected", voices=[voice("expected", "All six are expected.")], is_silent=True)
    assert "No later report in our articles." in html and "absent" not in html


def test_what_was_reported_earlier_stays_readable():
    html = said(voices=[voice("attended", "They came.")], earlier=[voice("expected", "They are expected.")])
    assert html.index("They came.") < html.index("What was reported earlier") < html.index("They are expected.")


def test_a_keepers_word_is_said_to_be_one():
    assert "without a sentence: seen on the spot" in said(voices=[], vouched="seen on the spot")
