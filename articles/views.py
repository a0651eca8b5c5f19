"""Readers' pages of articles and what they are filed under. The site's day is read once a request and passed on."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.pages.archive import archive_page, month_of, month_page
from articles.pages.article import article_page, standing
from articles.pages.author import author_page, contributors
from articles.pages.corrections import corrections_page
from articles.pages.section import section_page, sections
from articles.pages.tag import tag_page, tags


@require_safe
def article(request, slug):
    """Its words as published; 410 where they were taken down; 404 for all else, secret or not there."""
    publication = standing(slug)
    if publication is None:
        return _taken_down(request, slug)
    return render(request, "articles/article.html", article_page(publication, address=request.build_absolute_uri))


def _taken_down(request, slug):
    known = Article.objects.taken_down().filter(slug=slug).values("taken_down_reason", "taken_down_at").first()
    if known is None:
        raise Http404("No such article.")
    context = {"reason": known["taken_down_reason"], "taken_down_at": known["taken_down_at"]}
    return render(request, "410.html", context, status=410)


@require_safe
def section(request, slug):
    page = section_page(get_object_or_404(sections(), slug=slug), request.GET, day=localdate())
    return render(request, "articles/section.html", page)


@require_safe
def tag(request, slug):
    return render(request, "articles/tag.html", tag_page(get_object_or_404(tags(), slug=slug), request.GET))


@require_safe
def author(request, slug):
    found = get_object_or_404(contributors(), slug=slug)
    return render(request, "articles/author.html", author_page(found, request.GET))


@require_safe
def archive(request):
    return render(request, "articles/archive.html", archive_page())


@require_safe
def archive_month(request, year, month):
    return render(request, "articles/archive_month.html", month_page(month_of(year, month), request.GET))


@require_safe
def corrections(request):
    return render(request, "articles/corrections.html", corrections_page(request.GET))
