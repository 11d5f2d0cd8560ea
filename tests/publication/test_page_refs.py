"""Page numbers as data."""

import pytest

from studyguide.languages.labels import Labels
from studyguide.publication import page_refs
from studyguide.support import xhtml
from studyguide.support.errors import BuildError


def test_an_extent_has_the_position_of_each_id():
    markup = (
        '<section id="a">\n  <p data-ref="c">Some\n  text</p><pre>x</pre><h2 id="b">A <b id="c">y</b></h2></section>'
    )
    length = len("Some textxAy") + 2 * page_refs.BLOCK
    assert page_refs.extent(markup) == page_refs.Extent(
        length, {"a": 0, "b": length - 2 - page_refs.BLOCK, "c": length - 1}
    )


def test_an_estimate_counts_on_from_piece_to_piece():
    pieces = [page_refs.Extent(250, {"a": 0, "b": 210}), page_refs.Extent(50, {"c": 10}), page_refs.Extent(0, {"d": 0})]
    assert page_refs.estimate(pieces, 3, 100) == {"a": 3, "b": 5, "c": 6, "d": 7}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p>See <span class="page-ref" data-ref="a"/>.</p>', "See (p.\xa012)."),
        ('<p><a href="#a">there</a><span class="page-ref" data-ref="a"/>.</p>', "there (p.\xa012)."),
        ('<p>there<span class="page-ref" data-ref="a"/></p>', "there (p.\xa012)"),
        ('<p>the\n<span class="page-ref" data-ref="a"/></p>', "the\n(p.\xa012)"),
    ],
)
def test_references_are_filled_with_one_space_in_front(before, after):
    root = xhtml.parse(before)
    page_refs.prepare(root, Labels.of())
    page_refs.fill(root, {"a": 9}, Labels.of())
    page_refs.fill(root, {"a": 12}, Labels.of())
    assert "".join(root.itertext()) == after


def test_a_reference_to_nowhere_is_an_error_in_words():
    with pytest.raises(BuildError, match="A page reference points to 'b', but nothing with that id is printed"):
        page_refs.number_of("b", {"a": 1})


@pytest.mark.parametrize(("text", "expected"), [("(p.\xa09)", "(p.\xa0123)"), ("45", "123")])
def test_only_the_number_of_a_reference_changes(text, expected):
    assert page_refs.renumbered(text, 123) == expected
