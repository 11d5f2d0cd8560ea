"""The parts of the package beside the text and the styles: numbering, settings, fonts, notes, header and footer."""

from collections.abc import Iterable, Sequence

from studyguide import markdown
from studyguide.formats.docx.design import ALIKE, KINDS, SUBSTITUTES, Design
from studyguide.formats.docx.state import FIRST_LIST
from studyguide.formats.docx.style_table import (
    BOXES,
    BULLETS,
    CAPITALS,
    DEEP,
    LETTERS,
    LEVELS,
    LIST,
    NUMBERS,
    STEPS,
    TASKS,
    TEXT,
)
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import field, fragment, paragraph, run, told_runs, val, w
from studyguide.publication import Publication
from studyguide.support import xhtml
from studyguide.support.xhtml import Element


def numbering(lists: Iterable[tuple[int, int, int]]) -> Element:
    """numbering.xml (17.9): the lists of styles, and those that begin anew, as `State.lists` has them."""
    levels = {
        BULLETS: [
            _level(n, "bullet", "•–·"[n], (LIST + TEXT * n, 284), _style("List Bullet", n)) for n in range(LEVELS)
        ],
        NUMBERS: [_counted("decimal", n, _style("List Number", n)) for n in range(LEVELS)],
        TASKS: [
            _level(0, "decimal", "%1.", (TEXT, TEXT), "Question"),
            _level(1, "upperLetter", "☐ %2", (DEEP + 200, 654), "Choice"),
            _level(2, "lowerLetter", "%3", (DEEP, 454), "QuestionPart"),
        ],
        CAPITALS: [_counted("upperLetter", n) for n in range(LEVELS)],
        LETTERS: [_counted("lowerLetter", n) for n in range(LEVELS)],
        BOXES: [_level(0, "bullet", "☐", (DEEP, 454), "TickBox")],
        STEPS: [_level(0, "upperLetter", "%1", (DEEP, 454))],
    }
    root = fragment("<w:numbering/>")
    for number, found in levels.items():
        head = f'<w:nsid w:val="{0x53544700 + number:08X}"/><w:multiLevelType w:val="multilevel"/>'
        root.append(fragment(f'<w:abstractNum w:abstractNumId="{number}">{head}{"".join(found)}</w:abstractNum>'))
    root.extend([w("num", val("abstractNumId", number), numId=number) for number in levels])
    for number, (like, level, first) in enumerate(lists, FIRST_LIST):
        begin = w("lvlOverride", val("startOverride", first), ilvl=level)
        root.append(w("num", val("abstractNumId", like), begin, numId=number))
    return root


def _style(name: str, level: int) -> str:
    return style_id(f"{name} {level + 1}" if level else name)


def _counted(form: str, level: int, style: str = "") -> str:
    dot = "." if form == "decimal" else ""
    return _level(level, form, f"%{level + 1}{dot}", (LIST + TEXT * level, LIST), style)


def _level(level: int, form: str, text: str, indents: tuple[int, int], style: str = "") -> str:
    """A level of a list, linked to a style. Letters and the numbers of tasks are bold."""
    left, hanging = indents
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    bold = "<w:rPr><w:b/></w:rPr>" if form.endswith("Letter") or style == "Question" else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{bold}</w:lvl>'
    )


def settings(language: str, *, updates: bool) -> Element:
    """settings.xml (17.15), in the mode of Word 2013 and later; `updates`: whether Word offers to update fields."""
    bidi = f' w:bidi="{language}"' if markdown.direction(language) else ""
    update = '<w:updateFields w:val="true"/>' if updates else ""
    return fragment(
        '<w:settings><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{update}'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{language}"{bidi}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts(design: Design) -> Element:
    """fontTable.xml (17.8): each family, its kind, and the font to use where it is not installed.

    A school's own font is installed at the school; we do not know its kind.
    """
    found: dict[str, str] = {}
    for role, family in design.fonts.items():
        if family != design.foreign:
            found[family] = KINDS[role]  # a family for text and labels is one without serifs
    own = w("font", val("family", "auto"), val("pitch", "default"), name=design.foreign) if design.foreign else None
    return w(
        "fonts",
        own,
        *(
            w(
                "font",
                val("altName", ALIKE.get(family, SUBSTITUTES[kind])),
                val("family", kind),
                val("pitch", "fixed" if kind == "modern" else "variable"),
                name=family,
            )
            for family, kind in found.items()
        ),
    )


def footnotes(notes: Sequence[Element]) -> Element:
    """footnotes.xml (17.11): the lines above notes, and the notes."""
    kinds = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    lines = (w("footnote", w("p", w("r", w(line))), type=kind, id=number) for kind, number, line in kinds)
    return w("footnotes", *lines, *notes)


def header(publication: Publication) -> Element:
    """The header of a guide: its title, and its edition."""
    about = publication.metadata
    title = told_runs(about.title_on_page or about.title)
    return w("hdr", paragraph("Header", *title, w("r", w("tab")), run(about.edition)))


def footer(publication: Publication, root: Element) -> Element:
    """The footer: the title, the tier of a sheet, the page and the number of pages. `root` is the first section."""
    head = next(iter(root.iter("header")), None) if publication.is_sheet else None
    left, tier = publication.metadata.title, ""
    if head is not None and head.get("data-sheet"):
        left, tier = f"{head.get('data-guide')} · {head.get('data-sheet')}", str(head.get("data-tier"))
    numbers = [*field("PAGE", "1"), run(" / "), *field("NUMPAGES", "1")]
    shown = [run(f"{tier}\u2003")] if tier else []
    return w("ftr", paragraph("Footer", run(left), w("r", w("tab")), *shown, *numbers))


def core(publication: Publication) -> Element:
    """core.xml: Dublin Core of the document (ECMA-376 Part 2, 11). Its dates are the guide's, not the clock's."""
    about, labels = publication.metadata, publication.labels
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    root = xhtml.parse(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="{dc}" xmlns:dcterms="{terms}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
    for name, value in {
        "title": about.title
        if publication.is_sheet
        else labels.say("text.colon", head=about.title, text=about.edition),
        "subject": "; ".join(about.subjects),
        "creator": "; ".join(about.authors),
        "description": f"{about.rights} {about.licence or ''}".strip(),
        "identifier": about.identifier,
        "language": about.language,
    }.items():
        xhtml.append(root, f"{{{dc}}}{name}", {}).text = value
    kind = {"{http://www.w3.org/2001/XMLSchema-instance}type": "dcterms:W3CDTF"}
    for name in ("created", "modified"):
        xhtml.append(root, f"{{{terms}}}{name}", kind).text = f"{about.date.isoformat()}T00:00:00Z"
    return root
