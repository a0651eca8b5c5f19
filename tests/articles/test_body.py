"""What the body of an article may hold, cleaned on the server."""

import pytest

from articles.models import Revision

HASH = "0123456789abcdef0123456789abcdef"


def cleaned(html):
    return Revision._meta.get_field("body").clean(html, None)


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <strong>two</strong> <em>three</em><br>four</p>",
        "<h2>A</h2><h3>B</h3><h4>C</h4>",
        "<ul><li><p>A</p></li></ul><ol><li><p>B</p></li></ol><blockquote><p>C</p></blockquote>",
        '<table><tbody><tr><th colspan="2"><p>A</p></th></tr><tr><td><p>B</p></td></tr></tbody></table>',
        '<p><a href="https://example.org/">A</a> <a href="mailto:a@example.org">B</a></p>',
        f'<figure data-image="{HASH}"><figcaption>Said <em>here</em></figcaption></figure>',
        "<p>a&nbsp;b &lt;c&gt; &amp; d</p>\n<p>e</p>",
        "",
    ],
)
def test_what_the_editor_makes_stays_as_it_is(html):
    assert cleaned(html) == html


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<h1>A</h1><h5>B</h5>", "<p>AB</p>"),
        ("bare <em>a</em><p>B</p>tail &amp; more<br>", "<p>bare <em>a</em></p><p>B</p><p>tail &amp; more<br></p>"),
        ('<p style="color:red" onclick="x()" class="y">A</p>', "<p>A</p>"),
        ('<a href="javascript:x()">A</a>', "<p><a>A</a></p>"),
        ('<p><img src="x" onerror="x()">A</p>', "<p>A</p>"),
        ("<script>x()</script><style>x</style>  ", ""),
        ("<p></p>", ""),
        (
            '<figure class="x" data-image="1" onload="x()"><img src="//bad"></figure>',
            '<figure data-image="1"></figure>',
        ),
        ("<div><p>A</p></div><svg><p>B</p></svg>", "<p>A</p><p>B</p>"),
    ],
)
def test_nothing_else_stays_and_no_text_stands_bare(html, kept):
    assert cleaned(html) == kept
