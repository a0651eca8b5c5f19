"""The page of an article: every part that readers are promised, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import linking, publishing
from articles.models import Correction, Image, Tag
from articles.models.contributor import Contributor
from people import quoting, recording, releasing, striking
from people.models import Attendance, Meeting, Membership, Name, Quotation
from tests.articles.pages.desk import article, build, publish_at, reporting, save, talks_of
from tests.once import built_once

pytestmark = pytest.mark.django_db

ADDRESS = "/articles/ministers-meet-in-oskemen/"
TALKS = "Ada Orlan met Boris Temir in Oskemen on Tuesday."
HOSTED = "The ministry of rivers hosted the talks."


built, desk = built_once(build)


def html_of(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def note_of(html, sentence):
    """The note beside the block in which the sentence is marked."""
    mark = Quotation.objects.get(text=sentence).mark
    assert f'id="{mark}"' in html and f'href="#n-{mark}"' in html
    return html[html.index(f'id="n-{mark}"') :].split("</aside>")[0]


def test_headline_standfirst_and_caption_stand_as_published(client, desk, settings):
    made = publish_at(desk, "Ada Orlan speaks", timezone.now(), "<p>At length.</p>", standfirst="Ada Orlan was asked.")
    linking.confirm(made, desk.ada, words="Ada Orlan", by=desk.editor)
    html = html_of(client, "/articles/ada-orlan-speaks/")
    link = '<a href="/people/ada-orlan/">Ada Orlan</a>'
    assert f">{link} speaks</h1>" in html and f"{link} was asked.</p>" in html
    assert "<title>Ada Orlan speaks – " in html and 'property="og:title" content="Ada Orlan speaks"' in html


def test_names_in_the_text_lead_to_their_pages(client, desk):
    assert '<a href="/people/ada-orlan/">Ada Orlan</a> met' in html_of(client)


def test_a_note_has_the_meeting_its_state_and_who_was_there_with_the_posts_of_that_day(client, desk):
    note = note_of(html_of(client), TALKS)
    assert '<a href="/meetings/talks-in-oskemen-2023/">Talks in Oskemen, 30 May 2023</a>' in note
    assert "att-attended" in note and 'aria-label="Note 1 of the record"' in note
    people = re.findall(r'<a href="/people/([\w-]+)/"><b>', note)
    assert people == ["ada-orlan", "boris-temir"]  # as the sentence names them
    assert '<span class="post">Minister of Rivers, Ministry of Rivers</span>' in note
    assert '<span class="post">for Vesmark</span>' in note  # no post is known of him


def test_somebody_known_by_description_stands_in_a_note_and_in_the_record(client, desk):
    meeting = Meeting.objects.get(pk=desk.talks.pk)
    roll = [reporting.Entry(says="attended", description="The ministry")]
    reporting.report(desk.first, HOSTED, meeting=meeting, by=desk.editor, roll=roll)
    html = html_of(client)
    assert "<b>The ministry</b>" in note_of(html, HOSTED)
    assert "<span>The ministry</span>" in html[html.index('id="record"') :]


def test_an_expectation_that_came_true_elsewhere_says_so(client, desk):
    sentence = "Clara Ulan came to the second river meeting."
    made = publish_at(desk, "They came", timezone.now(), f"<p>{sentence}</p>")
    meeting = Meeting.objects.get(pk=desk.expected.pk)
    roll = [reporting.Entry(says="attended", person=desk.clara)]
    reporting.report(made, sentence, meeting=meeting, by=desk.editor, roll=roll)
    note = note_of(html_of(client), "Clara Ulan is expected at the second meeting of the river ministers.")
    assert "att-expected" in note and "By all reports: 1 attended." in note


def test_a_sentence_that_names_nobody_says_so(client, desk):
    meeting = Meeting.objects.get(pk=desk.talks.pk)
    outcomes = [("agreed", "a bridge"), ("agreed", "a ferry")]
    reporting.report(desk.first, HOSTED, meeting=meeting, by=desk.editor, meeting_says="held", outcomes=outcomes)
    note = note_of(html_of(client), HOSTED)
    assert "nobody named here" in note and "att-not-reported" in note
    more = re.findall(r'<p class="note-more">(.*?)</p>', note)
    assert more == [
        "Agreed: a bridge",
        "Agreed: a ferry",
        "This sentence: held.",
        "It names no one, so it adds nobody to the roll.",
    ]


def test_outcomes_stand_under_those_who_are_named(client, desk):
    meeting = Meeting.objects.get(pk=desk.talks.pk)
    reporting.report(desk.first, TALKS, meeting=meeting, by=desk.editor, outcomes=[("signed", "a treaty")])
    note = note_of(html_of(client), TALKS)
    assert "Signed: a treaty" in note and "nobody named" not in note


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2023-01-10", "2023-05", ", 10 January 2023 to May 2023"),
        ("2022", "", ", from 2022"),
        ("", "2023", ", until 2023"),
        ("", "", ""),
    ],
)
def test_an_office_is_a_note_too(client, desk, since, until, days):
    row = recording.keep(Membership(person=desk.boris, post=desk.post, since=since, until=until), by=desk.editor)
    quotation = reporting.anchoring.anchor(desk.first, HOSTED, by=desk.editor)
    quoting.add_evidence(quotation, row, says="supports", by=desk.editor)
    note = note_of(html_of(client), HOSTED)
    assert "Offices held" in note and "<b>Boris Temir</b>" in note
    assert re.findall(r'class="post">(.*?)<', note) == [f"Minister of Rivers, Ministry of Rivers{days}"]
    assert "<svg" not in note  # nobody attended an office


def test_an_office_is_not_told_twice_in_one_note(client, desk):
    quotation = Quotation.objects.get(text=TALKS)
    quoting.add_evidence(quotation, Membership.objects.get(person=desk.ada), says="supports", by=desk.editor)
    note = note_of(html_of(client), TALKS)
    assert note.count("Minister of Rivers") == 1 and "Offices held" not in note
    assert "The sentence also reports the offices named here." in note


def test_a_spelling_is_a_note_too(client, desk):
    quotation = reporting.anchoring.anchor(desk.first, HOSTED, by=desk.editor)
    for name in (
        Name(person=desk.ada, text="Ada Orlanova", language="en"),
        Name(place=desk.place, text="O.", language="en"),
    ):
        quoting.add_evidence(quotation, recording.keep(name, by=desk.editor), says="supports", by=desk.editor)
    note = note_of(html_of(client), HOSTED)
    assert "Also written: Ada Orlanova" in note and '<a href="/people/ada-orlan/"><b>Ada Orlan</b></a>' in note
    assert "Also written: O." in note and "<b>Oskemen</b>" in note


def test_a_person_without_a_page_stays_out_of_notes_and_record(client, desk):
    meeting = Meeting.objects.get(pk=desk.talks.pk)
    roll = [reporting.Entry(says="attended", person=desk.dana)]
    reporting.report(desk.first, HOSTED, meeting=meeting, by=desk.editor, roll=roll)
    assert "Dana Aul" not in html_of(client)


def test_a_struck_claim_is_gone_at_the_next_request(client, desk):
    assert "Boris Temir</b>" in html_of(client)
    row = Attendance.objects.get(meeting=desk.talks, person=desk.boris)
    striking.strike(row, by=desk.editor, reason="wrong")
    assert "Boris Temir</b>" not in html_of(client)


def test_the_record_in_this_article_with_its_numbers_in_words(client, desk):
    html = html_of(client)
    record = html[html.index('id="record"') :]
    assert "Two meetings, three entries." in record
    titles = re.findall(r'<h3><a href="/meetings/[\w-]+/">(.*?)</a></h3>', record)
    assert titles == ["Talks in Oskemen", "Second river meeting"]  # in the order of their sentences
    assert re.findall(r'<a href="/people/([\w-]+)/">', record) == ["ada-orlan", "boris-temir", "clara-ulan"]
    assert record.count('<span class="quiet">Vesmark</span>') == 2 and 'datetime="2023-05-30"' in record
    assert 'href="#record"' in html


def test_a_meeting_whose_people_the_article_does_not_name(client, desk):
    made = article(desk, "They met", "<p>The ministers met again.</p>")
    meeting = Meeting(title="Talks again", kind="talks", when="2023-05-31")
    reporting.report(made, "The ministers met again.", meeting=meeting, by=desk.editor, meeting_says="held")
    html = html_of(client, "/articles/they-met/")
    assert "One meeting, no entries." in html and "This article names no one there." in html


def test_an_article_without_record_has_no_part_for_it(client, desk):
    html = html_of(client, "/articles/a-bridge-opens/")
    assert 'id="record"' not in html and "#record" not in html and "of the record</p>" not in html


def test_corrections_are_dated_the_newest_last(client, desk):
    now = timezone.now()
    kind = Correction.Kind.CLARIFICATION
    publishing.correct(desk.first, text="The town was wrong.", by=desk.editor, moment=now)
    publishing.correct(desk.first, text="So was the day.", by=desk.editor, kind=kind, moment=now + timedelta(hours=1))
    html = html_of(client)
    assert html.index("The town was wrong.") < html.index("So was the day.")
    assert re.search(r"Correction, <time datetime=\"[\dT:+.-]+\">", html) and "Clarification, <time" in html
    assert "Updated <time" in html


def test_credit_byline_dateline_and_way_to_cite(client, desk):
    names = [Contributor.objects.create(name=name) for name in ("Zoe Last", "Abe First")]
    moment = timezone.make_aware(timezone.datetime(2023, 4, 27, 9, 40))
    publish_at(
        desk,
        "All of it",
        moment,
        contributors=names,
        dateline="Oskemen",
        source_credit="With information from the river gauge.",
    )
    html = html_of(client, "/articles/all-of-it/")
    assert re.findall(r'<a class="plain" href="/authors/([\w-]+)/">', html) == ["zoe-last", "abe-first"]
    assert 'Oskemen, <time datetime="2023-04-27T09:40:00' in html and "27 April 2023, 09:40" in html
    assert "With information from the river gauge." in html
    assert "“All of it”, 27 April 2023, version 1." in html and "1 minute</p>" in html
    assert "Updated" not in html and "Words of" not in html


def test_an_archive_article_says_of_which_day_its_words_are(client, desk):
    publish_at(desk, "From the archive", timezone.now(), day=timezone.datetime(2001, 5, 9).date())
    assert "Words of 9 May 2001" in html_of(client, "/articles/from-the-archive/")


def test_versions_count_what_readers_saw_not_what_was_saved(client, desk):
    for headline in ("One", "Two", "Three"):
        revision = save(desk, desk.second, headline, "<p>Newer words.</p>")
    desk.second.refresh_from_db()
    publishing.publish(desk.second, revision=revision, by=desk.editor)
    assert "version 2." in html_of(client, "/articles/a-bridge-opens/")


def test_tags_in_their_order(client, desk):
    tags = [Tag.objects.create(name=name) for name in ("Water", "Air")]
    publish_at(desk, "Elements", timezone.now(), tags=tags)
    assert re.findall(r'href="/tags/([\w-]+)/"', html_of(client, "/articles/elements/")) == ["water", "air"]


def test_read_next_begins_with_the_same_people(client, desk):
    about_ada = publish_at(desk, "Ada again", timezone.now() - timedelta(days=900))
    linking.confirm(about_ada, desk.ada, words="Nothing", by=desk.editor)
    article(desk, "Not this one", "<p>A draft.</p>", publish=False)
    html = html_of(client)
    shown = re.findall(r'<a href="(/articles/[^"]+)">', html[html.index('id="next-heading"') :])
    assert shown == ["/articles/ada-again/", "/articles/a-bridge-opens/"]


def test_the_language_of_the_words_is_said(client, desk):
    publish_at(desk, "新闻", timezone.now(), "<p>消息。</p>", language="zh-hans", standfirst="要点")
    html = html_of(client, "/articles/新闻/")
    assert '<h1 lang="zh-Hans">' in html and '<div class="prose" lang="zh-Hans">' in html
    assert '<html lang="en">' in html
    english = html_of(client)
    assert '<h1 lang="en">' in english


def test_share_metadata(client, desk):
    html = html_of(client)
    assert '<link rel="canonical" href="http://testserver/articles/ministers-meet-in-oskemen/">' in html
    assert 'property="og:type" content="article"' in html and "og:image" not in html


def test_no_key_no_cookie_no_session(client, desk, settings):
    response = client.get(ADDRESS)
    assert not response.cookies and settings.SESSION_COOKIE_NAME not in client.cookies
    assert not re.search(r'(id|href|data-[\w-]+)="[^"]*[/=-]\d+/?"', response.content.decode().replace("2023", ""))


def test_as_many_queries_for_three_meetings_as_for_one(client, desk, django_assert_num_queries):
    with django_assert_num_queries(8):
        client.get(ADDRESS)
    for n in range(3):
        talks_of(desk, desk.first, HOSTED, f"More talks {n}", desk.ada, desk.boris, desk.clara)
        publish_at(desk, f"One more {n}", timezone.now(), tags=[desk.tag], contributors=[desk.contributor])
        publishing.correct(desk.first, text=f"Wrong {n}", by=desk.editor)
    with django_assert_num_queries(8):
        client.get(ADDRESS)


def test_an_organisation_released_later_is_linked_in_the_text(client, desk):
    linking.confirm(desk.first, desk.ministry, words="ministry of rivers", by=desk.editor)
    assert '<a href="/organisations/ministry-of-rivers/">ministry of rivers</a>' in html_of(client)
    releasing.close(desk.ministry, by=desk.editor, why="asked to")
    assert "/organisations/ministry-of-rivers/" not in html_of(client)


def test_the_picture_on_top_with_its_caption_and_where_it_is_passed_on(client, desk):
    now = timezone.now()
    words = {"alt": "A river", "caption": "The river.", "credit": "Mira Sanat", "licence": "CC BY 4.0"}
    words["source"] = "Mira Sanat"
    image = Image.objects.create(hash="a" * 32, width=1600, height=900, created_at=now, **words)
    made = publish_at(desk, "A picture", now, lead_image=image, lead_caption="Ada Orlan at the river.")
    linking.confirm(made, desk.ada, words="Ada Orlan", by=desk.editor)
    html = html_of(client, "/articles/a-picture/")
    assert '<figcaption lang="en"><a href="/people/ada-orlan/">Ada Orlan</a> at the river.' in html
    assert "Mira Sanat" in html and 'alt="A river"' in html and 'fetchpriority="high"' in html
    assert re.search(r'og:image" content="http://testserver/pictures/a{32}-1600.jpg"', html)
