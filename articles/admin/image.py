"""The picture library on the desk: upload, words and rights, focal point, who is in it, where it stands."""

from django.contrib import admin
from django.db.models import Prefetch
from django.urls import path, re_path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from js_asset import ImportMap, Media, Script

from articles import duplicates, library, licences, uploading
from articles.admin.depicted import DepictedMixin
from articles.admin.focal import cuts_of
from articles.admin.image_acts import IMAGE_ACTS
from articles.admin.image_list import FILTERS
from articles.admin.library_acts import LIBRARY_ACTS
from articles.admin.picture_choice import choices, small_picture
from articles.admin.picture_upload import PictureUploadMixin
from articles.forms.depicted import PersonInPictureForm
from articles.forms.image import OCCASION, WORDS, DepictionForm, ImageWordsForm
from articles.models import Depiction, Image
from articles.picture_uses import uses_of
from people.desk.acts import ActsMixin
from people.desk.history import TrailHistoryMixin
from people.desk.model_admin import DeskAdmin
from people.desk.parts import PartOfMixin
from people.models import Person

RIGHTS = [("source_kind", "source"), ("licence_kind", "licence_until"), "licence", "licence_reason"]
FIELDSETS = [
    (None, {"fields": WORDS}),
    (gettext_lazy("When and where"), {"fields": [tuple(OCCASION)]}),
    (gettext_lazy("Source and licence"), {"fields": RIGHTS}),
]
SCRIPTS = Media(
    importmap=ImportMap({"newsdesk/focal-cuts": "js/desk/focal-cuts.js"}),
    js=[Script("js/desk/focal.js", type="module"), Script("js/desk/said-by-file.js", type="module")],
)


@admin.register(Image)
class ImageAdmin(PictureUploadMixin, DepictedMixin, TrailHistoryMixin, ActsMixin, DeskAdmin):
    """Adding is uploading: the file is looked at to its end before anything is kept."""

    change_form_template = "admin/articles/image/change_form.html"
    form = ImageWordsForm
    fieldsets = FIELDSETS
    list_display = ["__str__"]
    list_filter = FILTERS
    search_fields = ["key"]
    actions = None
    acts = (*LIBRARY_ACTS, *IMAGE_ACTS)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("choices/", view(choices), name="articles_image_choices"),
            re_path(r"^small/(?P<key>[0-9a-f]{32}|[0-9]{1,18})/$", view(small_picture), name="articles_image_small"),
            *super().get_urls(),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        return ImageWordsForm

    def get_search_results(self, request, queryset, search_term):
        """Choosers offer what may be used, the list whatever there is."""
        if "field_name" in request.GET:
            queryset = queryset.usable(timezone.localdate())
        return super().get_search_results(request, queryset, search_term)

    def save_model(self, request, obj, form, change):
        library.describe(obj, form.columns, by=request.user)

    def delete_model(self, request, obj):
        library.remove(obj, by=request.user)

    def change_address(self, row):
        """Where it is edited; if it was removed for another one, where that is."""
        stays = row if row.pk else uploading.alike(row)
        return super().change_address(stays) if stays else reverse("admin:articles_image_changelist")

    def render_change_form(self, request, context, *args, **kwargs):
        image = context.get("original")
        if image:
            context["cuts"] = cuts_of(image)
            context["warning"] = licences.warning(image, timezone.localdate())
            context["like"] = duplicates.like_of(image)
            context["uses"] = uses_of(image, request.user)
            people = Prefetch("person", Person.objects.with_offices())
            context["depictions"] = image.depictions.prefetch_related(people).order_by("-is_portrait", "pk")
            context["depict_form"] = PersonInPictureForm(label_suffix="")
            context["media"] = context["media"] + SCRIPTS + context["depict_form"].media
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
