"""The demonstration’s content, read and checked: references, whole sentences, names, dates, support."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from articles.sentences import blocks, stands
from newsdesk.demo.drawings import MOTIFS
from newsdesk.demo.reading import FOLDER, UNDATED, Content, body_html, read
from newsdesk.demo.shapes import Article, Claim, ContentError
from newsdesk.demo.sheet import LIGHTS
from people.dates import DateError, parse
from people.names import scripts

HEADLINE = 90  # characters
STATUSES = ("published", "scheduled", "draft", "taken_down")
MEETING_SAYS = ("", "held", "planned", "postponed", "cancelled")


def load(folder: Path = FOLDER) -> Content:
    """The content of a folder, wholly checked. Raises ContentError with every problem, one a line."""
    content = read(folder)
    if problems := list(problems_of(content)):
        raise ContentError("\n".join(problems))
    return content


def problems_of(content: Content) -> Iterator[str]:
    """Sentences that say what is wrong, none where all is well."""
    yield from _references(content)
    yield from _dates(content)
    yield from _names(content)
    yield from _drawings(content)
    for article in content.articles.values():
        yield from _article(article, content)
    yield from _support(content)


def _references(content):
    for owner, name, known, keys in (
        *((each, "parent", content.organisations, [each.parent]) for each in content.organisations.values()),
        *((each, "country", content.organisations, [each.country]) for each in content.places.values()),
        *((each, "organisation", content.organisations, [each.organisation]) for each in content.posts.values()),
        *((each, "country", content.organisations, [each.country]) for each in content.people.values()),
        *((each, "speaks_for", content.organisations, [each.speaks_for]) for each in content.people.values()),
        *((each, "post", content.posts, [o.post for o in each.offices]) for each in content.people.values()),
        *((each, "place", content.places, [each.place]) for each in content.meetings.values()),
        *((each, "series", content.series, [each.series]) for each in content.meetings.values()),
        *((each, "host", content.organisations, [each.host]) for each in content.meetings.values()),
        *((each, "parent", content.meetings, [each.parent]) for each in content.meetings.values()),
        *((each, "meetings", content.meetings, each.meetings) for each in content.sources.values()),
        *((each, "people", content.people, each.people) for each in content.sources.values()),
        *((each, "portrait_of", content.people, [each.portrait_of]) for each in content.pictures.values()),
        *_references_of_articles(content),
    ):
        yield from (f"{owner.id}: {name} «{key}» is nowhere in the files" for key in keys if key and key not in known)


def _references_of_articles(content):
    entities = {**content.people, **content.organisations}
    for each in content.articles.values():
        yield each, "section", content.sections, [each.section]
        yield each, "tag", content.tags, each.tags
        yield each, "contributor", content.contributors, each.contributors
        yield each, "picture", content.pictures, [each.picture]
        yield each, "dateline", content.places, [each.dateline]
        yield each, "translation_of", content.articles, [each.translation_of]
        yield each, "mention", entities, each.mentions
        for claim in each.record:
            yield each, "meeting", content.meetings, [claim.meeting]
            yield each, "office", content.offices(), claim.offices
            for presence in claim.people:
                yield each, "on_behalf_of", content.organisations, [presence.on_behalf_of]
                yield each, "stands_in_for", content.people, [presence.stands_in_for]


def _dates(content):
    spelled = [*content.people.values(), *content.places.values()]
    dated = [
        *((each.id, each.when) for each in content.meetings.values()),
        *((key, text) for key, office in content.offices().items() for text in (office.since, office.until)),
        *((each.id, text) for each in spelled for name in each.names for text in (name.since, name.until)),
    ]
    for owner, text in dated:
        try:
            if text:
                parse(text)
        except DateError as error:
            yield f"{owner}: «{text}» is no date: {error}"


def _names(content):
    for each in (*content.people.values(), *content.places.values()):
        for name in each.names:
            if name.script != scripts.script(name.text):
                yield f"{each.id}: «{name.text}» is not written in {name.script}"
    for person in content.people.values():
        twice = Counter("/".join((person.id, each.post, each.key)) for each in person.offices)
        yield from (f"{key}: the office is listed twice; give one of them a key" for key in twice if twice[key] > 1)


def _drawings(content):
    for each in content.pictures.values():
        if each.drawing not in MOTIFS:
            yield f"{each.id}: nobody draws «{each.drawing}»"
        if each.light not in LIGHTS:
            yield f"{each.id}: «{each.light}» is no light: {', '.join(LIGHTS)}"


def _article(article: Article, content: Content):
    if len(article.headline) > HEADLINE:
        yield f"{article.id}: the headline has {len(article.headline)} characters, {HEADLINE} are allowed"
    if article.status not in STATUSES:
        yield f"{article.id}: «{article.status}» is no status: {', '.join(STATUSES)}"
    if (article.published is not None) != (article.status in ("published", "taken_down")):
        yield f"{article.id}: what is or was public, and only that, says when it was published"
    if (article.taken_down is not None) != (article.status == "taken_down"):
        yield f"{article.id}: what is taken down, and only that, says when and why"
    if (article.due == UNDATED) != (article.status == "scheduled"):
        yield f"{article.id}: what is scheduled, and only that, is due in {UNDATED}"
    text = blocks(f"<p>{article.standfirst}</p>{body_html(article)}")
    whole = "\n".join([article.headline, *(each.text for each in text)])
    for key, words in article.mentions.items():
        yield from (f"{article.id}: «{each}» for {key} is not in the text" for each in words if each not in whole)
    for correction in article.corrections:
        if not stands(correction.after, text):
            yield f"{article.id}: what the correction put in is not in the body: «{correction.after}»"
    for claim in article.record:
        yield from _claim(claim, article, text, content)


def _claim(claim: Claim, article: Article, text, content: Content):
    if not stands(claim.sentence, text):
        yield f"{article.id}: this is no whole sentence of the article: «{claim.sentence}»"
    if claim.says not in MEETING_SAYS:
        yield f"{article.id}: nothing can be «{claim.says}»"
    if not claim.meeting and (claim.says or claim.people or claim.outcome):
        yield f"{article.id}: of which meeting? «{claim.sentence}»"
    if claim.announced_by and not any(each.says == "announced" for each in claim.people):
        yield f"{article.id}: {claim.announced_by} announced nobody"
    for presence in claim.people:
        words = (*article.mentions.get(presence.person, ()), content.people[presence.person].family_name)
        if not any(each in claim.sentence for each in words):
            yield f"{article.id}: the sentence does not name {presence.person}: «{claim.sentence}»"
        if presence.person not in article.mentions:
            yield f"{article.id}: {presence.person} is in the record but not among the mentions"


def _support(content):
    """Each office without a keeper's word, and each meeting, rests on a sentence that readers can see."""
    public = [claim for each in content.articles.values() if each.status == "published" for claim in each.record]
    supported = {office for claim in public for office in claim.offices}
    reported = {claim.meeting for claim in public}
    for key, office in content.offices().items():
        if not office.vouched and key not in supported:
            yield f"{key}: no sentence supports the office, and nobody vouches for it"
    yield from (f"{key}: no published sentence reports the meeting" for key in content.meetings if key not in reported)
