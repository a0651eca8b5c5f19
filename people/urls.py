"""Addresses of the record."""

from django.urls import path

from people import feeds, views

app_name = "people"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/<uslug:slug>/", views.person, name="person"),
    path("people/<uslug:slug>.ics", feeds.person_calendar, name="person_calendar"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<uslug:slug>/", views.organisation, name="organisation"),
    path("organisations/<uslug:slug>.ics", feeds.organisation_calendar, name="organisation_calendar"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings.ics", feeds.meetings_calendar, name="meetings_calendar"),
    path("meetings/<uslug:slug>/", views.meeting, name="meeting"),
    path("meetings/<uslug:slug>.ics", feeds.meeting_calendar, name="meeting_calendar"),
    path("series/<uslug:slug>/", views.series, name="series"),
    path("series/<uslug:slug>.ics", feeds.series_calendar, name="series_calendar"),
]
