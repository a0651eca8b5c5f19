"""Meetings as calendar events: what is vague stays vague, and says so."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from icalendar import Calendar, Event

from people import dates
from people.models import Meeting
from people.names import unicode_slug
from people.pages.days import words_of

STATUS = {Meeting.State.HELD: "CONFIRMED", Meeting.State.CANCELLED: "CANCELLED"}


def calendar_of(name, meetings, *, absolute, place_of) -> bytes:
    """Public meetings as an iCalendar file. A meeting known to the year alone, or without an end, is left out.

    `absolute` makes a whole address of a meeting's; `place_of` gives the words of its place, or "".
    `meetings` are fetched by `with_last_report()`.
    """
    calendar = Calendar({"prodid": f"-//{settings.SITE_NAME}//meetings//EN", "version": "2.0", "x-wr-calname": name})
    for meeting in meetings:
        known = dates.parse(meeting.when)
        if known.earliest and known.latest and known.precision is not dates.Precision.YEAR:
            calendar.add_component(_event(meeting, known, absolute(meeting), place_of(meeting)))
    return calendar.to_ical()


def _event(meeting, known, url, place):
    """One all-day event. The identity is made of the slug and the site's name, whichever host was asked."""
    is_vague = known.is_within or known.precision is not dates.Precision.DAY
    state = meeting.get_state_display()
    event = Event()
    event.add("uid", f"{meeting.slug}@{unicode_slug(settings.SITE_NAME)}")
    event.add("dtstamp", _stamp(meeting))
    event.add("summary", f"{meeting.title} ({words_of(meeting.when)})" if is_vague else meeting.title)
    event.add("description", state[:1].upper() + state[1:])
    event.add("dtstart", known.earliest)
    event.add("dtend", known.latest + timedelta(days=1))  # the first day on which it is over
    event.add("status", STATUS.get(meeting.state, "TENTATIVE"))
    event.add("url", url)
    if place:
        event.add("location", place)
    if is_vague:
        event.add("transp", "TRANSPARENT")
        event.add("x-newsdesk-precision", "within" if known.is_within else known.precision.value)
    return event


def _stamp(meeting):
    """The day of the last report: the same file for the same record, whenever it is asked for."""
    return datetime.combine(meeting.last_reported or meeting.when_earliest, time(), tzinfo=UTC)
