"""The library as a list: small pictures, what they lack, where the eye looks for rights; filters beside it."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.rights import SourceKind


class AdjectiveFilter(admin.SimpleListFilter):
    """Choices by value: words, and what the queryset is asked for (an adjective of `LibraryQuerySet`)."""

    choices_of: dict = {}

    def lookups(self, request, model_admin):
        return [(value, words) for value, (words, _ask) in self.choices_of.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.choices_of:
            return queryset
        _words, ask = self.choices_of[self.value()]
        return ask(queryset)


class LackFilter(AdjectiveFilter):
    title = _("what is missing")
    parameter_name = "lacks"
    choices_of = {
        "credit": (_("No credit"), lambda images: images.filter(credit="")),
        "alt": (_("No alternative text"), lambda images: images.filter(alt="")),
        "any": (_("Anything that is needed"), lambda images: images.lacking()),
    }


class LicenceFilter(AdjectiveFilter):
    title = _("licence")
    parameter_name = "licence"
    choices_of = {
        "ended": (_("Ended"), lambda images: images.ended(timezone.localdate())),
        "in-use": (_("Ended, still in use"), lambda images: images.ended(timezone.localdate()).used()),
        "soon": (_("Ends soon"), lambda images: images.ending(timezone.localdate())),
        "endless": (_("No end"), lambda images: images.endless()),
    }


class UseFilter(AdjectiveFilter):
    title = _("use")
    parameter_name = "used"
    choices_of = {
        "yes": (_("Used"), lambda images: images.used()),
        "no": (_("Not used"), lambda images: images.unused()),
        "killed": (_("Killed"), lambda images: images.killed()),
    }


class SourceFilter(AdjectiveFilter):
    title = _("kind of source")
    parameter_name = "source"
    choices_of = {
        kind.value: (kind.label, lambda images, kind=kind: images.filter(source_kind=kind)) for kind in SourceKind
    }


FILTERS = [LackFilter, LicenceFilter, SourceFilter, UseFilter]
