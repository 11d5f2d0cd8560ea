"""Since 0.3, a work of the type ``book`` is a novel, a memoir, a collection or another sort of book."""

from collections.abc import Iterator

from studyguide.guide.upgrade.edits import Edit
from studyguide.guide.upgrade.files import GuideFile, GuideFiles

_OLD, _NEW = "book", "novel"


def edits(_guide: GuideFiles, file: GuideFile) -> Iterator[Edit]:
    """The type of each book becomes novel."""
    works = file.value(("works",)) if file.kind == "guide" and "works" in file.tree.value else ()
    for number, work in enumerate(works if isinstance(works, list) else ()):
        if isinstance(work, dict) and work.get("type") == _OLD:
            start = file.start(("works", number, "type"))
            message = f"'type: {_OLD}' is now 'type: {_NEW}'. Check it: it may be a memoir, a collection, an essay ..."
            yield Edit(start, start + len(_OLD), _NEW, message)
