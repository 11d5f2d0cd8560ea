"""Handouts: worksheets, knowledge organiser, flashcards and slides.

A kind of handout is a module in ``kinds`` and templates of the same name. The module has

- ``GROUP``: the command that makes it, such as ``worksheets`` or ``organiser``;
- ``TIERS``: its tiers (only ``CORE`` if it does not have any);
- ``MADE_OF``: the kinds of chapter that it is made from;
- ``subjects(guide)``: the name of each of its sheets with what it is made from, such as a theme. It is quick: `clashes`
  asks for it after each change of a file;
- ``sheets(guide, tier)``: the sheets of these names, made from a guide that `editions.select` returned.

``templates/handouts/<module>.html.j2`` writes a sheet, ``<module>.key.html.j2`` its key.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from studyguide import markdown
from studyguide.editions import spoiler_words
from studyguide.editions.select import select
from studyguide.guide import walk
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide, Place
from studyguide.handouts import leaked_words, made_sheet
from studyguide.handouts.handout_kinds import Handout, modules, of_group
from studyguide.handouts.made_sheet import MadeSheet
from studyguide.handouts.sheet import Sheet, Tier
from studyguide.publication import Publication
from studyguide.support.errors import GuideError, Problem, UsageError, suggestion


def names(guide: Guide, edition: Edition, group: str) -> dict[str, tuple[Tier, ...]]:
    """Each sheet of a group that an edition of a guide has, and its tiers."""
    return {sheet.id: module.TIERS for module, sheet in _printed(guide, edition, group)}


def titles(guide: Guide, edition: Edition, group: str) -> dict[str, str]:
    """The plain title of each sheet of a group that an edition of a guide has, as the sheet prints it."""
    return {sheet.id: markdown.plain(sheet.title) for _, sheet in _printed(guide, edition, group)}


def _printed(guide: Guide, edition: Edition, group: str) -> Iterator[tuple[Handout, Sheet]]:
    """Each sheet of a group, made at its own spoiler level, with its module."""
    selected = select(guide, edition)
    for module in of_group(group):
        for sheet in module.sheets(selected, Tier.CORE):
            made = _lower(guide, edition, module, sheet) if _is_lower(sheet, edition) else (sheet,)
            yield from ((module, each) for each in made if each.id == sheet.id)


def left_out(guide: Guide, edition: Edition, group: str) -> str:
    """A list of parts that a group's sheets lack because the edition prints few or no answers; empty if complete."""
    selected = select(guide, edition)
    found = (sheet.left_out for module in of_group(group) for sheet in module.sheets(selected, Tier.CORE))
    return ", ".join(filter(None, found))


def slips(guide: Guide, edition: Edition, selected: Guide, *, is_sound: bool = True) -> Iterator[Problem]:
    """Words that stop a sheet with a lower spoiler level than its edition, whose reduced guide is `selected`.

    From a sound guide, the sheet is made and searched; from another, the parts it would be made from are searched.
    """
    found: dict[Problem, None] = {}
    for name, module in modules().items() if guide.info.gates else ():
        for sheet in module.sheets(selected, Tier.CORE):
            if _is_lower(sheet, edition):
                lower = edition.model_copy(update={"reveals": sheet.reveals})
                found |= dict.fromkeys(_slips(guide, lower, (name, sheet.id), is_sound=is_sound))
    yield from found


def _slips(guide: Guide, edition: Edition, named: tuple[str, str], *, is_sound: bool) -> Iterator[Problem]:
    """The same for one sheet, named by its kind and its own name, in all tiers."""
    kind, name = named
    module, selected = modules()[kind], select(guide, edition)
    found = leaked_words.slips(guide, edition, _held(selected, module.MADE_OF))
    for tier in module.TIERS if found else ():
        for sheet in module.sheets(selected, tier):
            if sheet.id == name and is_sound:
                made = MadeSheet(selected, edition, kind, sheet, tier)
                yield from leaked_words.printed_slips(
                    found, made_sheet.publication(made, made_sheet.body(made, fillable=False)), guide, edition
                )
            elif sheet.id == name:
                yield from leaked_words.likely_slips(found, sheet, edition)


