"""Style sheets are read as CSS is, however they are written."""

import pytest

from studyguide.formats.epub.stylesheet import literal
from studyguide.support import paths
from studyguide.support.errors import BuildError
from studyguide.themes import contrast, css, theme

THEME = """\
:root {
  --font-text: "Literata", serif; --font-label: "Atkinson Hyperlegible", sans-serif; --font-code: "Source Code Pro";
  --papers: a4 letter; --drawing-width: 300; --drawing-height: 500; --drawing-wide: 600;
  --drawing-wide-small: 400; --ink: #111111; --paper: #ffffff;
}
"""

WAYS = {
    "without spaces": lambda text: text.replace(": ", ":").replace("; ", ";"),
    "with spaces": lambda text: text.replace(": ", "  :  ").replace(";", " ;"),
    "a comment before a value": lambda text: text.replace(": ", ": /* other; values: } */ "),
    "an old value in a comment": lambda text: "/* :root { --ink: #999999; --font-text: 'Old'; } */" + text,
    "an old line in a comment": lambda text: text.replace("--ink", "/* --papers: a5; --font-text: 'Old'; */ --ink"),
    "in single quotation marks": lambda text: text.replace('"', "'"),
    "an escape in a name": lambda text: text.replace("Literata", r"L\69 terata"),
    "an escape in a property": lambda text: text.replace("--ink", r"--in\6b "),
    "without the last semicolon": lambda text: text.replace("#ffffff;", "#ffffff"),
    "in several rules": lambda text: text.replace("--papers", "} :root { --papers"),
    "set twice": lambda text: ":root { --ink: #999999; --papers: a5; --font-text: 'Old', serif } " + text,
    "important": lambda text: text.replace("#111111", "#111111 !important") + ":root { --ink: #999999 }",
    "in capitals": lambda text: text.replace(":root", ":ROOT"),
    "a brace in a string": lambda text: text.replace("--ink", "--mark: '}'; --ink"),
    "lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "a rule for something else": lambda text: text + ":root[data-look] { --ink: #999999; --font-text: 'Old' }",
}


@pytest.fixture
def styled(tmp_path, monkeypatch):
    """Give a function that makes a style sheet the theme ``own``."""

    def write(text):
        (tmp_path / "themes/own.css").write_bytes(text.encode())

    for folder in ("themes", "papers"):
        (tmp_path / folder).mkdir()
    for name in ("base.css", "papers/a4.css"):
        (tmp_path / name).touch()
    monkeypatch.setattr(paths, "styles_folder", lambda: tmp_path)
    return write


@pytest.mark.parametrize("way", WAYS)
def test_a_theme_may_be_written_in_any_way(styled, way):
    text = WAYS[way](THEME)
    assert text != THEME
    styled(text)
    assert dict(theme.families("own")) == {
        "text": "Literata",
        "label": "Atkinson Hyperlegible",
        "code": "Source Code Pro",
    }
    assert theme.drawing("own") == theme.Drawing(300, 500, 600)
    assert theme.drawing("own", "a5") == theme.Drawing(300, 500, 400)
    assert [theme.unsuitable("own", paper) for paper in ("a4", "none such")] == [None, None]
    assert (contrast.properties("own")["--ink"], contrast.properties("own")["--paper"]) == ("#111111", "#ffffff")


@pytest.mark.parametrize("way", WAYS)
def test_fallbacks_are_behind_each_family_of_a_theme(styled, way):
    styled(WAYS[way](THEME))
    set_by_root = css.set_by_root(theme.look("web", theme="own").css)
    for role in ("text", "label", "code"):
        named = set_by_root[f"--font-{role}"].replace("/* other; values: } */", "").strip()
        assert named.startswith(", ".join(f'"{name}"' for name in theme.look("web", theme="own").chain(role)))
    assert set_by_root["--font-text"].endswith("serif")


def test_a_changed_theme_is_read_again(styled):
    styled(THEME)
    assert theme.drawing("own").width == 300
    styled(THEME.replace("300", "280").replace("Literata", "Atkinson Hyperlegible"))
    assert theme.drawing("own").width == 280
    assert theme.families("own")["text"] == "Atkinson Hyperlegible"
    assert "Literata" not in theme.look("web", theme="own").css


@pytest.mark.parametrize(
    "wrong",
    [
        ":root { --ink #111111; }",
        ":root { --ink: 'a\n }",
        "p { top: 0 ) }",
        "} p { top: 0 }",
        "p",
        ":root { --a: 0; p }",
    ],
)
def test_what_is_no_css_is_refused_with_its_line(wrong):
    with pytest.raises(BuildError, match=r"The style sheets are not CSS: .+ \(line 2, "):
        css.properties(css.rules(f"\n{wrong}"))


@pytest.mark.parametrize("name", ["base.css", "epub.css", "web.css", "pdf.css", "handout.css"])
def test_our_own_style_sheets_are_css(name):
    found = css.rules((paths.styles_folder() / name).read_text("utf-8"))
    assert found
    assert bool(css.declarations(found)) == any(map(css.is_root, found))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("p::before { content: '} var(--a) 1rem' }", 'p::before { content: "} var(--a) 1rem" }'),
        ("p { background: url(1rem.png) }", "p { background: url(1rem.png) }"),
        ("p { margin: VAR( --a ) Calc(2*var(--a)) }", "p { margin: 1em 2em }"),
        ("p { margin: var(--b, calc(2 * 1rem)) }", "p { margin: 2em }"),
        ("p { margin: var(--a, var(--none)) }", "p { margin: 1em }"),
        ("p { margin: calc(1rem * -2) calc(2 * 3 * 1em) calc(2 * 3) }", "p { margin: -2em 6em calc(2 * 3) }"),
        ("p { margin: +1.5REM 1e1rem }", "p { margin: +1.5em 1e1em }"),
        ("p[title=var] { top: 0/* } */ }", "p[title=var] { top: 0 }"),
        ('p::after { content: "\\2003" "\\2060 a" "\u2060b" }', 'p::after { content: "\\2003" "\\2060 a" "\\2060 b" }'),
    ],
)
def test_values_are_found_wherever_css_has_them(written, plain):
    assert literal(f":root {{ --a: 1rem }} {written}").plain == plain + "\n"


def test_at_rules_without_a_block_are_rules_of_their_own():
    sheets = literal('@charset "utf-8"; @import "x.css"; p { top: 0 } @media print { p { top: 1rem } }')
    assert sheets.plain == "p { top: 0 }\n"
    assert sheets.adaptive == '@charset "utf-8";\n@import "x.css";\n@media print { p { top: 1em } }\n'
