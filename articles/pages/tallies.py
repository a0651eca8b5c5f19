"""What articles in a list say of rolls, counted by state."""

from collections import defaultdict

from articles.pages.said import state_said
from people.disclosure import public_evidence
from people.pages import tallies
from people.prepared import Prepared

SAID = Prepared(
    lambda articles: (
        public_evidence().filter(attendance__is_public=True, quotation__anchor__article__in=articles).order_by("pk")
    ),
    *("says", "attendance__meeting__when_earliest", "quotation__anchor__article_id"),
    *("quotation__source__day", "quotation__source__original_id"),
    articles=list,
)


def tallies_of(articles) -> dict:
    """{article id: rows of state and number} for those of these articles that speak of a roll. One query."""
    said = defaultdict(lambda: defaultdict(list))
    for row in SAID(articles=[article.pk for article in articles]):
        said[row.quotation.anchor.article_id][row.attendance_id].append(row)
    return {article: tallies.tally(state_said(its) for its in roll.values()) for article, roll in said.items()}
