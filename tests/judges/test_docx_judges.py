"""Every judge of a Word document can say no."""

import zipfile
from pathlib import Path

import docx_judges
import pypdfium2
import pytest
from verdict import NoReportError, program, run

from studyguide import handouts
from studyguide.build import Request, build
from studyguide.build.checked_guide import sound
from studyguide.editions.select import find
from studyguide.formats import docx
from studyguide.handouts.sheet import Tier
from studyguide.themes import theme
from tests import few_chapters

PARTS = "word/document.xml", "word/numbering.xml"

# judge, part, what is in it, what it becomes, words of the finding
SPOILED = {
    "a paragraph in a section's properties": (
        "openxml-audit",
        PARTS[0],
        b"<w:titlePg/></w:sectPr>",
        b"<w:p/></w:sectPr>",
        "Unexpected element",
    ),
    "a list that is not there": (
        "openxml-audit",
        PARTS[1],
        b'<w:abstractNumId w:val="1"/>',
        b'<w:abstractNumId w:val="99"/>',
        "99",
    ),
    "a part that is not XML": ("integrity", PARTS[0], b"</w:body>", b"", "document.xml"),
}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    folder = tmp_path_factory.mktemp("word")
    (built,) = build(few_chapters.guide(folder / "guide"), Request(("docx",), folder / "build"))
    return built.path


def spoiled(document: Path, target: Path, part: str, before: bytes, after: bytes) -> Path:
    """Write the document with other words in one part."""
    with zipfile.ZipFile(document) as good, zipfile.ZipFile(target, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            assert name != part or before in content
            bad.writestr(name, content.replace(before, after, 1) if name == part else content)
    return target


def test_a_good_document_passes(document):
    for judge in docx_judges.JUDGES.values():
        assert judge(document).findings == ()


@pytest.mark.parametrize("case", SPOILED)
def test_a_spoiled_document_fails(document, tmp_path, case):
    judge, part, before, after, words = SPOILED[case]
    verdict = docx_judges.JUDGES[judge](spoiled(document, tmp_path / "bad.docx", part, before, after))
    assert words in "\n".join(verdict.findings)
    assert str(verdict).startswith("FAIL")


def test_what_is_no_document_is_not_laid_out(tmp_path):
    file = tmp_path / "bad.docx"
    file.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(NoReportError):
        docx_judges.libreoffice(file)


def test_every_lesson_plan_and_letter_is_one_page_in_libreoffice_too(tmp_path):
    whole = sound(Path(__file__).parents[2] / "guide")
    edition = find(whole, "teacher")
    single = [name for name in handouts.names(whole, edition, "lessons") if not name.startswith("route-")]
    look = theme.look("docx", is_sheet=True)
    for name in single:
        docx.write(handouts.publish(whole, edition, name, Tier.CORE), look, tmp_path / f"{name}.docx")
    files = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    office = program("soffice", "libreoffice")
    run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files, timeout=600)
    pages = {}
    for path in files:
        with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
            pages[path.stem] = len(document)
    assert len(pages) > 20
    assert {name for name, count in pages.items() if count > 1} == set()
