"""Where a sentence stands, how texts part, where words stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.folding import fold
from articles.sentences import Block, Sentence, blocks, occurrences, sentences, split, stands

CAME = "Ada Orlan attended."


@pytest.mark.parametrize(
    "body",
    [
        "<p>Ada Orlan attended.</p>",
        "<h2>Ada Orlan attended.</h2><p>So it is said.</p>",
        "<ul><li>Ada Orlan attended.</li><li>Boris did not.</li></ul>",
        "<table><tbody><tr><td>Ada Orlan attended.</td></tr></tbody></table>",
        "<p>They met. Ada Orlan attended. Then they left.</p>",
        "<p>Who came? Ada Orlan attended.</p>",
        "<p>Nobody spoke… Ada Orlan attended.</p>",
        "<p>“They met.” Ada Orlan attended.</p>",
        "<p>(They met.) Ada Orlan attended.</p>",
        "<p>他来了。Ada Orlan attended.</p>",
        "<p>They met.<br>Ada Orlan attended.</p>",
        "<p>Ada  <strong>Or</strong>lan\n attended.</p>",
        "<p>Ada Orlan&nbsp;attended.</p>",
        "<p>It denied that Ada Orlan attended. Ada Orlan attended.</p>",
        "<p>It says: “They met. Ada Orlan attended.”</p>",
        "Ada Orlan attended.",
    ],
)
def test_a_whole_sentence_stands(body):
    assert stands(CAME, body)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p></p>",
        "<p>The ministry denied that Ada Orlan attended.</p>",
        "<p>The ministry denied that Mr. Ada Orlan attended.</p>",
        "<p>The ministry denied that J. Ada Orlan attended.</p>",
        "<p>В записке им. Ada Orlan attended.</p>",
        "<p>Yesterday: Ada Orlan attended.</p>",
        "<p>“Ada Orlan attended.” So said nobody.</p>",
        "<p>Ada Orlan attended.“ is what nobody said</p>",
        "<p>Ada Orlan attended... or not.</p>",
        "<p>Ada Orlan attended.com is an address.</p>",
        "<p>Ada Orlan attended. is what it denied.</p>",
        "<p>They met.Ada Orlan attended.</p>",
        "<p>BAda Orlan attended.</p>",
        "<p>Ada Orlan</p><p>attended.</p>",
        "<p>ada orlan attended.</p>",
        "<script>Ada Orlan attended.</script>",
    ],
)
def test_a_part_of_a_sentence_does_not_stand(body):
    assert not stands(CAME, body)


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("Ada Orlan attended", "Ada Orlan attended", True),
        ("Ada Orlan attended.", "Ada Orlan attended", False),
        ("Ada Orlan attended", "Ada Orlan attended.", True),
        ("Ada Orlan attended", "Ada Orlan attended.”", True),
        ("Ada Orlan attended", "Ada Orlan attended?", False),
        ("Ada Orlan attended", "Ada Orlan attended the talks.", False),
        ("Ada Orlan attended?", "Ada Orlan attended? Nobody knows.", True),
        ("They met at 5.", "They met at 5.30 in the hall.", False),
        ("5 people came.", "There were 3.5 people came.", False),
        ("He met Mr.", "He met Mr. Orlan.", False),
        ("Ada said “no.", "Ada said “no.” Boris left.", True),
        ("王毅出席。", "外交部否认王毅出席。", False),
        ("王毅出席。", "他们会晤。王毅出席。会后离开。", True),
        ("王毅出席", "王毅出席。", True),
        ("“王毅出席。”", "“王毅出席。”外交部否认。", False),
        ("“王毅出席。”", "会后。「是。」“王毅出席。”外交部否认。", False),
        ("外交部说：“王毅出席。”", "外交部说：“王毅出席。”会后离开。", True),
        ("王毅出席（后来）。）", "王毅出席（后来）。）会后离开。", True),
        ("王毅出席。”", "王毅出席。”会后离开。", True),
        ("Он приехал.", "Прибыл А. Лукашевич. Он приехал.", True),
        ("Лукашевич приехал.", "Прибыл А. Лукашевич приехал.", False),
        ("", "Anything.", False),
        ("  ", "Anything.", False),
        ("“Yes!”", "“Yes!” — said nobody.", False),
        ("Café talks.", "Café talks. More.", True),
    ],
)
def test_borders_of_a_sentence(sentence, text, expected):
    assert stands(sentence, [Block(text, "p")]) is expected


def test_blocks_are_the_leaves_with_their_tags():
    body = """<h2>Head</h2><p>One <em>two</em><br>three</p><ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>
    <blockquote><p>q</p></blockquote><blockquote>bare</blockquote><figure data-image="1"><figcaption>cap</figcaption>
    </figure><table><tr><th>h</th><td>d</td></tr></table>loose<div>deep<section>er</section></div><h1>big</h1>"""
    assert [(block.text, block.tag) for block in blocks(body)] == [
        ("Head", "h2"),
        ("One two three", "p"),
        ("a", "li"),
        ("b", "li"),
        ("c", "p"),
        ("q", "p"),
        ("bare", "blockquote"),
        ("cap", "figcaption"),
        ("h", "th"),
        ("d", "td"),
        ("loose", "p"),
        ("deep", "p"),
        ("er", "p"),
        ("big", "p"),
    ]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("", []),
        (" \n ", []),
        ("<!-- x -->", []),
        ("<p>a<!-- x -->b</p>", ["ab"]),
        ("<p>a<?x y?>b</p>", ["ab"]),
        ("<p>a\x00\x0bb\ud800</p>", ["ab"]),
        ("<p>unclosed <b>bold", ["unclosed bold"]),
        ("</p></div>stray", ["stray"]),
        ("<p>Cafe<b>\u0301</b></p>", ["Caf\u00e9"]),
        ("<p>a<svg><text>no</text></svg>b</p>", ["ab"]),
        ("<p> \u3000a \u00a0 b </p>", ["a b"]),
        ("<html><body><p>x", ["x"]),
        ("<figure><figcaption>y</figcaption></figure>", ["y"]),
    ],
)
def test_odd_input_gives_what_text_there_is(body, texts):
    assert [block.text for block in blocks(body)] == texts


def test_deep_nesting_and_heaps_of_signs_are_read():
    assert isinstance(blocks("<div>" * 5_000 + "x" + "<b>" * 5_000), list)
    heap = blocks("<p>e" + "\u0301" * 3_000 + " end</p>")[0].text
    assert heap.startswith("\u00e9\u0301") and heap.endswith(" end")


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "", []),
        ("en", " They met.  They left. ", ["They met.", "They left."]),
        ("en", "Mr. Orlan met Dr. Temir. They left.", ["Mr. Orlan met Dr. Temir.", "They left."]),
        ("en", "“Yes!” he said. She left.", ["“Yes!” he said.", "She left."]),
        ("ru", "Прибыл А. Лукашевич. Он сказал: «Да». Всё.", ["Прибыл А. Лукашевич.", "Он сказал: «Да».", "Всё."]),
        ("kk", "Дипломаттар кездесті. Олар кетті.", ["Дипломаттар кездесті.", "Олар кетті."]),
        ("zh-hans", "秦刚会见了外长。他说：“好。”然后离开！", ["秦刚会见了外长。", "他说：“好。”", "然后离开！"]),
        ("xx", "A line without an end", ["A line without an end"]),
    ],
)
def test_texts_part_into_sentences(language, text, parts):
    assert split(text, language) == parts


def test_a_long_text_parts_as_its_paragraphs_would():
    text = "Ada met Boris. He said so! “Was it?” she asked. "
    assert split(text * 500, "en") == split(text, "en") * 500


@pytest.mark.parametrize("run", [". ", "。”", "“"])
def test_a_text_made_to_hold_the_desk_up_is_parted_in_time(run):
    """Where the time grew with the square of the length, these signs took more than a minute; a body's, days."""
    text = run * (100_000 // len(run))
    assert "".join(split(text, "en")).replace(" ", "") == text.replace(" ", "")


def test_sentences_know_their_block():
    found = sentences("<h2>Talks</h2><p>They met. They left.</p>", "en")
    assert found == [Sentence("Talks", 0), Sentence("They met.", 1), Sentence("They left.", 1)]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Qin", "Qin met Qinghai’s Qin.", ["Qin", "Qin"]),
        ("Qin", "Qin’s and Qin's guests", ["Qin", "Qin"]),
        ("Xi", "Xi went to Xi’an and Xi'an.", ["Xi"]),
        ("Xi'an", "in Xi’an", ["Xi’an"]),
        ("Oʻzbekiston", "O'zbekiston va O‘zbekiston", ["O'zbekiston", "O‘zbekiston"]),
        ("O", "Oʻzbekiston", []),
        ("王毅", "外长王毅会见", ["王毅"]),
        ("Wang", "外长Wang会见", ["Wang"]),
        ("王毅会见", "王毅会见", ["王毅会见"]),
        ("Ada Orlan", "Ada\n  Orlan, Ada Orlans", ["Ada\n  Orlan"]),
        ("Cafe\u0301", "the Caf\u00e9 and the Cafe\u0301", ["Caf\u00e9", "Cafe\u0301"]),
        ("Café", "Cafe", []),
        ("ada", "Ada", []),
        ("G7", "G7 and G77", ["G7"]),
        ("Rama", "Rama\u0331 Rama", ["Rama"]),
        ("aa", "aa aaa aa", ["aa", "aa"]),
        ("(MFA)", "The ministry(MFA).", ["(MFA)"]),
        ("", "Anything", []),
        (" ", "Anything", []),
        ("Words", "", []),
    ],
)
def test_words_stand_whole(words, text, found):
    assert [text[start:end] for start, end in occurrences(words, text)] == found


