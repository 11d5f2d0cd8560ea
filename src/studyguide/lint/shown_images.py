"""Shown images: every picture is a printable file below ``images``, and has an alternative text."""

from collections.abc import Iterator, Sequence

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.markdown import Reference
from studyguide.support import images
from studyguide.support.errors import Problem

Shown = tuple[Place, Reference]


def sound_images(findings: Findings) -> Iterator[Problem]:
    """Each picture can be printed; a faulty file or folder is one problem, even if it is shown several times."""
    folder = findings.guide.folder
    shown = sorted(findings.images, key=_order)
    faults: dict[str, list[Shown]] = {}
    for name, places in _by_name(shown).items():
        if fault := images.misnamed(name):
            yield from (_unusable(place, each, fault) for place, each in places)
        elif fault := images.refusal(folder, name):
            missing = images.missing_folder(folder, name)
            faults.setdefault(missing or f"{name}\0{fault}", []).extend(places)
    for places in faults.values():
        (place, each), *others = sorted(places, key=_order)
        yield _unusable(place, each, images.refusal(folder, each.target) or "", len(others))
    yield from _unlike(shown, {place for places in faults.values() for place, _ in places})


def described_images(findings: Findings) -> Iterator[Problem]:
    """Each picture has a text for readers who do not see it."""
    for place, each in findings.references:
        if each.kind == "image" and not each.alt.strip():
            yield _at(
                place,
                f"The image '{each.target}' has no text for readers who do not see it. Write it between the brackets.",
            )


def _order(shown: Shown) -> tuple[str, int, int]:
    return shown[0].file, shown[0].line, shown[0].column


def _by_name(shown: Sequence[Shown]) -> dict[str, list[Shown]]:
    found: dict[str, list[Shown]] = {}
    for place, each in shown:
        found.setdefault(each.target, []).append((place, each))
    return found


def _unlike(shown: Sequence[Shown], faulty: set[Place]) -> Iterator[Problem]:
    """Usable pictures whose names differ only in upper and lower case from one shown earlier."""
    first: dict[str, str] = {}
    for place, each in shown:
        same = first.setdefault(each.target.casefold(), each.target)
        if same != each.target and place not in faulty and not images.misnamed(each.target):
            fault = f"it differs from '{same}' only in capitals, and Windows keeps one file. Rename one"
            yield _unusable(place, each, fault)


def _unusable(place: Place, image: Reference, fault: str, others: int = 0) -> Problem:
    """The problem of an unusable picture; `others` is the number of other places with the same problem."""
    also = f" here, nor in {others:,} other place{'s' * (others > 1)}" if others else ""
    return _at(place, f"The image '{image.target}' cannot be used{also}: {fault}.")


def _at(place: Place, message: str) -> Problem:
    return Problem(place.file, place.line, place.column, message)
