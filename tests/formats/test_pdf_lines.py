"""Lines are full, also before a link or with spaced letters, and begin where their block says in both directions."""

import pytest
import weasyprint

from studyguide.formats.pdf.weasy.boxes import page_box
from studyguide.formats.pdf.weasy.patch_line_breaks import filling_lines
from studyguide.formats.pdf.weasy.patch_text_indent import indenting_lines
from studyguide.themes import theme

TEXT = "things that the other cannot. Twenty of the differences are set out in"


def words_on_lines(width: float, text: str = f"{TEXT} <em>Somewhere</em>", more: str = "") -> list[int]:
    """How many words stand on each line of a paragraph `width` points wide."""
    faces = theme.look("pdf").font_faces(lambda font: font.path.as_uri())
    css = f'{faces} @page {{ size: 500pt }} body {{ margin: 0; width: {width}pt; font: 10pt "Literata"; {more} }}'
    document = weasyprint.HTML(string=f"<style>{css}</style><p>{text}").render()
    html = page_box(document.pages[0]).children[0]
    lines = html.children[0].children[0].children
    return [sum(len(child.text.split()) for child in line.children if hasattr(child, "text")) for line in lines]


def widths() -> list[float]:
    """Widths around that of the run before the emphasis."""
    return [320 + step * 0.5 for step in range(80)]


def test_weasyprint_breaks_after_one_word_at_some_width() -> None:
    assert any(words_on_lines(width)[0] == 1 for width in widths())


def test_lines_are_filled_at_every_width() -> None:
    with filling_lines():
        found = [words_on_lines(width) for width in widths()]
    assert all(first > 8 for first, *_ in found)
    assert any(len(TEXT.split()) == first for first, *_ in found)


def fewest_words(width: float) -> int:
    """On any line but the last one, where letters and words are spaced out."""
    return min(words_on_lines(width, f"{TEXT} {TEXT}", "letter-spacing: 1pt; word-spacing: 2pt")[:-1])


def test_weasyprint_breaks_spaced_lines_after_one_word_at_some_width() -> None:
    assert min(map(fewest_words, widths())) == 1


def test_spaced_lines_are_filled_at_every_width() -> None:
    with filling_lines():
        assert min(map(fewest_words, widths())) > 5


def edges(direction: str, indent: int, first: str = "") -> list[tuple[float, float]]:
    """Where the words of each line begin and end, in a block from 40 to 240 pixels."""
    css = f"@page {{ size: 300px 400px; margin: 0 }} body {{ margin: 0 }} p {{ margin: 0 60px 0 40px; font-size: 10px; \
            text-indent: {indent}px; direction: {direction} }}"
    document = weasyprint.HTML(string=f"<style>{css}</style><p>{first}{'word ' * 60}last").render()
    lines = page_box(document.pages[0]).children[0].children[0].children[0].children
    inside = [[each for each in line.children if each.is_in_normal_flow()] for line in lines]
    return [
        (min(each.position_x for each in line), max(each.position_x + each.width for each in line)) for line in inside
    ]


def test_weasyprint_indents_no_line_from_right_to_left() -> None:
    first = edges("rtl", -30)[0]
    assert first[1] == pytest.approx(240), "patch_text_indent can go"
    assert first[0] < 40, "and so can its reason: lines that end outside their block"


@pytest.mark.parametrize("number", ["", '<b style="display: inline-block; width: 20px; text-indent: 0">1</b> '])
@pytest.mark.parametrize("indent", [-30, 0, 30])
def test_first_lines_begin_at_their_indent_in_both_directions(indent: int, number: str) -> None:
    with indenting_lines():
        left, right = (edges(direction, indent, number) for direction in ("ltr", "rtl"))
    assert [begin for begin, _ in left] == pytest.approx([40 + indent] + [40] * (len(left) - 1))
    assert [end for _, end in right] == pytest.approx([240 - indent] + [240] * (len(right) - 1))
    assert min(begin for begin, _ in right) > 39


def test_a_float_in_an_indented_line_stays_where_it_was() -> None:
    number = '<i style="float: right; width: 20px; text-indent: 0">1</i>'
    with indenting_lines():
        ours = edges("rtl", -30, number)
    assert max(end for _, end in ours) == pytest.approx(250)
