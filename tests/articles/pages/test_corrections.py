"""What was wrong and what was taken down, in the open."""

import re
from datetime import UTC, datetime

import pytest

from articles import publishing
from articles.models import Correction
from tests.articles.pages.desk import article, build, save
from tests.once import built_once

pytestmark = pytest.mark.django_db

built, desk = built_once(build)


def html_of(client, query=""):
    response = client.get(f"/corrections/{query}")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode().partition("<main")[2].partition("</main>")[0])


def entries(html):
    return re.findall(r'<p class="fix-kind">([^<]*)<time datetime="[^"]*">([^<]*)</time>', html)


def correct(desk, year, month, day, text="It was wrong.", kind="correction"):
    at = datetime(year, month, day, 6, 5, tzinfo=UTC)
    return Correction(article=desk.first, kind=kind, text=text, at=at, by=desk.editor)


def test_nothing_was_put_right_yet(client, desk):
    html = html_of(client)
    assert "Nothing has been put right so far." in html and entries(html) == []


def test_corrections_and_what_was_taken_down_by_month(client, desk):
    moment = datetime(2023, 4, 27, 6, 5, tzinfo=UTC)
    publishing.correct(desk.first, text="It was <first>.", by=desk.editor, moment=moment)
    publishing.correct(desk.second, text="Of 9 June.", kind="clarification", by=desk.editor, moment=moment)
    gone = article(desk, "Forged words", "<p>Forged.</p>")
    publishing.take_down(gone, by=desk.editor, why="The document was forged.")
    html = html_of(client)
    assert [kind for kind, _when in entries(html)] == ["Taken down", "Clarification", "Correction"]
    assert entries(html)[1:] == [("Clarification", "27 April, 12:05"), ("Correction", "27 April, 12:05")]
    assert 'href="/articles/ministers-meet-in-oskemen/"' in html and "It was &lt;first&gt;." in html
    assert "The document was forged." in html and "forged-words" not in html and "Forged words" not in html
    assert re.search(r"<h3>An article of \d+ \w+ \d{4}</h3>", html)
    assert '<h2 id="in-2023-04">April 2023<span>2</span></h2>' in html
    assert 'href="/corrections/feed/"' in html


def test_what_is_not_public_is_not_corrected_here(client, desk):
    publishing.correct(desk.first, text="Secret words.", by=desk.editor)
    publishing.hold(desk.first, by=desk.editor, why="lawyer")
    assert entries(html_of(client)) == []


def test_what_comes_back_is_no_longer_taken_down(client, desk):
    publishing.take_down(desk.second, by=desk.editor, why="wrong")
    assert [kind for kind, _when in entries(html_of(client))] == ["Taken down"]
    desk.second.refresh_from_db()
    publishing.publish(desk.second, revision=save(desk, desk.second, "Mended", "<p>Right.</p>"), by=desk.editor)
    assert entries(html_of(client)) == []


def test_long_ones_go_on_by_whole_months(client, desk, django_assert_num_queries):
    Correction.objects.bulk_create(
        [correct(desk, 2023, 4, day) for day in range(1, 31)]
        + [correct(desk, 2023, 3, day) for day in range(1, 31)]
        + [correct(desk, 2023, 2, 1), correct(desk, 2016, 2, 1, text="The first.")]
    )
    first = html_of(client)
    assert re.findall(r'id="in-([\d-]+)">[^<]*<span>(\d+)', first) == [("2023-04", "30"), ("2023-03", "30")]
    assert 'href="?before=2023-03"' in first and "62 corrections since February 2016" in first
    rest = html_of(client, "?before=2023-03")
    assert re.findall(r'id="in-([\d-]+)"', rest) == ["2023-02", "2016-02"]
    assert "The first." in rest and "?before" not in rest and ">Newest<" in rest
    with django_assert_num_queries(8, exact=False) as many:
        client.get("/corrections/")
    Correction.objects.exclude(at__year=2016).delete()
    with django_assert_num_queries(len(many), exact=False):
        client.get("/corrections/")


@pytest.mark.parametrize("asked", ["x", "2023", "2023-13", "0000-01", "9999-99", "2010-01", "2023-03-01"])
def test_what_is_no_month_is_not_found(asked, client, desk):
    correct(desk, 2023, 4, 1).save()
    assert client.get("/corrections/", {"before": asked}).status_code == 404


def test_only_takings_down_need_no_sum(client, desk):
    publishing.take_down(desk.second, by=desk.editor, why="wrong")
    html = html_of(client, "?before=9000-01")
    assert [kind for kind, _when in entries(html)] == ["Taken down"] and "since" not in html
