"""What neither EPUBCheck nor Ace notices, found by our own eyes over a finished book."""

from collections.abc import Iterator
from posixpath import join, normpath
from urllib.parse import unquote

from epub_samples import NAMES, Book

LANDMARKS = {"cover", "toc", "bodymatter"}


def findings(book: Book) -> list[str]:
    """Everything wrong with the book, one line each."""
    return [
        *_package(book),
        *_landmarks(book),
        *_links(book),
        *(found for page in book.pages for found in _page(book, page)),
    ]


def _package(book: Book) -> Iterator[str]:
    claims = book.find("content.opf", '//o:meta[@property="dcterms:conformsTo"]')
    if claims and not book.find(
        "content.opf", f'//o:meta[@property="a11y:certifiedBy"][@refines="#{claims[0].get("id")}"]'
    ):
        yield "content.opf: nobody certifies conformsTo"


def _landmarks(book: Book) -> Iterator[str]:
    found = set(book.find("contents_page.xhtml", '//h:nav[@e:type="landmarks"]//h:a/@e:type'))
    roles = {role for page in book.pages for role in book.find(page, "//h:body/h:section/@role")}
    wanted = LANDMARKS | {role.removeprefix("doc-") for role in roles & {"doc-glossary", "doc-bibliography"}}
    yield from (f"contents_page.xhtml: no landmark {name}" for name in sorted(wanted - found))


def _links(book: Book) -> Iterator[str]:
    ids = {(page, name) for page in book.pages for name in book.find(page, "//@id")}
    for page in (*book.pages, "toc.ncx"):
        for href in book.find(page, "//h:a/@href | //n:content/@src | //h:img/@src | //h:link/@href"):
            if href.startswith(("https://", "http://", "mailto:")):
                continue
            file, _, name = unquote(href).partition("#")
            place = normpath(join("", file)) if file else page
            if f"EPUB/{place}" not in book.files or (name and (place, name) not in ids):
                yield f"{page}: {href} leads nowhere"


def _page(book: Book, page: str) -> Iterator[str]:
    root = book.tree(page)
    if not root.get("lang") or root.get("lang") != root.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield f"{page}: the page does not say its language"

    def count(path: str) -> int:
        return len(root.xpath(path, namespaces=NAMES))

    checks = {
        "//h:table[not(h:caption[normalize-space()])]": "a table without a caption",
        "//h:table[not(.//h:th)]": "a table without header cells",
        "//h:th[not(@scope)]": "a header cell without a scope",
        "//h:img[not(@alt) or normalize-space(@alt) = '']": "an image without a text alternative",
        "//s:svg[not(@role='img') or not(s:title[normalize-space()])]": "an SVG without a role or a title",
        "//*[@lang and not(@xml:lang = @lang)]": "a language that XML does not know of",
        "//h:section[not(@role) and not(@aria-label) and not(@e:type = 'titlepage')]": "a section without a role",
    }
    yield from (f"{page}: {fault}" for path, fault in checks.items() if count(path))
