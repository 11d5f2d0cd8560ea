"""The paper of a file, and the file's name."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.exports.export_groups import groups
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.support import signatures
from studyguide.support.errors import Problem, UsageError
from studyguide.support.paths import style_names


@dataclass(frozen=True)
class Paper:
    """A style sheet in styles/papers, and its addition to the name of the file."""

    pages: str = "a4"
    special: tuple[str, ...] = ()


def chosen(edition: Edition, asked: str | None, *, is_booklet: bool) -> Paper:
    """The paper of an edition's file. Raises `UsageError` for a booklet on a sheet that is not folded."""
    return booklet(edition, asked) if is_booklet else paper(edition, asked)


def paper(edition: Edition, asked: str | None) -> Paper:
    """The requested paper, or the edition's, or A4."""
    usual = edition.paper or "a4"
    return Paper(usual) if asked in {None, usual} else Paper(asked or usual, (asked or usual,))


def booklet(edition: Edition, asked: str | None) -> Paper:
    """The same for a booklet, whose pages are half the sheet. Raises `UsageError` for a sheet that is not folded."""
    usual = edition.paper or "a4"
    usual = signatures.WHOLES.get(usual, usual)
    sheet = asked or usual
    if sheet not in signatures.HALVES:
        raise UsageError(
            f"A booklet is printed on sheets of {' or '.join(signatures.HALVES)}, folded to pages of half their size; "
            f"'{sheet}' is not one of them. Name the sheet with --paper."
        )
    return Paper(signatures.HALVES[sheet], ("booklet",) if sheet == usual else ("booklet", sheet))


def file(guide: Guide, edition: Edition, special: tuple[str, ...], suffix: str) -> str:
    """``name.pdf`` for the first edition on its own paper; other editions, papers and booklets are named."""
    which = (edition.id,) if edition != guide.info.editions[0] else ()
    return "-".join((guide.info.name, *which, *special)) + suffix


def clashes(guide: Guide) -> Iterator[Problem]:
    """Editions whose files would have the names of other files: of another edition on some paper, or of handouts.

    Examples are *teacher-letter* beside *teacher*, and *organiser* in any guide.
    """
    others = {"": "the first edition"} | {
        f"{edition.id}-": f"'{edition.id}'" for edition in guide.info.editions[1:] if edition.id
    }
    specials = {"-".join(special) for special in _specials()}
    for number, edition in enumerate(guide.info.editions):
        for start, other in others.items():
            rest = edition.id.removeprefix(start)
            if edition.id.startswith(start) and rest in specials:
                place = guide.places["guide.yaml"]["editions", number, "id"]
                message = (
                    f"'{edition.id}' names the files of {other} for '{rest}'. Choose another name for the edition."
                )
                yield Problem(place.file, place.line, place.column, message)


def _specials() -> Iterator[tuple[str, ...]]:
    """All additions that a file's name may have beside its edition."""
    from studyguide.handouts import handout_kinds  # a build that checks nothing does not need it

    papers = style_names("papers")
    yield from ((name,) for name in papers)
    yield from ((group,) for group in groups())
    for kind in ("booklet", "pack", *sorted({module.GROUP for module in handout_kinds.modules().values()})):
        yield from ((kind,), *((kind, name) for name in papers))
