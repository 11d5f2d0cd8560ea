"""Sources, set: what tests of citations ask for."""

import re
from pathlib import Path

from studyguide.citations import Citations, mark, works
from studyguide.languages.labels import Labels
from studyguide.render.works_listing import works_listing
from studyguide.support import xhtml
from studyguide.support.cache import NO_STORE
from studyguide.support.keep import Keep

NOWHERE = Path("/nonexistent")


def body(sources, style, clusters, language="en-GB", **more):
    """A section with a paragraph for each cluster, then the list of works; `more`: folder, store, template."""
    folder, store = more.get("folder", NOWHERE), more.get("store", NO_STORE)
    template = more.get("template", "<p>Said {}.</p>")
    citations = Citations(sources, style, folder, works_listing(Labels.of(language)))
    said = "".join(template.format(mark(tuple(cluster), "text")) for cluster in clusters)
    whole = f"<section>{said}<ul>{works(None)}</ul></section>"
    return citations.settled([whole], Keep(store), [source["id"] for source in sources])[0]


def cites(sources, style, *texts, language="en-GB"):
    """The words of citations such as ``@a, p. 3; @b``, with their brackets."""
    root = xhtml.parse(body(sources, style, map(cluster, texts), language))
    return [xhtml.text(each) for each in root.iter("span") if {"citation", "note"} & set(xhtml.classes(each))]


def entries(sources, style, language="en-GB"):
    """Key and XHTML of each entry, in order."""
    return dict(re.findall(r'<li id="source--([^"]*)"[^>]*>(.*?)</li>', body(sources, style, [], language)))


def plain(sources, style, language="en-GB"):
    """The words of each entry, in order."""
    return [xhtml.text(xhtml.parse(f"<p>{entry}</p>")) for entry in entries(sources, style, language).values()]


def cluster(text):
    """``@a, p. 3; @b`` as keys and locators."""
    parts = (part.strip().removeprefix("@").partition(", ") for part in text.split(";"))
    return tuple((key, locator or None) for key, _, locator in parts)
