"""Readers' pages of articles and what they are filed under."""

from django.shortcuts import get_object_or_404, render

from articles.models import Article, Contributor, Section, Tag


def article(request, slug):
    found = get_object_or_404(Article.objects.public(), slug=slug)
    return render(request, "articles/article.html", {"article": found})


def section(request, slug):
    found = get_object_or_404(Section, slug=slug)
    return render(request, "articles/section.html", {"section": found})


def tag(request, slug):
    return render(request, "articles/tag.html", {"tag": get_object_or_404(Tag, slug=slug)})


def author(request, slug):
    return render(request, "articles/author.html", {"contributor": get_object_or_404(Contributor, slug=slug)})
