"""Custom properties become plain values, for readers that do not know them."""

import re

import pytest

from studyguide.errors import BuildError
from studyguide.formats.epub.stylesheet import literal
from studyguide.theme import look


def test_the_last_value_wins_and_properties_may_use_each_other():
    css, values = literal(":root { --a: 1em; --b: calc(2 * var(--a)); } p { margin: var(--b) } :root { --a: 2em }")
    assert css == "p { margin: calc(2 * 2em) }\n"
    assert values == {"--a": "2em", "--b": "calc(2 * 2em)"}


def test_fallbacks():
    assert literal("p { color: var(--none, rgb(1, 2, 3)) }")[0] == "p { color: rgb(1, 2, 3) }\n"


def test_rem_becomes_em():
    css, _ = literal("p { margin: 1rem -.5rem 0.25rem; padding: calc(1rem + 2px) } .rem1rem { top: 0 }")
    assert css == "p { margin: 1em -.5em 0.25em; padding: calc(1em + 2px) } .rem1rem { top: 0 }\n".replace(
        "} .", "}\n."
    )


def test_nested_rules_and_comments():
    css, _ = literal("/* } */ @media (max-width: 9em) { p { top: var(--x) } } :root { --x: 0 /* none */; }")
    assert css == "@media (max-width: 9em) { p { top: 0 } }\n"


def test_a_property_nobody_sets():
    with pytest.raises(BuildError, match="--colour"):
        literal("p { color: var(--colour) }")


def test_a_property_set_by_itself():
    with pytest.raises(BuildError, match="by way of itself"):
        literal(":root { --a: var(--b); --b: var(--a) } p { top: var(--a) }")


def test_our_own_style_sheet_is_plain_and_leaves_colours_and_sizes_to_the_reader():
    css, _ = literal(look("epub").css)
    assert "var(" not in css
    assert not re.search(r"--[a-z]+\s*:", css)
    assert not re.search(r"\d(rem|pt|mm|cm|in|pc)\b", css)
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)", css))
    assert colours == {"#808080"}  # lines only: it shows on white and on black
    assert not re.search(r"(?<![-\w])(?:color|background(?:-color)?)\s*:(?!\s*inherit)", css)
    assert not re.search(r"font-family:(?! *inherit)", css)


def test_paper_is_left_out():
    assert literal("@page { size: A4; @top-left { content: 'x' } } p { top: 0 }")[0] == "p { top: 0 }\n"
