"""Markdown: what comes out, and what leads elsewhere."""

import gc
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide import markdown
from studyguide.markdown import HIDDEN, Cite, Reference
from studyguide.publication import allowed_markup
from studyguide.support import xhtml


class Shown:
    """Links that show what they are asked."""

    def link_open(self, target, *, empty):
        return f"<a>{target if empty else ''}"

    def link_close(self, target):
        return "</a>"

    def cite(self, cites):
        return "|".join(f"{cite.key}@{cite.locator}" for cite in cites)

    def image(self, target, alt, credit):
        return f'<img title="{alt}"/>'


def inline(text):
    return markdown.inline(text, Shown())


def block(text, headings=None):
    return markdown.block(text, Shown(), headings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* **c**", "a <em>b</em> <strong>c</strong>"),
        ("<script>alert(1)</script> & co", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"),
        ("[](#x) and [word](#y)", "<a>#x</a> and <a>word</a>"),
        ("so [@key, p. 3; @other]", "so key@p. 3|other@None"),
        ("see ch. 9 & no. 2, p. x", "see ch.\u00a09 &amp; no.\u00a02, p. x"),
        ("an address a@b and [@ not a key]", "an address a@b and [@ not a key]"),
        (
            "a [mise-en-scène]{lang=fr}, *[wabi-sabi]{lang=ja-Latn}*",
            'a <span lang="fr">mise-en-scène</span>, <em><span lang="ja-Latn">wabi-sabi</span></em>',
        ),
        ("the [*mise-en-scène*](#x){lang=fr} of", 'the <a><span lang="fr"><em>mise-en-scène</em></span></a> of'),
        ("[a]{lang=} [b]{lang=x-y} c{lang=fr} (d){lang=fr}", "[a]{lang=} [b]{lang=x-y} c{lang=fr} (d){lang=fr}"),
        ("one^[a *note*] two", 'one<span class="note">a <em>note</em></span> two'),
    ],
)
def test_inline(text, expected):
    assert inline(text) == expected


@pytest.mark.parametrize(
    ("name", "attribute"),
    [("", ""), ("js", ' class="language-js"'), ("c++", ""), ("</b>", ""), ('x" y="z', ""), ("&#60;b&#62;", "")],
)
def test_what_is_behind_a_fence_is_a_class_or_nothing(name, attribute):
    body = block(f"```{name}\na < b\n```")
    assert body == f"<pre><code{attribute}>a &lt; b\n</code></pre>"
    assert list(allowed_markup.faults(f"<section>{body}</section>")) == []


def test_footnotes_are_at_their_marks():
    html = block("Before[^1] after.\n\n[^1]: First.\n\n    Second.")
    assert html == '<p>Before<span class="note">First. Second.</span> after.</p>'


def test_a_note_inside_a_note_is_left_out():
    assert block("A[^1].\n\n[^1]: B^[C].").count('class="note"') == 1


def test_headings_begin_at_h2_never_skip_and_have_ids_of_their_own():
    html = block("# One\n\n#### Two\n\n# One", "chapter")
    assert html.split("\n") == [
        '<h2 id="chapter--one">One</h2>',
        '<h3 id="chapter--two">Two</h3>',
        '<h2 id="chapter--one-2">One</h2>',
    ]


def test_headings_elsewhere_are_bold_lines():
    assert block("# One") == "<p><strong>One</strong></p>"


def test_plain_is_the_words_alone():
    assert markdown.plain("A *b* [c](#d)^[note] [@key].\n\nNext") == "A b c. Next"


def test_a_picture_with_its_caption_is_a_paragraph_of_its_own():
    html = block("![A](i)\nCaption.\n\n![B](i)\n\n![C](i) beside.\n\n- ![D](i)\n- d")
    assert [part for part in html.split("\n") if "<p" in part] == [
        '<p class="picture"><img title="A"/>',
        '<p class="picture"><img title="B"/></p>',
        '<p><img title="C"/> beside.</p>',
    ]


