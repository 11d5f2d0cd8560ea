"""The parts of a pack: each format, each group of handouts, quizzes, cards, data and licences.

They are found by name, so a new format or handout is in the next pack. A pack for students has no keys and no quizzes;
in all else, a pack has what its edition prints.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studyguide import formats, handouts
from studyguide.build import Built, build, parallel
from studyguide.build.export_files import missing
from studyguide.build.handout_files import HandoutOptions, HandoutRequest, hand_out, requests
from studyguide.build.pack_page import Entry, Part
from studyguide.build.request import Request
from studyguide.exports import edition as edition_
from studyguide.exports import fact_list, folder, question_list
from studyguide.exports.export_kinds import Group, groups, of_group
from studyguide.formats import LayoutOptions
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.support.atomic_write import MANIFEST
from studyguide.support.errors import GuideError, Problem
from studyguide.themes import fonts, theme

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

    def parts(self, report: Callable[[str], None]) -> Iterator[Part]:
        """Each part of the pack, in the order of its start page."""
        yield self._formats(report)
        for group in handout_kinds.groups():
            if titles := handouts.titles(self.guide, self.edition, group):
                report(f"lay out {group}")
                yield self._handouts(group, titles)
        report("write quizzes, cards and data")
        for each in groups():
            if not (each == "quiz" and self._is_for_students) and not missing(self.guide, self.edition, each):
                yield self._exports(each)
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
        files, entries = dict[str, bytes](), []
        for each in build(self.guide.folder, request, report):
            kind = next((name for suffix, name in named.items() if each.path.name.endswith(suffix)), "other")
            name = kind if each.path.is_dir() else f"guide/{each.path.name}"
            files |= _read(each.path, name)
            first = f"{name}/index.html" if each.path.is_dir() else name
            entries.append(Entry(first, first, self._say("pack.format", by=kind)))
        return Part("guide", tuple(entries), files)

    def _handouts(self, group: str, titles: dict[str, str]) -> Part:
        options = HandoutOptions(
            group,
            self.work,
            tiers=_FOR_STUDENTS if self._is_for_students else (),
            edition=self.edition.id,
            paper=self.paper,
            theme=self.theme,
        )
        files, entries = dict[str, bytes](), []
        for request, built in self._laid_out(options):
            name = f"{group}/{built.path.name}"
            files[name] = built.path.read_bytes()
            about = self._say("pack.tier", by=str(request.tier)) if handout_kinds.is_tiered(group) else ""
            entries.append(Entry(name, titles[request.sheet], about))
        return Part(group, tuple(entries), files)

    def _laid_out(self, options: HandoutOptions) -> Iterator[tuple[HandoutRequest, Built]]:
        """Each file of a group, in the order of the requests. Raises `GuideError` with the problems of all sheets."""
        asked = requests(self.guide, options)
        outcomes = dict(parallel.run(hand_out, self.guide, asked, lambda _number: None, self.workers))
        problems: list[Problem] = []
        for outcome in outcomes.values():
            if isinstance(outcome, GuideError):
                problems.extend(outcome.problems)
            elif isinstance(outcome, Exception):
                raise outcome
        if problems:
            raise GuideError(problems)
        for request in asked:
            outcome = outcomes[request]
            if not isinstance(outcome, Exception):
                yield from ((request, built) for built in outcome)

    def _exports(self, group: Group) -> Part:
        made = folder.files(edition_.material(self.guide, self.edition), group)
        told = {export.FILE: self._say(export.CLICK) for export in of_group(group)}
        entries = (Entry(f"{group}/{name}", name, told.get(name, self._say("pack.readme"))) for name in made)
        return Part(group, tuple(entries), {f"{group}/{name}": content for name, content in made.items()})

    def _data(self) -> Part:
        selected = question_list.selected(self.guide, self.edition)
        made = {name: write(selected) for name, write in fact_list.FILES.items()}
        about = dict.fromkeys(made, self._say("pack.facts"))
        if question_list.questions(selected):
            made[question_list.FILE] = question_list.as_json(selected)
            about[question_list.FILE] = self._say("pack.questions")
        entries = (Entry(f"data/{name}", name, about[name]) for name in made)
        return Part("data", tuple(entries), {f"data/{name}": content for name, content in made.items()})

    def _licences(self) -> Part:
        info = self.guide.info
        made = {"guide.txt": "".join(f"{line}\n" for line in (info.title, info.rights, info.licence) if line).encode()}
        look = theme.look("pdf", theme=self.theme or self.edition.theme or "quiet")
        for font in {font.family: font for font in look.fonts}.values():
            made[f"{font.family.replace(' ', '-')}.txt"] = fonts.licence(font)
        about = {"guide.txt": self._say("pack.licence")}
        entries = (Entry(f"licences/{name}", name, about.get(name, self._say("pack.font-licence"))) for name in made)
        return Part("licences", tuple(entries), {f"licences/{name}": content for name, content in made.items()})

    def _say(self, key: str, **values: str) -> str:
        return self.guide.info.labels.say(key, **values)


def _read(path: Path, name: str) -> dict[str, bytes]:
    """A file, or every file of a folder but its manifest, under a name in the pack."""
    if path.is_file():
        return {name: path.read_bytes()}
    found = sorted(each for each in path.rglob("*") if each.is_file() and each.name != MANIFEST)
    return {f"{name}/{each.relative_to(path).as_posix()}": each.read_bytes() for each in found}
