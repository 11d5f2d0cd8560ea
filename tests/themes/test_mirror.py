"""Style sheets for languages from right to left: left and right are exchanged, and nothing else changes."""

import re

import pytest

from studyguide.support.paths import style_names
from studyguide.themes.mirror import mirrored
from studyguide.themes.theme import look

FORMATS = ("pdf", "epub", "web", "docx")
OTHER = {"left": "right", "right": "left"}


def compact(css):
    return re.sub(r"\s*([{};:,])\s*", r"\1", css).replace(";}", "}").strip()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a { margin-left: 1px }", "a{margin-right:1px}"),
        ("a { margin: 1px 2px 3px 4px !important }", "a{margin:1px 4px 3px 2px !important}"),
        ("a { padding: 0 calc(2 * var(--x)) 0 0 }", "a{padding:0 0 0 calc(2 * var(--x))}"),
        ("a { margin: 1px 2px 3px }", "a{margin:1px 2px 3px}"),
        ("a { margin: auto }", "a{margin:auto}"),
        ("a { text-align: left; float: right }", "a{text-align:right;float:left}"),
        ("a { left: 0; border-top-left-radius: 2px }", "a{right:0;border-top-right-radius:2px}"),
        ("a { border-right: 1px solid }", "a{border-left:1px solid}"),
        ("a { background: linear-gradient(to right, red, blue) }", "a{background:linear-gradient(to left,red,blue)}"),
        (".right-answer, .left { color: red }", ".right-answer,.left{color:red}"),
        ("a { content: 'left'; --left: 1px }", "a{content:'left';--left:1px}"),
        ("a { --side: left; float: var(--side) }", "a{--side:right;float:var(--side)}"),
        ("a { left: var(--left, 1rem) }", "a{left:var(--left,1rem)}"),
        ("@media print { a { left: 0 } }", "@media print{a{right:0}}"),
        ("a { &:hover { left: 0 } }", "a{&:hover{right:0}}"),
        ("@page { margin: 1mm 2mm 3mm 4mm; @bottom-left { text-align: left } }", None),
        ("@page :left { left: 0; @bottom-left { left: 0 } }", "@page:left{left:0;@bottom-left{left:0}}"),
        ("@font-face { src: url(left.ttf) }", "@font-face{src:url(left.ttf)}"),
    ],
)
def test_left_becomes_right(before, after):
    after = after or "@page{margin:1mm 4mm 3mm 2mm;@bottom-right{text-align:right}}"
    assert compact(mirrored(before)).replace('"', "'") == after


@pytest.mark.pages
@pytest.mark.parametrize("theme", style_names("themes"))
@pytest.mark.parametrize("name", FORMATS)
def test_a_look_that_is_mirrored_twice_is_the_same(name, theme):
    for is_sheet in (False, True):
        found = look(name, theme=theme, is_sheet=is_sheet)
        assert found.in_language("en") == found
        once = found.in_language("he", "rtl")
        assert once.css != found.css
        assert once.in_language("he", "rtl").in_language("he", "rtl").css == once.css


@pytest.mark.parametrize("theme", style_names("themes"))
@pytest.mark.parametrize("name", FORMATS)
def test_sides_in_variables_of_a_theme_are_exchanged(name, theme):
    found = look(name, theme=theme, is_sheet=True)
    before, after = (sides_in_variables(each.css) for each in (found, found.in_language("he", "rtl")))
    assert after == {variable: OTHER[side] for variable, side in before.items()}
    assert name != "pdf" or "--cell-end" in before


def sides_in_variables(css):
    return dict(re.findall(r"(--[a-z-]+):\s*(left|right)\b", css))


@pytest.mark.parametrize("theme", style_names("themes"))
def test_scripts_from_right_to_left_have_no_italics(theme):
    found = look("pdf", theme=theme).in_language("he", "rtl").css
    assert re.findall(r"--emphasis-\w+:\s*(\w+)", found) == ["normal", "700"]
