"""The demonstration's people, bodies, posts, places and meetings."""

from newsdesk.demo import shapes
from newsdesk.demo.reading import Content
from people import disclosure, recording, releasing
from people.models import Meeting, MeetingSeries, Membership, Name, Organisation, Person, Place, Post, Source


class Record:
    """Rows of the record by the ids of the files. Meetings are made when the first article speaks of them."""

    def __init__(self, told: Content, *, by):
        self.told, self.by = told, by
        self.organisations, self.places, self.posts, self.people = {}, {}, {}, {}
        self.offices, self.series, self.meetings = {}, {}, {}

    def build(self):
        with disclosure.public_act():
            self._build()

    def _build(self):
        for each in self.told.organisations.values():
            self.organisations[each.id] = self._organisation(each)
        for each in self.told.places.values():
            self.places[each.id] = self._place(each)
        for each in self.told.posts.values():
            self.posts[each.id] = self._post(each)
        for each in self.told.people.values():
            self.people[each.id] = self._person(each)
        for each in self.told.series.values():
            self.series[each.id] = self._keep(MeetingSeries(name=each.name, description=each.description))
        for each in self.told.sources.values():
            self._source(each)

    def meeting(self, key) -> Meeting:
        """The meeting of that id as it stands, or a new one that is not saved yet."""
        if key in self.meetings:
            return Meeting.objects.get(pk=self.meetings[key])
        told = self.told.meetings[key]
        return Meeting(
            title=told.title,
            kind=told.kind,
            when=told.when,
            place=self.places.get(told.place),
            series=self.series.get(told.series),
            ordinal=told.ordinal,
            host=self.organisations.get(told.host),
            parent_id=self.meetings.get(told.parent),
        )

    def _keep(self, row):
        return recording.keep(row, by=self.by, why=shapes.VOUCHED)

    def _organisation(self, told):
        row = self._keep(
            Organisation(
                name=told.name,
                kind=told.kind,
                short_name=told.short_name,
                parent=self.organisations.get(told.parent),
                iso_code=told.iso,
                description=told.description,
            )
        )
        releasing.release(row, by=self.by, why=shapes.VOUCHED)
        for language, text in told.names.items():
            self._keep(Name(organisation=row, text=text, language=language, vouched_reason=shapes.VOUCHED))
        return row

    def _place(self, told):
        country = self.organisations[told.country]
        row = self._keep(Place(name=told.name, country=country, latitude=told.latitude, longitude=told.longitude))
        self._names(told.names, place=row)
        return row

    def _post(self, told):
        return self._keep(
            Post(
                organisation=self.organisations[told.organisation],
                title=told.title,
                titles=told.titles,
                is_single=told.is_single,
                is_public_office=told.is_public_office,
            )
        )

    def _person(self, told):
        columns = ("name", "biography", "family_name", "given_name", "additional_name", "is_family_name_first")
        values = {column: getattr(told, column) for column in columns}
        row = self._keep(Person(country=self.organisations[told.country], **values))
        if told.released:
            releasing.release(row, by=self.by, why=shapes.VOUCHED)
        self._names(told.names, person=row)
        for key, office in told.office_ids().items():
            self.offices[key] = self._office(row, office)
        return row

    def _office(self, person, told):
        columns = ("since", "until", "how_began", "how_ended", "is_acting", "confirmed_on")
        values = {column: getattr(told, column) for column in columns}
        return self._keep(Membership(person=person, post=self.posts[told.post], vouched_reason=told.vouched, **values))

    def _names(self, spellings, **owner):
        for told in spellings:
            self._keep(
                Name(
                    text=told.text,
                    language=told.language,
                    kind=told.kind,
                    since=told.since,
                    until=told.until,
                    vouched_reason=shapes.VOUCHED,
                    **owner,
                )
            )

    def _source(self, told):
        values = {column: getattr(told, column) for column in ("publisher", "kind", "title", "day", "language")}
        self._keep(Source(**values))
