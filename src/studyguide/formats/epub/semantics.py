"""Semantics: DPUB-ARIA roles, and the ``epub:type`` for each."""

from studyguide.support.xhtml import Element

OPS = "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

TYPES = {
    f"doc-{name}": name
    for name in (
        "abstract", "acknowledgments", "afterword", "appendix", "backlink", "bibliography", "biblioref", "chapter",
        "colophon", "conclusion", "cover", "credit", "credits", "dedication", "epigraph", "epilogue", "errata",
        "footnote", "foreword", "glossary", "glossref", "index", "introduction", "noteref", "notice", "pagebreak",
        "part", "preface", "prologue", "pullquote", "qna", "subtitle", "toc",
    )
} | {"doc-pagelist": "page-list"}  # fmt: skip
"""Role to type, if the EPUB vocabulary has one with that meaning."""


def set_role(element: Element, role: str) -> None:
    """Give an element a role and the matching type."""
    element.set("role", role)
    if role in TYPES:
        element.set(TYPE, TYPES[role])


def add_types(section: Element) -> None:
    """Give every element in the section that has a role its type."""
    for element in section.iter("*"):
        role = element.get("role")
        if role in TYPES:
            element.set(TYPE, TYPES[role])


def repeat_languages(section: Element) -> None:
    """Mark every foreign language twice: ``lang`` for browsers, ``xml:lang`` for XML."""
    for element in section.iter("*"):
        language = element.get("lang")
        if language:
            element.set(LANG, language)
