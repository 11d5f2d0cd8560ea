"""Proof that a marker in an e-book stands before the very word that opens a printed page.

The pages are read by PDFium, which knows nothing of how they were made, and compared letter by letter with what follows
each marker. White space is left out on both sides, because every engine makes its own of it.
"""

import re
import zipfile
from dataclasses import dataclass

import pikepdf
from lxml import etree

from studyguide.support import xhtml
from tests import pdf_reader

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"

SVG = "{http://www.w3.org/2000/svg}"

LETTERS = 24
"""How many are compared: about the first five words."""

PASSED_OVER = {"footnote", "footnotes", "endnotes"}
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
PICTURES = {f"{XHTML}img", f"{SVG}svg"}
LOCATORS = r"[\d,–]*"
"""What print has in an index instead of the names of chapters, which a reader shows."""

CITED = r"(?:\[[^\]]*\]|\([^()]*\[[^\]]*\][^()]*\))"
"""What print has in place of the names of sources."""
CITED_END = r"(?:[^\[\]()]*[\])]+)?"
"""What print has of a citation that the page before begins, or that a marker stands behind."""
DOMAIN = r"(?:[\w-]+\.)*[\w-]*"
"""What print has in place of the address of a source."""
SHORTENED = {"citation": CITED, "sources": CITED, "url": DOMAIN, "locators": LOCATORS}

ON_SCREENS = "\N{NULL}"
"""Stands among the texts of an e-book for what print has otherwise: nothing behind it is compared."""

LIST_MARK = r"(?:\d+\.|[A-Z]\.|•|–)?"
PAGE_REF = re.compile(r"\(?\bp\.\s\d+\)?")


@dataclass(frozen=True)
class Marker:
    """A place in an e-book: the label of the page that begins there, and what that page begins with.

    `text` are the letters behind it, `word` those of the first word, `pattern` one of `text` where print may have more.
    `picture` are the letters in a picture that comes before any of them; None where none does. `is_otherwise` is true
    if the page is nothing but a table that the e-book has as a list: the next marker, or the end of the chapter, is at
    the same place.
    """

    label: str
    file: str
    word: str
    text: str
    pattern: str
    picture: str | None
    is_otherwise: bool = False


def disagreements(pdf, epub):
    """A line for each page that does not open with what follows its marker, or has no marker, and of any disorder."""
    pages, found = logical(pdf), markers(epub)
    if [(each.file, each.label) for each in found] != page_list(epub):
        yield "The page list does not lead to the markers in their order."
    by_label = {marker.label: marker for marker in found}
    yield from (f"p. {label} is marked, but not printed" for label in by_label if label not in pages)
    before, begun = "", False
    for label, text in pages.items():
        begun = begun or label in by_label
        if label in by_label and not agree(text, by_label[label], before):
            yield f"p. {label} begins “{text[:LETTERS]}”, and its marker “{by_label[label].text}”"
        elif label not in by_label and begun and text:
            yield f"p. {label} has no marker, and begins “{text[:LETTERS]}”"
        before = text


