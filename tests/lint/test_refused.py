"""What is refused before anything is built of it, with its place; and what a terminal is told of it."""

import shutil
import subprocess
import sys
import time

import pytest

from studyguide.build.checked_guide import review
from studyguide.cli.output import shown
from studyguide.support import svg
from studyguide.support.paths import specimen_folder

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>x</title>{}</svg>'
LOOPS = {
    "clip-path": '<clipPath id="a" clip-path="url(#b)"/><clipPath id="b" clip-path="url(#a)"/>',
    "clip-path of itself": '<clipPath id="a"><rect clip-path="url(#a)"/></clipPath>',
    "mask": '<mask id="a"><rect mask="url( \'#a\' )"/></mask><rect mask="url(#a)"/>',
    "mask in a style": '<mask id="a"><g><rect style="mask: url(#a)"/></g></mask>',
    "pattern": '<pattern id="a"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>',
    "pattern by href": '<pattern id="a" href="#b"/><pattern id="b" href="#a"/>',
    "gradient": '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>',
    "marker": '<marker id="a"><path marker-end="url(#a)"/></marker>',
    "a class": '<style>.k { clip-path: url(#a) }</style><clipPath id="a"><rect class="b k"/></clipPath>',
    "a tag": '<style>/* { */ circle, rect{mask:url("#a")}</style><mask id="a"><rect/></mask>',
    "an id": "<style>@media print { svg #a:not(x) { mask: url(#b) } }</style>"
    '<mask id="a"/><mask id="b" mask="url(#a)"/>',
    "all": '<style>*{fill:url(#a)}</style><pattern id="a"><rect/></pattern>',
    "an attribute": '<style>g > rect[width]{fill:url(#a)}</style><pattern id="a"><rect width="1"/></pattern>',
    "use and clip-path": '<clipPath id="c"><use href="#r"/></clipPath><rect id="r" clip-path="url(#c)"/>',
}
SOUND = {
    "a style sheet": '<style>.k{fill:url(#a)}#r{mask:url(#m)}</style><pattern id="a"><rect/></pattern>'
    '<mask id="m"><rect class="k"/></mask><rect id="r" class="k"/>',
    "one gradient for many": '<linearGradient id="g"><stop/></linearGradient>' + '<rect fill="url(#g)"/>' * 6_000,
    "gradients in a row": '<linearGradient id="a"/><linearGradient id="b" href="#a"/><rect id="r" fill="url(#b)"/>',
    "a clip inside its group": '<g id="g"><clipPath id="c"><rect/></clipPath><rect clip-path="url(#c)"/></g>',
    "a link to its group": '<g id="g"><a href="#g"><rect/></a></g>',
}


@pytest.mark.parametrize("loop", LOOPS.values(), ids=LOOPS)
def test_a_drawing_that_leads_back_to_itself(loop):
    assert "leads back to itself" in (svg.fault(DRAWING.format(loop).encode()) or "")


@pytest.mark.parametrize("drawing", SOUND.values(), ids=SOUND)
def test_a_drawing_that_does_not(drawing):
    assert svg.fault(DRAWING.format(drawing).encode()) is None


@pytest.mark.parametrize("value", ["rotate(x)", "rotate()", "rotate(1e400)", "turn(3)", "scale(1", "translate(1;2)"])
@pytest.mark.parametrize("name", ["transform", "gradientTransform"])
def test_a_transform_that_cannot_be_read(name, value):
    """WeasyPrint fails at some of them, and overlooks the others."""
    assert "which cannot be read" in (svg.fault(DRAWING.format(f'<g {name}="{value}"/>').encode()) or "")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "none",
        "rotate(-45.5, 3 4)scale(2)",
        "matrix(1 0 0 1 -3.5e-1 0)",
        "translate(10-.5)",
        "skewX( 3 ) , scale(.5.5)",
    ],
)
def test_a_transform_that_can_be_read(value):
    assert svg.fault(DRAWING.format(f'<g transform="{value}"/>').encode()) is None


@pytest.mark.parametrize(
    "value",
    [
        *("translate(1.5 2.5)" * 50_000 + "x", "scale(1" + " " * 500_000 + "x", "rotate(" + "1" * 500_000 + ")"),
        *("scale(1) " * 100_000 + "(", "skewX(1.5.5.5" * 40_000, "scale(1" + ", " * 250_000 + ")"),
    ],
    ids=lambda value: value[:20],
)
def test_a_long_transform_is_read_in_time(value):
    before = time.process_time()
    assert "which cannot be read" in (svg.fault(DRAWING.format(f'<g transform="{value}"/>').encode()) or "")
    assert time.process_time() - before < 2


