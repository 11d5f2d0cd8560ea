"""Gates: words that give something away, and where an edition that reveals less would print them."""

import re
from collections.abc import Iterator

from studyguide import markdown
from studyguide.errors import BuildError, Problem
from studyguide.model import Chapter, Edition, Guide, Item, Path_, Place, Spoiler
from studyguide.publication import Publication
from studyguide.walk import items, strings


def watched(guide: Guide, edition: Edition) -> re.Pattern[str] | None:
    """The words that may not be read at the level of `edition`; None where none are."""
    gates = (gate for gate in guide.info.gates if Spoiler(gate.level).rank > edition.reveals.rank)
    words = sorted({re.escape(word) for gate in gates for word in gate.words})
    return re.compile(rf"(?<!\w)({'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def slips(guide: Guide, edition: Edition, selected: Guide) -> tuple[Problem, ...]:
    """Every watched word in what `edition` holds, at its place in the guide as it was written."""
    pattern = watched(guide, edition)
    if pattern is None:
        return ()
    texts = (*_guide_texts(guide), *_chapter_texts(guide, edition, selected))
    return tuple(_problem(place, match[0], edition) for place, text in texts if (match := pattern.search(text)))


def prove(publication: Publication, guide: Guide, edition: Edition) -> None:
    """Raise `BuildError` if a watched word has reached the publication all the same, by whatever way."""
    pattern = watched(guide, edition)
    if pattern is None:
        return
    about = publication.metadata
    texts = {section.id: section.body for section in publication.sections}
    texts["title pages"] = " ".join(map(str, (about, publication.name, [asset.name for asset in publication.assets])))
    found = sorted({f"'{match[0]}' in {name}" for name, text in texts.items() for match in pattern.finditer(text)})
    if found:
        raise BuildError(f"The edition '{edition.id}' would give something away: {', '.join(found)}.")


def _guide_texts(guide: Guide) -> Iterator[tuple[Place, str]]:
    """What every edition prints of guide.yaml."""
    info, places = guide.info, guide.places["guide.yaml"]
    for name in ("name", "title", "subtitle", "description", "rights"):
        if (name,) in places:
            yield places[name,], str(getattr(info, name))
    yield from ((places["subjects", number], text) for number, text in enumerate(info.subjects))
    yield from ((places["works", number, "title"], work.title) for number, work in enumerate(info.works))


def _chapter_texts(guide: Guide, edition: Edition, selected: Guide) -> Iterator[tuple[Place, str]]:
    """What this edition prints of its chapters, at the places in which it was written."""
    held = {chapter.id for chapter in selected.chapters}
    for chapter in (chapter for chapter in guide.chapters if chapter.id in held):
        places = guide.places[chapter.id]
        hidden = tuple(_hidden(chapter, edition.reveals))
        yield places["title",], f"{chapter.title} {chapter.short or ''}"
        for path, role, text in strings(chapter):
            if role.name in {"inline", "prose"} and not any(path[: len(above)] == above for above in hidden):
                yield places.get(path, places["title",]), markdown.plain(text)


def _hidden(chapter: Chapter, level: Spoiler) -> Iterator[Path_]:
    yield from (path for path, part in items(chapter) if isinstance(part, Item) and part.spoiler.rank > level.rank)


def _problem(place: Place, word: str, edition: Edition) -> Problem:
    message = (
        f"'{word}' gives something away, and the edition '{edition.id}' would print it here. "
        f"Say it otherwise, or mark what it stands in with 'spoiler:'."
    )
    return Problem(place.file, place.line, place.column, message)
