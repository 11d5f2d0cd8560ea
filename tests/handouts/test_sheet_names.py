"""The names of handouts are known without making the sheets, and are those of the sheets and of the written files."""

from dataclasses import replace
from functools import cache
from types import SimpleNamespace

import pytest

from studyguide import handouts
from studyguide.build import handout_files
from studyguide.build.handout_files import HandoutOptions
from studyguide.editions.select import select
from studyguide.guide import walk
from studyguide.guide.load import load
from studyguide.handouts import handout_kinds, order
from studyguide.handouts.sheet import Tier
from studyguide.support.paths import starter_folder
from tests import sound_guides

KINDS = handout_kinds.modules()
GROUPS = handout_kinds.groups()


def doubled(guide):
    """The guide with a second chapter of each kind, so that sheets are numbered or named after their chapters."""
    second = (chapter.model_copy(update={"id": f"second-{chapter.id}"}) for chapter in guide.chapters)
    return replace(guide, chapters=(*guide.chapters, *second))


def emptied(guide):
    """The guide without a chapter: only what is always there has a name."""
    return replace(guide, chapters=())


GUIDES = {
    "flagship": sound_guides.flagship,
    "specimen": sound_guides.specimen,
    "starter": cache(lambda: load(starter_folder())),
    "two chapters of each kind": cache(lambda: doubled(sound_guides.specimen())),
    "no chapters": cache(lambda: emptied(sound_guides.specimen())),
}


@pytest.fixture(scope="module", params=GUIDES)
def guide(request):
    return GUIDES[request.param]()


@pytest.fixture(scope="module")
def specimen():
    return GUIDES["specimen"]()


def names(kind, guide):
    return [name for name, _ in KINDS[kind].subjects(guide)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_names_are_those_of_the_sheets_in_every_edition_and_tier(kind, guide):
    for reduced in (guide, *(select(guide, edition) for edition in guide.info.editions)):
        known = names(kind, reduced)
        for tier in Tier:
            assert [sheet.id for sheet in KINDS[kind].sheets(reduced, tier)] == known


@pytest.mark.parametrize("kind", KINDS)
def test_some_guide_has_sheets_of_every_kind(kind):
    assert any(names(kind, made()) for made in GUIDES.values())


def written(folder, guide, group, monkeypatch):
    """The files of a group of handouts; what would write them only makes them."""
    suffix = ".html" if group == "slides" else ".pdf"

    def write(_publication, _look, target):
        target.touch(exist_ok=False)

    writer = SimpleNamespace(SUFFIX=suffix, ON_PAPER=True, write=write)
    monkeypatch.setattr(handout_files.formats, "load", lambda _: writer)
    monkeypatch.setattr(handout_files.formats, "deck", lambda _: writer)
    asked = HandoutOptions(group, folder, formats=("web",) if group == "slides" else ("pdf",))
    for request in handout_files.requests(guide, asked):
        handout_files.hand_out(guide, request)
    return {str(path.relative_to(folder)) for path in folder.rglob("*.*")}


def expected(guide, group):
    """The same files, by the names of the sheets."""
    edition = handout_kinds.usual_edition(guide, group)
    of_edition = "" if edition == guide.info.editions[0] else f"-{edition.id}"
    start, suffix = f"{guide.info.name}{of_edition}-{group}", ".html" if group == "slides" else ".pdf"
    for module in handout_kinds.of_group(group):
        for name, _ in module.subjects(select(guide, edition)):
            for tier in module.TIERS:
                end = f"-{tier}" if handout_kinds.is_tiered(group) else ""
                yield start + suffix if name == group else f"{start}/{name}{end}{suffix}"


@pytest.mark.pages
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("which", ["flagship", "specimen"])
def test_the_names_are_those_of_the_files(group, which, tmp_path, monkeypatch):
    guide = GUIDES[which]()
    files = list(expected(guide, group))
    assert files
    assert written(tmp_path, guide, group, monkeypatch) == set(files)
    assert len(files) == len(set(files)), "no file is written twice"


def refused(*_args):
    raise AssertionError("a sheet is made only to know its name")


def test_clashes_and_the_order_of_sheets_are_found_without_making_any(specimen, monkeypatch):
    for module in KINDS.values():
        monkeypatch.setattr(module, "sheets", refused)
    assert list(handouts.clashes(specimen)) == []
    for group in GROUPS:
        homes = order.homes(specimen, handout_kinds.usual_edition(specimen, group), group)
        assert {*homes} == {
            name for kind, module in KINDS.items() if group == module.GROUP for name in names(kind, specimen)
        }


def renamed(guide, name):
    """The guide with another id for its first theme."""
    (themes,) = (chapter for chapter in guide.chapters if chapter.kind == "themes")
    first, *others = themes.themes
    changed = themes.model_copy(update={"themes": (first.model_copy(update={"id": name}), *others)})
    return replace(guide, chapters=tuple(changed if each is themes else each for each in guide.chapters))


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_may_not_be_a_name_that_a_kind_gives_to_its_sheets(kind, specimen):
    ids = {name for chapter in specimen.chapters for _, name, _ in walk.named(chapter)}
    for name in {*names(kind, specimen)} - ids:
        clashes = [problem.message for problem in handouts.clashes(renamed(specimen, name))]
        assert clashes == [f"'{name}' already names a handout. Choose another id."]


def test_a_sheet_is_found_by_its_name_among_those_of_other_kinds(specimen):
    edition = specimen.info.editions[0]
    for kind, module in KINDS.items():
        for name, tiers in handouts.names(specimen, edition, module.GROUP).items():
            if name in names(kind, select(specimen, edition)):
                assert handouts.publish(specimen, edition, name, tiers[0]).sections[0].kind == kind
