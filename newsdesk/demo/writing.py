"""The demonstration's articles, in the order in which they went out: written, published, linked, recorded."""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from articles import anchoring, drafting, library, linking, publishing, reporting, scheduling, uploading
from articles.models import Contributor, Depiction, Section, Tag
from articles.models.revision import WORDS, Revision
from articles.models.rights import LicenceKind, SourceKind
from newsdesk.demo import drawings, reading
from people import disclosure, quoting, recording

YEAR = timedelta(days=365)


class Writing:
    """What the desk wrote, on a record that is built already."""

    def __init__(self, told, record, *, by):
        self.told, self.record, self.by = told, record, by
        self.sections = {
            key: Section.objects.create(name=each.name, order=10 * n) for n, (key, each) in self._of("sections")
        }
        self.tags = {key: Tag.objects.create(name=each.name) for _n, (key, each) in self._of("tags")}
        self.contributors = {
            key: Contributor.objects.create(name=each.name, biography=each.biography)
            for _n, (key, each) in self._of("contributors")
        }
        self.pictures = {key: self._picture(each) for _n, (key, each) in self._of("pictures")}
        self.articles = {}

    def build(self):
        for told in sorted(self.told.articles.values(), key=_moment):
            self._article(told)

    def _of(self, name):
        return enumerate(getattr(self.told, name).items(), 1)

    def _picture(self, told):
        drawn = BytesIO(drawings.draw(told.drawing, told.light, "PNG"))
        words = {name: getattr(told, name) for name in ("alt", "caption", "credit", "licence", "source")}
        words |= {"source_kind": SourceKind.OWN, "licence_kind": LicenceKind.OWN}
        image, _is_new = uploading.upload(uploading.receive(drawn), by=self.by, **words)
        if told.portrait_of:
            person = self.record.people[told.portrait_of]
            library.depict(Depiction(image=image, person=person, is_portrait=True), by=self.by)
        return image

    def _article(self, told):
        article = drafting.begin(language=told.language, by=self.by)
        self.articles[told.id] = article
        body = reading.body_html(told)
        for correction in reversed(told.corrections):
            body = body.replace(correction.after, correction.before)
        article = self._save(article, told, body)
        if told.published:
            article = publishing.publish(article, revision=article.draft, by=self.by, moment=told.published)
        for correction in told.corrections:
            body = body.replace(correction.before, correction.after)
            article = self._save(article, told, body)
            article = publishing.publish(article, revision=article.draft, by=self.by, moment=correction.at)
            publishing.correct(article, text=correction.text, kind=correction.kind, by=self.by, moment=correction.at)
        with disclosure.public_act():
            self._link(article, told)
            for claim in told.record:
                self._claim(article, claim)
        self._finish(article, told)

    def _save(self, article, told, body):
        words = {name: getattr(told, name, "") for name in WORDS}
        words |= {
            "body": Revision._meta.get_field("body").sanitize(body),
            "dateline": self.told.places[told.dateline].name if told.dateline in self.told.places else told.dateline,
            "day": None if told.day == reading.UNDATED else told.day,
            "section": self.sections[told.section],
            "lead_image": self.pictures.get(told.picture),
            "lead_caption": "",
        }
        drafting.save_draft(
            article,
            words,
            base=article.draft,
            by=self.by,
            tags=[self.tags[key] for key in told.tags],
            contributors=[self.contributors[key] for key in told.contributors],
        )
        return article

    def _link(self, article, told):
        for key, spellings in told.mentions.items():
            entity = self.record.people.get(key) or self.record.organisations[key]
            for words in spellings:
                linking.confirm(article, entity, words=words, by=self.by)

    def _claim(self, article, claim):
        """What one sentence says: of a meeting and who was there, of what it brought, of offices held."""
        if claim.meeting:
            meeting = reporting.report(
                article,
                claim.sentence,
                meeting=self.record.meeting(claim.meeting),
                by=self.by,
                meeting_says=claim.says,
                roll=[self._entry(presence, claim) for presence in claim.people],
                outcomes=[(claim.outcome.kind, claim.outcome.text)] if claim.outcome else [],
            )
            self.record.meetings[claim.meeting] = meeting.pk
        for key in claim.offices:
            quotation = anchoring.anchor(article, claim.sentence, by=self.by)
            quoting.add_evidence(quotation, self.record.offices[key], says="supports", by=self.by)

    def _entry(self, told, claim):
        return reporting.Entry(
            says=told.says,
            person=self.record.people[told.person],
            on_behalf_of=self.record.organisations.get(told.on_behalf_of),
            role=told.role,
            title_as_printed=told.title_as_printed,
            stands_in_for=self.record.people.get(told.stands_in_for),
            announced_by=claim.announced_by if told.says == "announced" else "",
        )

    def _finish(self, article, told):
        """One voice with its original, taken down, or waiting for its moment."""
        if told.translation_of:
            article.source.refresh_from_db()
            article.source.original = self.articles[told.translation_of].source
            recording.keep(article.source, by=self.by)
        if told.taken_down:
            publishing.take_down(article, by=self.by, why=told.taken_down.reason)
        if told.due:
            scheduling.schedule(
                article, act="publish", revision=article.draft, due_at=timezone.now() + YEAR, by=self.by
            )


def _moment(told):
    """Published ones in their order, then the others."""
    return (told.published is None, told.published or timezone.now(), bool(told.translation_of), told.id)
