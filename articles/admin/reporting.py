"""From a sentence of the article to the record, on pages of their own."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import anchoring, going_out, quotable, reporting
from articles.admin.report_page import ReportPage
from articles.forms.reporting import put_errors
from articles.forms.supports import SupportsForm
from articles.sentences import stands
from people import disclosure, quoting
from people.desk.choosers import is_key
from people.recording import Refused


class ReportingMixin:
    """One sentence at a time: the meeting it tells of, what else it supports, another wording of one that is gone."""

    def get_urls(self):
        return [
            self.linking_url("report", self.report_view, "report/"),
            self.linking_url("known_meetings", self.known_meetings_view, "report/known/"),
            self.linking_url("supports", self.supports_view, "report/supports/"),
            self.linking_url("reworded", self.reworded_view, "report/reworded/"),
            *super().get_urls(),
        ]

    def report_view(self, request, article):
        """The form of one sentence. Nothing of it is kept unless all of it is; what was typed stays in the form."""
        sentence = " ".join((request.POST or request.GET).get("sentence", "").split())
        if request.method != "POST" and not _stands(article, sentence):
            messages.error(request, _("This is not a whole sentence of the article: choose one."))
            return HttpResponseRedirect(self.linking_address(article))
        page = ReportPage(article, sentence, by=request.user, data=request.POST if request.method == "POST" else None)
        if page.is_to_be_kept() and (meeting := self._report(request, article, page)):
            messages.success(request, _("«%s» has what this sentence says.") % meeting)
            return HttpResponseRedirect(self._next_address(request, article, sentence))
        reading = quotable.read(article)
        here = next((line for each in reading.paragraphs for line in each.lines if line.text == sentence), None)
        return self.linking_page(
            request,
            article,
            "admin/articles/linking/report.html",
            forms=(page.meeting_form, page.sentence_form),
            title=_("From this sentence to the record"),
            page=page,
            reading=reading,
            here=here,
            goes_out=going_out.line(article),
            supports=SupportsForm(article=article),
            has_next=reading.after(sentence) is not None,
        )

    def _report(self, request, article, page):
        """The meeting as it is kept, or None with the reasons in the form."""
        try:
            return reporting.report(article, page.sentence, by=request.user, **page.told())
        except (Refused, ValidationError) as error:
            put_errors(error, page.meeting_form, page.sentence_form)
            page.has_failed = True
        return None

    def _next_address(self, request, article, sentence):
        follows = quotable.read(article).after(sentence) if "_next" in request.POST else None
        if follows:
            return f"{self.linking_address(article, 'report')}?{urlencode({'sentence': follows})}"
        return self.linking_address(article)

    @method_decorator(require_safe)
    def known_meetings_view(self, request, article):
        """The meetings to choose from for what is typed so far: a part of the page, for our script."""
        page = ReportPage(article, request.GET.get("sentence", ""), by=request.user, data=request.GET)
        return render(request, "admin/articles/linking/known.html", {"page": page})

    @method_decorator(require_POST)
    def supports_view(self, request, article):
        """The sentence speaks for an office held or a name of somebody the article names."""
        form = SupportsForm(request.POST, article=article)
        sentence = request.POST.get("sentence", "")
        if form.is_valid():
            try:
                with disclosure.public_act():
                    quotation = anchoring.anchor(article, sentence, by=request.user)
                    quoting.add_evidence(quotation, form.claim, says="supports", by=request.user)
            except Refused as refusal:
                messages.error(request, str(refusal))
            else:
                messages.success(request, _("The sentence speaks for «%s» now.") % form.claim)
        else:
            messages.error(request, _("Choose an office or a name of somebody linked in this article."))
        return HttpResponseRedirect(f"{self.linking_address(article, 'report')}?{urlencode({'sentence': sentence})}")

    @method_decorator(require_POST)
    def reworded_view(self, request, article):
        """Another sentence of the draft means the same as one that is gone."""
        key = request.POST.get("anchor", "")
        lost = article.anchors.filter(pk=key).select_related("quotation").first() if is_key(key) else None
        sentence = " ".join(request.POST.get("sentence", "").split())
        try:
            if lost is None or not sentence:
                raise Refused(_("Choose the sentence that means the same."))
            anchoring.nod(lost, sentence, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The record follows the new wording once it is published."))
        return HttpResponseRedirect(self.linking_address(article))


def _stands(article, sentence):
    revisions = [revision for revision in (article.draft, article.live) if revision]
    return bool(sentence) and any(stands(sentence, anchoring.parts(revision)) for revision in revisions)
