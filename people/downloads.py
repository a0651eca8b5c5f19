"""The lists of the record as CSV files: the same public rows as on their pages, all of them."""

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from people import tables
from people.models import Attendance, Meeting, MeetingSeries, Organisation, Person
from people.pages.people import Asked, found_by
from people.streaming import csv_file


@require_safe
def people(request):
    """Those that the page lists for the same words, country, letter and day."""
    rows = tables.people_rows(found_by(Asked.of(request.GET)), request.build_absolute_uri, day=localdate())
    return csv_file("people", tables.PEOPLE, rows)


@require_safe
def organisations(request):
    return csv_file("organisations", tables.ORGANISATIONS, tables.organisation_rows(request.build_absolute_uri))


@require_safe
def meetings(request):
    return _meetings(request, "meetings", Meeting.objects.public().latest_first())


@require_safe
def series(request, slug):
    found = get_object_or_404(MeetingSeries.objects.public(), slug=slug)
    return _meetings(request, slug, Meeting.objects.public().filter(series=found).earliest_first())


@require_safe
def person(request, slug):
    found = get_object_or_404(Person.objects.public(), slug=slug)
    return _lines(request, slug, Attendance.objects.filter(person=found))


@require_safe
def organisation(request, slug):
    found = get_object_or_404(Organisation.objects.public(), slug=slug)
    return _lines(request, slug, Attendance.objects.for_organisation(found))


@require_safe
def meeting(request, slug):
    found = get_object_or_404(Meeting.objects.public(), slug=slug)
    return _lines(request, slug, Attendance.objects.filter(meeting=found))


def _meetings(request, name, meetings):
    return csv_file(name, tables.MEETINGS, tables.meeting_rows(meetings, request.build_absolute_uri))


def _lines(request, name, attendances):
    rows = tables.line_rows(attendances, request.build_absolute_uri, day=localdate())
    return csv_file(name, tables.LINES, rows)
