"""What articles in a list say of rolls, counted by state."""

from collections import defaultdict

from articles.pages.said import state_said
from people.disclosure import public_evidence
from people.pages import tallies


def tallies_of(articles) -> dict:
    """{article id: rows of state and number} for those of these articles that speak of a roll. One query."""
    rows = public_evidence().filter(
        attendance__is_public=True, quotation__anchor__article__in=[article.pk for article in articles]
    )
    said = defaultdict(lambda: defaultdict(list))
    for row in rows.select_related("attendance__meeting", "quotation__anchor").order_by("pk"):
        said[row.quotation.anchor.article_id][row.attendance_id].append(row)
    return {article: tallies.tally(state_said(its) for its in roll.values()) for article, roll in said.items()}
