"""Partial dates: read, kept, compared, written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.dates import DateError, PartialDate, Precision, parse, read, weekday_words, words

LANGUAGES = ["en", "ru", "kk", "zh-hans"]

DAYS = {
    "2022": (date(2022, 1, 1), date(2022, 12, 31)),
    "2022-06": (date(2022, 6, 1), date(2022, 6, 30)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2022-06-08": (date(2022, 6, 8), date(2022, 6, 8)),
    "2023-05-18/2023-05-19": (date(2023, 5, 18), date(2023, 5, 19)),
    "2022/2023-05": (date(2022, 1, 1), date(2023, 5, 31)),
    "[2023-02-15..2023-03-24]": (date(2023, 2, 15), date(2023, 3, 24)),
    "2023/..": (date(2023, 1, 1), None),
    "2023/": (date(2023, 1, 1), None),
    "../2023": (None, date(2023, 12, 31)),
    "/2023-06": (None, date(2023, 6, 30)),
}


@pytest.mark.parametrize(("text", "days"), DAYS.items())
def test_first_and_last_possible_day(text, days):
    found = parse(text)
    assert (found.text, str(found), found.earliest, found.latest) == (text, text, *days)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2023-05-18/2023-05-18", "2023-05-18"),
        ("2023/2023", "2023"),
        ("[2023-02-15..2023-02-15]", "2023-02-15"),
    ],
)
def test_what_means_the_same_is_kept_as_one_text(text, canonical):
    assert parse(text) == parse(canonical)
    assert parse(text).text == canonical


@pytest.mark.parametrize(
    ("text", "precision", "is_interval", "is_within", "is_open", "has_unknown_end"),
    [
        ("2022", "year", False, False, False, False),
        ("2022-06", "month", False, False, False, False),
        ("2022-06-08", "day", False, False, False, False),
        ("2022-06-08/2023", "year", True, False, False, False),
        ("[2022-06..2022-06-08]", "month", False, True, False, False),
        ("2023/..", "year", True, False, True, False),
        ("../2023-01", "month", True, False, True, False),
        ("2023/", "year", True, False, False, True),
        ("/2023-01-02", "day", True, False, False, False),
    ],
)
def test_kind_of_date(text, precision, is_interval, is_within, is_open, has_unknown_end):
    found = parse(text)
    assert found.precision is Precision(precision)
    assert (found.is_interval, found.is_within) == (is_interval, is_within)
    assert (found.is_open, found.has_unknown_end) == (is_open, has_unknown_end)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2022-02-30", "February 2022 has no day 30."),
        ("2022-02-00", "February 2022 has no day 0."),
        ("2022-13", "There is no month 13: months are 1 to 12."),
        ("0000", "There is no year 0."),
        ("/", "Say when it began or when it ended."),
        ("../..", "Say when it began or when it ended."),
        ("2023/2022", "The end, 2022, comes before the start, 2023."),
        ("[2023-03..2023-02]", "The end, February 2023, comes before the start, March 2023."),
    ],
)
def test_impossible_dates_are_refused_in_a_sentence(text, sentence):
    with pytest.raises(DateError) as error:
        parse(text)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    "text", ["", "June 2022", "22", "2022-6", "2022-06-08T12", "2022?", "[2022]", "[2022..]", "1/2/3", "２０２２"]
)
def test_parse_knows_edtf_only(text):
    with pytest.raises(DateError, match="no date we understand"):
        parse(text)


def test_a_refusal_speaks_the_language_of_the_screen():
    with pytest.raises(DateError) as error:
        parse("2022-02-30")
    translations = {"%(month)s has no day %(day)s.": "%(month)s: нет дня %(day)s."}
    assert error.value.say("ru", translations.__getitem__) == "февраль 2022 г.: нет дня 30."


def test_a_refusal_quotes_little_of_a_long_text_and_no_hidden_signs():
    with pytest.raises(DateError) as error:
        read("\0<script>" + "9" * 5000)
    assert str(error.value).startswith("“<script>999")
    assert "9…”" in str(error.value)
    assert len(str(error.value)) < 150


WRITTEN = {
    "2022": ["2022", "2022 г.", "2022 ж.", "2022年"],
    "2022-06": ["June 2022", "июнь 2022 г.", "2022 ж. маусым", "2022年6月"],
    "2022-06-08": ["8 June 2022", "8 июня 2022 г.", "2022 ж. 8 маусым", "2022年6月8日"],
    "2023-05-18/2023-05-19": ["18–19 May 2023", "18–19 мая 2023 г.", "2023 ж. 18–19 мамыр", "2023年5月18日至19日"],
    "2023-05-18/2023-06-02": [
        "18 May – 2 June 2023",
        "18 мая – 2 июня 2023 г.",
        "2023 ж. 18 мамыр – 2 маусым",
        "2023年5月18日至6月2日",
    ],
    "2022-12-30/2023-01-02": [
        "30 December 2022 – 2 January 2023",
        "30 декабря 2022 г. – 2 января 2023 г.",
        "2022 ж. 30 желтоқсан – 2023 ж. 2 қаңтар",
        "2022年12月30日至2023年1月2日",
    ],
    "2022-06/2022-07": ["June–July 2022", "июнь–июль 2022 г.", "2022 ж. маусым–шілде", "2022年6月至7月"],
    "2022/2023": ["2022–2023", "2022–2023 гг.", "2022–2023 жж.", "2022年至2023年"],
    "2022/2023-06": ["2022 – June 2023", "2022 г. – июнь 2023 г.", "2022 ж. – 2023 ж. маусым", "2022年至2023年6月"],
    "[2023-02-15..2023-03-24]": [
        "between 15 February and 24 March 2023",
        "не ранее 15 февраля и не позднее 24 марта 2023 г.",
        "2023 ж. 15 ақпан – 24 наурыз аралығында",
        "2023年2月15日至3月24日之间",
    ],
    "[2023-02..2023-03]": [
        "between February and March 2023",
        "не ранее февраля и не позднее марта 2023 г.",
        "2023 ж. ақпан – наурыз аралығында",
        "2023年2月至3月之间",
    ],
    "2023/..": ["since 2023", "с 2023 г.", "басталуы: 2023 ж., жалғасуда", "自2023年至今"],
    "2023-06/": [
        "from June 2023, end not known",
        "с июня 2023 г., окончание неизвестно",
        "басталуы: 2023 ж. маусым, аяқталуы белгісіз",
        "自2023年6月起，结束时间不详",
    ],
    "../2023-06-01": ["until 1 June 2023", "до 1 июня 2023 г.", "аяқталуы: 2023 ж. 1 маусым", "截至2023年6月1日"],
    "/2023": [
        "until 2023, start not known",
        "до 2023 г., начало неизвестно",
        "басталуы белгісіз, аяқталуы: 2023 ж.",
        "截至2023年，开始时间不详",
    ],
}


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [(text, *pair) for text, all_of_it in WRITTEN.items() for pair in zip(LANGUAGES, all_of_it, strict=True)],
)
def test_written_as_precisely_as_known_and_no_more(text, language, written):
    assert words(parse(text), language) == written


def test_a_language_without_a_table_is_written_in_english():
    assert words(parse("2022-06"), "fr-CA") == "June 2022"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Thursday, 27 April 2023"),
        ("ru", "четверг, 27 апреля 2023 г."),
        ("kk", "2023 ж. 27 сәуір, бейсенбі"),
        ("zh-hans", "2023年4月27日星期四"),
    ],
)
def test_a_day_with_its_weekday(language, written):
    assert weekday_words(date(2023, 4, 27), language) == written


TYPED = {
    "2022-06": ["June 2022", "june 2022", "Jun 2022", "Jun. 2022", "06.2022", "6/2022", "2022/06", "2022.6", "2022-6"]
    + ["июнь 2022", "июня 2022 года", "2022 жылғы маусым", "2022年6月", "2022年 六月", "June, 2022"],
    "2022-06-08": [
        "8 June 2022",
        "June 8, 2022",
        "8th of June 2022",
        "8.6.2022",
        "08.06.2022",
        "2022-06-08",
        "2022-6-8",
    ]
    + [
        "8 июня 2022",
        "8 июня 2022 г.",
        "2022 жылғы 8 маусым",
        "2022年6月8日",
        "2022年6月8号",
        "2022/6/8",
        " 8  June 2022 ",
    ],
    "2022": ["2022", "２０２２", "2022 год", "2022 ж."],
    "2022-04-13": ["13/4/2022", "4/13/2022", "13-4-2022"],
    "2022-04-04": ["4/4/2022"],
    "2023-05-18/2023-05-19": [
        "18–19 May 2023",
        "18-19 May 2023",
        "May 18–19, 2023",
        "18 - 19 мая 2023",
        "18-19.05.2023",
    ]
    + [
        "from 18 to 19 May 2023",
        "с 18 по 19 мая 2023",
        "18.05–19.05.2023",
        "2023年5月18日到19日",
        "18 May to 19 May 2023",
    ],
    "2023-05-18/2023-06-02": ["18 May 2023 – 2 June 2023", "18 May — 2 June 2023", "2023-05-18 - 2023-06-02"],
    "2022/2023": ["2022-2023", "2022/2023", "2022–2023"],
    "[2023-02-15..2023-03-24]": ["between 15 Feb and 24 March 2023", "между 15 февраля и 24 марта 2023"],
    "2023/..": ["2023/..", "since 2023"],
    "2023/": ["2023/"],
    "2023-09": ["Sep 2023", "Sept 2023", "сентябрь 2023"],
}


@pytest.mark.parametrize(("typed", "text"), [(typed, text) for text, all_of_it in TYPED.items() for typed in all_of_it])
def test_what_people_type(typed, text):
    assert read(typed).text == text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2022-02-30", "February 2022 has no day 30."),
        ("30 February 2022", "February 2022 has no day 30."),
        ("31.6.2022", "June 2022 has no day 31."),
        ("5.6.22", "“5.6.22” has a short year. Type it with four digits: 8.6.2022."),
        (
            "3/4/2022",
            "“3/4/2022” may be 3 April 2022 or 4 March 2022. Type the month in words, or 2022-06-08.",
        ),
        ("8 June", "Which year? Type it with four digits, as in 8 June 2022 or June 2022."),
        ("8.6-2022", "Which year? Type it with four digits, as in 8 June 2022 or June 2022."),
        ("June 22", "Which year? Type it with four digits, as in 8 June 2022 or June 2022."),
        ("28 December – 3 January 2024", "The end, 3 January 2024, comes before the start, 28 December 2024."),
        ("13/14/2022", "There is no month 14: months are 1 to 12."),
    ],
)
def test_impossible_and_ambiguous_input_is_answered_in_a_sentence(typed, sentence):
    with pytest.raises(DateError) as error:
        read(typed)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "soon",
        "5",
        "8 2022",
        "1–2–3 May 2022",
        "June June 2022",
        "1.2.3.2022",
        "123.4.2022",
        "12345",
    ]
    + [
        "2022?",
        "May and June 2022",
        "Smith 2022",
        "'; DROP TABLE",
        "%00",
        "8 June 2022 BC",
        "x" * 10_000,
        "2022-06-08T12:00",
    ],
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(DateError, match="no date we understand"):
        read(typed)


def test_june_contains_its_days_perhaps():
    june = parse("2022-06")
    assert june.possibly_contains(date(2022, 6, 30))
    assert not june.possibly_contains(date(2022, 7, 1))
    assert not june.certainly_contains(date(2022, 6, 30))


@pytest.mark.parametrize(
    ("text", "certain", "only_possible", "impossible"),
    [
        ("2022-06-08", ["2022-06-08"], [], ["2022-06-07", "2022-06-09"]),
        ("2023-05-18/2023-05-20", ["2023-05-18", "2023-05-19", "2023-05-20"], [], ["2023-05-17", "2023-05-21"]),
        ("2022-06/2022-08", ["2022-06-30", "2022-07-15", "2022-08-01"], ["2022-06-29", "2022-08-02"], ["2022-05-31"]),
        ("[2023-02-15..2023-03-24]", [], ["2023-02-15", "2023-03-24"], ["2023-02-14", "2023-03-25"]),
        ("2023-06-01/..", ["2023-06-01", "2031-01-01"], [], ["2023-05-31"]),
        ("2023-06/..", ["2023-06-30", "2031-01-01"], ["2023-06-01"], ["2023-05-31"]),
        ("2023-06-01/", ["2023-06-01"], ["2023-06-02", "2031-01-01"], ["2023-05-31"]),
        ("2023-06/", [], ["2023-06-30", "2031-01-01"], ["2023-05-31"]),
        ("../2023-06-01", ["1990-01-01", "2023-06-01"], [], ["2023-06-02"]),
        ("/2023-06-01", ["2023-06-01"], ["1990-01-01"], ["2023-06-02"]),
    ],
)
def test_certain_possible_and_impossible_days(text, certain, only_possible, impossible):
    partial = parse(text)
    for day in map(date.fromisoformat, certain):
        assert partial.certainly_contains(day)
        assert partial.possibly_contains(day)
    for day in map(date.fromisoformat, only_possible):
        assert not partial.certainly_contains(day)
        assert partial.possibly_contains(day)
    for day in map(date.fromisoformat, impossible):
        assert not partial.certainly_contains(day)
        assert not partial.possibly_contains(day)


def test_both_directions_of_sorting():
    texts = ["2023/..", "2022", "2022-06", "2022-06-08", "/2021", "2022-01/2023-05"]
    dates = [parse(text) for text in texts]
    upwards = [each.text for each in sorted(dates, key=PartialDate.ascending)]
    downwards = [each.text for each in sorted(dates, key=PartialDate.descending, reverse=True)]
    assert upwards == ["/2021", "2022", "2022-01/2023-05", "2022-06", "2022-06-08", "2023/.."]
    assert downwards == ["2023/..", "2022-01/2023-05", "2022", "2022-06", "2022-06-08", "/2021"]


def points():
    years = st.integers(1000, 9999).map(str)
    days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
    return st.one_of(years, days.map(lambda day: day.isoformat()[:7]), days.map(date.isoformat))


def in_order(pair):
    start, end = pair
    return parse(start).earliest <= parse(end).latest


def partial_dates():
    pairs = st.tuples(points(), points()).filter(in_order)
    return st.one_of(
        points(),
        pairs.map("/".join),
        pairs.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
        *(points().map(form.format) for form in ("{}/..", "{}/", "../{}", "/{}")),
    ).map(parse)


@given(partial_dates())
def test_the_text_says_it_all(partial):
    assert parse(partial.text) == partial
    assert read(partial.text) == partial


@given(partial_dates(), st.sampled_from(LANGUAGES))
def test_what_is_written_can_be_typed(partial, language):
    assert read(words(partial, language)) == partial


@given(partial_dates(), st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_what_is_certain_is_possible(partial, day):
    assert partial.possibly_contains(day) or not partial.certainly_contains(day)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text):
    try:
        assert read(text).text
    except DateError as error:
        assert str(error)
