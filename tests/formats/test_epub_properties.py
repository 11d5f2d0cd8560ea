"""Whatever the text, the pages are XHTML and say the same text."""

import re
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from epub_inspection import findings
from epub_samples import build
from hypothesis import given, settings
from hypothesis import strategies as st

# Every character that XML 1.0 allows and that survives as it is (a carriage return becomes a line feed). U+0086 and
# U+0087 are the marks of English labels, which no guide can contain.
NOT_XML = re.compile("[^\t\n\x20-\x85\x88-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
words = st.text(max_size=40).map(lambda text: NOT_XML.sub("", text)).filter(lambda text: text.split())
markup = st.sampled_from(
    ["<b>&amp;</b>", "]]>", "<!-- -->", "</section>", "\"'&<>", "{{ x }}", "&nbsp;", "%s", "\u202e", "\U0001d50a"]
)


def plain(text: str) -> str:
    return " ".join(text.split())


@given(title=words | markup, text=words | markup, about=words | markup)
@settings(max_examples=40, deadline=None)
def test_any_text_survives(title, text, about):
    body = f"""<section id="a" role="doc-chapter"><h1 id="a-title">{escape(title)}</h1>
    <p id="p">{escape(text)}<span class="note">{escape(text)}</span></p></section>"""
    with tempfile.TemporaryDirectory() as folder:
        book = build(Path(folder), body, title=title, subtitle=about, edition=about, authors=(about,), works=(text,))
    assert findings(book) == []
    assert plain(book.find("a.xhtml", "string(//h:title)")) == plain(title)
    assert plain(book.find("a.xhtml", "string(//h:h1)")) == plain(title)
    assert plain(book.find("a.xhtml", "string(//h:aside)")) == plain(f"1 {text}")
    assert plain(book.find("title_page.xhtml", "string(//h:h1)")) == plain(title)
    assert plain(book.find("content.opf", "string(//dc:title)")) == plain(title)
    assert plain(book.find("content.opf", "string(//dc:creator)")) == plain(about)
    assert plain(book.find("toc.ncx", "string(//n:navPoint//n:text)")) == plain(title)
    assert plain(book.find("contents_page.xhtml", "string(//h:nav[@e:type='toc']//h:a)")) == plain(title)
