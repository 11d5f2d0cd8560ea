"""The table of styles. Word's own names are used where Word has a style, and ours where it lacks one.

A style says everything about its paragraphs, so a teacher who changes a style changes all of them at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from studyguide.formats.docx.design import Design

BULLETS, NUMBERS, TASKS, CAPITALS, LETTERS, BOXES, STEPS = range(1, 8)
"""The lists that styles are linked to, by their numbers in numbering.xml (``w:numId``)."""
TASK, CHOICE, PART = range(3)
"""The levels of the list of tasks: its numbers, the choices of each, and the parts of each."""
LIST, TEXT, DEEP = 397, 510, 964
"""Indents of a list, of a task, and of the choices in it, in twips; a list in a task begins where its text does."""
LEAST = 19
"""The least size of letters in tables, in half points."""
HEADINGS = ("heading 1", "heading 2", "heading 3", "Small heading 2", "Small heading 3")
LABELS = ("Label", "Chapter label", "Chapter label below")
"""The styles of labels, which stay with the heading or the text below."""
STARTS = (*HEADINGS, "Chapter label", "Chapter label below", "Question", "Own number", "Speaker")
"""The styles with which a chapter, a part of it, a task or a quotation begins."""
LEVELS = 3
"""The levels of lists that Word has styles for here."""


@dataclass(frozen=True)
class Style:
    """A style; its properties are WordprocessingML in any order."""

    name: str
    paragraph: str = ""
    run: str = ""
    based: str = "Normal"
    then: str = ""
    """The style of the next paragraph that somebody types."""
    kind: Literal["paragraph", "character"] = "paragraph"
    is_listed: bool = True
    """Whether it is among the styles that Word shows first (``w:qFormat``)."""


KEEP, WHOLE = "<w:keepNext/>", "<w:keepLines/>"
BOLD = "<w:b/><w:bCs/>"


def space(before: int, after: int, line: int = 0, rule: str = "auto") -> str:
    """Space before and after a paragraph; and the height of its lines, in 240ths of a line or, if exact, in twips."""
    height = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """The indent of a paragraph, less `hanging` in its first line; ``left``, because Google Docs ignores ``start``."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def listed(number: int, level: int = 0) -> str:
    """The list of a style."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def borders(*sides: str, colour: str, width: int = 4, gap: int = 1, kind: str = "single") -> str:
    """Borders of a paragraph; `width` in eighths of a point, `gap` to the text in points."""
    lines = (f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="{gap}" w:color="{colour}"/>' for side in sides)
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def family(name: str) -> str:
    """The font of a run, by its name."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def size(half_points: int) -> str:
    """The size of a run."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def colour(value: str) -> str:
    """The colour of a run."""
    return f'<w:color w:val="{value}"/>'


def styles(design: Design) -> Iterator[Style]:
    """Every style of paragraphs and runs, in the order of the file."""
    small = family(design.fonts["label"]) + size(design.half_points(design.scale["--size-small"]))
    label = family(design.fonts["label"]) + size(design.half_points(design.scale["--size-label"]))
    yield from _headings(design, small)
    yield from _lists(design)
    yield from _tasks(design, small if design.is_sheet else label)
    yield from _texts(design, small, label)
    yield from _runs(design, label)


def _headings(design: Design, small: str) -> Iterator[Style]:
    gap, scale = _gap(design), design.scale
    major = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    first = 1.9 if design.is_sheet else scale["--size-h1"]
    second = scale["--size-h3"] * 1.08 if design.is_sheet else scale["--size-h2"]
    yield Style("Title", space(2400, gap), major + size(design.half_points(first * 1.3)), then="Subtitle")
    yield Style("Subtitle", space(0, gap), small + size(design.half_points(1.2)))
    sizes = (first, second, scale["--size-h3"])
    for level, (factor, above) in enumerate(zip(sizes, (0, 3 * gap, 2 * gap), strict=True), 1):
        shape = f'{KEEP}{WHOLE}{space(above, gap, 264)}<w:outlineLvl w:val="{level - 1}"/>'
        letters = (BOLD if level > 1 else "") + colour(design.accent) + size(design.half_points(factor))
        yield Style(f"heading {level}", shape, major + letters, then="Normal")
    yield Style("TOC Heading", f"{KEEP}{space(480, gap)}", size(design.half_points(second)), then="Normal")
    for level in (2, 3):
        shape = f"{KEEP}{WHOLE}{space(round(1.2 * gap), 40, 264)}"
        letters = small + BOLD + colour(design.ink)
        yield Style(f"Small heading {level}", shape, letters, based=f"heading {level}", then="Normal")
    page = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{design.width}"/></w:tabs>'
    entry = size(design.half_points(design.scale["--size-small"]))
    yield Style("toc 1", page + space(100, 0, 252) + indent(284, 284), BOLD + entry, is_listed=False)
    yield Style("toc 2", page + space(0, 0, 252) + indent(568, 284), entry, is_listed=False)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{design.width}"/></w:tabs>'
    yield Style("header", tab + space(0, 0), small, is_listed=False)
    yield Style("footer", tab + space(0, 0), small, is_listed=False)


def _lists(design: Design) -> Iterator[Style]:
    for level in range(LEVELS):
        more = f" {level + 1}" if level else ""
        left = LIST + TEXT * level
        yield Style(f"List Bullet{more}", listed(BULLETS, level) + space(0, 60) + indent(left, 284))
        yield Style(f"List Number{more}", listed(NUMBERS, level) + space(0, 60) + indent(left, 397))
        yield Style(f"List Continue{more}", space(0, 60) + indent(left))
    yield Style("Bibliography", indent(397, 397), size(design.half_points(design.scale["--size-bibliography"])))
    yield Style("index 1", space(0, 20) + indent(284, 284), is_listed=False)
    yield Style("Index letter", KEEP + space(120, 20), BOLD)
    yield Style("Evidence", space(0, 80) + indent(397, 397))
    yield Style("Numbered sentence", space(0, 80) + indent(397, 397))
    yield Style("Term", f"{KEEP}{space(0, 0)}", BOLD, then="Definition")
    yield Style("Definition", indent(397), then="Term")


def _tasks(design: Design, small: str) -> Iterator[Style]:
    gap, ink = _gap(design), design.ink
    yield Style("Pupil", space(0, 2 * gap))
    yield Style("Target", f"{KEEP}{borders('top', 'bottom', colour=ink, gap=4)}")
    yield Style("Care", "", BOLD + small)
    shape = f"{KEEP}{WHOLE}{listed(TASKS, TASK)}{space(2 * gap, 80)}{indent(TEXT, TEXT)}"
    yield Style("Question", shape, then="Answer line")
    yield Style("Question continued", f"{KEEP}{space(0, 80)}{indent(TEXT)}")
    yield Style("Own number", f"{KEEP}{WHOLE}{space(2 * gap, 80)}{indent(TEXT, TEXT)}", then="Answer line")
    yield Style("Own letter", f"{WHOLE}{space(0, 40)}{indent(DEEP + 200, 654)}", then="Own letter")
    yield Style("Question part", f"{KEEP}{listed(TASKS, PART)}{space(gap, 80)}{indent(DEEP, 454)}", then="Answer line")
    yield Style("Choice", f"{WHOLE}{listed(TASKS, CHOICE)}{space(0, 40)}{indent(DEEP + 200, 654)}", then="Choice")
    yield Style("Tick box", f"{listed(BOXES)}{space(0, 40)}{indent(DEEP, 454)}", then="Tick box")
    # Without `between`, Word draws one border around several paragraphs, and only the last has a line.
    lines = borders("bottom", "between", colour=ink)
    shape = f"{lines}{space(0, 0, design.line, 'exact')}{indent(TEXT)}"
    yield Style("Answer line", shape, then="Answer line")
    yield Style("Hint", f"{KEEP}{space(0, 60)}{indent(TEXT)}", small)
    yield Style("Prompt", f"{KEEP}{space(160, 60)}{indent(TEXT)}", then="Answer line")
    frame = borders("top", "left", "bottom", "right", colour=ink, gap=4)
    yield Style("Word bank", f"{KEEP}{frame}{space(80, 120)}{indent(TEXT + 90, 0, 100)}", small)
    yield Style("Starter", f"{KEEP}{space(0, 40)}{indent(DEEP)}", small)
    yield Style("Gap text", f"{space(0, 80, 400)}{indent(TEXT)}")
    yield Style("Go further", f"{KEEP}{space(160, 60)}{indent(TEXT)}")
    yield Style("Right answer", f"{space(0, 60)}{indent(TEXT)}", BOLD)
    yield Style("Sample answer", f"{borders('left', colour=ink, gap=8)}{space(0, 60)}{indent(TEXT + 170)}", small)
    yield Style("Cut here", f"{borders('top', colour=ink, kind='dashed')}{space(3 * gap, gap)}", small)


def _texts(design: Design, small: str, label: str) -> Iterator[Style]:
    gap, soft = _gap(design), colour(design.soft)
    large = size(design.half_points(1 if design.is_sheet else design.scale["--size-question"]))
    yield Style("Question text", f"{KEEP}{space(0, 80)}", large)
    yield Style("Label", f"{KEEP}{space(0, 60)}", label + soft)
    yield Style("Details", space(0, gap), label + soft)
    yield Style("Speaker", f"{KEEP}{space(3 * gap, 60)}", small + BOLD)
    yield Style("Chapter label", KEEP + space(0, 60), label + soft, then="heading 1")
    yield Style("Chapter label below", KEEP + space(8 * gap, 60), label + soft, then="heading 1")
    yield Style("Where to look", space(0, 60), label)
    yield Style("Where to look in a task", indent(TEXT), based="Where to look")
    yield Style(
        "Quote", space(0, gap) + indent(TEXT), '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    )
    yield Style("Source of a text", space(0, gap) + indent(TEXT), label)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{design.width}"/></w:tabs>'
    yield Style("Verse", f"{WHOLE}{tabs}{space(0, gap)}{indent(794, 397)}")
    code = family(design.fonts["code"])
    yield Style("HTML Preformatted", space(0, gap), code + size(design.half_points(0.92)))
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{design.tint}"/>'
    side = borders("left", colour=design.accent, width=18, gap=8)
    yield Style("Box", f"{side}{tint}{space(80, gap)}{indent(284, 0, 113)}", small)
    dashed = borders("bottom", colour=design.ink, width=12, kind="dashed")
    yield Style("Threshold", f'{KEEP}{dashed}{space(2 * gap, gap)}<w:jc w:val="right"/>', label + BOLD)
    yield Style("Rule", borders("bottom", colour=design.rule) + space(0, gap))
    yield Style("Picture", KEEP + space(gap, 60))
    yield Style("Picture note", space(0, gap), small)
    yield Style("Picture note in a task", KEEP + indent(TEXT), based="Picture note")
    yield Style("Bar", space(0, 40), small)
    yield Style("caption", KEEP + space(gap, 80), small, then="Normal")
    table = family(design.fonts["label"]) + size(max(LEAST, design.half_points(design.scale["--size-small"])))
    yield Style("Table text", space(40, 40, 264), table)
    yield Style("Table head", "", BOLD, based="Table text")
    # Word has no space below a table, and joins a table to the next.
    yield Style("After table", space(0, 0, 160, "exact"), then="Normal")
    yield Style("footnote text", space(0, 40, 252), label, is_listed=False)


def _runs(design: Design, label: str) -> Iterator[Style]:
    soft, slanted = colour(design.soft), f"<w:{design.emphasis}/><w:{design.emphasis}Cs/>"
    plain = '<w:b w:val="0"/><w:bCs w:val="0"/>'
    frame = f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{design.ink}"/>'
    for name, properties in {
        "Strong": BOLD,
        "Emphasis": slanted,
        "Box label": BOLD + family(design.fonts["label"]),
        "Marks": BOLD,
        "Blank": '<w:u w:val="single"/>',
        "Badge": label + BOLD + soft,
        "Heading label": label + plain + soft,
        "Source": label + soft,
        "Theme letter": label + frame,
        "line number": label,
        "HTML Code": family(design.fonts["code"]),
        "Hyperlink": colour(design.accent) + '<w:u w:val="single"/>',
        "footnote reference": '<w:vertAlign w:val="superscript"/>',
    }.items():
        yield Style(name, run=properties, based="Default Paragraph Font", kind="character")


def _gap(design: Design) -> int:
    """The space between paragraphs: half a line."""
    return round(design.size * 10)
