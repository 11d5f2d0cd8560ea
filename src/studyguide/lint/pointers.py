"""Pointers: cross references, citations and names of works have a target, and it is of the right kind."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from studyguide.guide import wanted_values
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.support.errors import Hints, Problem, suggestion


def known_targets(findings: Findings) -> Iterator[Problem]:
    """Cross references in texts lead to a chapter or item."""
    ids = findings.ids
    hints = Hints(ids)
    for place, reference in findings.references:
        target = reference.target[1:]
        if reference.kind == "link" and reference.target[:1] == "#" and target not in ids and findings.all_ids:
            yield _at(place, f"There is no chapter or item with the id '{target}'.{hints.of(target)}")


def fitting_targets(findings: Findings) -> Iterator[Problem]:
    """Cross references in fields lead to items of the field's kind, such as people; suggestions are of this kind."""
    kinds = _kinds(findings)
    hints: dict[tuple[str, ...], Hints] = {}
    for place, role, target in findings.pointers("ref"):
        if not any(each in role.of for each in kinds.get(target, role.of if _is_unsure(findings, target) else ())):
            fitting = {name for name, found in kinds.items() if not found.isdisjoint(role.of)}
            hint = hints.setdefault(role.of, Hints(fitting)).of(target)
            yield _at(place, f"{_misfit(target, kinds, role.of)}{hint}")


def known_sources(findings: Findings) -> Iterator[Problem]:
    """Citations, in texts and in fields, name a source."""
    cites = [(place, reference.target) for place, reference in findings.references if reference.kind == "cite"]
    wanted = sorted((*cites, *findings.fields("key")), key=lambda each: (each[0].file, each[0].line, each[0].column))
    if wanted and findings.all_keys and "sources.yaml" not in findings.guide.places:
        others = f", and in {len(wanted) - 1:,} other places" if wanted[1:] else ""
        message = f"A source is cited here{others}, and there is no sources.yaml. Write it, beside guide.yaml."
        yield _at(wanted[0][0], message)
        return
    hints = Hints(findings.keys)
    for place, key in wanted if findings.all_keys else ():
        if key not in findings.keys:
            yield _at(place, f"There is no source '{key}' in sources.yaml.{hints.of(key)}")


def known_works(findings: Findings) -> Iterator[Problem]:
    """Events name a work of guide.yaml."""
    works = [work.id for work in findings.guide.info.works]
    meant = {*works, *map(wanted_values.slug, works)}  # an id may be wrong itself, or missing
    for place, name in findings.fields("work"):
        if name not in meant and "" not in works:
            yield _at(place, f"There is no work '{name}' in guide.yaml. {suggestion(name, works)}")


def _kinds(findings: Findings) -> Mapping[str, set[str]]:
    """For each id that is known for sure, the classes that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, _, kind in findings.named:
        found[name].update(each.__name__ for each in kind.__mro__)
    for work in findings.guide.info.works:
        found[work.id].add("Work")
        found[wanted_values.slug(work.id)].add("Work")  # the id may be wrong itself
    return found


def _is_unsure(findings: Findings, target: str) -> bool:
    """Whether an unknown name may be in a file that could not be read."""
    return target in findings.more_ids or not findings.all_ids


def _misfit(target: str, kinds: Mapping[str, set[str]], wanted: tuple[str, ...]) -> str:
    """A message about a target that does not exist, or is of another kind."""
    *some, last = map(_words, wanted)
    what = f"{', '.join(some)} or {last}" if some else last
    if target not in kinds:
        return f"There is no {what} with the id '{target}'."
    return f"The id '{target}' is not that of a {what}."


def _words(kind: str) -> str:
    """The name of a class as an author would say it: ``question set``."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", kind).lower()


def _at(place: Place, message: str) -> Problem:
    return Problem(place.file, place.line, place.column, message)
