"""Pages about the codes of remarks, made from the same rules as docs/codes.md."""

from collections.abc import Iterator

from studyguide.cli.explain.layout import Block, Code, Heading, Words
from studyguide.lint import rules
from studyguide.lint.fix import texts
from studyguide.support.errors import UsageError, suggestion

_REASONS = {
    "SG1": ("plot", "It is in the title of a song."),
    "SG2": ("questions", "It suits our class as it is."),
    "SG3": ("production", "The director told us so in a letter."),
    "SG4": ("questions", "We teach this in another unit."),
}
"""For each group of codes, a chapter and a reason to allow a remark there."""


def page(code: str) -> Iterator[Block]:
    """What a code means, and what to do. Raises `UsageError` for an unknown one."""
    known = rules.catalogue()
    if code not in known:
        raise UsageError(f"There is no code '{code}'. {suggestion(code, known)} `studyguide list codes` lists them.")
    summary, *more = known[code].split("\n\n")
    yield Heading(f"{code}: {_line(summary)}")
    yield from (Words(_line(paragraph)) for paragraph in more)
    yield Words(f"What to do: {_to_do(code)}")
    if code != rules.IDLE:
        yield Words("If something is meant as it is, allow it in guide.yaml, and say why:")
        where, why = _REASONS[code[:3]]
        yield Code(f"allow:\n  - {{code: {code}, where: {where}, why: {why}}}")


def subjects() -> Iterator[tuple[str, str]]:
    """Each code with its first sentence."""
    return ((code, _line(text.split("\n\n")[0])) for code, text in rules.catalogue().items())


def _to_do(code: str) -> str:
    if code in texts.CODES:
        return "`studyguide check --fix` corrects it where it is clear, and shows each change."
    if code == rules.IDLE:
        return "take the entry out of guide.yaml."
    return "the remark says at each place what to write. It never stops a build."


def _line(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
