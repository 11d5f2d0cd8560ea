"""What is for print alone, and for screens alone: each format keeps one, under the same ids."""

from studyguide.publication import mediums, text_positions
from studyguide.support import xhtml

BODY = (
    '<section><p>Before. <span class="print-only">Wide.</span> After.</p>'
    '<table class="events screen-only"><tbody><tr id="a"><td>Listed</td></tr></tbody></table>tail'
    '<table class="print-only"><tbody><tr><td data-id="a">Side by side</td></tr></tbody></table></section>'
)


def kept(keep):
    root = xhtml.parse(BODY)
    keep(root)
    return xhtml.text(root), [each.get("id") for each in root.iter("*") if each.get("id")]


def test_print_keeps_one_and_takes_the_ids_of_the_other():
    assert kept(mediums.keep_print) == ("Before. Wide. After.tailSide by side", ["a"])
    assert "data-id" not in mediums.printed(BODY)


def test_screens_keep_the_other():
    assert kept(mediums.keep_screen) == ("Before. After.Listedtail", ["a"])


def test_a_body_without_either_is_printed_as_it_is():
    assert mediums.printed("<p>&amp;</p>") == "<p>&amp;</p>"


def test_positions_are_the_same_in_print_and_on_screens():
    both = []
    for keep in (mediums.keep_print, mediums.keep_screen):
        root = xhtml.parse(BODY)
        both.append(text_positions.text(root))
        keep(root)
        assert text_positions.text(root) in {both[0], "Before.After.tail"}
    assert set(both) == {"Before.After.tail"}
