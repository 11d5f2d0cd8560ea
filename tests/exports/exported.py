"""Readers of exported files that are not ours where there is one, and small ones where there is none."""

import csv
import html
import io
import re
import sqlite3
import zipfile
from contextlib import closing

import openpyxl
from lxml import etree

QTI = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1", "c": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(markup):
    """The words of a piece of HTML."""
    spaced = re.sub(r"<(br|/p|/li|/td|/th|/blockquote)\b", r" <\1", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", spaced)).split())


def moodle(content):
    """Each question by its name: its element."""
    root = etree.fromstring(content)
    return {each.findtext("name/text"): each for each in root.iter("question") if each.get("type") != "category"}


def moodle_texts(content):
    """The words of every text; of gaps, those of the text around them, and each right word."""
    for question in moodle(content).values():
        for part in question.iter():
            text = part.findtext("text") or ""
            if question.get("type") == "cloze" and part.tag == "questiontext":
                yield from map(words, re.split(r"\{1:SHORTANSWER:(?:\\.|[^\\}])*\}", text))
                answers = re.findall(
                    r"=((?:\\.|[^~}\\])*)", "".join(re.findall(r"\{1:SHORTANSWER:(.*?)(?<!\\)\}", text))
                )
                yield from (html.unescape(re.sub(r"\\(.)", r"\1", answer)) for answer in answers)
            elif part.get("format") == "html":
                yield words(text)
            else:
                yield text.replace(r"\*", "*") if question.get("type") == "shortanswer" else text


def canvas_texts(content):
    """The words of every text."""
    for item in canvas(content).values():
        for text in item.iter(f"{{{QTI['c']}}}mattext"):
            yield words(text.text or "") if text.get("texttype") == "text/html" else text.text or ""


def gift(content):
    """Each item by its title: the text before its answers, and the answers with their sign (``=``, ``~``, ``{``)."""
    found = {}
    for block in content.decode().split("\n\n"):
        match = re.match(r"::(.*?)(?<!\\)::\[html\](.*?)(?<!\\)\{(.*)(?<!\\)\}", block, re.DOTALL)
        if match:
            general = re.split(r"\n####", match[3])
            answers = re.findall(r"([=~])((?:\\.|[^=~\\])*)", general[0], re.DOTALL)
            found[match[1]] = _read(match[2]), [(sign, _read(text)) for sign, text in answers], _read(match[3])
    return found


def _read(text):
    return re.sub(r"\\([\\~=#{}:])", r"\1", text).strip()


def qti(content):
    """Each item of a QTI 2.1 package by its id: its element."""
    files = unzipped(content)
    items = [etree.fromstring(text) for name, text in files.items() if name.startswith("items/")]
    return {each.get("identifier"): each for each in items}


def canvas(content):
    """Each item of a package for Canvas by its id: its element."""
    (name,) = (name for name in unzipped(content) if name.endswith(".xml") and name.count("/") and "meta" not in name)
    return {each.get("ident"): each for each in etree.fromstring(unzipped(content)[name]).iter(f"{{{QTI['c']}}}item")}


def sheet(content):
    """The rows of a spreadsheet below the headings, without empty cells at the end, and whether a cell is a formula."""
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(min_row=9))
    assert all(cell.data_type in {"s", "n"} for row in rows for cell in row)
    return [[cell.value for cell in row] for row in rows]


def table(content):
    """The rows of a CSV file below two rows of headings."""
    return list(csv.reader(io.StringIO(content.decode(), newline="")))[2:]


def document(content):
    """Each paragraph of a Word document: the name of its style, and its text."""
    files = unzipped(content)
    styles = etree.fromstring(files["word/styles.xml"])
    names = {each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val") for each in styles.iter(f"{W}style")}
    found = etree.fromstring(files["word/document.xml"]).iter(f"{W}p")
    return [(names[each.find(f"{W}pPr/{W}pStyle").get(f"{W}val")], "".join(each.itertext())) for each in found]


def deck(content):
    """The notes of an Anki package: guid, fields and tags; and the number of cards."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(unzipped(content)["collection.anki2"])
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        notes = database.execute("SELECT guid, flds, tags FROM notes ORDER BY id").fetchall()
        cards = database.execute("SELECT count(*) FROM cards, notes WHERE nid = notes.id").fetchone()[0]
    return [(guid, fields.split("\x1f"), tags.split()) for guid, fields, tags in notes], cards


def unzipped(content):
    """Name to content of each file in an archive, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
