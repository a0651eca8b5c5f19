"""People and organisations beside an article: found, linked, struck, added."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import linking, quotable
from articles.forms.mentions import LinkForm, NewPersonForm
from people import recording
from people.desk.choosers import is_key
from people.permissions import can_keep_record, can_propose
from people.recording import Refused

FETCHED = "fetch"  # what our scripts send as X-Requested-With: they want the panel alone


class MentionsMixin:
    """Each act is a POST of its own; without script it leads back to the page, with script only the panel is remade."""

    def get_urls(self):
        return [
            self.linking_url("people", self.people_view, "people/"),
            self.linking_url("link", self.link_view, "people/link/"),
            self.linking_url("strike_link", self.strike_link_view, "people/strike/"),
            self.linking_url("new_person", self.new_person_view, "people/new/"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def people_view(self, request, article):
        """The text to read with its sentences to choose from; whom it names; what it says of meetings."""
        if _is_fetched(request):
            return self._panel(request, article)
        return self._people_page(request, article)

    @method_decorator(require_POST)
    def link_view(self, request, article):
        form = LinkForm(request.POST)
        try:
            if not form.is_valid():
                raise Refused(" ".join(form.errors.get("__all__", [_("Choose a person or an organisation first.")])))
            mention = linking.confirm(article, form.entity, words=form.words, by=request.user)
        except Refused as refusal:
            return self._after(request, article, refused=str(refusal))
        return self._after(request, article, done=_("«%(words)s» is linked to %(who)s.") % _told(mention))

    @method_decorator(require_POST)
    def strike_link_view(self, request, article):
        key = request.POST.get("mention", "")
        mention = article.mentions.confirmed().filter(pk=key).first() if is_key(key) else None
        if mention is None:
            return self._after(request, article, refused=_("This link is struck already."))
        linking.strike(mention, by=request.user)
        return self._after(request, article, done=_("«%(words)s» is not linked to %(who)s any more.") % _told(mention))

    @method_decorator(require_POST)
    def new_person_view(self, request, article):
        """Somebody new, linked at once; of a reporter provisional until a record keeper nods."""
        if not can_propose(request.user):
            raise PermissionDenied
        form = NewPersonForm(request.POST)
        if form.is_valid():
            words = form.cleaned_data["words"] or form.cleaned_data["name"]
            try:
                with transaction.atomic():
                    waits = not can_keep_record(request.user)
                    person = recording.keep(form.instance, by=request.user, waits=waits)
                    linking.confirm(article, person, words=words, by=request.user)
            except Refused as refusal:
                form.add_error("words", str(refusal))
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self._after(request, article, done=_done(person))
        return self._failed(request, article, form)

    def _after(self, request, article, *, done="", refused=""):
        if _is_fetched(request):
            return self._panel(request, article, done=done, refused=refused)
        messages.success(request, done) if done else messages.error(request, refused)
        return HttpResponseRedirect(self.linking_address(article))

    def _failed(self, request, article, form):
        """The form of somebody new again, with what was typed."""
        form.instance.pk = None
        if _is_fetched(request):
            return self._panel(request, article, new_person=form)
        return self._people_page(request, article, new_person=form)

    def _panel(self, request, article, **more):
        context = self.panel_context(request, article, **more)
        return render(request, "admin/articles/linking/people_panel.html", context)

    def _people_page(self, request, article, **more):
        return self.linking_page(
            request,
            article,
            "admin/articles/linking/people.html",
            title=_("People, sentences and meetings"),
            reading=quotable.read(article),
            may_link=True,
            **self.panel_context(request, article, **more),
        )


def _is_fetched(request):
    return request.headers.get("X-Requested-With") == FETCHED


def _told(mention):
    return {"words": mention.words, "who": mention.entity}


def _done(person):
    if person.waits:
        return _("%s is new, and provisional until a record keeper confirms the name.") % person
    return _("%s is new in the record.") % person
