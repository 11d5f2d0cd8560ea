"""Very small books and papers that the judges accept, and ways to spoil them."""

import zipfile
from pathlib import Path

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:b2f2a9b0-7a1c-4c5e-9a43-2d7c6e0f0001</dc:identifier>
<dc:title>A small book</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Plain text.</meta>
</metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/></spine></package>"""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title></head><body>{body}</body></html>"""

CONTENTS = """<nav epub:type="toc" role="doc-toc" aria-label="Contents"><ol>
<li><a href="one.xhtml#first">The first</a></li><li><a href="two.xhtml">The second</a></li></ol></nav>"""

WORDS = "<p>A line of words to read on a page, again and again.</p>" * 60
ONE = PAGE.format(title="The first", body=f'<h1 id="first">The first</h1>{WORDS}')
TWO = PAGE.format(title="The second", body=f"<h1>The second</h1>{WORDS}")


def write_book(path: Path, **changed: str) -> Path:
    """Write a good book of two chapters, or one in which the parts named (`one`, `two`, ...) are others."""
    parts = {"package": PACKAGE, "nav": PAGE.format(title="Contents", body=CONTENTS), "one": ONE, "two": TWO}
    parts |= changed
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("EPUB/book.opf", parts["package"])
        for name in ("nav", "one", "two"):
            book.writestr(f"EPUB/{name}.xhtml", parts[name])
    return path


def write_paper(path: Path, variant: str | None = "pdf/ua-1") -> Path:
    """Write a PDF of one page, tagged unless the variant is None."""
    import weasyprint  # it is missing where Pango is

    page = weasyprint.HTML(string="<html lang=en><title>Small</title><h1>Small</h1><p>A line to read.")
    page.write_pdf(path, pdf_variant=variant)
    return path