TEXTS = st.text(st.sampled_from("abcAB .!?…”“’3王。\u0301é\u00a0\n"), max_size=40)
INLINE = st.sampled_from(["strong", "em", "b", "i", "span"])


@settings(deadline=None)
@given(text=TEXTS, sentence=TEXTS, cut=st.tuples(st.integers(0, 40), st.integers(0, 40)), tag=INLINE)
def test_inline_markup_changes_nothing(text, sentence, cut, tag):
    begin, end = sorted(cut)
    marked = f"<p>{text[:begin]}<{tag}>{text[begin:end]}</{tag}>{text[end:]}</p>"
    assert blocks(marked) == blocks(f"<p>{text}</p>")
    assert stands(sentence, marked) == stands(sentence, f"<p>{text}</p>")


@settings(deadline=None)
@given(text=st.one_of(TEXTS, st.text(max_size=60)), language=st.sampled_from(["en", "ru", "kk", "zh-hans", "xx"]))
def test_each_sentence_stands_and_none_is_lost(text, language):
    whole = fold(text).text
    parts = split(text, language)
    assert all(stands(part, [Block(whole, "p")]) for part in parts)
    assert "".join(parts).replace(" ", "") == whole.replace(" ", "")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_input_fails(text):
    assert all(block.text and block.text == fold(block.text).text for block in blocks(text))


@settings(deadline=None)
@given(words=TEXTS, text=TEXTS)
def test_occurrences_part_the_text_in_order(words, text):
    found = occurrences(words, text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(found))
