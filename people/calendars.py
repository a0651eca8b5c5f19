"""Meetings as calendar events: what is vague stays vague, and says so."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from people import dates
from people.addresses import first_slugs
from people.models import Meeting
from people.names import unicode_slug
from people.pages.days import words_of
from people.reports import last_reported

STATUS = {Meeting.State.HELD: "CONFIRMED", Meeting.State.CANCELLED: "CANCELLED"}
MOST = 1000
"""Meetings in one file, the latest: calendars fetch it anew every few hours."""


def calendar_of(name, meetings, *, absolute, place_of) -> bytes:
    """Public meetings as an iCalendar file. A meeting known to the year alone, or without an end, is left out.

    The file's description says how many are. `meetings`: a list, the latest first; those beyond MOST are left out, too.
    `absolute` makes a whole address of a meeting's; `place_of` gives the words
    of its place, or "".
    """
    calendar = Calendar({"prodid": f"-//{settings.SITE_NAME}//meetings//EN", "version": "2.0", "x-wr-calname": name})
    shown, slugs = [meeting for meeting in meetings[:MOST] if has_days(meeting)], first_slugs(Meeting, meetings)
    reported = last_reported([meeting.pk for meeting in shown])
    if said := _left_out(meetings, shown):
        calendar.add("description", said)
        calendar.add("x-wr-caldesc", said)  # what programs read that are older than RFC 7986
    for meeting in shown:
        event = _event(meeting, slugs[meeting.pk], absolute(meeting), place_of(meeting))
        event.add("dtstamp", _midnight(reported.get(meeting.pk) or meeting.when_earliest))
        calendar.add_component(event)
    return calendar.to_ical()


def has_days(meeting) -> bool:
    """Whether its days are known well enough for a calendar: to the month at least, with a beginning and an end."""
    known = dates.parse(meeting.when)
    return bool(known.earliest and known.latest) and known.precision is not dates.Precision.YEAR


def _left_out(meetings, shown):
    """What the file does not have, in words, or ""."""
    number = len(meetings[:MOST]) - len(shown)
    vague = ngettext(
        "%(number)s meeting is not in it: its days are not known to the month.",
        "%(number)s meetings are not in it: their days are not known to the month.",
        number,
    )
    cut = _("Only the latest %(number)s meetings are in it.") % {"number": MOST} if len(meetings) > MOST else ""
    return " ".join(filter(None, (cut, vague % {"number": number} if number else "")))


def _event(meeting, slug, url, place):
    """One all-day event.

    The identity is made of the first slug and the site's name, whichever host was asked and whatever the address is.
    """
    known = dates.parse(meeting.when)
    is_vague = known.is_within or known.precision is not dates.Precision.DAY
    is_off = meeting.state == Meeting.State.CANCELLED
    state = meeting.get_state_display()
    event = Event()
    event.add("uid", f"{slug}@{unicode_slug(settings.SITE_NAME)}")
    event.add("summary", _title(meeting, words_of(meeting.when) if is_vague else "", state if is_off else ""))
    event.add("description", state[:1].upper() + state[1:])
    event.add("dtstart", known.earliest)
    event.add("dtend", known.latest + timedelta(days=1))  # the first day on which it is over
    event.add("status", STATUS.get(meeting.state, "TENTATIVE"))
    event.add("url", url)
    if place:
        event.add("location", place)
    if is_vague or is_off:
        event.add("transp", "TRANSPARENT")
    if is_vague:
        event.add("x-newsdesk-precision", "within" if known.is_within else known.precision.value)
    return event


def _title(meeting, *remarks):
    """«Third river meeting (June 2022)», «Lake day (cancelled)»: not every program shows an event's status."""
    said = ", ".join(filter(None, remarks))
    return f"{meeting.title} ({said})" if said else meeting.title


def _midnight(day):
    """The day of the last report, as a moment: the same file for the same record, whenever it is asked for."""
    return datetime.combine(day, time(), tzinfo=UTC)
