"""Page numbers as data."""

import pytest

from studyguide import pages, xhtml
from studyguide.errors import BuildError


def test_an_extent_knows_where_each_id_stands():
    markup = (
        '<section id="a">\n  <p data-ref="c">Some\n  text</p><pre>x</pre><h2 id="b">A <b id="c">y</b></h2></section>'
    )
    length = len("Some textxAy") + 2 * pages.BLOCK
    assert pages.extent(markup) == pages.Extent(length, {"a": 0, "b": length - 2 - pages.BLOCK, "c": length - 1})


def test_an_estimate_counts_on_from_piece_to_piece():
    pieces = [pages.Extent(250, {"a": 0, "b": 210}), pages.Extent(50, {"c": 10}), pages.Extent(0, {"d": 0})]
    assert pages.estimate(pieces, 3, 100) == {"a": 3, "b": 5, "c": 6, "d": 7}


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
    pages.prepare(root)
    pages.fill(root, {"a": 9})
    pages.fill(root, {"a": 12})
    assert "".join(root.itertext()) == after


def test_a_reference_to_nowhere_is_an_error_in_words():
    with pytest.raises(BuildError, match="A page reference points to 'b', but nothing with that id is printed"):
        pages.number_of("b", {"a": 1})


@pytest.mark.parametrize(("text", "expected"), [("(p.\xa09)", "(p.\xa0123)"), ("45", "123")])
def test_only_the_number_of_a_reference_changes(text, expected):
    assert pages.renumbered(text, 123) == expected
