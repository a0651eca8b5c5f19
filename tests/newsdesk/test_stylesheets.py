"""Stylesheets joined with what they import."""

import pytest

from newsdesk.stylesheets import BadImport, has_imports, join


def joined(files: dict[str, str], name: str = "css/site.css") -> str:
    return join(name, files.__getitem__)


def test_an_import_stands_in_its_layer():
    files = {"css/site.css": '@layer a, b;\n@import url("x.css") layer(b);\np {}', "css/x.css": "b {}"}
    assert joined(files) == "@layer a, b;\n@layer b {\nb {}\n}\n\np {}"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("@import 'x.css';", "b {}"),
        ("@import url(x.css);", "b {}"),
        ('@import "x.css" layer;', "@layer {\nb {}\n}\n"),
        ('@import "x.css" layer(a.b) print;', "@media print {\n@layer a.b {\nb {}\n}\n}\n"),
        ('@import "x.css" supports(gap: 1px);', "@supports (gap: 1px) {\nb {}}\n"),
        ('@import "x.css" supports((gap: 1px) or (top: 0));', "@supports ((gap: 1px) or (top: 0)) {\nb {}}\n"),
        ('@import "x.css" screen and (min-width: 10px);', "@media screen and (min-width: 10px) {\nb {}}\n"),
    ],
)
def test_every_form_of_the_rule(rule, expected):
    assert joined({"css/site.css": rule, "css/x.css": "b {}"}) == expected


def test_imports_of_imports_and_their_addresses():
    files = {
        "css/site.css": '@import "parts/a.css" layer(a);',
        "css/parts/a.css": '@import "../b.css";\n.a { background: url(a.png) }',
        "css/b.css": ".b { background: url('../img/b.svg#mark') }",
    }
    assert joined(files) == (
        '@layer a {\n.b { background: url("../img/b.svg#mark") }\n.a { background: url("parts/a.png") }\n}\n'
    )


@pytest.mark.parametrize("address", ["data:image/png;base64,AA", "https://example.org/x.png", "/x.png", "#clip"])
def test_addresses_that_lead_elsewhere_stay(address):
    text = f"a {{ background: url({address}) }}"
    assert joined({"css/site.css": '@import "p/a.css";', "css/p/a.css": text}) == text


def test_an_import_from_elsewhere_stays_where_it_is():
    text = "@import url(https://example.org/x.css);"
    assert joined({"css/site.css": text}) == text
    assert not has_imports(text)


def test_an_import_in_a_comment_is_none():
    text = '/* @import "x.css"; */ a { content: "/* kept */" } /*! kept, too */'
    assert not has_imports(text)
    assert joined({"css/site.css": text}) == ' a { content: "/* kept */" } /*! kept, too */'


def test_a_character_set_is_told_once_and_by_nobody():
    assert joined({"css/site.css": '@charset "utf-8";@import "x.css";', "css/x.css": '@charset "utf-8";a {}'}) == "a {}"


def test_a_stylesheet_at_the_top():
    assert joined({"a.css": '@import "p/b.css";', "p/b.css": "b { src: url(c.woff2) }"}, "a.css") == (
        'b { src: url("p/c.woff2") }'
    )


def test_a_file_that_is_not_there_is_named_with_who_wants_it():
    with pytest.raises(BadImport, match=r"css/site.css imports css/x.css, which is not there"):
        joined({"css/site.css": '@import "x.css";'})
    with pytest.raises(BadImport, match=r"Nothing imports css/site.css, which is not there"):
        joined({})


def test_a_circle_is_refused():
    with pytest.raises(BadImport, match=r"css/site.css imports itself, by way of css/site.css → css/x.css"):
        joined({"css/site.css": '@import "x.css";', "css/x.css": '@import "site.css";'})
