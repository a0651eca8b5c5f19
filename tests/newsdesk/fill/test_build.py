"""A filled desk is as one built through the verbs would be, only larger: what follows from its rows is right."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, Mention, Publication, Revision, Section, Tag
from newsdesk.fill.articles import MADE
from people import recording
from people.models import Attendance, Evidence, Meeting, Name, Person, Place, Trail
from tests.once import built_once

LAST = date(2024, 6, 30)


def fill(**numbers):
    call_command("fill", until=LAST, stderr=StringIO(), **numbers)


def build():
    """Filled twice: the second time beside what is there already."""
    fill(articles=90, people=30, meetings=30)
    fill(articles=30, people=30, meetings=10, seed=2, yes=True)


built, desk = built_once(build)


@pytest.mark.usefixtures("desk")
class TestFilled:
    def test_nothing_is_out_of_step(self):
        out = StringIO()
        call_command("check_record", stdout=out)
        assert out.getvalue() == ""

    def test_there_are_as_many_as_were_asked_for(self):
        assert [model.objects.count() for model in (Article, Person, Meeting)] == [120, 60, 40]

    def test_one_article_in_twenty_is_a_draft_that_nobody_sees(self):
        drafts = Article.objects.filter(is_public=False)
        assert drafts.count() == 6 + 2 - 1  # 7, 27, 47, 67, 87 of the first; 7 and 27 of the second
        assert set(drafts.values_list("slug", flat=True)) == {None}

    def test_names_stand_in_three_scripts(self):
        scripts = Name.objects.filter(person__isnull=False).values_list("script", flat=True)
        assert sorted(set(scripts)) == ["Cyrl", "Hans", "Latn"]
        assert len(scripts) == 3 * 60

    def test_a_body_is_of_a_realistic_size(self):
        sizes = [
            len(body.encode()) for body in Revision.objects.filter(base=None, number=1).values_list("body", flat=True)
        ]
        assert 4000 < sum(sizes) / len(sizes) < 6500

    def test_all_states_and_all_tables_come_up(self):
        assert set(Meeting.objects.values_list("state", flat=True)) >= {"held", "planned"}
        assert {"", "attended", "expected"} <= set(Attendance.objects.values_list("state", flat=True))
        assert [model.__name__ for model in (*MADE, Place, Section, Tag) if not model._base_manager.exists()] == []

    def test_people_are_linked_in_the_text(self):
        mention = Mention.objects.filter(person__is_public=True, article__is_public=True).first()
        rendered = Publication.objects.get(article=mention.article).rendered
        link = f'href="/people/{mention.person.slug}/"'
        assert link in "".join(beat["first"] + beat["rest"] for beat in rendered["beats"])

    def test_rows_keep_the_moments_of_their_articles(self):
        article = Article.objects.public().earliest("first_public_at")
        acts = Trail.objects.filter(kind="articles.article", object_id=article.pk).order_by("at")
        assert [each.act for each in acts] == ["begun", "saved", "published"]
        assert acts[2].at == article.first_public_at < acts.model.objects.latest("at").at

    def test_the_database_numbers_on_after_our_keys(self):
        assert recording.keep(Place(name="Oskemen"), by=None, why="").pk > 0
        assert Evidence._meta.get_field("at").auto_now_add
