"""Addresses of articles and what they are filed under."""

from django.urls import path

from articles import feeds, picture_urls, views

app_name = "articles"
urlpatterns = [
    path("articles/<uslug:slug>/", views.article, name="detail"),
    path("sections/<uslug:slug>/", views.section, name="section"),
    path("tags/<uslug:slug>/", views.tag, name="tag"),
    path("authors/<uslug:slug>/", views.author, name="author"),
    path("feed/", feeds.newest_articles, name="feed"),
    *picture_urls.urlpatterns,
]
