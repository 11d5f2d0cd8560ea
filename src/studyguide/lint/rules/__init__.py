"""Remarks on a sound guide, each with a stable code.

A rule is a function from `Findings` to places and messages; a module here lists its rules by their codes in `RULES`,
and is found by its file. SG1xx are about language and style, SG2xx about structure and accessibility, SG3xx about facts
and sources, SG4xx about coverage. The first line of a rule's docstring is its sentence in the catalogue.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import iter_modules

from studyguide.guide.info import Allowance
from studyguide.guide.model import Guide, Place
from studyguide.guide.texts import Findings
from studyguide.support import safe_files
from studyguide.support.errors import MOST_ALIKE, Problem, more, suggestion
from studyguide.themes import school

Rule = Callable[[Findings], Iterator[tuple[Place, str]]]

IDLE = "SG001"


@dataclass(frozen=True)
class Remark:
    """Something that could be better: a code, where it is, and what to do."""

    code: str
    place: Place
    message: str

    def __str__(self) -> str:
        return str(self.problem())

    def problem(self) -> Problem:
        """The same in the form of a problem, whose message begins with the code."""
        return Problem(self.place.file, self.place.line, self.place.column, f"{self.code} {self.message}")


def remarks(guide: Guide, between: Callable[[], None] = lambda: None) -> tuple[Remark, ...]:
    """The remarks of all rules, without those that guide.yaml allows; sorted by file, line, column and code.

    `between` is called before each rule; an error that it raises ends the work.
    """
    findings = Findings(guide)
    found: set[Remark] = set()
    for code, rule in rules().items():
        between()
        found.update(_bounded(code, rule(findings)))
    allowed = guide.info.allow
    left = {remark for remark in found if not any(silences(each, remark) for each in allowed)}
    return tuple(sorted({*left, *idle(findings, found)}, key=_order))


def _bounded(code: str, said: Iterator[tuple[Place, str]]) -> Iterator[Remark]:
    """The remarks of one rule; after a hundred in one file, a last remark counts the rest."""
    by_file: dict[str, list[tuple[Place, str]]] = {}
    for place, message in said:
        by_file.setdefault(place.file, []).append((place, message))
    for alike in by_file.values():
        alike.sort(key=lambda each: (each[0].line, each[0].column, each[1]))
        yield from (Remark(code, *each) for each in alike[:MOST_ALIKE])
        if rest := alike[MOST_ALIKE:]:
            yield Remark(code, rest[0][0], more(len(rest), rest[0][1]))


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the codes."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [pair for module in modules for pair in getattr(module, "RULES", {}).items()]
    twice = {code for code, _ in found if [code for code, _ in found].count(code) > 1}
    if twice:
        raise ValueError(f"several rules have the codes {sorted(twice)}")
    return dict(sorted(found))


def catalogue() -> Mapping[str, str]:
    """Code to the docstring of its rule: a sentence and, after an empty line, further explanations, if any."""
    return {code: inspect.getdoc(rule) or "" for code, rule in {IDLE: idle, **rules()}.items()}


def unknown(guide: Guide) -> Iterator[Problem]:
    """Allowances in guide.yaml with an unknown code or place."""
    files = {"guide.yaml", "sources.yaml", *guide.info.chapters}
    names = {
        *files,
        *safe_files.listing(guide.folder),
        *(places[()].file for places in guide.places.values() if () in places),
    }
    for number, allowance in enumerate(guide.info.allow):
        places, path = guide.places["guide.yaml"], ("allow", number)
        if allowance.code and allowance.code not in rules():
            place = places[*path, "code"]
            message = f"There is no remark with the code '{allowance.code}'. `studyguide list codes` names all."
            yield Problem(place.file, place.line, place.column, message)
        if allowance.where and not {allowance.where, ""} & names:
            place = places[*path, "where"]
            message = f"There is no chapter or file '{allowance.where}'. {suggestion(allowance.where, files)}"
            yield Problem(place.file, place.line, place.column, message)


def _schools(guide: Guide) -> Iterator[str]:
    """The file of the school's document, or one with almost its name: it has no places of its own."""
    return (name for name in safe_files.listing(guide.folder) if name.casefold() == school.NAME)


def idle(findings: Findings, found: set[Remark]) -> Iterator[Remark]:
    """Every allowance in guide.yaml silences a remark.

    An allowance that silences nothing is left over from text that you have corrected. Remove it.
    """
    for number, allowance in enumerate(findings.guide.info.allow):
        if not any(silences(allowance, remark) for remark in found):
            message = f"There is no {allowance.code} in '{allowance.where}' to be allowed. Take this entry out."
            yield Remark(IDLE, findings.place("guide.yaml", ("allow", number, "code")), message)


def silences(allowance: Allowance, remark: Remark) -> bool:
    """Whether an allowance in guide.yaml allows a remark."""
    file = PurePosixPath(remark.place.file)
    names = {remark.place.file, file.stem} if file.parent.name else {remark.place.file}
    return allowance.code == remark.code and allowance.where in names


def _order(remark: Remark) -> tuple[str, int, int, str, str]:
    return remark.place.file, remark.place.line, remark.place.column, remark.code, remark.message
