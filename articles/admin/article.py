"""Articles on the desk: the form of the draft, its acts, the list."""

from django.contrib import admin
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from articles import conflict, drafting, filing, going_out, licences
from articles.admin.article_acts import ACTS
from articles.admin.article_list import ArticleColumns, with_list_columns
from articles.admin.article_reading import READ, ArticleReading
from articles.admin.linking import LinkingDesk
from articles.admin.mentions import MentionsMixin
from articles.admin.reporting import ReportingMixin
from articles.drafting import Stale
from articles.forms.article import ArticleForm
from articles.models import Article
from articles.permissions import can_edit, can_open
from people.desk.acts import ActsMixin
from people.desk.history import TrailHistoryMixin
from people.desk.model_admin import DeskAdmin
from people.recording import Refused

DETAILS = [
    ("section", "day"),
    "tags",
    "contributors",
    "dateline",
    "short_headline",
    "lead_image",
    "lead_caption",
    "source_credit",
    "language",
]


class ArticleDesk(ArticleColumns, ArticleReading, TrailHistoryMixin, ActsMixin, DeskAdmin):
    """Saves through `drafting`; nothing here writes to an article's own row. More pages are added by mixins.

    The template has two places for what stands beside the form: the block `desk_side` within it, and after it
    `outside_form` for forms with an address of their own.
    """

    change_form_template = "admin/articles/article/change_form.html"
    search_fields = ["draft_key"]
    ordering = ["-drafted_at", "-pk"]
    acts = ACTS
    actions = None

    def get_queryset(self, request):
        articles = super().get_queryset(request).visible_to(request.user)
        return with_list_columns(articles).select_related("draft__by", "draft__section", "draft__lead_image", "live")

    def get_search_results(self, request, queryset, search_term):
        return (queryset.drafted_as(search_term) if search_term.strip() else queryset), False

    def has_change_permission(self, request, obj=None):
        return can_edit(request.user, obj)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_article") if obj is None else can_open(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """What was written stays: an article that readers are not to see is taken down."""
        return False

    def get_form(self, request, obj=None, change=False, **kwargs):
        return type("ArticleForm", (ArticleForm,), {"user": request.user})

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return READ
        details = {"fields": DETAILS, "classes": ["collapse"] if obj else []}
        return [
            (None, {"fields": ["headline", "standfirst", "body", "base"]}),
            (_("Publication, section and tags"), details),
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Somebody may save or publish between our look and our save: the second look shows how it stands then."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (Stale, Refused):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """The words become a revision; an article that is new begins with it."""
        article = obj if change else drafting.begin(language=obj.language, by=request.user)
        if change and "language" in form.changed_data:
            drafting.change_language(article, language=obj.language, by=request.user)
        tags = [tag if tag.pk else filing.keep(tag, by=request.user) for tag in form.cleaned_data["tags"]]
        drafting.save_draft(
            article,
            form.words,
            base=form.draft,
            by=request.user,
            tags=tags,
            contributors=form.cleaned_data["contributors"],
        )
        obj.pk, obj.draft = article.pk, article.draft
        obj._state.adding = False

    def render_change_form(self, request, context, *args, **kwargs):
        article, form = context.get("original"), context["adminform"].form
        if article:
            context["goes_out"] = going_out.line(article)
            context["title"] = str(article)
            live = article.live if article.is_public and article.live_id != article.draft_id else None
            context["picture_warnings"] = licences.warnings(article.draft, live, on=localdate())
        if form.stale:
            context["stale"] = form.stale
            context["passages"] = conflict.passages(form.words, _names_typed(form), form.stale)
        return super().render_change_form(request, context, *args, **kwargs)

    def act_form(self, act, row, data):
        return act.form(data, article=row, initial=act.initial(row))

    def view_on_site(self, obj):
        return reverse("articles:detail", args=[obj.slug]) if obj.is_public else None


def _names_typed(form):
    """The names chosen for tags and contributors, as far as they could be read."""
    return {name: [str(row) for row in form.cleaned_data.get(name, ())] for name in ("tags", "contributors")}


@admin.register(Article)
class ArticleAdmin(MentionsMixin, ReportingMixin, LinkingDesk, ArticleDesk):
    """The article's pages, put together from their parts."""
