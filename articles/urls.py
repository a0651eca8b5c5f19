"""Addresses of articles, what they are filed under, and feeds: those of the record have articles in them."""

from django.urls import path, re_path

from articles import downloads, feeds, picture_urls, record_feeds, views

MONTH = r"^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})"

app_name = "articles"
urlpatterns = [
    path("articles/<uslug:slug>/", views.article, name="detail"),
    path("sections/<uslug:slug>/", views.section, name="section"),
    path("sections/<uslug:slug>/feed/", feeds.section_articles, name="section_feed"),
    path("sections/<uslug:slug>.csv", downloads.section, name="section_csv"),
    path("tags/<uslug:slug>/", views.tag, name="tag"),
    path("tags/<uslug:slug>/feed/", feeds.tag_articles, name="tag_feed"),
    path("tags/<uslug:slug>.csv", downloads.tag, name="tag_csv"),
    path("authors/<uslug:slug>/", views.author, name="author"),
    path("authors/<uslug:slug>/feed/", feeds.author_articles, name="author_feed"),
    path("authors/<uslug:slug>.csv", downloads.author, name="author_csv"),
    path("archive.csv", downloads.archive, name="archive_csv"),
    path("archive/", views.archive, name="archive"),
    re_path(rf"{MONTH}/$", views.archive_month, name="archive_month"),
    re_path(rf"{MONTH}/feed/$", feeds.month_articles, name="archive_month_feed"),
    re_path(rf"{MONTH}\.csv$", downloads.archive_month, name="archive_month_csv"),
    path("corrections/", views.corrections, name="corrections"),
    path("corrections/feed/", feeds.corrections_feed, name="corrections_feed"),
    path("feed/", feeds.newest_articles, name="feed"),
    path("people/<uslug:slug>/feed/", record_feeds.person, name="person_feed"),
    path("organisations/<uslug:slug>/feed/", record_feeds.organisation, name="organisation_feed"),
    path("meetings/feed/", record_feeds.meetings, name="meetings_feed"),
    path("series/<uslug:slug>/feed/", record_feeds.series, name="series_feed"),
    *picture_urls.urlpatterns,
]
