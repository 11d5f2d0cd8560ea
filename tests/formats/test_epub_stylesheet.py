"""Custom properties become plain values, for readers that do not know them."""

import re

import pytest

from studyguide.formats.epub.stylesheet import literal
from studyguide.support.errors import BuildError
from studyguide.themes.theme import look


def test_the_last_value_wins_and_properties_may_use_each_other():
    sheets = literal(":root { --a: 1em; --b: calc(2 * var(--a)); } p { margin: var(--b) } :root { --a: 2em }")
    assert sheets.plain == "p { margin: 4em }\n"
    assert sheets.properties == {"--a": "2em", "--b": "4em"}


def test_fallbacks():
    assert literal("p { color: var(--none, rgb(1, 2, 3)) }").plain == "p { color: rgb(1, 2, 3) }\n"


def test_rem_becomes_em():
    sheets = literal("p { margin: 1rem -.5rem 0.25rem; padding: calc(1rem + 2px) } .rem1rem { top: 0 }")
    assert sheets.plain == "p { margin: 1em -.5em 0.25em; padding: calc(1em + 2px) } .rem1rem { top: 0 }\n".replace(
        "} .", "}\n."
    )


def test_products_are_worked_out():
    sheets = literal(":root { --beat: 1.42rem } p { margin: calc(-1.25 * var(--beat)) calc(100% + 1em) }")
    assert sheets.plain == "p { margin: -1.775em calc(100% + 1em) }\n"


def test_nested_rules_and_comments():
    sheets = literal("/* } */ @media (max-width: 9em) { p { top: var(--x) } } :root { --x: 0 /* none */; }")
    assert sheets.plain == ""
    assert sheets.adaptive == "@media (max-width: 9em) { p { top: 0 } }\n"


def test_a_property_nobody_sets():
    with pytest.raises(BuildError, match="--colour"):
        literal("p { color: var(--colour) }")


def test_a_property_set_by_itself():
    with pytest.raises(BuildError, match="in terms of itself"):
        literal(":root { --a: var(--b); --b: var(--a) } p { top: var(--a) }")


def test_our_own_style_sheet_is_plain_and_leaves_colours_and_sizes_to_the_reader():
    sheets = literal(look("epub").css)
    css = sheets.plain + sheets.adaptive
    assert "var(" not in css
    assert "calc(" not in css
    assert "@" not in sheets.plain
    assert not re.search(r"--[a-z]+\s*:", css)
    assert not re.search(r"\d(rem|pt|mm|cm|in|pc)\b", css)
    css = re.sub(r"(?<=img \{ max-height: 85vh;) background: #ffffff;", "", css)  # below pictures alone
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)", css))
    assert colours == {"#808080"}  # lines only: it shows on white and on black
    assert not re.search(r"(?<![-\w])(?:color|background(?:-color)?)\s*:(?!\s*inherit)", css)
    assert not re.search(r"font-family:(?! *(?:inherit|monospace))", css)


def test_paper_is_left_out():
    assert literal("@page { size: A4; @top-left { content: 'x' } } p { top: 0 }").plain == "p { top: 0 }\n"
