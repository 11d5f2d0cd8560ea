"""No handout and no format gets a body that holds an element, an attribute or an address that is not on the list."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide import handouts
from studyguide.build.edition_publication import publish
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.publication import Asset, Metadata, Publication, Section, allowed_markup
from studyguide.support.errors import BuildError
from tests import sound_guides

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Picture</title>{}</svg>'
REFUSED = {
    "<script>alert(1)</script>": "the element <script>",
    '<img src="images/a.png" alt="x" onerror="alert(1)"/>': 'the attribute onerror="alert(1)" in <img>',
    '<p onclick="x()">x</p>': 'the attribute onclick="x()" in <p>',
    '<a href="javascript:alert(1)">x</a>': 'the attribute href="javascript:alert(1)" in <a>',
    '<a href=" javascript:alert(1)">x</a>': 'the attribute href=" javascript:alert(1)" in <a>',
    '<a href="data:text/html,x">x</a>': 'the attribute href="data:text/html,x" in <a>',
    '<a href="file:///etc/passwd">x</a>': 'the attribute href="file:///etc/passwd" in <a>',
    '<a href="other.html">x</a>': 'the attribute href="other.html" in <a>',
    '<a href="//example.org/">x</a>': 'the attribute href="//example.org/" in <a>',
    '<a href="https://example.org/" target="_blank">x</a>': 'the attribute target="_blank" in <a>',
    '<a href="https://example.org/" rel="attachment">x</a>': 'the attribute rel="attachment" in <a>',
    '<img src="https://example.org/a.png" alt="x"/>': 'the attribute src="https://example.org/a.png" in <img>',
    '<img src="images/../a.png" alt="x"/>': 'the attribute src="images/../a.png" in <img>',
    '<img src="images/.a.png" alt="x"/>': 'the attribute src="images/.a.png" in <img>',
    '<img src="images/a.png" alt="x" srcset="b.png 2x"/>': 'the attribute srcset="b.png 2x" in <img>',
    '<p style="background: url(https://example.org/)">x</p>': "the attribute style=",
    '<ol style="background: url(x)"><li>x</li></ol>': "the attribute style=",
    "<style>p { color: red }</style>": "the element <style>",
    '<link rel="stylesheet" href="x"/>': "the element <link>",
    '<base href="x"/>': "the element <base>",
    '<meta http-equiv="refresh" content="0"/>': "the element <meta>",
    '<form action="https://example.org/"><p>x</p></form>': "the element <form>",
    '<iframe src="x"/>': "the element <iframe>",
    "<math><mtext>x</mtext></math>": "the element <math>",
    '<input type="image" src="images/a.png" name="x"/>': 'the attribute type="image" in <input>',
    '<input type="text" name="x" formaction="x"/>': 'the attribute formaction="x" in <input>',
    SVG.format("<script>alert(1)</script>"): "the element <script>",
    SVG.format("<foreignObject/>"): "the element <foreignObject>",
    SVG.format('<use href="#x"/>'): "the element <use>",
    SVG.format('<image href="images/a.png"/>'): "the element <image>",
    SVG.format('<animate attributeName="href"/>'): "the element <animate>",
    SVG.format('<rect fill="url(https://example.org/#x)"/>'): "the attribute fill=",
    SVG.format('<text font-family="x; background: url(x)">x</text>'): "the attribute font-family=",
    '<p xmlns:x="http://www.w3.org/1999/xlink" x:href="x">x</p>': "xlink}href",
    '<svg xmlns="http://www.w3.org/1998/Math/MathML"/>': "MathML}svg",
    "<!-- x -->": "a comment, an instruction or an entity",
    "<?x y?>": "a comment, an instruction or an entity",
    "<p>x": "text that is not well-formed XML",
    "<p>&nbsp;</p>": "text that is not well-formed XML",
    "<p>\x08</p>": "text that is not well-formed XML",
}


METADATA = Metadata("urn:x", "T", None, "E", "D", ("A",), "en", date(2026, 3, 4), "R", None, (), ())


def publication(body: str, name: str = "c1") -> Publication:
    section = Section(name, "prose", "doc-chapter", "Title", "Title", (), body)
    return Publication("p", METADATA, (section,), ())


def section(content: str, name: str = "c1") -> Publication:
    return publication(f'<section id="c1">{content}</section>', name)


@pytest.mark.parametrize("content", REFUSED)
def test_markup_that_is_not_on_the_list_stops_the_build(content):
    with pytest.raises(BuildError) as error:
        section(f"<p>Before</p>{content}<p>After</p>")
    assert "The section 'c1' would hold" in str(error.value)
    assert REFUSED[content] in str(error.value)


def test_a_document_type_stops_the_build():
    with pytest.raises(BuildError, match="a document type declaration"):
        publication("<!DOCTYPE p [<!ENTITY a 'b'>]><section>&a;</section>")


def test_a_changed_copy_is_read_too():
    made = section("<p>x</p>")
    with pytest.raises(BuildError, match="<script>"):
        replace(made, sections=(replace(made.sections[0], body="<section><script/></section>"),))


def test_many_faults_are_named_and_counted():
    with pytest.raises(BuildError, match=r"<x0>; .*<x4>, and 3 more"):
        section("".join(f"<x{number}/>" for number in range(8)))


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "a.b", "c:x"])
def test_a_section_has_an_id_that_can_be_a_file(name):
    with pytest.raises(BuildError, match="the id"):
        section("<p>x</p>", name)


@pytest.mark.parametrize("name", ["../a.png", "images/../a.png", "/images/a.png", "images/a\\b.png", "images/"])
def test_a_picture_is_in_the_folder_of_pictures(name):
    with pytest.raises(BuildError, match="folder images"):
        Asset(name, "image/png", Path("a.png"))


def test_nobody_can_add_to_the_list():
    with pytest.raises(TypeError):
        allowed_markup.ELEMENTS["script"] = frozenset()  # type: ignore[index]
    with pytest.raises(TypeError):
        allowed_markup.VALUES["href"] = None  # type: ignore[index]


def test_no_listed_attribute_runs_and_none_is_an_address_without_a_pattern():
    names = set(allowed_markup.EVERYWHERE).union(*allowed_markup.ELEMENTS.values())
    assert not [name for name in names if name.lower().startswith("on")]
    assert not names & {"action", "formaction", "poster", "cite", "data", "background", "srcdoc", "srcset", "ping"}
    assert {"href", "src", "style", "fill", "stroke", "stop-color"} <= set(allowed_markup.VALUES)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_only_three_kinds_of_address_pass(address):
    if allowed_markup.VALUES["href"].fullmatch(address):
        assert address.startswith(("#", "https://", "http://", "mailto:"))


def test_all_that_the_specimen_prints_is_on_the_list():
    """Every edition, every handout in every tier, on paper and with fields: each makes its sections, which are read."""
    guide = sound_guides.specimen()
    for edition in guide.info.editions:
        assert publish(guide, edition).sections
        for group in handout_kinds.groups():
            for name, tiers in handouts.names(guide, edition, group).items():
                for tier, fillable in ((tier, fillable) for tier in tiers for fillable in (False, True)):
                    assert handouts.publish(guide, edition, name, Tier(tier), fillable=fillable).sections