def clashes(guide: Guide) -> Iterator[Problem]:
    """Themes and chapters of adaptation or plot whose sheets would have the name of another sheet, or of a group."""
    found = [(name, module.GROUP) for kind, module in modules().items() for name in _sheet_names(guide, kind, module)]
    taken = Counter(name for name, _ in found) + Counter({group for name, group in found if name != group})
    for name, place in named(guide):
        if taken[name] > 1:
            message = f"'{name}' already names a handout. Choose another id."
            yield Problem(place.file, place.line, place.column, message)


def _sheet_names(guide: Guide, kind: str, module: Handout) -> tuple[str, ...]:
    made_of = guide.info, tuple(chapter for chapter in guide.chapters if chapter.kind in module.MADE_OF)
    return guide.keep(("sheet names", kind), made_of, lambda: tuple(name for name, _ in module.subjects(guide)))


def named(guide: Guide) -> Iterator[tuple[str, Place]]:
    """Each id, and its place; for a chapter, the place in guide.yaml."""
    listed = guide.places["guide.yaml"]
    paths = ((name, ("chapters", number)) for number, name in enumerate(guide.info.chapters))
    yield from ((name, listed[path if path in listed else ()]) for name, path in paths)
    for chapter in guide.chapters:
        inside = ((path, name) for path, name, _ in walk.named(chapter) if path)
        yield from ((name, guide.places[chapter.id][*path, "id"]) for path, name in inside)


def publish(guide: Guide, edition: Edition, name: str, tier: Tier, *, fillable: bool = False) -> Publication:
    """One sheet, ready for layout; with form fields if it is to be filled in on a screen.

    Raises `UsageError` if the edition has no such sheet, `GuideError` if it would give too much away.
    """
    made = _make(guide, edition, name, tier)
    if _is_lower(made.sheet, edition):
        made = _make(guide, edition.model_copy(update={"reveals": made.sheet.reveals}), name, tier)
    found = leaked_words.slips(guide, made.edition, _held(made.guide, modules()[made.kind].MADE_OF))
    publication = made_sheet.publication(made, made_sheet.body(made, fillable=fillable))
    if problems := leaked_words.printed_slips(found, publication, guide, made.edition):
        raise GuideError(problems)
    spoiler_words.prove(publication, guide, made.edition)
    return publication


def _is_lower(sheet: Sheet, edition: Edition) -> bool:
    """Whether a sheet has a lower spoiler level than its edition."""
    return sheet.reveals.rank < edition.reveals.rank


def _lower(guide: Guide, edition: Edition, module: Handout, sheet: Sheet) -> Iterator[Sheet]:
    """The sheets of a module, made at the spoiler level of one of them."""
    return module.sheets(select(guide, edition.model_copy(update={"reveals": sheet.reveals})), Tier.CORE)


def _held(guide: Guide, kinds: tuple[str, ...]) -> Guide:
    """The guide with only the chapters of some kinds."""
    return replace(guide, chapters=tuple(chapter for chapter in guide.chapters if chapter.kind in kinds))


def _make(guide: Guide, edition: Edition, name: str, tier: Tier) -> MadeSheet:
    """The sheet of that name for an edition and a tier. Raises `UsageError` with all names."""
    selected = select(guide, edition)
    tiered = [(kind, module) for kind, module in modules().items() if tier in module.TIERS]
    marked, known = selected.marked(), dict[str, None]()
    for kind, module in tiered:
        names = dict.fromkeys(each for each, _ in module.subjects(marked))
        if name in names:
            sheet = next(sheet for sheet in module.sheets(marked, tier) if sheet.id == name)
            return MadeSheet(selected, edition, kind, sheet, tier)
        known |= names
    raise UsageError(f"The edition '{edition.id}' has no {tier} sheet '{name}'. {suggestion(name, known)}")
