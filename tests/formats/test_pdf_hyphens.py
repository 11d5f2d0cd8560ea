"""Hyphens at the ends of lines are soft: who copies, searches or hears the text gets whole words."""

import re

import pikepdf
import pypdfium2
import pytest
from pdf_samples import publication

from studyguide.formats import pdf
from studyguide.themes import theme

WORDS = "Incomprehensibilities internationalisation counterrevolutionaries misunderstanding"
SHY = "extra\N{SOFT HYPHEN}ordinary "
TEXT = f"<p>{f'{WORDS} ' * 12}</p><p lang='en'>{f'<em>{WORDS}</em>, ' * 6}</p><p>{SHY * 60}</p>"
WRITTEN = f"<p>{'up-to-date and state-of-the-art ' * 60}</p>"
SOFT = re.compile(rb"/Span\s*<<\s*/ActualText\s*<FEFF00AD>\s*>>\s*BDC\s*\[<[0-9a-f]{4}>-?\d*\]\s*TJ\s*EMC")


def printed(target, text=TEXT, look="quiet"):
    """The number of soft hyphens, and of lines that end in any."""
    pdf.write(publication(text), theme.look("pdf", theme=look), target)
    with pikepdf.open(target) as file:
        soft = sum(len(SOFT.findall(page.Contents.read_bytes())) for page in file.pages)
    with pypdfium2.PdfDocument(target) as document:
        read = "".join(page.get_textpage().get_text_range() for page in document)
    return soft, len(re.findall("\x02|\ufffe|\N{SOFT HYPHEN}|-(?=\\s*\\n)", read))


@pytest.mark.parametrize("look", ["quiet", "large-print"])
def test_hyphens_of_divided_words_are_soft(tmp_path, look):
    soft, ends = printed(tmp_path / "a.pdf", look=look)
    assert soft == ends
    assert soft > (10 if look == "quiet" else 0)  # the other divides only where authors say so


def test_hyphens_that_were_written_stay_as_they_are(tmp_path):
    soft, ends = printed(tmp_path / "a.pdf", WRITTEN)
    assert soft == 0
    assert ends > 3


def test_soft_breaks_do_not_change_drawings(tmp_path, monkeypatch):
    soft, _ = printed(tmp_path / "soft.pdf")
    monkeypatch.setattr("studyguide.formats.pdf.weasy.patch_line_breaks.mark", lambda *_line: None)
    hard, _ = printed(tmp_path / "hard.pdf")
    assert (soft > 10, hard) == (True, 0)
    assert images(tmp_path / "soft.pdf") == images(tmp_path / "hard.pdf")


def images(path):
    with pypdfium2.PdfDocument(path) as document:
        return [bytes(page.render(scale=1).buffer) for page in document]
