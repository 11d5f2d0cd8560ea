"""The sources that a guide cites, and the images that it shows."""

from collections.abc import Iterator
from functools import partial

from studyguide import markdown
from studyguide.guide.model import Chapter, Guide
from studyguide.guide.text_types import Role
from studyguide.guide.walk import strings


def cited(guide: Guide) -> set[str]:
    """The keys of all sources that the guide's text or items cite."""
    return {key for each in guide.chapters for key in guide.keep(("cited", each.id), (each,), partial(_cited, each))}


def named(chapter: Chapter) -> set[str]:
    """The keys of the sources that items name. Works under study are in the works cited although no text cites them."""
    return {text for path, role, text in strings(chapter) if _is_citation(path, role)}


def images(guide: Guide) -> list[str]:
    """The names of the images that the guide shows, in its texts and as pictures of items, sorted."""
    found = (guide.keep(("images", each.id), (each,), partial(_images, each)) for each in guide.chapters)
    return sorted({name for names in found for name in names})


def _cited(chapter: Chapter) -> frozenset[str]:
    return frozenset(each.target for each in _references(chapter, "[@") if each.kind == "cite") | named(chapter)


def _images(chapter: Chapter) -> frozenset[str]:
    fields = (text for _, role, text in strings(chapter) if role.name == "picture")
    return frozenset([*fields, *(each.target for each in _references(chapter, "![") if each.kind == "image")])


def _is_citation(path: tuple[str | int, ...], role: Role) -> bool:
    return role.name == "key" and "further" not in path


def _references(chapter: Chapter, sign: str) -> Iterator[markdown.Reference]:
    """Every reference in the texts that contain `sign` (most do not, and parsing takes time)."""
    for _, role, text in strings(chapter):
        if role.name in {"inline", "prose"} and sign in text:
            yield from markdown.references(text, block=role.name == "prose")
