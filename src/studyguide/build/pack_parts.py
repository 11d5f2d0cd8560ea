"""The parts of a pack: each format, each group of handouts, quizzes, cards, data and licences.

They are found by name, so a new format or handout is in the next pack, and every handout is in all formats that it can
have. A pack for students has no keys, no quizzes and no data; in all else, a pack has what its edition prints.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from studyguide import formats, handouts
from studyguide.build import Built, build, parallel
from studyguide.build.export_files import missing
from studyguide.build.handout_files import HandoutOptions, HandoutRequest, hand_out, possible_formats, requests
from studyguide.build.pack_page import Block, Entry, Link, Part, file_list
from studyguide.build.page_map import NAME as PAGES
from studyguide.build.request import Request
from studyguide.exports import edition as edition_
from studyguide.exports import fact_list, folder, question_list
from studyguide.exports.export_groups import Group, groups
from studyguide.exports.export_kinds import of_group
from studyguide.formats import LayoutOptions
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts import handout_kinds, order
from studyguide.handouts.kinds import slides
from studyguide.handouts.sheet import Tier
from studyguide.support.atomic_write import MANIFEST
from studyguide.support.errors import GuideError, Problem
from studyguide.themes import fonts, theme

Made = tuple[HandoutRequest, tuple[Built, ...]]
"""A sheet in one tier, and its files."""

_FIRST = ("pdf", "docx", "web", "epub")
"""The formats of a guide that most teachers look for, which come before all others."""

_FOR_STUDENTS = tuple(tier.value for tier in Tier if tier != Tier.KEY)


@dataclass(frozen=True)
class Packer:
    """Makes the parts of one edition; `work` is a folder for files that are being built."""

    guide: Guide
    edition: Edition
    work: Path
    paper: str | None
    theme: str | None
    layout_options: LayoutOptions
    workers: int
    remark: Callable[[str], None]
    """Is told what a file could have better, such as a page that would be mostly white."""

    def parts(self, report: Callable[[str], None]) -> Iterator[Part]:
        """Each part of the pack, in the order of its start page."""
        yield self._formats(report)
        every = {group: handouts.titles(self.guide, self.edition, group) for group in handout_kinds.groups()}
        titles = {group: found for group, found in every.items() if found}
        report("lay out handouts")
        for group, made in self._laid_out(titles).items():
            yield self._handouts(group, titles[group], made)
        report("write quizzes, cards and data")
        for each in groups():
            if not (each == "quiz" and self._is_for_students) and not missing(self.guide, self.edition, each):
                yield self._exports(each)
        if not self._is_for_students:
            yield self._data()
        yield self._licences()

    @property
    def _is_for_students(self) -> bool:
        return self.edition.audience == "student"

    def _formats(self, report: Callable[[str], None]) -> Part:
        named = {formats.load(name).SUFFIX: name for name in formats.FORMATS}
        request = Request(
            formats.FORMATS, self.work, self.edition.id, self.paper, self.theme, layout_options=self.layout_options
        )
        files, entries = dict[str, bytes](), dict[str, Entry]()
        for each in build(self.guide.folder, request, report):
            kind = next((name for suffix, name in named.items() if each.path.name.endswith(suffix)), "other")
            name = kind if each.path.is_dir() else f"guide/{each.path.name}"
            files |= _read(each.path, name)
            text, about = self._say("pack.kind", by=kind), self._say("pack.format", by=kind)
            if each.path.name.endswith(f"-{PAGES}.json"):
                text, about = each.path.name, self._say("page-map.intro", n=len(self.edition.page_maps))
            link = Link(f"{name}/index.html" if each.path.is_dir() else name, text)
            entries[kind] = Entry((link,), about=about)
        kinds = sorted(entries, key=lambda kind: _FIRST.index(kind) if kind in _FIRST else len(_FIRST))
        return Part("guide", (Block(tuple(entries[kind] for kind in kinds)),), files)

    def _handouts(self, group: str, titles: Mapping[str, str], made: Iterable[Made]) -> Part:
        files, legend = dict[str, bytes](), dict[str, str]()
        entries: dict[str, list[Entry]] = {name: [] for name in order.homes(self.guide, self.edition, group)}
        is_tiered = self._has_tiers(group)
        for request, built in made:
            tier = self._say("pack.tier-name", by=str(request.tier))
            links = []
            for kind, each in zip(request.asked.formats, built, strict=True):
                name = f"{group}/{each.path.name}"
                files[name] = each.path.read_bytes()
                if each.remark:
                    self.remark(f"{name}: {each.remark}")
                links.append(Link(name, self._say("pack.kind", by=kind)))
            if is_tiered:
                legend[tier] = self._say("pack.tier", by=str(request.tier))
            entries[request.sheet].append(Entry(tuple(links), tier if is_tiered else titles[request.sheet]))
        blocks = self._blocks(group, {name: found for name, found in entries.items() if found}, titles)
        return Part(group, tuple(blocks), files, self._say("pack.group", by=group), legend)

    def _blocks(self, group: str, entries: Mapping[str, list[Entry]], titles: Mapping[str, str]) -> Iterator[Block]:
        """The sheets of a group in the order of the guide, below the titles of their chapters if there are several."""
        homes, is_tiered = order.homes(self.guide, self.edition, group), self._has_tiers(group)
        is_one = len({homes[name] for name in entries}) == 1
        for home, names in groupby(entries, homes.__getitem__):
            chapter = "" if is_one else home.chapter
            if is_tiered:
                yield from (Block(tuple(entries[name]), titles[name], chapter) for name in names)
            else:
                yield Block(tuple(entry for name in names for entry in entries[name]), chapter=chapter)

    def _has_tiers(self, group: str) -> bool:
        return handout_kinds.is_tiered(group) and group != slides.GROUP

    def _tiers(self, group: str) -> tuple[str, ...]:
        """The tiers of a group; none for all. A class sees one deck, so slides have one tier, as in their command."""
        if group == slides.GROUP:
            return (Tier.CORE.value,)
        return _FOR_STUDENTS if self._is_for_students else ()

    def _laid_out(self, groups: Iterable[str]) -> Mapping[str, list[Made]]:
        """The files of each group, in the order of its requests. Raises `GuideError` with the problems of all sheets.

        The same processes lay out all of them. Each process gets the guide once.
        """
        asked = {group: requests(self.guide, self._options(group)) for group in groups}
        every = [request for found in asked.values() for request in found]
        outcomes = dict(parallel.run(hand_out, self.guide, every, lambda _number: None, self.workers))
        problems: list[Problem] = []
        for outcome in outcomes.values():
            if isinstance(outcome, GuideError):
                problems.extend(outcome.problems)
            elif isinstance(outcome, Exception):
                raise outcome
        if problems:
            raise GuideError(problems)
        done = {request: outcome for request, outcome in outcomes.items() if not isinstance(outcome, Exception)}
        return {group: [(each, done[each]) for each in found] for group, found in asked.items()}

    def _options(self, group: str) -> HandoutOptions:
        return HandoutOptions(
            group,
            self.work,
            tiers=self._tiers(group),
            edition=self.edition.id,
            paper=self.paper,
            theme=self.theme,
            formats=possible_formats(group),
        )

    def _exports(self, group: Group) -> Part:
        made = folder.files(edition_.material(self.guide, self.edition), group)
        told = {export.FILE: self._say(export.CLICK) for export in of_group(group)}
        return file_list(group, made, {name: told.get(name, self._say("pack.readme")) for name in made})

    def _data(self) -> Part:
        selected = question_list.selected(self.guide, self.edition)
        made = {name: write(selected) for name, write in fact_list.FILES.items()}
        about = dict.fromkeys(made, self._say("pack.facts"))
        if question_list.questions(selected):
            made[question_list.FILE] = question_list.as_json(selected)
            about[question_list.FILE] = self._say("pack.questions")
        return file_list("data", made, about)

    def _licences(self) -> Part:
        info = self.guide.info
        made = {"guide.txt": "".join(f"{line}\n" for line in (info.title, info.rights, info.licence) if line).encode()}
        look = theme.look("pdf", theme=self.theme or self.edition.theme or "quiet")
        for font in {font.family: font for font in look.fonts}.values():
            made[f"{font.family.replace(' ', '-')}.txt"] = fonts.licence(font)
        about = dict.fromkeys(made, self._say("pack.font-licence")) | {"guide.txt": self._say("pack.licence")}
        return file_list("licences", made, about)

    def _say(self, key: str, by: str = "", **values: int) -> str:
        return self.guide.info.labels.say(key, by, **values)


def _read(path: Path, name: str) -> dict[str, bytes]:
    """A file, or every file of a folder but its manifest, under a name in the pack."""
    if path.is_file():
        return {name: path.read_bytes()}
    found = sorted(each for each in path.rglob("*") if each.is_file() and each.name != MANIFEST)
    return {f"{name}/{each.relative_to(path).as_posix()}": each.read_bytes() for each in found}
