"""Prints the numbers of sources in place of their names, and of the web addresses in the works cited the domains.

Links stay whole: a number leads to its entry, and a domain to the page that it stands for.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from studyguide.languages import punctuation
from studyguide.languages.labels import Labels
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

NUMBER, LOCATOR = "data-number", "data-locator"


def number_citations(root: Element, labels: Labels) -> None:
    """Turn ``(Ish 12; Roe)`` into ``[3, p. 12; 7]``; citations without numbers stay as they are."""
    for name in ("citation", "citation-part"):
        for citation in xhtml.with_class(root, name):
            links = [link for link in xhtml.with_class(citation, "cite") if link.get(NUMBER)]
            if links:
                _number(citation, sorted(links, key=lambda link: int(link.get(NUMBER))), labels)
                _drop_brackets_around(citation)


def number_entries(root: Element) -> None:
    """Make the entries with a number items of a numbered list."""
    for works in xhtml.with_class(root, "bibliography"):
        for entry in works.iterfind(f"li[@{NUMBER}]"):
            entry.set("style", f"counter-set: list-item {int(entry.get(NUMBER))}")


def shorten_addresses(root: Element) -> None:
    """Print only the domain of each address in the works cited: ``www.example.org/a/b`` becomes ``example.org``."""
    for works in xhtml.with_class(root, "bibliography"):
        for link in xhtml.with_class(works, "url"):
            if host := urlsplit(link.get("href")).hostname:
                link[:] = []
                link.text = host.removeprefix("www.")


def _number(citation: Element, links: Sequence[Element], labels: Labels) -> None:
    sources = {(link.get(NUMBER), link.get(LOCATOR)): link for link in links}
    comma, semicolon = punctuation.among_figures(labels.language)
    between = semicolon if any(locator for _, locator in sources) else comma
    citation[:] = list(sources.values())
    citation.text = "["
    for (number, locator), link in sources.items():
        link[:] = []
        link.text = f"{number}{comma.rstrip()}\N{NO-BREAK SPACE}{locator}" if locator else number
        link.tail = between
        name = {"number": number} | ({"locator": locator} if locator else {})
        link.set("aria-label", labels.say("citation.source-at" if locator else "citation.source", **name))
    citation[-1].tail = "]"


def _drop_brackets_around(citation: Element) -> None:
    """Take out round brackets that hold a citation alone: it has its own."""
    before, after = xhtml.text_before(citation), citation.tail or ""
    if before.endswith(("(", "（")) and after.startswith((")", "）")):
        xhtml.set_text_before(citation, before[:-1])
        citation.tail = after[1:]
