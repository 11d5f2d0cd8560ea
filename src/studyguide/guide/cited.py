"""What a guide's text takes from outside itself: the sources it cites and the images it shows."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.model import Guide
from studyguide.guide.text_types import Role
from studyguide.guide.walk import strings


def cited(guide: Guide) -> set[str]:
    """The keys of all sources that the guide's text or items cite."""
    return named(guide) | {reference.target for reference in _references(guide, "[@") if reference.kind == "cite"}


def named(guide: Guide) -> set[str]:
    """The keys of the sources that items name; the works studied are listed although nothing printed cites them."""
    return {text for chapter in guide.chapters for path, role, text in strings(chapter) if _is_citation(path, role)}


def images(guide: Guide) -> list[str]:
    """The names of the images that the guide's text shows, sorted."""
    return sorted({reference.target for reference in _references(guide, "![") if reference.kind == "image"})


def _is_citation(path: tuple[str | int, ...], role: Role) -> bool:
    return role.name == "key" and "further" not in path


def _references(guide: Guide, sign: str) -> Iterator[markdown.Reference]:
    """Every reference in the texts that contain `sign` (most do not, and parsing takes time)."""
    for chapter in guide.chapters:
        for _, role, text in strings(chapter):
            if role.name in {"inline", "prose"} and sign in text:
                yield from markdown.references(text, block=role.name == "prose")
