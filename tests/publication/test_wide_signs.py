"""Wide signs have their own space inside: the program prints none beside them in Chinese and Japanese."""

import pytest

from studyguide.languages.labels import Labels
from studyguide.publication import page_refs, wide_signs
from studyguide.support import xhtml


def closed(fragment, language="ja-JP"):
    root = xhtml.parse(f"<div>{fragment}</div>")
    wide_signs.close(root, language)
    return xhtml.serialise(root).removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("<p>問う。 [2]</p>", "<p>問う。[2]</p>"),
        ("<p>A <b>b</b> <span>（c）</span> d</p>", "<p>A <b>b</b><span>（c）</span>d</p>"),
        ("<p><b>次も：</b> <i>a</i> b</p>", "<p><b>次も：</b><i>a</i> b</p>"),
        ("<p>あ <i> </i> 。</p>", "<p>あ<i></i>。</p>"),
        ("<p>誰か？ 雨だ ！</p>", "<p>誰か？ 雨だ！</p>"),
        ("<p>a。</p> <p> b</p>", "<p>a。</p> <p> b</p>"),
        ("<p>a（<br/> b</p>", "<p>a（<br/> b</p>"),
        ("<p>Film Year 三 四</p>", "<p>Film Year 三 四</p>"),
        ("<p>a　（b</p>", "<p>a　（b</p>"),
        ("<p><code>f（ x ）</code></p>", "<p><code>f（ x ）</code></p>"),
        ('<p class="verse">古池や、 蛙</p>', '<p class="verse">古池や、 蛙</p>'),
    ],
)
def test_no_space_is_beside_a_wide_sign_in_a_line(written, printed):
    assert closed(written) == printed


@pytest.mark.parametrize("language", ["en-GB", "hi", "ko", "fr"])
def test_a_language_with_narrow_signs_is_left_alone(language):
    assert closed("<p>a （b） c</p>", language) == "<p>a （b） c</p>"


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "門（3ページ）へ"), ("zh-TW", "門（第3頁）へ"), ("de", "門 (S.\u00a03)へ")]
)
def test_a_page_number_in_wide_brackets_follows_its_link_directly(language, said):
    labels = Labels.of(language)
    for space in ("", " ", "\n"):
        root = xhtml.parse(f'<p><a>門</a>{space}<span class="page-ref" data-ref="x"></span>へ</p>')
        page_refs.prepare(root, labels)
        page_refs.fill(root, {"x": 3}, labels)
        assert " ".join(xhtml.text(root).split(" ")).replace("\n", " ") == said