def agree(text, marker, before):
    """Whether a page opens with what follows a marker. A word that is divided between two pages begins on the first."""
    if marker.is_otherwise or re.match(marker.pattern, text) or (marker.picture and text.startswith(marker.picture)):
        return True
    starts = (marker.word[:size] for size in range(1, min(len(marker.word), LETTERS // 2)))
    return any(f"{start}-" in before and re.match(marker.pattern, start + text) for start in starts)


def printed(pdf):
    """The letters of each page, in the order in which they are drawn, by the label that a viewer shows.

    Running heads and page numbers come last.
    """
    return dict(zip(_labels(pdf), map(letters, pdf_reader.pages(pdf)), strict=True))


def logical(pdf):
    """The letters of each page as a voice reads them, by its label; without notes, heads and page numbers.

    What is beside a name on paper, such as who plays somebody, or drawn before it, may follow it there.
    """
    return dict(zip(_labels(pdf), map(letters, pdf_reader.logical(pdf)), strict=True))


def _labels(pdf):
    with pikepdf.open(pdf) as file:
        return [page.label for page in file.pages]


def misnumbered(pdf, title):
    """Labels of pages that print another number, before or after the title at their foot; blank backs print none."""
    pages = list(printed(pdf).items())[1:]  # the cover has none
    return [label for label, text in pages if text and not text.removesuffix(letters(title)).endswith(label)]


def letters(text):
    """A text without white space, what is invisible, and references to pages."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", PAGE_REF.sub("", text))


def markers(epub):
    """All markers, in the order in which an e-reader meets them."""
    return [marker for name, root in spine(epub) for marker in _markers(name, root)]


def page_list(epub):
    """Where the page list leads: the file and the label of each entry."""
    for _, root in spine(epub):
        for nav in root.iter(f"{XHTML}nav"):
            if nav.get(f"{EPUB}type") == "page-list":
                return [(link.get("href").partition("#")[0], link.text) for link in nav.iter(f"{XHTML}a")]
    return []


def spine(epub):
    """The files of a book by name, parsed, in reading order."""
    with zipfile.ZipFile(epub) as book:
        package = etree.fromstring(book.read("EPUB/content.opf"))
        files = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        names = [files[each.get("idref")] for each in package.iter("{*}itemref")]
        return [(name, etree.fromstring(book.read(f"EPUB/{name}"))) for name in names]


def _markers(name, root):
    found, parts = [], []
    _read(root.find(f"{XHTML}body"), found, parts)
    for place, (element, start) in enumerate(found):
        head = next((table.find(f"{XHTML}thead") for table in element.iterancestors(f"{XHTML}table")), None)
        text, pattern = _opening(parts[start:])
        word = next(iter("".join(part for part, is_sure in parts[start:] if is_sure).split(maxsplit=1)), "")
        outside = "".join(_before(each) for each in element.iterancestors(f"{XHTML}li", f"{XHTML}td"))
        pattern = _maybe(_text(head)) + _shortened_before(element) + outside + pattern
        till = found[place + 1][1] if place + 1 < len(found) else None
        is_otherwise = not any(letters(own) for own, is_sure in parts[start:till] if is_sure)
        label, picture = element.get("aria-label"), _picture(parts[start:])
        yield Marker(label, name, letters(word), text, pattern, picture, is_otherwise)


def _read(element, found, parts):
    """Note markers, with the number of parts in front of them; a part is a text, and whether print must have it."""
    kinds = set(element.get(f"{EPUB}type", "").split())
    if "pagebreak" in kinds:
        found.append((element, len(parts)))
    elif (instead := _otherwise(element, kinds)) is not None:
        parts.append((instead, False))
    elif not kinds & PASSED_OVER and str(element.tag).startswith(XHTML):
        parts.append((_before(element), False))
        parts.append((element.text or "", True))
        for child in element:
            _read(child, found, parts)
    if element.tag == f"{XHTML}header":
        parts.append((_sections(element.getparent()), False))
    parts.append((element.tail or "", True))


def _otherwise(element, kinds):
    """A pattern for an element that print may lack or have otherwise; None for any other."""
    classes, text = element.get("class", "").split(), _text(element)
    if "screen-only" in classes:
        return ON_SCREENS
    if element.tag in PICTURES:
        return PICTURE + "".join(map(_text, element.iter(f"{SVG}text")))
    if "spoiler" in classes:  # print has one word of it, and may have it elsewhere
        return f"(?:{'|'.join(map(re.escape, (text, letters(element.get('data-pill', '')))))})?"
    shorter = next((SHORTENED[name] for name in classes if name in SHORTENED), None)
    if shorter is not None:
        return f"(?:{re.escape(text)}|{shorter})"
    return _maybe(text) if _is_left_out(element, kinds, classes) else None


def _is_left_out(element, kinds, classes):
    """Whether print may leave an element out: the head of a table, a caption below a heading, a question, a mark."""
    is_caption = element.tag == f"{XHTML}caption" and "in-brief" in element.getparent().get("class", "").split()
    is_mark = "noteref" in kinds and (element.text or "").isdigit()
    return element.tag == f"{XHTML}thead" or is_caption or is_mark or "asked" in classes


def _sections(chapter):
    """What print has below the title of a chapter: a line with its sections."""
    headings = "|".join(re.escape(_text(each)) for each in chapter.iter(f"{XHTML}h2"))
    return f"(?:(?:{headings})·?)*" if headings else ""


def _shortened_before(marker):
    """What print may still have of a citation or an address that a marker stands behind."""
    before = marker.getprevious()
    if before is None or (before.tail or "").strip():
        return ""
    return {"url": DOMAIN, "citation": CITED_END, "sources": CITED_END}.get(before.get("class"), "")


def _before(element):
    """What print may write before an element."""
    if element.tag == f"{XHTML}li":
        return LIST_MARK
    return _maybe(letters(element.get("data-label", "")) + ":") if element.get("data-label") else ""


def _opening(parts):
    """The first letters of some parts, and their pattern."""
    text, pattern = "", ""
    for part, is_sure in parts:
        if part == ON_SCREENS and text:
            break
        if part.startswith((PICTURE, ON_SCREENS)):  # its letters are printed where it stands
            pattern += _maybe(letters(part[1:]))
            continue
        taken = letters(part)[: LETTERS - len(text)] if is_sure else part
        text += taken if is_sure else ""
        pattern += re.escape(taken) if is_sure else taken
        if len(text) == LETTERS:
            break
    return text, pattern


def _picture(parts):
    """The first letters in a picture that comes before any others."""
    first = next((part for part, is_sure in parts if part.startswith(PICTURE) or (is_sure and letters(part))), "")
    return first.removeprefix(PICTURE)[:LETTERS] if first.startswith(PICTURE) else None


def _maybe(text):
    return f"(?:{re.escape(text)})?" if text else ""


def _text(element):
    return letters("".join(element.itertext())) if element is not None else ""


def moved(epub, target, words):
    """Write a copy of a book whose markers all stand a word further on (`words` is 1) or back (-1).

    One that has no words of its own is left out. Returns the labels of those that could be moved or left out.
    """
    labels, trees = set(), dict(spine(epub))
    otherwise = {marker.label for marker in markers(epub) if marker.is_otherwise}
    for root in trees.values():
        for marker in [
            each for each in root.iter(f"{XHTML}span", f"{XHTML}div") if each.get(f"{EPUB}type") == "pagebreak"
        ]:
            if marker.get("aria-label") in otherwise:
                xhtml.remove(marker)
                labels.add(marker.get("aria-label"))
            elif _move(root, marker, words):
                labels.add(marker.get("aria-label"))
    with zipfile.ZipFile(epub) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            tree = trees.get(name.removeprefix("EPUB/"))
            copy.writestr(name, book.read(name) if tree is None else etree.tostring(tree))
    return labels


def _move(root, marker, words):
    """Take a marker over the nearest word; False if there is none in that direction."""
    texts = list(_texts(root.find(f"{XHTML}body")))
    here = next(number for number, (holder, kind) in enumerate(texts) if holder is marker and kind == "tail")
    ways = texts[here:] if words > 0 else texts[:here][::-1]
    found = next(((holder, kind) for holder, kind in ways if re.search("[^\\W\\d]", getattr(holder, kind) or "")), None)
    if found is None:
        return False
    holder, kind = found
    text = getattr(holder, kind)
    cut = re.match(r"\s*\S+\s*", text).end() if words > 0 else re.search(r"\S+\s*$", text).start()
    twin = root.makeelement(marker.tag, dict(marker.attrib))
    twin.tail = text[cut:]
    setattr(holder, kind, text[:cut])
    parent, place = (holder, 0) if kind == "text" else (holder.getparent(), holder.getparent().index(holder) + 1)
    parent.insert(place, twin)
    xhtml.remove(marker)
    return True


def _texts(element):
    """Where texts are kept, in the order of reading: elements, and which of their texts. Notes are left out."""
    if not set(element.get(f"{EPUB}type", "").split()) & PASSED_OVER:
        yield element, "text"
        for child in list(element):
            yield from _texts(child)
    yield element, "tail"
