"""The files of a command that exports: one for each program, and a README that says where to click."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from studyguide import markdown
from studyguide.exports.export_groups import Group
from studyguide.exports.export_kinds import of_group
from studyguide.exports.material import Material, QuizItem, StudyCard
from studyguide.languages import punctuation

README = "README.txt"
_RIGHT = "\N{RIGHT-TO-LEFT MARK}"
"""Begins a line that starts with the name of a file: editors take the direction of a line from its first letter."""
_WITHOUT: Mapping[Group, str] = {"quiz": "exports.without", "cards": "exports.without-cards"}
"""The label for what is left out."""


@dataclass(frozen=True)
class LeftOut:
    """A question or a card that files lack, or whose mark scheme they lack, and why."""

    made_of: str
    """The id of the question, the word or the quotation in the guide."""
    item: str
    """The id of the item or the card: the same, or that of a part of it."""
    why: str
    """As in `Refusal`; empty if only the notes for markers have no place in the files."""
    files: tuple[str, ...]

    def __str__(self) -> str:
        files = ", ".join(self.files)
        if self.why:
            return f"'{self.item}' is left out of {files}: it {self.why}."
        return f"The notes for markers of '{self.item}' are left out of {files}: there is no place for them."


def files(material: Material, group: Group) -> Mapping[str, bytes]:
    """Each file of a group by its name, in the order of the names, and the README.

    Raises `BuildError` if a picture cannot be drawn.
    """
    made = {export.FILE: export.make(material) for export in of_group(group)}
    return dict(sorted({**made, README: _readme(material, group).encode()}.items()))


def left_out(material: Material, group: Group) -> tuple[LeftOut, ...]:
    """What the files of a group lack: questions or cards that a format cannot take, and schemes without a place."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for unit in _units(material, group):
        for export in of_group(group):
            if refusal := export.refusal(unit):
                found.setdefault((unit.made_of, unit.id, refusal.why), []).append(export.FILE)
            elif isinstance(unit, QuizItem) and unit.scheme and not export.SCHEMES:
                found.setdefault((unit.made_of, unit.id, ""), []).append(export.FILE)
    return tuple(LeftOut(*key, tuple(names)) for key, names in found.items())


def _units(material: Material, group: Group) -> Sequence[QuizItem | StudyCard]:
    return material.items if group == "quiz" else material.cards


def _readme(material: Material, group: Group) -> str:
    return "\n".join(_lines(material, group)) + "\n"


def _places(items: Iterable[QuizItem], language: str) -> str:
    """The numbers that items have in the guide, in their order, set by set."""
    sets = groupby(items, lambda item: item.set_title)
    signs = punctuation.of(language)
    return signs.semicolon.join(
        f"{title} {signs.comma.join(str(item.number) for item in each)}" for title, each in sets
    )


def _lines(material: Material, group: Group) -> Iterator[str]:
    labels = material.labels
    begin = _RIGHT if markdown.direction(labels.language) == "rtl" else ""
    yield labels.say("exports.title", by=group, guide=material.title)
    yield material.edition
    yield ""
    for export in of_group(group):
        count = sum(export.refusal(unit) is not None for unit in _units(material, group))
        without = f" {labels.say(_WITHOUT[group], n=count)}" if count else ""
        yield f"{begin}{export.FILE}: {labels.say(export.CLICK)}{without}"
        taken = [item for item in material.items if not export.refusal(item)] if export.COUNTS else []
        if taken:
            yield f"    {labels.say('exports.numbers', places=_places(taken, labels.language))}"
    yield ""
    yield labels.say("exports.same")
    yield material.rights
