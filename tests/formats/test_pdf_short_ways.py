"""Our short ways to values and fonts lead where WeasyPrint's long ones lead, and no style changes its font later."""

import re

import pytest
import weasyprint
from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.layout import percent
from weasyprint.text import line_break

from studyguide.formats.pdf.weasy import boxes, patch_fonts_of_styles, patch_percentages, patch_styles

KEYS = [
    *(key for key in INITIAL_VALUES if not re.search("block|inline", key)),
    *("__ink", "__indent", "__wide", "__none"),
]
"""The properties, without logical ones, whose values are those of physical ones."""
LENGTHS = ("width", "height", "min_width", "min_height", "max_width", "max_height")
SIDES = [f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right", "top", "bottom")]
USED = (*LENGTHS, *SIDES, "position_x", "position_y")
RULES = """
@page { size: 90mm 120mm; margin: 12mm; @top-left { content: string(title); width: 40% } }
@page { @bottom-right { content: counter(page) } }
:root { --indent: 2em; --ink: #123; --wide: calc(100% - 2 * var(--indent)); font-family: serif; line-height: 1.4 }
h1 { string-set: title content(); text-decoration: underline; font-variant-caps: small-caps; page: first }
p { margin-block: 1em 2%; padding-inline-start: var(--indent); color: var(--ink); max-width: var(--wide) }
h1:first-letter { font-size: 200% }
p { min-height: auto } p::before { content: "§ "; letter-spacing: 0.1em }
p.odd { page: auto; width: 50%; max-height: 40%; text-decoration: inherit; border: 1ex solid; font: inherit }
p.odd em { display: inline-block; min-width: 3ch; position: relative; inset: 1lh auto auto 10%; --ink: red }
p.odd { box-sizing: border-box } .note { float: footnote } q { quotes: "«" "»" }
div { float: right; width: 40%; border-inline-width: thin thick; border-block-style: dotted; font-size: smaller }
[dir=rtl] { margin-inline: 10% 0; padding-left: 3%; text-align: start; direction: rtl }
table { border-collapse: collapse; width: 100%; min-width: 12em }
td { border: 2px solid; padding: 5% 1em; font-variant-numeric: tabular-nums }
li::marker { font-weight: bold } ul { column-count: 2; min-width: 0 }
"""
BODY = """
<h1>Title</h1><p>One <em>two</em> <q lang="fr">three</q><span class="note">A note <b>here</b>.</span></p>
<p class="odd">Four <em>five</em> <strong>six</strong></p><div>Seven <p class="odd">eight</p></div>
<p dir="rtl">שלום <em>עולם</em></p><table><tr><td>nine</td><td>ten <em>eleven</em></td></tr></table>
<ul><li>twelve</li><li>thirteen<ul><li>fourteen</li></ul></li></ul>
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text font-family="serif" y="9">drawn</text></svg>"""
PAGE = f"<html lang='en'><head><title>x</title><style>{RULES}</style></head><body>{BODY * 3}</body></html>"


@pytest.fixture
def plain(monkeypatch):
    """WeasyPrint's own functions in place of ours."""
    monkeypatch.setattr(ComputedStyle, "__missing__", patch_styles.original)
    monkeypatch.setattr(percent, "resolve_one_percentage", patch_percentages.original)
    monkeypatch.setattr(line_break, "get_font_description", patch_fonts_of_styles.original_description)
    monkeypatch.setattr(line_break, "_font_style_cache_key", patch_fonts_of_styles.original_key)
    return monkeypatch


def laid_out() -> weasyprint.Document:
    return weasyprint.HTML(string=PAGE).render()


def values(document: weasyprint.Document) -> list[tuple[str, dict[str, str]]]:
    """Each box with the computed value of every property, and its used lengths."""
    found = []
    for page in document.pages:
        for box in boxes.walk(boxes.page_box(page)):
            computed = {key: str(box.style[key]) for key in KEYS}
            found.append((type(box).__name__, computed | {key: str(getattr(box, key, None)) for key in USED}))
    return found


def test_the_values_are_the_same(plain):
    long = values(laid_out())
    plain.undo()
    short = values(laid_out())
    assert len(short) == len(long) > 200
    for (name, ours), (other, theirs) in zip(short, long, strict=True):
        assert name == other
        assert ours == theirs


def test_most_values_are_found_by_the_short_way(monkeypatch):
    asked = {"all": 0, "long": 0}
    ours, long = ComputedStyle.__missing__, patch_styles.original

    def count(which, function):
        def counted(style, key):
            asked[which] += 1
            return function(style, key)

        return counted

    monkeypatch.setattr(ComputedStyle, "__missing__", count("all", ours))
    monkeypatch.setattr(patch_styles, "original", count("long", long))
    laid_out()
    assert asked["long"] < asked["all"] / 3


def test_no_style_changes_its_font_after_its_description(monkeypatch):
    described = []
    ours = line_break.get_font_description

    def noted(style):
        described.append(style)
        return ours(style)

    monkeypatch.setattr(line_break, "get_font_description", noted)
    laid_out()
    lasting = [style for style in described if isinstance(style, ComputedStyle | AnonymousStyle)]
    assert len(lasting) > len({id(style) for style in lasting}), "a style is described more than once"
    for style in lasting:
        now = patch_fonts_of_styles.original_key(style, include_size=True)
        assert style.__dict__.get("font_key_and_size", now) == now
        again = patch_fonts_of_styles.original_description(style)
        equal = line_break.pango.pango_font_description_hash
        assert equal(again) == equal(ours(style))
