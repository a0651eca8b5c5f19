"""Invented countries, ministries, posts, places, series and people, with the names and offices that they have."""

from datetime import date, timedelta
from random import Random

from django.urls import reverse
from django.utils import timezone

from newsdesk.fill import invented
from newsdesk.fill.cast import Body, Cast, Somebody, Spot
from newsdesk.fill.moments import SPAN
from newsdesk.fill.rows import Rows, filled_in, keys_from
from newsdesk.fill.vocabulary import MINISTRIES, MINISTRY, POSTS, TOPICS
from people.models import MeetingSeries, Membership, Name, Organisation, Person, Place, Post

PEOPLE_A_COUNTRY = 150
MOST_COUNTRIES = 60
WORD = "Known to the desk."  # of a keeper, for what no sentence supports
LANGUAGES = ("en", "ru", "zh-hans")
Kind = Name.Kind


class Record:
    """Makes the rows and remembers who there is. `rows` are to be written, `cast` is what can be told of them."""

    def __init__(self, people: int, *, seed: int, last: date) -> None:
        self.chance = Random(f"{seed}/record")
        self.number, self.last, self.now = people, last, timezone.now()
        self.rows: Rows = {model: [] for model in (Organisation, Post, Place, MeetingSeries, Person, Name, Membership)}
        self.keys = {model: keys_from(model) for model in self.rows}
        self.slugs = invented.Slugs(Person, Organisation)
        self.series_slugs = invented.Slugs(MeetingSeries)
        self.organisations: list[Organisation] = []  # by their number in the cast
        self.posts: list[list[Post]] = []  # of each of these
        self.cast = Cast([], [], [])

    def make(self) -> None:
        countries = max(2, min(MOST_COUNTRIES, self.number // PEOPLE_A_COUNTRY))
        for _ in range(countries):
            self._country()
        ministries = [at for at, row in enumerate(self.organisations) if row.parent_id]
        for number in range(self.number):
            self._person(ministries[number % len(ministries)], number // len(ministries))
        for topic in TOPICS:
            name = f"Conference on {topic}"
            series = {"name": name, "description": "Invented.", "slug": self.series_slugs.free(name)}
            self._add(MeetingSeries, **series)

    def _add(self, model, **columns):
        row = filled_in(model(pk=next(self.keys[model]), **columns))
        self.rows[model].append(row)
        return row

    def _organisation(self, spellings, **columns) -> Organisation:
        slug = self.slugs.free(spellings[0])
        row = self._add(Organisation, name=spellings[0], slug=slug, is_public=True, released_at=self.now, **columns)
        self._names(spellings[1:], LANGUAGES[1:], is_public=True, organisation=row)
        self.organisations.append(row)
        self.posts.append([])
        self.cast.bodies.append(Body(row.pk, spellings, reverse("people:organisation", kwargs={"slug": slug})))
        return row

    def _country(self):
        spellings = invented.name(self.chance, 3)
        country = self._organisation(spellings, kind="country")
        for _ in range(2):
            name = invented.name(self.chance)
            place = self._add(
                Place, name=name[0], country=country, latitude=self._degrees(60), longitude=self._degrees(170)
            )
            self._names(name[1:], LANGUAGES[1:], is_public=True, place=place)
            self.cast.spots.append(Spot(place.pk, name))
        for field in MINISTRIES:
            words = zip(MINISTRY, field, spellings, strict=True)
            name = tuple(form.format(field=its, country=of) for form, its, of in words)
            ministry = self._organisation(name, kind="ministry", parent=country)
            for rank, title in enumerate(POSTS, 1):
                post = {"title": title, "rank": 10 * rank, "is_single": rank == 1, "titles": {}}
                self.posts[-1].append(self._add(Post, organisation=ministry, **post))

    def _person(self, body: int, turn: int):
        chance, first = self.chance.random, self.chance.random() < 0.15
        family, given = invented.name(self.chance), invented.name(self.chance, 2)
        spellings = invented.whole_name(family, given, is_family_first=first)
        is_public = chance() < 0.9
        slug = self.slugs.free(spellings[0]) if is_public else None
        post = self.posts[body][turn % len(POSTS)]
        row = self._add(
            Person,
            name=spellings[0],
            family_name=family[0],
            given_name=given[0],
            is_family_name_first=first,
            country=self.organisations[body].parent,
            biography=f"{post.title} in the {self.organisations[body].name}.",
            slug=slug,
            is_public=is_public,
            released_at=self.now if is_public else None,
        )
        other = f"{given[0]} {family[0]}ov"
        self._names((other, *spellings[1:]), LANGUAGES, is_public=is_public, person=row)
        office = self._offices(row, post, before=self.posts[body][-1])
        url = reverse("people:person", kwargs={"slug": slug}) if slug else ""
        self.cast.people.append(Somebody(row.pk, spellings, url, office.pk, body))

    def _offices(self, person, post, before) -> Membership:
        """One or two offices, the last of which some still hold."""
        began = self.last - SPAN + timedelta(days=self.chance.randrange(2500))
        if self.chance.random() < 0.5:
            self._office(person, before, since=str(began.year - 4), until=str(began.year), how_ended="left")
        until = {} if self.chance.random() < 0.4 else {"until": (began + timedelta(days=1000)).isoformat()[:7]}
        return self._office(
            person, post, since=began.isoformat(), how_began="appointed", confirmed_on=self.last, **until
        )

    def _office(self, person, post, **columns) -> Membership:
        word = {"vouched_reason": WORD, "vouched_at": self.now, "is_public": person.is_public}
        return self._add(Membership, person=person, post=post, **columns, **word)

    def _names(self, texts, languages, *, is_public, **owner):
        word = {"vouched_reason": WORD, "vouched_at": self.now, "is_public": is_public}
        for text, language in zip(texts, languages, strict=True):
            kind = Kind.ALIAS if language == "en" else Kind.NATIVE
            self._add(Name, text=text, language=language, kind=kind, **owner, **word)

    def _degrees(self, most: int) -> float:
        return round(self.chance.uniform(-most, most), 4)
