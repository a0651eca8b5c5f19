"""What waits for its moment, and what asks: read here, changed on the article's page."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import moments
from articles.models import Article, ScheduledAct
from people.desk.model_admin import DeskAdmin
from people.desk.read_only import ReadOnlyMixin


@admin.register(ScheduledAct)
class ScheduledActAdmin(ReadOnlyMixin, DeskAdmin):
    list_display = ["what", "moment", "state", "error", "by"]
    list_display_links = None
    list_filter = ["state", "act"]
    list_select_related = ["article__draft", "article__live", "by"]
    ordering = ["-due_at", "-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(article__in=Article.objects.visible_to(request.user))

    @admin.display(description=_("What"))
    def what(self, act):
        address = reverse("admin:articles_article_change", args=[act.article_id])
        return format_html('<a href="{}">{}: {}</a>', address, act.get_act_display(), act.article)

    @admin.display(description=_("When"), ordering="due_at")
    def moment(self, act):
        return moments.say(act.due_at)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_article")
