"""Targets of links, if every section of a publication has its own file."""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy

from studyguide.formats.html.notes import Definition
from studyguide.support import xhtml
from studyguide.support.xhtml import Element


def homes_of(trees: Mapping[str, Element]) -> dict[str, str]:
    """For every id of the publication, the section that contains it."""
    return {element.get("id"): home for home, tree in trees.items() for element in tree.iter("*") if element.get("id")}


def meanings(trees: Iterable[Element]) -> dict[str, Definition]:
    """For every term's id, a copy of its entry."""
    terms = (term for tree in trees for term in tree.iter("dt") if term.get("id"))
    pairs = ((term, next(term.itersiblings("dd"), None)) for term in terms)
    return {
        term.get("id"): Definition(xhtml.text(term), deepcopy(meaning))
        for term, meaning in pairs
        if meaning is not None
    }


def lead(tree: Element, section_id: str, homes: Mapping[str, str], file_name: Callable[[str], str]) -> None:
    """Point links to another section at its file. Raises `KeyError` for an unknown id."""
    for link in tree.iter("a"):
        target = str(link.get("href", ""))
        if target.startswith("#") and not target.startswith("#_"):
            home = homes[target[1:]]
            if home != section_id:
                link.set("href", file_name(home) + target)
