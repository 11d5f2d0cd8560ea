"""Direction: a document in a language that is written from right to left, such as Hebrew or Arabic.

Word does not find the direction of letters by itself: each paragraph, table and run says it (ECMA-376 Part 1, 17.3.1.6,
17.4.1, 17.3.2.30). What the format calls left is then the side where lines begin, except in the borders of paragraphs.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import groupby

from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import W, val, w
from studyguide.publication import directions
from studyguide.support.xhtml import Element

LETTERS = {"Georgia": "Times New Roman"}
"""The font for Hebrew and Arabic letters in place of one that lacks them; Arial and Courier New have both."""
_TEXTS = ("document", "footnotes", "header", "footer")
_BEFORE_BIDI = frozenset(
    f"{{{W}}}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs")
)
_AFTER_RTL = f"{{{W}}}lang"
_PAIRS = (("b", "bCs"), ("i", "iCs"))
"""Properties of a run, each with the one that Word reads in its place in runs from right to left."""


def turn(parts: Mapping[str, Element]) -> None:
    """Change the parts of a document by their names: everything in them runs from right to left."""
    for name in _TEXTS:
        for paragraph in parts[name].iter(f"{{{W}}}p") if name in parts else ():
            _turn_paragraph(paragraph)
    for properties in parts["document"].iter(f"{{{W}}}tblPr"):
        properties.insert(1, w("bidiVisual"))
    for section in parts["document"].iter(f"{{{W}}}sectPr"):
        section.append(w("bidi"))
    for name in (*_TEXTS, "numbering"):
        for properties in parts[name].iter(f"{{{W}}}rPr") if name in parts else ():
            _pair(properties)
    _turn_styles(parts["styles"])
    _turn_fonts(parts["theme"])


def _turn_paragraph(paragraph: Element) -> None:
    properties = paragraph.find(f"{{{W}}}pPr")
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    runs = [run for run in paragraph.iter(f"{{{W}}}r") if run.find(f"{{{W}}}t") is not None]
    ways = _ways(runs)
    if properties.find(f"{{{W}}}bidi") is None:
        style = properties.find(f"{{{W}}}pStyle")
        is_code = style is not None and style.get(f"{{{W}}}val") == style_id("HTML Preformatted")
        before = sum(1 for each in properties if each.tag in _BEFORE_BIDI)
        properties.insert(before, w("bidi", val=0) if is_code and not any(ways) else w("bidi"))
    taken = iter(ways)
    for run in runs:
        _split(run, taken)


def _ways(runs: Iterable[Element]) -> list[bool]:
    """Whether each letter of the runs of a paragraph runs from right to left, with what is between such letters."""
    found: list[bool] = []
    texts = [("".join(each.text or "" for each in run.iter(f"{{{W}}}t")), _is_left(run)) for run in runs]
    for is_left, group in groupby(texts, key=lambda text: text[1]):
        text = "".join(words for words, _ in group)
        ways = [not is_left] * len(text)
        for start, end in () if is_left else directions.passages(text):
            ways[start:end] = [False] * (end - start)
        found += ways
    return found


def _is_left(run: Element) -> bool:
    """Whether a run says that it is from left to right."""
    said = run.find(f"{{{W}}}rPr/{{{W}}}rtl")
    return said is not None and said.get(f"{{{W}}}val") == "0"


def _split(run: Element, ways: Iterator[bool]) -> None:
    """Divide a run where the direction of its letters changes, and say of each part where it runs."""
    properties = run.find(f"{{{W}}}rPr")
    if properties is not None:
        run.remove(properties)
        for said in properties.findall(f"{{{W}}}rtl"):
            properties.remove(said)
    made: list[tuple[bool, Element]] = []
    for is_right, child in _parts(run, ways):
        if not made or made[-1][0] != is_right:
            made.append((is_right, w("r", _properties(properties, is_right=is_right))))
        made[-1][1].append(child)
    for _, each in made:
        run.addprevious(each)
    run.getparent().remove(run)


def _parts(run: Element, ways: Iterator[bool]) -> Iterator[tuple[bool, Element]]:
    """The content of a run in pieces of one direction; anything else runs as the text before it."""
    is_right = True
    for child in list(run):
        if child.tag != f"{{{W}}}t":
            yield is_right, child
            continue
        for is_right, letters in groupby(zip(child.text or "", ways, strict=False), key=lambda pair: pair[1]):
            yield is_right, w("t", text="".join(letter for letter, _ in letters))


def _properties(properties: Element | None, *, is_right: bool) -> Element | None:
    """The properties of a part of a run."""
    if properties is None and not is_right:
        return None
    made = w("rPr") if properties is None else deepcopy(properties)
    if is_right:
        after = made.find(_AFTER_RTL)
        made.insert(len(made) if after is None else made.index(after), w("rtl"))
    return made


def _pair(properties: Element) -> None:
    """Say bold and slanted again for letters from right to left."""
    for name, other in _PAIRS:
        found = properties.find(f"{{{W}}}{name}")
        if found is not None and properties.find(f"{{{W}}}{other}") is None:
            said = found.get(f"{{{W}}}val")
            found.addnext(w(other) if said is None else val(other, said))


def _turn_styles(styles: Element) -> None:
    """Let new paragraphs run from right to left too; code does not."""
    for style in styles.iter(f"{{{W}}}style"):
        name = style.get(f"{{{W}}}styleId")
        if name == "Normal":
            style.append(w("pPr", w("bidi")))
    for letters in styles.iter(f"{{{W}}}rFonts"):
        found = letters.get(f"{{{W}}}cs")
        if found in LETTERS:
            letters.set(f"{{{W}}}cs", LETTERS[found])


def _turn_fonts(theme: Element) -> None:
    """Name a font for letters from right to left: that of Latin ones, or one like it."""
    for fonts in theme.iter("{*}majorFont", "{*}minorFont"):
        latin, _, complex_script = fonts
        family = str(latin.get("typeface"))
        complex_script.set("typeface", LETTERS.get(family, family))
