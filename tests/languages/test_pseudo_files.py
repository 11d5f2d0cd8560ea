"""In a pseudo-language, no Latin letter is left in Word documents, slides, quizzes and cards, but what importers read.

`tests/languages/test_pseudo_language.py` does the same for pages, e-books, web pages and sheets.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from studyguide import formats
from studyguide.build import Request, build, export_files, handout_files
from studyguide.build.checked_guide import sound
from studyguide.support import xhtml
from tests.exports import exported
from tests.pseudo_language import PseudoGuide, left

SPOKEN = ("alt", "aria-label", "aria-description", "title", "placeholder")
NAMES_IN_OFFICE = {"tblCaption", "tblDescription", "alias", "statusText", "helpText"}
PROPERTIES = {"title", "subject", "creator", "keywords", "description", "category", "lastModifiedBy", "Company"}
IDS = re.compile(r"\{1:SHORTANSWER:|\b(?:question-)?q-[a-z0-9-]+|(?:answer|gap)\d+(?:-\d+)?|\[gap\d\]")
FILE = re.compile(r"^[a-z0-9.-]+\.(?:csv|xlsx|docx|zip|txt|xml|apkg|tsv)$")
OPTION = re.compile(r"^[A-Z]\. ?|(?<=: )[A-Z](?:, [A-Z])*$")
"""The letters of options in a document for Microsoft Forms, which reads no others."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The specimen in the pseudo-language."""
    made = tmp_path_factory.mktemp("pseudo-files")
    PseudoGuide(made)
    return made


def in_office(file: Path) -> Iterator[str]:
    """What a Word document or a presentation shows or says: text, alternatives, captions and properties.

    Layouts and masters of slides are left out: PowerPoint shows prompts of its own for their placeholders.
    """
    with ZipFile(file) as archive:
        parts = {
            name: xhtml.parse(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml") and not re.search(r"Layouts?/|Masters?/", name)
        }
    for part, root in parts.items():
        for element in root.iter(etree.Element):
            name = etree.QName(element).localname
            if name == "t" or (part.startswith("docProps/") and name in PROPERTIES):
                yield element.text or ""
            if name in {"docPr", "cNvPr"}:
                yield from (element.get("descr", ""), element.get("title", ""))
            if name in NAMES_IN_OFFICE:
                yield from (value for key, value in element.attrib.items() if etree.QName(key).localname == "val")


def in_page(file: Path) -> Iterator[str]:
    """What a web page shows or says."""
    for element in html.fromstring(file.read_bytes()).iter(etree.Element):
        if element.tag not in {"style", "script"}:
            yield element.text or ""
        yield element.tail or ""
        yield from (element.get(name, "") for name in SPOKEN)


def test_no_word_of_the_program_is_in_word_documents(folder, tmp_path):
    guide = sound(folder)
    edition = guide.info.editions[0].id
    build(folder, Request(("docx",), tmp_path, edition))
    asked = handout_files.HandoutOptions("worksheets", tmp_path, edition=edition, formats=("docx",))
    requests = [each for each in handout_files.requests(guide, asked) if each.tier == "key"]
    for request in requests:
        handout_files.hand_out(guide, request)
    files = sorted(tmp_path.rglob("*.docx"))
    assert len(files) == len(requests) + 1 > 15
    assert {file.name: found for file in files if (found := left(list(in_office(file))))} == {}


def test_no_word_of_the_program_is_on_slides(folder, tmp_path):
    guide = sound(folder)
    asked = handout_files.HandoutOptions("slides", tmp_path, formats=tuple(formats.DECKS))
    kinds = {one.sheet.partition("-")[2].partition("-")[0]: one for one in handout_files.requests(guide, asked)}
    built = [each.path for one in kinds.values() for each in handout_files.hand_out(guide, one)]
    said = {file.name: [*(in_office if file.suffix == ".pptx" else in_page)(file)] for file in built}
    assert len(said) == 2 * len(kinds) > 10
    assert all(len(texts) > 15 for texts in said.values())
    assert {name: found for name, texts in said.items() if (found := left(texts))} == {}


def texts_of(file: Path) -> Iterator[str]:
    """The texts of an exported file, without ids and without the markup in them."""
    read = file.read_bytes()
    if file.suffix == ".zip":
        with ZipFile(io.BytesIO(read)) as archive:
            roots = [xhtml.parse(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
    else:
        roots = [xhtml.parse(read)] if file.suffix == ".xml" else []
    for root in roots:
        for element in root.iter(etree.Element):
            if etree.QName(element).localname != "file":  # a picture in it
                yield from (re.sub("<[^>]*>", "", text or "") for text in (element.text, element.tail))
    if file.suffix in {".csv", ".tsv"}:
        rows = csv.reader(read.decode("utf-8-sig").splitlines(keepends=True), delimiter="\t,"[file.suffix == ".csv"])
        yield from (cell for row in rows for cell in row)
    if file.suffix == ".txt":
        yield from re.split(r"[\n{}]", re.sub(r"<[^>]*>|\[html\]", "", read.decode("utf-8")))
    if file.suffix == ".docx":
        yield from (OPTION.sub("", text) for text in in_office(file))
    if file.suffix == ".xlsx":
        yield from in_office(file)
    if file.suffix == ".apkg":
        notes, _ = exported.deck(read)
        texts = [text for _, fields, tags in notes for text in (*fields[:2], *tags)]
        yield from (re.sub("<[^>]*>", "", text) for text in texts)


OF_PROGRAMS = {
    "blooket.csv": r"Blooket.*|Import Template|(?:Question|Answer|Time Limit|Correct Answer)\b.*",
    "canvas-qti-1.2.zip": r"IMS Content|[a-z]+(?:_[a-z]+)+|true|false|assignment",
    "gift.txt": r"\$CATEGORY: .*|::|TRUE|FALSE",
    "kahoot.xlsx": r"Quiz template|(?:Question|Answer \d|Time limit|Correct answer).*",
    "moodle.xml": r"\$course\$/.*|true|false|editor|ABCD",
    "qti-2.1.zip": r"QTIv2\.1 Package|points|(?:[LR]\d ?)+|S\d|true|false",
}
"""What those programs read, by pattern; people see none of it beside the questions."""


@pytest.mark.parametrize("command", ["quiz", "cards"])
def test_no_word_of_the_program_is_in_what_other_programs_import(command, folder, tmp_path):
    done = export_files.export(sound(folder), command, None, tmp_path)
    files = [file for file in done.path.iterdir() if file.suffix != ".json"]
    found = {}
    for file in files:
        texts = [IDS.sub("", text).strip() for text in texts_of(file)]
        assert len(texts) > 5, file
        known = OF_PROGRAMS.get(file.name, "(?!)")
        kept = [text for text in left(texts) if not re.fullmatch(known, text, re.DOTALL)]
        if file.name == "README.txt":
            kept = [text for text in kept if left([FILE.sub("", text.partition(": ")[0]), text.partition(": ")[2]])]
        if kept:
            found[file.name] = kept
    assert len(files) > 2
    assert found == {}
