"""Fragments as trees, and back."""

import pytest
from lxml.etree import XMLSyntaxError

from studyguide.support import xhtml

BODY = (
    '<section id="a"><p>x<br/>y &amp; é <span class="note big"/>z</p>'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>T</title><path d="M0"/></svg></section>'
)


def test_a_fragment_comes_back_as_it_went_in():
    assert xhtml.serialise(xhtml.parse(BODY)) == BODY


def test_html_closes_what_html_must_close():
    html = xhtml.serialise(xhtml.parse(BODY), method="html")
    assert "<br>" in html
    assert '<span class="note big"></span>z' in html
    assert 'viewBox="0 0 1 1"' in html


def test_the_tail_is_left_out():
    root = xhtml.parse("<p><em>a</em> tail</p>")
    assert xhtml.serialise(root[0]) == "<em>a</em>"


def test_classes_are_whole_words():
    root = xhtml.parse('<p class="notes"><i class="a note"/><b class="note"/></p>')
    assert [element.tag for element in xhtml.with_class(root, "note")] == ["i", "b"]


def test_the_tree_may_change_while_it_is_searched():
    root = xhtml.parse('<p>1<i class="x">2<b class="x">3</b></i>4</p>')
    for element in xhtml.with_class(root, "x"):
        if element.tag == "b":
            xhtml.remove(element)
    assert xhtml.serialise(root) == '<p>1<i class="x">2</i>4</p>'


def test_text_is_on_one_line():
    assert xhtml.text(xhtml.parse("<p> a\n<em>b</em>  c </p>")) == "a b c"


@pytest.mark.parametrize(
    ("before", "after"), [("<p>1<i>2</i>3</p>", "<p>13</p>"), ("<p><b/>1<i>2</i>3</p>", "<p><b/>13</p>")]
)
def test_what_follows_a_removed_element_stays(before, after):
    root = xhtml.parse(before)
    xhtml.remove(root.find("i"))
    assert xhtml.serialise(root) == after


def test_a_root_has_no_place_to_be_taken_from():
    with pytest.raises(ValueError, match="cannot be removed"):
        xhtml.remove(xhtml.parse("<p/>"))
    with pytest.raises(ValueError, match="no place"):
        xhtml.append_text_before(xhtml.parse("<p/>"), "x")


@pytest.mark.parametrize("body", ["<p>", "text", "<p>&nbsp;</p>", "<p/><p/>"])
def test_what_is_not_well_formed_is_our_own_fault(body):
    with pytest.raises(XMLSyntaxError):
        xhtml.parse(body)


def test_entities_of_a_document_type_are_not_expanded(tmp_path):
    (tmp_path / "canary").write_text("canary")
    entity = f'<!DOCTYPE p [<!ENTITY x SYSTEM "{(tmp_path / "canary").as_uri()}">]><p>&x;</p>'
    assert "canary" not in xhtml.text(xhtml.parse(entity))
