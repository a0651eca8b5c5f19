"""Articles and pictures on pages of the record: only what is public, in as many queries for a hundred as for one."""

from collections import defaultdict

from django import template
from django.db.models import Q

from articles.models import Article, Image
from articles.teasers import LISTED, PICTURED, teaser
from people.disclosure import public_evidence
from people.models import Attendance, Outcome
from people.prepared import Prepared
from people.states import STATES

register = template.Library()

MOST = 50
"""Articles and pictures on one page of the record, the newest."""


def _evidence_on(meeting):
    """Public evidence on public lines of the meeting's record, in sentences of ours."""
    roll = Attendance.objects.public().filter(meeting=meeting).values("pk")
    outcomes = Outcome.objects.public().filter(meeting=meeting).values("pk")
    of_it = Q(meeting=meeting) | Q(attendance__in=roll) | Q(outcome__in=outcomes)
    return public_evidence().filter(of_it, quotation__anchor__isnull=False)


ABOUT = {
    kind: Prepared(
        lambda key, kind=kind: Article.objects.public().mentioning(**{kind: key}).newest_first()[:MOST],
        *LISTED,
        key=int,
    )
    for kind in ("person", "organisation")
}
QUOTING = Prepared(lambda keys: Article.objects.public().filter(pk__in=keys).newest_first()[:MOST], *LISTED, keys=list)
SAID = Prepared(
    lambda meeting: _evidence_on(meeting).values_list("quotation__anchor__article", "says", "quotation"), meeting=int
)
PICTURES = Prepared(
    lambda person: (
        Image.objects.public()
        .filter(depictions__person=person)
        .order_by("-depictions__is_portrait", "-created_at", "hash")[:MOST]
    ),
    *(column.removeprefix("lead_image__") for column in PICTURED),
    person=int,
)


@register.simple_tag
def articles_about(entity):
    """Teasers of the newest public articles that name the person or organisation: `{% articles_about person as … %}`.

    A mention counts once staff confirmed it and as long as its words stand in the article.
    """
    return [teaser(article) for article in ABOUT[entity._meta.model_name](key=entity.pk)]


@register.simple_tag
def articles_quoting(meeting):
    """The public articles that a meeting's record rests on, the newest first: `{% articles_quoting meeting as … %}`.

    Each a teaser with `states` (what it says of somebody's attendance, in the order of the states) and `number` (of
    its sentences).
    """
    said, sentences = defaultdict(set), defaultdict(set)
    for article, says, quotation in SAID(meeting=meeting.pk):
        said[article].add(says)
        sentences[article].add(quotation)
    return [
        teaser(article)
        | {"states": [state for state in STATES if state in said[article.pk]], "number": len(sentences[article.pk])}
        for article in QUOTING(keys=list(sentences))
    ]


@register.simple_tag
def pictures_of(person):
    """The images of a person that something public shows, the portrait first: `{% pictures_of person as … %}`."""
    return PICTURES(person=person.pk)
