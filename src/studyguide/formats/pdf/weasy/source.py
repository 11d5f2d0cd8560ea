"""A part as WeasyPrint's source, read by Python's parser of XML, which takes a fortieth of the time of one of HTML5.

Our parts are well-formed XHTML. The tree is the one that WeasyPrint makes itself: tests/formats/test_pdf_source.py
compares them.
"""

from typing import Any
from xml.etree import ElementTree as ET

from weasyprint import HTML, cssselect2

from studyguide.formats.pdf.weasy.url_fetcher import BASE, ClosedFetcher


class Source(HTML):  # type: ignore[misc]  # WeasyPrint has no annotations
    """The HTML of a part. Raises `ET.ParseError` for text that is not well formed: a fault of a template."""

    def __init__(self, html: str, fetcher: ClosedFetcher) -> None:
        root: Any = ET.fromstring(html)  # noqa: S314 (our own text; it declares no entity)
        self.base_url, self.url_fetcher, self.media_type = BASE, fetcher, "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
