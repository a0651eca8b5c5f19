"""An article as those read it on the desk who may not change its words."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.figures import figure
from articles.illustrating import hashes_in
from articles.markup import render
from articles.models import Image
from articles.models.revision import WORDS

READ = [
    (None, {"fields": ["read_standfirst", "read_body"]}),
    (_("Publication, section and tags"), {"fields": ["read_details"]}),
]
IN_TEXT = {"headline", "standfirst", "body"}


class ArticleReading:
    """Cleaned HTML by callables: as `readonly_fields` the words would be printed with their tags."""

    @admin.display(description=_("Standfirst"))
    def read_standfirst(self, article):
        return article.draft.standfirst if article.draft else ""

    @admin.display(description=_("Body"))
    def read_body(self, article):
        body = article.draft.body if article.draft else ""
        images = {image.hash: image for image in Image.objects.filter(hash__in=hashes_in(body))}

        def picture(key, caption):
            return figure(images[key], caption=mark_safe(caption)) if key in images else ""

        html = "".join(beat.first + beat.rest for beat in render(body, picture=picture))
        return format_html('<div class="prose-editor"><div class="ProseMirror">{}</div></div>', mark_safe(html))

    @admin.display(description=_("Details"))
    def read_details(self, article):
        draft = article.draft
        if draft is None:
            return ""
        rows = [(draft._meta.get_field(name).verbose_name, getattr(draft, name)) for name in WORDS]
        rows = [row for name, row in zip(WORDS, rows, strict=True) if name not in IN_TEXT and row[1]]
        rows.append((_("tags"), ", ".join(str(row) for row in draft.tag_rows.select_related("tag"))))
        contributors = draft.contributor_rows.select_related("contributor")
        rows.append((_("contributors"), ", ".join(str(row) for row in contributors)))
        pairs = ((str(name).capitalize(), value or "–") for name, value in rows)
        return format_html("<dl>{}</dl>", format_html_join("", "<dt>{}</dt><dd>{}</dd>", pairs))
