"""What outloud says of lines that repeat is looked at twice: furniture that is tagged still fails."""

import pdf_judges
import pytest
import weasyprint

pytestmark = pytest.mark.judge

PAGE = "<section style='break-before: page'>{}</section>"
HEAD = (
    "<html lang=en><title>A title</title><style>@page {{ size: 300pt 400pt; margin: 20pt }}</style><h1>A title</h1>{}"
)


def paper(path, *pages):
    html = HEAD.format("".join(PAGE.format(page) for page in pages))
    weasyprint.HTML(string=html).write_pdf(path, pdf_variant="pdf/ua-1")
    return path


def said(path, rule="PAG-001"):
    return [finding for finding in pdf_judges.outloud(path).findings if rule in finding]


def test_a_running_head_among_the_text_fails(tmp_path):
    pages = [f"<p>The name of the guide</p><p>Words of page {chr(65 + n)}</p>" for n in range(7)]
    assert said(paper(tmp_path / "a.pdf", *pages))


def test_a_running_head_fails_that_is_a_line_of_the_text_once(tmp_path):
    pages = [f"<p>The name of the guide</p><p>Words of page {chr(65 + n)}</p>" for n in range(7)]
    pages[3] += "<p style='margin: 150pt 0 0'>The name of the guide</p>"
    assert said(paper(tmp_path / "a.pdf", *pages))


def test_a_page_number_among_the_text_fails(tmp_path):
    assert said(paper(tmp_path / "a.pdf", *(f"<p>{n}</p><p>Words of page {chr(65 + n)}</p>" for n in range(7))))


@pytest.mark.parametrize(
    "page",
    [
        "<h2 style='margin: 0; font-size: 12pt'>Step by step</h2><p>Words {}</p>",
        "<p>Chapter 1</p><h2>Title {}</h2><p>Words</p>",
        "<p>Evidence</p><p style='margin: 150pt 0 0'>Words {}</p><p>Evidence</p>",
        "<ul><li>Read it again</li><li>Words {}</li></ul>",
    ],
)
def test_labels_that_repeat_are_content(tmp_path, page, monkeypatch):
    path = paper(tmp_path / "a.pdf", *(page.format(chr(65 + n)) for n in range(7)))
    assert not said(path)
    monkeypatch.setattr(pdf_judges, "explained", lambda *_: False)
    assert said(path)  # outloud alone takes it for a running head


def with_foot(path, words):
    from studyguide.formats.pdf.weasy import patch_tags

    style = f"<style>@page {{ @bottom-left {{ content: '{words}'; font-size: 6pt }} }}</style>"
    title = "<title>A guide to a film · Before you watch: key</title>"
    html = f"<html lang=en>{title}{style}<h1>Before you watch: key</h1><p>Text"
    document = weasyprint.HTML(string=html).render()
    with patch_tags.tagging(document):
        document.write_pdf(path, finisher=patch_tags.finish, pdf_variant="pdf/ua-1")
    return path


@pytest.mark.parametrize(
    ("foot", "fails"),
    [
        ("A guide to a film · Before you watch: key For teachers 1 / 1", False),
        ("words of prose that are in no title at all", True),
    ],
)
def test_a_foot_of_titles_is_in_order(tmp_path, foot, fails):
    assert bool(said(with_foot(tmp_path / "a.pdf", foot), "TAG-002")) is fails
