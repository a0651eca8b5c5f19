"""What was measured, as a table with a verdict on every aim."""

from newsdesk.bench.figures import Figure, number, table


def test_only_what_has_an_aim_gets_a_verdict():
    verdicts = [Figure("a", 3, "ms", aim).verdict for aim in (None, 3, 2.9)]
    assert verdicts == ["", "reached", "NOT REACHED"]


def test_numbers_have_as_many_digits_as_mean_something():
    assert [number(each) for each in (0, 0.00123456, 2.345, 45, 123.4, 100_000)] == [
        "0",
        "0.00123",
        "2.35",
        "45",
        "123",
        "100,000",
    ]


def test_a_table_is_in_columns():
    figures = [Figure("article", 25.25, "× bare", 24), Figure("article: queries", 12, "")]
    assert table("Pages", figures).splitlines() == [
        "",
        "Pages",
        "─────",
        "article           25.2 × bare  ≤ 24  NOT REACHED",
        "article: queries          12",
    ]
