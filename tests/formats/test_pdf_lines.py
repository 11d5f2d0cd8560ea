"""No line of a paragraph ends after one word because a link follows in it, or because its letters are spaced."""

import weasyprint

from studyguide.formats.pdf.weasy.boxes import page_box
from studyguide.formats.pdf.weasy.patch_line_breaks import filling_lines
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
