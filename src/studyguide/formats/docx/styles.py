"""styles.xml and theme1.xml: the table of styles as WordprocessingML (ECMA-376 Part 1, 17.7; 20.1.6)."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.formats.docx import school_styles
from studyguide.formats.docx.design import Design
from studyguide.formats.docx.style_table import Style, size, space, styles
from studyguide.formats.docx.wml import W, fragment
from studyguide.support import han_script, xhtml
from studyguide.support.xhtml import Element
from studyguide.themes.theme import Look

BUILT_IN = frozenset(
    {
        *("Normal", "Default Paragraph Font", "Title", "Subtitle", "heading 1", "heading 2", "heading 3"),
        *("TOC Heading", "toc 1", "toc 2", "header", "footer", "caption", "Quote", "Bibliography", "index 1"),
        *(f"List {kind}{more}" for kind in ("Bullet", "Number", "Continue") for more in ("", " 2", " 3")),
        *("HTML Preformatted", "HTML Code", "Strong", "Emphasis", "Hyperlink", "line number"),
        *("footnote text", "footnote reference"),
    }
)
"""Styles that Word has by itself, by the names that every language of Word knows; it calls all others custom."""

_ORDER = {
    "pPr": "keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rFonts b bCs i iCs caps smallCaps color sz szCs u bdr vertAlign lang",
}
"""The order in which the schema wants properties (17.3.1.26, 17.3.2.28)."""

_EAST_ASIAN = {
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
    "yue": "Microsoft JhengHei",
    "zh": "Microsoft YaHei",
    han_script.TRADITIONAL: "Microsoft JhengHei",
}
"""Fonts that Word has for the characters of a language. In others it may choose the forms of another language."""

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def style_id(name: str) -> str:
    """The id of a style: its name without spaces, each word with a capital, as Word itself makes ids."""
    words = name.replace("toc ", "TOC ").replace("HTML ", "HTML").split()
    return "".join(word[:1].upper() + word[1:] for word in words)


def root(design: Design, look: Look, language: str, *, breaks_pages: bool) -> Element:
    """The root of styles.xml, with the school's styles of a look; with `breaks_pages`, each chapter begins a page.

    The break is in the style of the line above a chapter's title, so a chapter that is deleted takes it along.
    """
    entries = [_defaults(design, language), _base()]
    for style in styles(design):
        found = style
        if style.name == "Chapter label" and breaks_pages:
            found = Style(style.name, f"<w:pageBreakBefore/>{style.paragraph}", style.run, then=style.then)
        entries.append(_style(found))
    entries.append(_tables(design))
    element = fragment(f"<w:styles>{''.join(entries)}</w:styles>")
    _sort(element)
    if markdown.direction(language):
        _turn_borders(element)
    if font := _east_asian(language):
        _set_east_asian(element, font)
    school_styles.apply(element, theme(design), look)
    _sort(element)
    return element


def _east_asian(language: str) -> str | None:
    """The font for the characters of a language; None where Word chooses well, or needs none."""
    named = han_script.TRADITIONAL if han_script.is_traditional(language) else language.partition("-")[0]
    return _EAST_ASIAN.get(named)


def _set_east_asian(root: Element, font: str) -> None:
    for fonts in root.iter(f"{{{W}}}rFonts"):
        for name in ("eastAsia", "eastAsiaTheme"):
            if fonts.attrib.pop(f"{{{W}}}{name}", None):
                fonts.set(f"{{{W}}}eastAsia", font)


def bold(root: Element) -> frozenset[str]:
    """The names of the styles of paragraphs that are bold."""
    found: dict[str, tuple[str, bool]] = {}
    for style in root.iterchildren(f"{{{W}}}style"):
        of = {xhtml.name(each): each.get(f"{{{W}}}val") for each in style}
        above = found.get(of.get("basedOn", ""), ("", False))
        own = style.find(f"{{{W}}}rPr/{{{W}}}b")
        is_bold = above[1] if own is None else own.get(f"{{{W}}}val") != "0"
        found[style.get(f"{{{W}}}styleId")] = of["name"], is_bold and style.get(f"{{{W}}}type") == "paragraph"
    return frozenset(name for name, is_bold in found.values() if is_bold)


def _defaults(design: Design, language: str) -> str:
    minor = "".join(f' w:{each}Theme="minorHAnsi"' for each in ("ascii", "hAnsi", "eastAsia"))
    letters = f'<w:rFonts{minor} w:cstheme="minorBidi"/><w:color w:val="{design.ink}"/>{size(design.half_points(1))}'
    speech = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}{speech}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{space(0, round(design.size * 10), 288)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _base() -> str:
    """The styles that all others are based on."""
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/>{hidden}</w:style>'
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>{hidden}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>{hidden}</w:style>'
    )


def _style(style: Style) -> str:
    custom = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    pieces = [f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style_id(style.based)}"/>']
    pieces += [f'<w:next w:val="{style_id(style.then)}"/>'] if style.then else []
    pieces += ["<w:qFormat/>" if style.is_listed else '<w:uiPriority w:val="99"/>']
    pieces += [f"<w:pPr>{style.paragraph}</w:pPr>"] if style.paragraph else []
    pieces += [f"<w:rPr>{style.run}</w:rPr>"] if style.run else []
    return f'<w:style w:type="{style.kind}"{custom} w:styleId="{style_id(style.name)}">{"".join(pieces)}</w:style>'


def _tables(design: Design) -> str:
    """Two styles of tables: lines between rows, and a grid to write in. Bold is in the style of the paragraphs."""

    def line(side: str, width: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'

    def style(name: str, lines: str, left: int, right: int, more: str = "") -> str:
        margins = f'<w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/>'
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{more}</w:style>"
        )

    rows = line("top", 6, design.ink) + line("bottom", 4, design.ink) + line("insideH", 4, design.rule)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = "".join(line(side, 4, design.ink) for side in sides)
    below = f"<w:tcPr><w:tcBorders>{line('bottom', 8, design.ink)}</w:tcBorders></w:tcPr>"
    first = f'<w:tblStylePr w:type="firstRow">{below}</w:tblStylePr>'
    return style("Guide table", rows, 0, 142, first) + style("Answer grid", grid, 100, 100)


def _sort(root: Element) -> None:
    for name, order in _ORDER.items():
        places = {f"{{{W}}}{each}": place for place, each in enumerate(order.split())}
        for element in root.iter(f"{{{W}}}{name}"):
            last: dict[str, Element] = {}
            for child in element:  # a later value replaces an earlier one, as in CSS
                last[child.tag] = child
            element[:] = sorted(last.values(), key=lambda child: places[child.tag])


def _turn_borders(root: Element) -> None:
    """Put lines beside paragraphs on the right, where text from right to left begins."""
    for lines in root.iter(f"{{{W}}}pBdr"):
        sides = {xhtml.name(each): each for each in lines}
        if "left" in sides and "right" not in sides:
            sides["left"].tag = f"{{{W}}}right"


def theme(design: Design) -> Element:
    """The root of theme1.xml: two fonts and a few colours, which Word changes for all styles at once."""
    accents = {f"accent{number}": design.accent for number in range(1, 7)}
    links = {"hlink": design.accent, "folHlink": design.soft}
    colours = {"dk1": design.ink, "lt1": "FFFFFF", "dk2": design.soft, "lt2": design.tint, **accents, **links}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    fonts = "".join(_fonts({"major": design.fonts["text"], "minor": design.body_font}))
    return fragment(
        f'<a:theme name="studyguide"><a:themeElements><a:clrScheme name="studyguide">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="studyguide">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="studyguide"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _fonts(families: dict[str, str]) -> Iterator[str]:
    for kind, name in families.items():
        latin = f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
        yield f"<a:{kind}Font>{latin}</a:{kind}Font>"
