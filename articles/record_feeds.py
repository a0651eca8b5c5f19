"""The record as Atom feeds: meetings, and what there is of a person or an organisation, articles among it."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import entries, meeting_entries
from articles.feeds import titled
from articles.models import Article
from people.addresses import first_slugs
from people.atom import EntryFeed, list_guid, newest, served
from people.models import Attendance, Meeting, MeetingSeries, Organisation, Person


class Meetings(EntryFeed):
    """The 50 meetings of which something was said last."""

    def title(self):
        return titled(_("Meetings"))

    def link(self):
        return reverse("people:meetings")

    def feed_guid(self):
        return list_guid("meetings/feed")

    def items(self):
        return newest(meeting_entries.entries_of(meeting_entries.latest()))


class OfPage(EntryFeed):
    """What there is of one row with a page. `model` is the subclass's."""

    model = None

    def get_object(self, request, slug):
        return get_object_or_404(self.model.objects.public(), slug=slug)

    def title(self, row):
        return titled(row.name)

    def link(self, row):
        return reverse(self._page(row), args=[row.slug])

    def feed_guid(self, row):
        return list_guid(f"{self._page(row).partition(':')[2]}/{first_slugs(type(row), [row])[row.pk]}/feed")

    def _page(self, row):
        return f"people:{row._meta.model_name}"


class OfSeries(OfPage):
    """The meetings of a series."""

    model = MeetingSeries

    def _page(self, row):
        return "people:series"

    def items(self, row):
        return newest(meeting_entries.entries_of(Meeting.objects.public().filter(series=row)))


class OfPerson(OfPage):
    """Articles that name the person, and the person's meetings with what is said of the attendance."""

    model = Person

    def items(self, row):
        meetings = meeting_entries.with_roll(Attendance.objects.filter(person=row))
        met = meeting_entries.entries_of(meetings, meeting_entries.states_of(row))
        return newest(entries.of_articles(Article.objects.public().about(row)), met)


class OfOrganisation(OfPage):
    """Articles that name the organisation, and the meetings of its people."""

    model = Organisation

    def items(self, row):
        meetings = meeting_entries.with_roll(Attendance.objects.for_organisation(row))
        return newest(entries.of_articles(Article.objects.public().about(row)), meeting_entries.entries_of(meetings))


meetings = served(Meetings)
series = served(OfSeries)
person = served(OfPerson)
organisation = served(OfOrganisation)
