"""Quizzes and cards of an edition for other programs, each group in a folder of its own."""

from dataclasses import dataclass
from pathlib import Path

from studyguide.build import file_names, make
from studyguide.editions.select import find
from studyguide.exports import edition as edition_
from studyguide.exports import folder
from studyguide.exports.export_groups import Group
from studyguide.exports.folder import LeftOut
from studyguide.exports.material import Material
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide, Place
from studyguide.guide.walk import named
from studyguide.support.atomic_write import replacing_folder
from studyguide.support.errors import UsageError


@dataclass(frozen=True)
class Exported:
    """A finished folder, and what its files lack, each with its place in the guide."""

    path: Path
    files: tuple[str, ...]
    left_out: tuple[tuple[Place, LeftOut], ...]


def export(guide: Guide, group: Group, name: str | None, output: Path) -> Exported:
    """Write the folder of a group for an edition (None: the first) of a sound guide.

    Raises `UsageError` if the edition has nothing to export, `GuideError` if it would give too much away, and
    `BuildError` if the folder cannot be written.
    """
    edition = find(guide, name)
    material = checked(guide, edition, group)
    made = folder.files(material, group)
    make(output)
    target = output / file_names.file(guide, edition, (group,), "")
    with replacing_folder(target) as new:
        for file, content in made.items():
            (new / file).write_bytes(content)
    places = _places(guide)
    lacking = tuple((places[each.made_of], each) for each in folder.left_out(material, group))
    return Exported(target, tuple(made), lacking)


def checked(guide: Guide, edition: Edition, group: Group) -> Material:
    """The material of an edition for a group. Raises `UsageError` if there is none, as `missing` says."""
    if why := missing(guide, edition, group):
        raise UsageError(why)
    return edition_.material(guide, edition)


def missing(guide: Guide, edition: Edition, group: Group) -> str:
    """Why an edition has nothing to export, and what would help; empty if it has something."""
    if group == "quiz" and not any(chapter.kind == "questions" for chapter in guide.chapters):
        return "This guide has no questions to make a quiz from. Add a chapter of the kind 'questions'."
    if group == "quiz" and not edition_.prints_answers(guide, edition):
        others = [f"`--edition {each.id}`" for each in guide.info.editions if edition_.prints_answers(guide, each)]
        remedy = (
            f"Choose an edition that does: {', '.join(others)}." if others else "Give one 'answers: quiz' or 'all'."
        )
        return f"The edition '{edition.id}' prints no answers, so a quiz made from it could not be marked. {remedy}"
    if group == "cards" and not edition_.material(guide, edition).cards:
        others = [f"`--edition {each.id}`" for each in guide.info.editions if edition_.material(guide, each).cards]
        return (
            f"The edition '{edition.id}' has nothing to make cards from: no glossary, no quotations, and no quiz "
            f"question whose answer it prints. "
            + (f"Choose an edition that has: {', '.join(others)}." if others else "Add one of these chapters.")
        )
    return ""


def _places(guide: Guide) -> dict[str, Place]:
    """Each id in the chapters of a guide, and its place."""
    return {
        name: guide.places[chapter.id][*path, "id"]
        for chapter in guide.chapters
        for path, name, _ in named(chapter)
        if path
    }
