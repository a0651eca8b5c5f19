"""The list of articles: state, author, picture and the filters beside it, without a query per row."""

from django.contrib import admin
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import figures
from articles.models import Article, Contributor, RevisionContributor, ScheduledAct, Section

AUTHORS = 100  # offered as filters


def with_list_columns(articles):
    """What a row of the list shows, in a fixed number of queries."""
    contributors = RevisionContributor.objects.select_related("contributor")
    upcoming = ScheduledAct.objects.waiting().filter(article=OuterRef("pk"), act=ScheduledAct.Act.PUBLISH)
    return (
        articles.select_related("draft__section", "draft__lead_image", "live")
        .prefetch_related(Prefetch("draft__contributor_rows", queryset=contributors))
        .annotate(is_scheduled=Exists(upcoming))
    )


def state_of(article) -> tuple[str, str]:
    """The class of the state's dot and its words; `article` as `with_list_columns` gives it."""
    if article.is_on_hold:
        return "hold", _("On hold")
    if article.is_public:
        if article.is_scheduled:
            return "public", _("Public, update scheduled")
        return "public", _("Public") if article.draft_id == article.live_id else _("Public, new draft")
    if article.is_scheduled:
        return "scheduled", _("Scheduled")
    if article.taken_down_at:
        return "down", _("Taken down")
    kinds = {Article.Stage.IN_REVIEW: "review", Article.Stage.APPROVED: "scheduled"}
    return kinds.get(article.stage, "writing"), article.get_stage_display().capitalize()


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"
    conditions = {
        "draft": (gettext_lazy("Not public"), Q(is_public=False, is_on_hold=False, taken_down_at=None)),
        "scheduled": (gettext_lazy("Scheduled"), Q(is_scheduled=True)),
        "public": (gettext_lazy("Public"), Q(is_public=True)),
        "changed": (gettext_lazy("Public, new draft"), Q(is_public=True) & ~Q(draft=F("live"))),
        "hold": (gettext_lazy("On hold"), Q(is_on_hold=True)),
        "down": (gettext_lazy("Taken down"), Q(taken_down_at__isnull=False)),
    }

    def lookups(self, request, model_admin):
        return [(name, words) for name, (words, _condition) in self.conditions.items()]

    def queryset(self, request, queryset):
        return queryset.filter(self.conditions[self.value()][1]) if self.value() in self.conditions else queryset


class SectionFilter(admin.SimpleListFilter):
    title = gettext_lazy("section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        return [(str(key), name) for key, name in Section.objects.values_list("pk", "name")]

    def queryset(self, request, queryset):
        return queryset.filter(draft__section=self.value()) if _is_offered(self) else queryset


class AuthorFilter(admin.SimpleListFilter):
    title = gettext_lazy("author")
    parameter_name = "author"

    def lookups(self, request, model_admin):
        return [(str(key), name) for key, name in Contributor.objects.values_list("pk", "name")[:AUTHORS]]

    def queryset(self, request, queryset):
        if not _is_offered(self):
            return queryset
        rows = RevisionContributor.objects.filter(revision=OuterRef("draft"), contributor=self.value())
        return queryset.filter(Exists(rows))


def _is_offered(chosen):
    """An address typed by hand may ask for anything; what is not offered filters nothing."""
    return chosen.value() in {key for key, _name in chosen.lookup_choices}


class ArticleColumns:
    """The columns as callables of the admin."""

    list_display = ["picture", "title", "state", "section_of_draft", "author", "published"]
    list_display_links = ["title"]
    list_filter = [StateFilter, SectionFilter, AuthorFilter, ("first_public_at", admin.DateFieldListFilter)]

    @admin.display(description=gettext_lazy("Picture"), empty_value="")
    def picture(self, article):
        image = article.draft.lead_image if article.draft else None
        if image is None or image.is_killed:
            return None
        return format_html('<img class="thumb" src="{}" alt="" loading="lazy">', figures.smallest(image))

    @admin.display(description=gettext_lazy("Headline"), ordering="draft__headline")
    def title(self, article):
        return format_html('<span class="headline" lang="{}">{}</span>', article.language, article)

    @admin.display(description=gettext_lazy("State"))
    def state(self, article):
        return format_html('<span class="state state-{}">{}</span>', *state_of(article))

    @admin.display(description=gettext_lazy("Section"), empty_value="–")
    def section_of_draft(self, article):
        return article.draft.section if article.draft else None

    @admin.display(description=gettext_lazy("Author"), empty_value="–")
    def author(self, article):
        rows = article.draft.contributor_rows.all() if article.draft else ()
        return ", ".join(str(row.contributor) for row in rows) or None

    @admin.display(description=gettext_lazy("Published"), ordering="first_public_at", empty_value="–")
    def published(self, article):
        moment = article.first_public_at
        return format_date(timezone.localtime(moment), "j M Y, H:i") if moment else None
