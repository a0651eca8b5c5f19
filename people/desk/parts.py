"""Rows that are parts of another row: listed on its form, each opened and saved alone (300 of them cost one query)."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

SHOWN = 200


@dataclass(frozen=True)
class Parts:
    """One list of parts on a form. `owner`: the foreign key to the row; `columns`: (heading, row -> words) each."""

    title: str
    model: type[Model]
    owner: str
    columns: tuple
    related: tuple[str, ...] = ()
    order: tuple[str, ...] = ("pk",)


def listed(parts: Parts, owner, user):
    """The parts of the owner as the template prints them."""
    opts = parts.model._meta
    rows = parts.model._base_manager.filter(**{parts.owner: owner}).select_related(*parts.related)
    shown = list(rows.order_by(*parts.order)[: SHOWN + 1])
    name = f"admin:{opts.app_label}_{opts.model_name}"
    may_add = user.has_perm(f"{opts.app_label}.add_{opts.model_name}")
    return {
        "title": parts.title,
        "headings": [heading for heading, _words in parts.columns],
        "rows": [
            {
                "url": reverse(f"{name}_change", args=[row.pk]),
                "cells": [words(row) for _heading, words in parts.columns],
                "is_struck": getattr(row, "is_struck", False),
                "waits": getattr(row, "waits", False),
            }
            for row in shown[:SHOWN]
        ],
        "has_more": len(shown) > SHOWN,
        "add_url": f"{reverse(f'{name}_add')}?{urlencode({parts.owner: owner.pk})}" if may_add else "",
        "add_words": _("Add to “%s”") % parts.title,
    }


class PartOfMixin:
    """An admin whose rows are parts of others: after saving, the way leads back to the owner's form."""

    part_of: tuple[str, ...] = ()

    def owner_address(self, row):
        """The form of the row that this one is a part of: the database knows of exactly one."""
        owner = next(filter(None, (getattr(row, name) for name in self.part_of)))
        opts = owner._meta
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[owner.pk])

    def response_post_save_add(self, request, obj):
        return HttpResponseRedirect(self.owner_address(obj))

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(self.owner_address(obj))

    def render_change_form(self, request, context, *args, **kwargs):
        row = context.get("original")
        context["owner_url"] = self.owner_address(row) if row else None
        return super().render_change_form(request, context, *args, **kwargs)
