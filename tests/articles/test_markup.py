"""The public HTML of a body: names, marks, beats, and nothing that the body brought in."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from articles.markup import BLOCKS_IN_A_BEAT, Labels, Link, Marked, linked, render
from articles.sentences import blocks

ADA = Link("Ada Orlan", "/people/ada-orlan/")
NUMBER = '<a class="said-no" href="#n-{0}" aria-label="Note {1} of the record">{1}</a>'


def one(body, links=(), marked=(), **options):
    """The HTML of a body, beats joined."""
    return "".join(beat.first + beat.rest for beat in render(body, links, marked, **options))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ""),
        ("<p></p><p> </p><h2><br></h2>", ""),
        ("<p>a &lt;b&gt; &amp; “c”</p>", "<p>a &lt;b&gt; &amp; “c”</p>"),
        ("<p>a<br>b <strong>c<em>d</em></strong></p>", "<p>a<br>b <strong>c<em>d</em></strong></p>"),
        ("<h2>a</h2><h3>b</h3><h4>c</h4>", "<h2>a</h2><h3>b</h3><h4>c</h4>"),
        ("<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>",) * 2,
        ('<ol start="3"><li>a</li></ol>',) * 2,
        ('<ol start="3x"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ("<blockquote><p>a</p></blockquote><blockquote>b</blockquote>",) * 2,
        ("loose <b>text</b>", "<p>loose <b>text</b></p>"),
        ("<b><p>a</p><p>b</p></b>", "<p>a</p><p>b</p>"),
        ("<div><h1>a</h1>b</div>", "<p>a</p><p>b</p>"),
        ('<p class="x" style="color:red" onclick="x()">a<span lang="kk">b</span></p>', "<p>ab</p>"),
        ("<p>a<script>alert(1)</script><style>p{}</style>b</p>", "<p>ab</p>"),
        ('<p><img src="x" onerror="x()">a</p>', "<p>a</p>"),
        ("<figure><figcaption>a</figcaption></figure>", "<p>a</p>"),
        ('<p><a href="https://a.example/?b=1&amp;c=%22">x</a></p>',)
        + ('<p><a href="https://a.example/?b=1&amp;c=%22" rel="noopener">x</a></p>',),
        ('<p><a href="mailto:desk@a.example" target="_blank">x</a></p>',)
        + ('<p><a href="mailto:desk@a.example" rel="noopener">x</a></p>',),
        ('<p><a href="">x</a> <a>y</a> <a href="//a.example">z</a></p>', "<p>x y z</p>"),
        ('<p><a href=" java\nscript:alert(1)">x</a></p>', "<p>x</p>"),
        ('<p><a href="http://a/\njavascript:alert(1)">x</a></p>', "<p>x</p>"),
        ("<p><a href='https://a/\"onmouseover=x'>x</a></p>",)
        + ('<p><a href="https://a/&quot;onmouseover=x" rel="noopener">x</a></p>',),
    ],
)
def test_the_body_is_written_anew(body, expected):
    assert one(body) == expected


def test_tables_scroll_on_small_screens():
    body = '<table><tbody><tr><th colspan="2"><p>a</p></th><td rowspan="x"></td></tr></tbody></table>'
    assert one(body, labels=Labels(table='Wide "table"')) == (
        '<div class="scroll" tabindex="0" role="region" aria-label="Wide &quot;table&quot;"><table><tbody><tr>'
        '<th colspan="2"><p>a</p></th><td></td></tr></tbody></table></div>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Ada Orlan met Ada Orlan.</p>", "<p>[Ada Orlan] met Ada Orlan.</p>"),
        ("<p>Ada Orlan</p><p>Ada Orlan</p>", "<p>[Ada Orlan]</p><p>[Ada Orlan]</p>"),
        ("<h2>On Ada Orlan</h2>", "<h2>On [Ada Orlan]</h2>"),
        ("<p>Ada <em>Orlan</em></p>", "<p>[Ada <em>Orlan</em>]</p>"),
        ("<p><em>Dr Ada</em> Orlan</p>", "<p><em>Dr </em>[<em>Ada</em> Orlan]</p>"),
        ("<p>Ada Orlans, Ada\u00a0Orlan</p>", "<p>Ada Orlans, [Ada\u00a0Orlan]</p>"),
        ('<p><a href="https://a.b/">Ada Orlan</a>, Ada Orlan</p>',)
        + ('<p><a href="https://a.b/" rel="noopener">Ada Orlan</a>, [Ada Orlan]</p>',),
        ('<p><a href="https://a.b/">Ada</a> Orlan</p>', '<p><a href="https://a.b/" rel="noopener">Ada</a> Orlan</p>'),
        ("<p>Nobody</p>", "<p>Nobody</p>"),
    ],
)
def test_names_become_links_once_in_each_block(body, expected):
    expected = expected.replace("[", '<a href="/people/ada-orlan/">').replace("]", "</a>")
    assert one(body, [ADA]) == expected


def test_the_longest_words_win_and_none_stand_in_another():
    links = [Link("Orlan", "/o/"), ADA, Link("Ada", "/a/"), Link("Orlan's", "/people/ada-orlan/")]
    assert one("<p>Ada Orlan, Orlan, Ada; Orlan’s</p>", links) == (
        '<p><a href="/people/ada-orlan/">Ada Orlan</a>, <a href="/o/">Orlan</a>, <a href="/a/">Ada</a>; Orlan’s</p>'
    )


def test_an_address_is_escaped():
    assert linked("Ada <Orlan>", [Link("Ada", '/"><script>')]) == (
        '<a href="/&quot;&gt;&lt;script&gt;">Ada</a> &lt;Orlan&gt;'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>They met. They left.</p>", "<p>They met. [They left.]{1}</p>"),
        ("<p>They <em>left.</em> So.</p>", "<p>[They <em>left.</em>]{1} So.</p>"),
        ("<p><em>So. They</em> left.</p>", "<p><em>So. </em>[<em>They</em> left.]{1}</p>"),
        ("<p>They<br>left.</p>", "<p>[They<br>left.]{1}</p>"),
        ("<ul><li>They left.</li></ul>", "<ul><li>[They left.]{1}</li></ul>"),
        ("<p>They left. They left.</p><p>They left.</p>", "<p>[They left.]{1} They left.</p><p>They left.</p>"),
        ("<p>It denied that They left.</p>", "<p>It denied that They left.</p>"),
    ],
)
def test_a_sentence_of_the_record_is_marked_once(body, expected):
    expected = expected.replace("[", '<span class="said" id="s-1">').replace("]", "</span>")
    assert one(body, marked=[Marked("They left.", "s-1")]) == expected.replace("{1}", NUMBER.format("s-1", 1))


def test_numbers_count_in_order_of_appearance():
    marked = [Marked("They left.", "s-a"), Marked("They met.", "s-b"), Marked("Nobody said so.", "s-c")]
    first, second = render("<p>They met. So.</p><ul><li>They left.</li></ul>", (), marked)
    assert (first.marks, second.marks) == (("s-b",), ("s-a",))
    assert NUMBER.format("s-b", 1) in first.first and NUMBER.format("s-a", 2) in second.first


def test_names_are_linked_in_marks_and_a_links_end_never_cuts_a_mark():
    marked = [Marked("Ada Orlan came.", "s-1")]
    links = [ADA, Link("came. She", "/x/"), Link("left", "/y/")]
    assert one("<p>Ada Orlan came. She left.</p>", links, marked) == (
        '<p><span class="said" id="s-1"><a href="/people/ada-orlan/">Ada Orlan</a> came.</span>'
        + NUMBER.format("s-1", 1)
        + ' She <a href="/y/">left</a>.</p>'
    )


def test_a_number_never_stands_in_a_link_of_the_body():
    body = '<p><a href="https://a.b/">They met. They left.</a></p>'
    a, end = '<a href="https://a.b/" rel="noopener">', "</a>"
    assert one(body, marked=[Marked("They met.", "s-1")]) == (
        f'<p><span class="said" id="s-1">{a}They met.{end}</span>{NUMBER.format("s-1", 1)}{a} They left.{end}</p>'
    )


def test_marks_that_overlap_keep_one_place_each():
    shown = one("<p>Axx. Bxx. Cxx.</p>", (), [Marked("Axx. Bxx.", "s-1"), Marked("Bxx. Cxx.", "s-2")])
    assert shown.count('id="s-1"') == shown.count('id="s-2"') == 1
    assert re.sub("<[^>]+>", "", shown) == "Axx. Bxx.1 Cxx.2"
    within = one("<p>Aaa bb. Ccc dd.</p>", (), [Marked("Aaa bb. Ccc dd.", "s-1"), Marked("Aaa bb.", "s-2")])
    assert within == (
        '<p><span class="said" id="s-1"><span class="said" id="s-2">Aaa bb.</span>'
        + NUMBER.format("s-2", 2)
        + " Ccc dd.</span>"
        + NUMBER.format("s-1", 1)
        + "</p>"
    )


def test_a_mark_is_escaped():
    assert '"><script>' not in one("<p>They left.</p>", marked=[Marked("They left.", '"><script>')])


def test_beats_begin_with_a_noted_block_and_hold_eleven():
    body = "<p>Before.</p>" + "<p>They met.</p>" + "<p>x</p>" * 12 + "<p>They left.</p><p>y</p>"
    beats = render(body, (), [Marked("They met.", "s-1"), Marked("They left.", "s-2")])
    assert [beat.marks for beat in beats] == [(), ("s-1",), (), ("s-2",)]
    assert [1 + beat.rest.count("<p>") for beat in beats] == [1, BLOCKS_IN_A_BEAT, 2, 2]
    assert beats[0].first == "<p>Before.</p>" and beats[3].rest == "<p>y</p>"


def test_pictures_are_drawn_by_who_knows_them_with_links_and_marks_in_their_captions():
    seen = []

    def picture(image, caption):
        seen.append((image, caption))
        return f"<figure>{caption}</figure>" if image == "known" else ""

    body = (
        '<figure data-image="known"><img src="x"><figcaption>Ada Orlan came.</figcaption></figure>'
        '<figure data-image="gone"><figcaption>a<p>b</p></figcaption></figure><figure data-image="none"></figure>'
    )
    beats = render(body, [ADA], [Marked("Ada Orlan came.", "s-1")], picture=picture)
    assert [image for image, _caption in seen] == ["known", "gone", "none"]
    assert seen[0][1].startswith('<span class="said" id="s-1"><a href="/people/ada-orlan/">Ada Orlan</a> came.</span>')
    assert seen[2][1] == ""
    assert beats[0].marks == ("s-1",) and beats[0].rest == "<p>a b</p>"


def test_plain_texts_are_linked_and_marked_without_numbers():
    assert linked("") == ""
    assert linked("Ada Orlan came. So.", [ADA], [Marked("Ada Orlan came.", "s-1")]) == (
        '<span class="said" id="s-1"><a href="/people/ada-orlan/">Ada Orlan</a> came.</span> So.'
    )


WORDS = st.text(st.sampled_from("Ada Orlan.!王。’&<>\"'é\u0301\u00a0\n"), max_size=12)
ESCAPED = WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
INLINE = st.recursive(
    st.one_of(ESCAPED, st.sampled_from(["Ada Orlan", "Orlan came. ", "Ada Orlan came.", "<br>"])),
    lambda inner: st.one_of(
        st.builds("{1}<{0}>{2}</{0}>".format, st.sampled_from(["strong", "em"]), inner, inner),
        st.builds('<a href="https://a.b/">{0}</a>{1}'.format, ESCAPED, inner),
    ),
    max_leaves=6,
)
BODIES = st.lists(
    st.one_of(
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h2", "h3", "h4"]), INLINE),
        st.builds("<{0}><li>{1}</li><li><p>{2}</p></li></{0}>".format, st.sampled_from(["ul", "ol"]), INLINE, INLINE),
        st.builds("<blockquote><p>{0}</p></blockquote>".format, INLINE),
        st.builds("<table><tbody><tr><th>{0}</th><td><p>{1}</p></td></tr></tbody></table>".format, INLINE, INLINE),
        st.builds('<figure data-image="x"><figcaption>{0}</figcaption></figure>'.format, INLINE),
    ),
    max_size=5,
).map("".join)
LINKS = [ADA, Link("Orlan", "/o/"), Link("王", "/w/"), Link("came. Ada", "/c/"), Link("<", "/lt/")]
MARKED = [Marked("Ada Orlan came.", "s-1"), Marked("Orlan came.", "s-2"), Marked("Ada Orlan came. Orlan came.", "s-3")]


@settings(deadline=None)
@given(BODIES)
@example("<p>Ada <em>Orlan came. Orlan</em> came.</p>")
def test_the_text_never_changes(body):
    beats = render(body, LINKS, MARKED)
    shown = "".join(beat.first + beat.rest for beat in beats)
    numbers = re.findall(r'<a class="said-no"[^>]*>(\d+)</a>', shown)
    plain = re.sub(r'<a class="said-no"[^>]*>\d+</a>', "", shown)
    assert [block.text for block in blocks(plain)] == [block.text for block in blocks(body)]
    assert sorted(map(int, numbers)) == list(range(1, len(numbers) + 1))
    assert [mark for beat in beats for mark in beat.marks] == re.findall(r'id="(s-\d)"', shown)
    assert not html.fragment_fromstring(shown, create_parent=True).xpath("//a//a")


TAGS = ["b", "table", "td", "figcaption", "noscript", "textarea", "title", "template", "style", "script", "svg"]
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(["<script>", "</script>", "<svg onload=x()>", "<img onerror=x()>", "</p>", "<p style=x>"]),
        st.sampled_from(["<a href=javascript:x()>", '<a href="https://a/" onclick="x()">', "<iframe src=//x>", "<!--"]),
        st.sampled_from(["-->", "&lt;", "<math><mtext>", '"', "'", "<", ">", "]]>", "<![CDATA[", "<?x", "\x00", "Ada"]),
        st.sampled_from(['<figure data-image="<script>">', "<td colspan='9 onclick=x()'>", "<ol start=x()>"]),
        st.builds("<{}{}>".format, st.sampled_from(["", "/"]), st.sampled_from(TAGS)),
        st.text(max_size=8),
    ),
    max_size=15,
).map("".join)
BARE = [
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tbody",
    "tr",
    "td",
    "strong",
    "em",
    "b",
    "i",
    "br",
]
ALLOWED = dict.fromkeys(BARE, set()) | {
    "a": {"href", "rel", "class", "aria-label"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "span": {"class", "id"},
}


@settings(deadline=None, max_examples=200)
@given(HOSTILE)
@example('<a href="https://a/&quot; onclick=&quot;x()">a</a>')
@example("<table><td><title></td></title><script>x")
def test_nothing_hostile_comes_out(body):
    tree = html.fragment_fromstring(one(body, LINKS, MARKED), create_parent="section")
    for element in tree.iterdescendants():
        assert set(element.attrib) <= ALLOWED[element.tag]
        assert element.get("href", "/").startswith(("/", "#n-", "http://", "https://", "mailto:"))


def test_a_long_text_is_linked_to_its_end():
    body = "<p>" + "Boris Orlan came. " * 3_000 + "Ada Orlan came.</p>" + "<p>Ada Orlan came.</p>" * 500
    shown = one(body, [ADA, Link("Orlan", "/o/")], MARKED)
    assert shown.count(ADA.url) == 501 and shown.count("/o/") == 1
    assert shown.count('class="said-no"') == 1
