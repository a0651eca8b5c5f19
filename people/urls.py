"""Addresses of the record."""

from django.urls import path

from people import downloads, feeds, views

app_name = "people"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people.csv", downloads.people, name="people_csv"),
    path("people/<uslug:slug>/", views.person, name="person"),
    path("people/<uslug:slug>.ics", feeds.person_calendar, name="person_calendar"),
    path("people/<uslug:slug>.csv", downloads.person, name="person_csv"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations.csv", downloads.organisations, name="organisations_csv"),
    path("organisations/<uslug:slug>/", views.organisation, name="organisation"),
    path("organisations/<uslug:slug>.ics", feeds.organisation_calendar, name="organisation_calendar"),
    path("organisations/<uslug:slug>.csv", downloads.organisation, name="organisation_csv"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings.ics", feeds.meetings_calendar, name="meetings_calendar"),
    path("meetings.csv", downloads.meetings, name="meetings_csv"),
    path("meetings/<uslug:slug>/", views.meeting, name="meeting"),
    path("meetings/<uslug:slug>.ics", feeds.meeting_calendar, name="meeting_calendar"),
    path("meetings/<uslug:slug>.csv", downloads.meeting, name="meeting_csv"),
    path("series/<uslug:slug>/", views.series, name="series"),
    path("series/<uslug:slug>.ics", feeds.series_calendar, name="series_calendar"),
    path("series/<uslug:slug>.csv", downloads.series, name="series_csv"),
]
