"""The picture library on the desk: upload, words, who is in the picture, where it stands."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _

from articles import library
from articles.admin.picture_choice import choices, small_picture
from articles.forms.image import WORDS, DepictionForm, ImageWordsForm, UploadForm
from articles.models import Article, Depiction, Illustration, Image, Revision
from people.desk.history import TrailHistoryMixin
from people.desk.model_admin import DeskAdmin
from people.desk.parts import PartOfMixin, Parts, listed

PEOPLE = Parts(
    _("Who is in the picture"),
    Depiction,
    "image",
    ((_("Person"), lambda row: row.person), (_("Portrait"), lambda row: _("yes") if row.is_portrait else "")),
    related=("person",),
)


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", _("Used")), ("no", _("Never used"))]

    def queryset(self, request, queryset):
        return queryset.filter(is_used=self.value() == "yes") if self.value() in ("yes", "no") else queryset


@admin.register(Image)
class ImageAdmin(TrailHistoryMixin, DeskAdmin):
    """Adding is uploading: the file is looked at to its end before anything is kept."""

    change_form_template = "admin/articles/image/change_form.html"
    list_display = ["alt", "credit", "is_used"]
    list_filter = [UseFilter]
    search_fields = ["key"]
    actions = None

    def get_queryset(self, request):
        in_text = Illustration.objects.filter(image=OuterRef("pk"))
        on_top = Revision.objects.filter(lead_image=OuterRef("pk"))
        return super().get_queryset(request).annotate(is_used=Q(Exists(in_text)) | Q(Exists(on_top)))

    @admin.display(description=_("Used"), boolean=True)
    def is_used(self, image):
        return image.is_used

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("choices/", view(choices), name="articles_image_choices"),
            re_path(r"^small/(?P<key>[0-9a-f]{32}|[0-9]{1,18})/$", view(small_picture), name="articles_image_small"),
            *super().get_urls(),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        return ImageWordsForm if obj else UploadForm

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": list(WORDS) if obj else ["file", *WORDS]})]

    def save_model(self, request, obj, form, change):
        if change:
            library.describe(obj, {name: form.cleaned_data[name] for name in WORDS}, by=request.user)
        else:
            image, _is_new = form.upload(by=request.user)
            obj.pk = image.pk

    def delete_model(self, request, obj):
        library.remove(obj, by=request.user)

    def render_change_form(self, request, context, *args, **kwargs):
        image = context.get("original")
        if image:
            articles = library.shown_in(image, Article.objects.visible_to(request.user))
            context["part_groups"] = [listed(PEOPLE, image, request.user)]
            context["where_used"] = articles.select_related("draft", "live")[:50]
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Depiction)
class DepictionAdmin(PartOfMixin, TrailHistoryMixin, DeskAdmin):
    """Who is in a picture: whoever may describe pictures says so."""

    form = DepictionForm
    list_display = ["image", "person", "is_portrait"]
    list_select_related = ["image", "person"]
    autocomplete_fields = ["image", "person"]
    part_of = ("image",)

    def save_model(self, request, obj, form, change):
        library.depict(obj, by=request.user)

    def delete_model(self, request, obj):
        library.undepict(obj, by=request.user)