def test_a_long_chain_is_read_in_time():
    chain = "".join(f'<linearGradient id="a{n}" href="#a{n + 1}"/>' for n in range(15_000))
    before = time.process_time()
    assert "in too long a chain" in (svg.fault(DRAWING.format(chain).encode()) or "")
    assert time.process_time() - before < 2


SHEETS = {
    "no braces": "a" * 400_000,
    "open brackets": "[" * 200_000 + "{fill:url(#a)}",
    "open functions": ":a(" * 100_000 + "{fill:url(#a)}",
    "many selectors": ",".join(f".c{n}" for n in range(50_000)) + "{fill:url(#a)}",
    "many rules": ".k{fill:url(#a)}" * 20_000,
}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_long_style_sheet_is_read_in_time(sheet):
    before = time.process_time()
    svg.fault(DRAWING.format(f"<style>{sheet}</style>" + '<rect class="k"/>' * 10_000).encode())
    assert time.process_time() - before < 2


def problems(folder, file: str, old: str, new: str) -> list[str]:
    """What `check` says of the specimen with another line in a file."""
    guide = folder / "guide"
    shutil.copytree(specimen_folder(), guide)
    text = (guide / file).read_text("utf-8")
    assert old in text
    (guide / file).write_text(text.replace(old, new, 1), "utf-8")
    return [str(problem) for problem in review(guide).problems]


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
@pytest.mark.parametrize(("line", "column"), [("name: frankenstein", 7), ("  - id: taster", 9)])
def test_a_name_that_windows_keeps(tmp_path, name, line, column):
    place = f"{(specimen_folder() / 'guide.yaml').read_text('utf-8').splitlines().index(line) + 1}:{column}"
    found = problems(tmp_path, "guide.yaml", line, line.rpartition(" ")[0] + f" {name}")
    assert found == [f"guide.yaml:{place}: '{name}' cannot be a name: Windows keeps it for a device. Choose another."]


@pytest.mark.parametrize("text", ["\u200b", "\u200b\u2060", "\u00ad", "\u3000\u200d"])
@pytest.mark.parametrize("file", ["guide.yaml", "chapters/plot.yaml"])
def test_a_title_without_visible_characters(tmp_path, text, file):
    old = "title: Frankenstein" if file == "guide.yaml" else "title: "
    new = f"title: '{text}'" + ("" if file == "guide.yaml" else " # ")
    found = [each for each in problems(tmp_path, file, old, new) if "no words" in each or "empty" in each]
    assert found
    assert found[0].startswith(f"{file}:")


@pytest.mark.parametrize("licence", ["https://[::1", "https://", "https:///x", "https://exa[mple/", "https://a b/"])
def test_a_licence_that_is_not_an_address(tmp_path, licence):
    old = "licence: https://creativecommons.org/licenses/by-sa/4.0/"
    found = problems(tmp_path, "guide.yaml", old, f"licence: '{licence}'")
    assert len(found) == 1
    assert found[0].startswith("guide.yaml:12:")


@pytest.mark.parametrize("sign", [*'<>"\\^`{|}', "\u202e", "\u200b"])
def test_a_licence_with_a_sign_that_no_address_may_have(tmp_path, sign):
    old = "licence: https://creativecommons.org/licenses/by-sa/4.0/"
    found = problems(tmp_path, "guide.yaml", old, f"licence: 'https://example.org/{sign}b'")
    assert [each.rpartition(" ")[0] for each in found] == [
        f"guide.yaml:12:11: An address cannot have the sign '{shown(sign)}'. Write"
    ]


def test_addresses_are_told_as_they_are_written(tmp_path):
    found = problems(tmp_path, "chapters/about.md", "\n\n", "\n\n[x](https://exa[mple/) ")
    assert "'https://exa[mple/'" in found[0]
    guide = tmp_path / "guide"
    run = subprocess.run(
        [sys.executable, "-m", "studyguide", "check", guide], capture_output=True, text=True, check=False
    )
    assert "'https://exa[mple/'. Links lead to https://..." in run.stderr


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\x9b", "\x7f", "\r", "\t", "\u202e"])
def test_a_terminal_gets_no_escapes(sign):
    assert sign not in shown(f"a{sign}b\nc")
    assert shown("a\x1b[31mb") == "a\\x1b[31mb"
    assert shown("Éric’s “guide”") == "Éric’s “guide”"


def test_a_key_with_an_escape_reaches_no_terminal(tmp_path):
    problems(tmp_path, "guide.yaml", "subtitle:", '"\\e]0;owned\\a": x\nsubtitle:')
    run = subprocess.run(
        [sys.executable, "-m", "studyguide", "check", tmp_path / "guide"], capture_output=True, text=True, check=False
    )
    assert "\\x1b]0;owned\\x07" in run.stderr
    assert not set(run.stderr + run.stdout) & {"\x1b", "\x07"}
