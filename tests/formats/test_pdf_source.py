"""The tree of a part is the one that WeasyPrint makes of it, apart from white space that nobody sees."""

from xml.etree import ElementTree as ET

import pytest
import tinyhtml5

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats.pdf.layout.html import bodies, parts
from studyguide.formats.pdf.weasy.source import Source
from studyguide.formats.pdf.weasy.url_fetcher import ClosedFetcher
from studyguide.handouts import handout_kinds
from studyguide.support import xhtml
from studyguide.support.paths import specimen_folder
from tests.page_faults import AnyPage

OUTER = {"html", "head", "body"}
"""Elements around which space is never shown."""
XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"


def differences(ours, theirs, path=""):
    """What is different between two trees, a line each."""
    path = f"{path}/{theirs.tag}"
    if ours.tag != theirs.tag:
        yield f"{path}: {ours.tag}"
    if ours.attrib != {name: value for name, value in theirs.attrib.items() if name != XMLNS}:
        yield f"{path}: {ours.attrib} for {theirs.attrib}"
    texts = ("text", *(["tail"] if theirs.tag not in OUTER else []))
    for name in texts:
        one, two = getattr(ours, name) or "", getattr(theirs, name) or ""
        if one != two and (theirs.tag not in OUTER or one.strip() or two.strip()):
            yield f"{path}: {name} {one!r} for {two!r}"
    if len(ours) != len(theirs):
        yield f"{path}: {[*ours]} for {[*theirs]}"
    for one, two in zip(ours, theirs, strict=False):
        yield from differences(one, two, path)


def trees(html):
    """Our tree of a part, and WeasyPrint's; the last space of the body goes where HTML5 puts it."""
    theirs = tinyhtml5.parse(xhtml.serialise(xhtml.parse(html), method="html"), namespace_html_elements=False)
    ours = Source(html, ClosedFetcher({})).etree_element
    for tree in (ours, theirs):
        last = tree.find("body")[-1]
        last.tail = (last.tail or "").rstrip() or None
    return ours, theirs


def htmls():
    """All parts of the specimen's editions and all its sheets."""
    guide = sound(specimen_folder())
    for edition in guide.info.editions:
        yield from (part.html(AnyPage(), 3) for part in parts(publish(guide, edition)))
    edition = guide.info.editions[0]
    for group in handout_kinds.groups():
        for name, tiers in handouts.names(guide, edition, group).items():
            if group != "slides":
                for tier in tiers:
                    sheet = handouts.publish(guide, edition, name, tier, fillable=True)
                    yield from (body.html({}, 1) for body in bodies(sheet))


def test_the_trees_are_the_same():
    number = 0
    for number, html in enumerate(htmls(), start=1):  # noqa: B007
        assert not [*differences(*trees(html))]
    assert number > 100


def test_signs_stay_as_they_are():
    text = "a &lt;b&gt; &amp;amp; “c” \N{NO-BREAK SPACE}dשלום \N{GRINNING FACE} \N{SOFT HYPHEN}e"
    head, body = f"<title>{text}</title>", f"<p title='{text}'>{text}</p>"
    html = f"<!DOCTYPE html>\n<html lang='he'><head>{head}</head><body>{body}</body></html>"
    assert not [*differences(*trees(html))]


def test_what_is_not_well_formed_is_refused():
    with pytest.raises(ET.ParseError):
        Source("<html><body><p>One<p>two</body></html>", ClosedFetcher({}))