def test_tables_have_heads_captions_and_aligned_columns():
    html = block("| a | *b* | |\n|---|--:|:-:|\n| 1 | 2^[n] | `x\\|y` |\n\nTable: What *it* shows")
    assert html.split("\n") == [
        '<table class="data">',
        "<caption>What <em>it</em> shows</caption>",
        "<thead>",
        "<tr>",
        '<th scope="col">a</th>',
        '<th scope="col" class="right"><em>b</em></th>',
        '<td class="center"></td>',
        "</tr>",
        "</thead>",
        "<tbody>",
        "<tr>",
        '<td data-label="a">1</td>',
        '<td data-label="b" class="right">2<span class="note">n</span></td>',
        '<td class="center"><code>x|y</code></td>',
        "</tr>",
        "</tbody>",
        "</table>",
    ]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("Table: A\n\n|a|\n|---|\n|1|", ["A"]),
        ("|a|\n|---|\n|1|\n\n: A\n\n|a|\n|---|\n|1|\n\nTable: B", ["A", "B"]),
        ("> |a|\n> |---|\n> |1|\n>\n> Table: In a quotation\n\nTable: none", ["In a quotation"]),
        ("Words.\n\n|a|\n|---|\n|1|\n\nTable talk.", []),
    ],
)
def test_a_caption_is_the_paragraph_beside_its_table(text, captions):
    assert re.findall("<caption>(.*)</caption>", block(text)) == captions


def test_lines_of_verse_keep_their_ends_and_their_indents():
    assert block("| One *two*\n|   three,\n|\n| four\nprose") == (
        '<p class="verse"><span class="verse-line">One <em>two</em><br/></span>\n'
        '<span class="verse-line">\u00a0\u00a0three,</span></p>\n'
        '<p class="verse"><span class="verse-line">four</span></p>\n<p>prose</p>'
    )


def numbered(text):
    return re.findall('verse-line"(?: data-line="(.*?)")?>(.*?)<', block(text))


def test_every_fifth_line_of_numbered_verse_has_its_number_and_the_ends_of_stanzas_have_none():
    text = "Prose\n{verse from=9}\n| nine\n| ten\n|\n| eleven\n| twelve\n| thirteen\n| fourteen\n| fifteen\n\n| one"
    words = ["nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "one"]
    assert numbered(text) == [({"ten": "10", "fifteen": "15"}.get(word, ""), word) for word in words]
    assert block(text).count('<p class="verse numbered">') == 2
    assert block(text).count('<p class="verse">') == 1
    assert "{" not in block(text)
    assert markdown.plain(text) == f"Prose {' '.join(words)}"


def test_the_author_says_which_lines_have_numbers():
    assert numbered("{verse from=1 every=2}\n| a\n| b\n| c\n| d") == [("", "a"), ("2", "b"), ("", "c"), ("4", "d")]


@pytest.mark.parametrize("mark", ["{verse}", "{verse from=x}", "{verse from=1 every=0}", "{verse from=1} a"])
def test_another_mark_is_printed_as_it_is(mark):
    assert mark in block(f"{mark}\n| a")


def test_a_mark_without_verse_is_printed():
    assert block("{verse from=1}\n\nWords") == "<p>{verse from=1}</p>\n<p>Words</p>"
    assert block("{verse from=1}") == "<p>{verse from=1}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "a\n| b",
        "|no space",
        "| *a\n| b*",
        "- | a\n  | b",
        "> | a\n| b",
        "|\n|\n| a\n|",
        "- {verse from=1}\n  | a",
        "> {verse from=1}\n| a",
    ],
)
def test_whatever_begins_with_a_bar_is_well_formed(text):
    xhtml.parse(f"<div>{block(text)}</div>")


def test_the_words_of_tables_and_verse_stay_apart():
    assert markdown.plain("|a|b|\n|---|---|\n|1|2|\n\nTable: c\n\n| d\n| e") == "c a b 1 2 d e"


