"""What readers find a page by: only what is public on it, and nothing that depends on today."""

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, Prefetch

from articles.models import Article
from articles.sentences import blocks
from newsdesk.search.hits import Page
from people.models import Attendance, Meeting, MeetingSeries, Membership, Name, Organisation, Outcome, Person

KINDS = {
    Article: "article",
    Person: "person",
    Organisation: "organisation",
    Meeting: "meeting",
    MeetingSeries: "series",
}


def pages_of(model, keys: Iterable[int] | None = None) -> Iterator[Page]:
    """The public pages among these rows of one of KINDS, or among all of them."""
    public, described = DESCRIPTIONS[model]
    rows = public()
    for row in rows if keys is None else rows.filter(pk__in=keys):
        yield described(row)


def _articles():
    rows = Article.objects.public().select_related("live", "section")
    return rows.prefetch_related("taggings__tag", "bylines__contributor")


def _article(row):
    filed_under = [tagging.tag.name for tagging in row.taggings.all()]
    by = [byline.contributor.name for byline in row.bylines.all()]
    live = row.live
    text = [block.text for block in blocks(live.body)]
    words = [live.short_headline, live.standfirst, live.dateline, *text, live.lead_caption, *filed_under, *by]
    section = row.section.slug if row.section else ""
    return Page("article", row.slug, row.headline, _text(words), row.day, section, row.language)


def _people():
    held = Membership.objects.public().select_related("post__organisation", "organisation")
    rows = Person.objects.public().select_related("country")
    return rows.prefetch_related(_spellings(), Prefetch("memberships", held, "public_memberships"))


def _person(row):
    words = [row.biography, row.country.name if row.country else ""]
    words += sorted({_office(membership) for membership in row.public_memberships})
    return Page("person", row.slug, row.name, _text(words), also=_also(row))


def _office(membership):
    post = membership.post
    return f"{post.title}, {post.organisation.name}" if post else membership.organisation.name


def _organisations():
    return Organisation.objects.public().select_related("parent").prefetch_related(_spellings())


def _organisation(row):
    words = [row.short_name, row.description, row.parent.name if row.parent else ""]
    return Page("organisation", row.slug, row.name, _text(words), also=_also(row))


def _meetings():
    roll = Attendance.objects.public().select_related("person")
    rows = Meeting.objects.public().select_related("place", "series", "host")
    return rows.prefetch_related(
        Prefetch("attendances", roll, "public_roll"),
        Prefetch("outcomes", Outcome.objects.public(), "public_outcomes"),
        Prefetch("place__names", Name.objects.public(), "public_names"),
    )


def _meeting(row):
    roll = sorted(each.person.name if each.person else each.description for each in row.public_roll)
    outcomes = sorted(outcome.text for outcome in row.public_outcomes)
    names = [row.place.name, *_also(row.place)] if row.place else []
    around = [each.name for each in (row.series, row.host) if each]
    words = [row.when, *names, *around, *roll, *outcomes]
    return Page("meeting", row.slug, row.title, _text(words), row.when_earliest)


def _all_series():
    return MeetingSeries.objects.filter(Exists(Meeting.objects.public().filter(series=OuterRef("pk"))))


def _series(row):
    return Page("series", row.slug, row.name, row.description)


DESCRIPTIONS = {
    Article: (_articles, _article),
    Person: (_people, _person),
    Organisation: (_organisations, _organisation),
    Meeting: (_meetings, _meeting),
    MeetingSeries: (_all_series, _series),
}


def _spellings():
    return Prefetch("names", Name.objects.public(), "public_names")


def _also(row):
    """Other spellings that readers may know, in an order that depends on the spellings alone."""
    return tuple(sorted({name.text for name in row.public_names} - {row.name}))


def _text(words):
    """One text. Rows without an order of their own come sorted: where the database keeps them must not show."""
    return " / ".join(filter(None, words))
