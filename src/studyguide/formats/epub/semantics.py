"""What an element is: DPUB-ARIA roles, and the ``epub:type`` that goes with each."""

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
"""Role to type, where the EPUB vocabulary has one of that meaning."""


def set_role(element: Element, role: str) -> None:
    """Give an element a role and the type that goes with it."""
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
    """Name every foreign language twice: ``lang`` for browsers, ``xml:lang`` for XML."""
    for element in section.iter("*"):
        language = element.get("lang")
        if language:
            element.set(LANG, language)