@pytest.fixture
def no_garbage_collection():
    """Time that is not spent on what other tests have left."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize(
    "made",
    [
        lambda size: "|a|\n|---|\n" + "|1|\n" * size,
        lambda size: "|a|\n|---|\n|1|\n\nTable: b\n\n" * (size // 4),
        lambda size: "| verse\n" * size,
        lambda size: "|" * (8 * size),
        lambda size: "|a" * size + "\n" + "|-" * size,
        lambda size: "[a]: b\n" * size,
        lambda size: "[^a]: b\n\n" * size,
        lambda size: "x^[y] " * size,
    ],
)
def test_long_texts_are_read_in_linear_time(made, no_garbage_collection):
    times = []
    for size in (2_500, 10_000):
        text = made(size)
        began = time.process_time()
        markdown.references(text, block=True)
        times.append(time.process_time() - began)
    assert times[1] < max(9 * times[0], 0.2), times  # four times as long; sixteen would be quadratic


def passages(text):
    return [(each.kind, each.line, each.words.replace(HIDDEN, "_")) for each in markdown.passages(text, block=True)]


def test_passages_have_the_words_of_a_text():
    text = (
        "## A *head*\n\nOne `code` [@key]\nand [mots]{lang=fr} [](#x) https://a.b/c.\n\n"
        "- Item^[A note^[inside].]\n- [Words](#x)[^n]\n\n[^n]: Another."
    )
    assert passages(text) == [
        ("heading", 0, "A head"),
        ("text", 2, "One _ _ and _ _ _"),
        ("text", 5, "Item_"),
        ("note", 5, "A note_."),
        ("note", 5, "inside"),
        ("text", 6, "Words_"),
        ("note", 8, "Another."),
    ]


def test_passages_know_italics_links_and_pictures():
    (passage,) = markdown.passages("*a b* [c *d*](#x) ![e](f.png) *[g]{lang=fr}*", block=False)
    assert passage.emphasised == ("a b", "d", HIDDEN)
    assert passage.links == (("c d", "#x"),)
    assert passage.images == ("f.png",)


def test_a_plain_text_needs_no_parser():
    assert markdown.passages("a  b", block=False) == markdown.passages("a  b", block=True)


def test_references_name_kind_target_and_line():
    text = "One [x](#a)\nand [@key] ![alt](images/p.png)\n\nThree[^n] and [^m].\n\n[^n]: [y](#b)"
    assert markdown.references(text, block=True) == (
        Reference("link", "#a", "", 0),
        Reference("cite", "key", "", 1),
        Reference("image", "images/p.png", "alt", 1),
        Reference("note", "m", "", 3),
        Reference("link", "#b", "", 5),
    )


@pytest.mark.parametrize(
    "text", ["[a](https://e.org/ü)", "<https://e.org/ü>", "^[<https://e.org/ü>]", "[a]\n\n[a]: https://e.org/ü"]
)
def test_addresses_of_links_are_encoded(text):
    assert [each.target for each in markdown.references(text, block=True) if each.kind == "link"] == [
        "https://e.org/%C3%BC"
    ]


@pytest.mark.parametrize(
    "name", ["images/ü.png", "images/100%.png", "images/my%20lamp.png", "images/what?.png", "images/a b.png"]
)
@pytest.mark.parametrize("frame", ["![A](<{}>)", "x^[![A](<{}>)]", "![A]\n\n[A]: <{}>", "- ![A](<{}>)"])
def test_names_of_images_are_as_they_are_written(name, frame):
    assert [r.target for r in markdown.references(frame.format(name), block=True) if r.kind == "image"] == [name]


def test_dangerous_targets_are_reported_not_hidden():
    (reference,) = markdown.references("[x](javascript:alert)", block=False)
    assert reference.target == "javascript:alert"


def test_cite_keeps_key_and_locator():
    found = []
    shown = Shown()
    shown.cite = lambda cites: found.extend(cites) or ""
    markdown.inline("[@a.b-c, ch. 2]", shown)
    assert found == [Cite("a.b-c", "ch. 2")]


printable = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1)


@given(printable)
def test_any_text_becomes_well_formed(text):
    for html in (inline(text), block(text), block(text, "x")):
        xhtml.parse(f"<div>{html}</div>")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ある日の\n暮方の。\nFilm", "ある日の暮方の。Film"),
        ("ある日[@key]\n暮方", "ある日暮方"),
        ("*ある日*\n**暮方**", "ある日暮方"),
        ("映画\nFilm", "映画 Film"),
        ("서울의\n밤", "서울의 밤"),
        ("ある日  \n暮方", "ある日 暮方"),
        ("# 題\n本文", "題 本文"),
        ("- 雨\n- 門", "雨 門"),
    ],
)
def test_the_end_of_a_line_is_no_space_in_chinese_and_japanese(text, words):
    assert markdown.plain(text) == words
    shown = re.sub(r"<[^>]*>|key@None", "", block(text).replace("><", "> <").replace("</strong>", "</strong> "))
    assert words in " ".join(shown.split()) or text.startswith("*")
    assert [passage.words.replace(HIDDEN, "") for passage in markdown.passages(text, block=True)] == [
        placed.words.replace(HIDDEN, "") for placed in markdown.placed(text, "prose")
    ]


def test_lines_of_chinese_and_japanese_are_joined_in_notes_and_short_texts():
    assert inline("雨^[ある日\n暮方]\n門") == '雨<span class="note">ある日暮方</span>門'
    assert markdown.passages("ある日\n暮方", block=False)[0].words == "ある日暮方"
    assert markdown.visible("ある日\n暮方", block=False).runs == ["ある日暮方"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Qui vient ?", "Qui vient ?"),
        ("Qui\u00a0: lui\u202f!", "Qui\u00a0: lui\u202f!"),
        ("Qui vient [@key]\u202f?", "Qui vient\u202f?"),
        ("Qui vient ^[note] [@key].", "Qui vient."),
        ("See [@key] here", "See here"),
    ],
)
def test_only_the_spaces_before_what_is_left_out_go(text, words):
    assert markdown.plain(text) == words
