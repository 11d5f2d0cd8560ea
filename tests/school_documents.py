"""School documents for tests, as small as Word could read them."""

import io
import zipfile

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Comic Neue" w:hAnsi="Comic Neue"/><w:sz w:val="26"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'


def style(name, properties="", kind="paragraph", based="Standard", about=""):
    """A style, whose id is not its name, as in a German Word."""
    return (
        f'<w:style w:type="{kind}" w:styleId="x{name.replace(" ", "")}"{about}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{properties}</w:style>'
    )


def letters(markup):
    return f"<w:rPr>{markup}</w:rPr>"


def lines(markup):
    return f"<w:pPr>{markup}</w:pPr>"


HEADING = style("Heading 1", lines('<w:spacing w:before="480"/>') + letters('<w:b/><w:color w:val="7B1E3A"/>'))


def styles_xml(*styles, defaults=DEFAULTS, space=TRANSITIONAL, before=""):
    return f'<?xml version="1.0"?>{before}<w:styles xmlns:w="{space}">{defaults}{NORMAL}{"".join(styles)}</w:styles>'


def theme_xml(heading, text, before="", space="http://schemas.openxmlformats.org/drawingml/2006/main"):
    """A theme with these fonts; letters of other scripts have others."""
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{name}"/><a:ea typeface="SimSun"/><a:font script="Jpan" typeface="Meiryo"/>'
        f"</a:{kind}Font>"
        for kind, name in (("major", heading), ("minor", text))
    )
    scheme = f'<a:themeElements><a:fontScheme name="School">{fonts}</a:fontScheme></a:themeElements>'
    return f'<?xml version="1.0"?>{before}<a:theme xmlns:a="{space}" name="School">{scheme}</a:theme>'


def document_xml(margins=""):
    section = f"<w:sectPr><w:pgMar {margins}/></w:sectPr>" if margins else ""
    return f'<w:document xmlns:w="{TRANSITIONAL}"><w:body><w:p/>{section}</w:body></w:document>'


def docx(*styles, margins="", xml=None, others=None, packed=zipfile.ZIP_DEFLATED):
    """The bytes of a document with these styles, or with this styles.xml."""
    made = io.BytesIO()
    parts = {
        "word/styles.xml": xml if xml is not None else styles_xml(*styles),
        "word/document.xml": document_xml(margins),
    }
    with zipfile.ZipFile(made, "w", packed) as archive:
        for name, text in {**parts, **(others or {})}.items():
            archive.writestr(zipfile.ZipInfo(name), text, packed)
    return made.getvalue()
