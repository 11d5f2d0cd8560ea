"""Texts: the edits that correct the typography of one text, and nothing else in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from studyguide import markdown
from studyguide.guide.upgrade.edits import Edit, applied
from studyguide.languages.labels import Labels
from studyguide.lint.fix.changes import Source
from studyguide.lint.fix.typography import CORRECTIONS
from studyguide.lint.rules.typography import MARKS_TO_CORRECT, spaces_too_many
from studyguide.markdown import Markup, Placed

SPACES = "SG119"
QUOTES = "SG105"
CODES = (*CORRECTIONS, SPACES)
"""The codes of the remarks that can be corrected."""

MOST_ROUNDS = 3
"""How often a text is read again, because a correction may bring another to light: in 1-2--, the dash comes first."""
MOST_TRIED = 50
"""Edits of one text that are tried one by one, if they cannot all be made together."""
LONGEST_TRIED = 20_000
"""Characters of a text whose edits are tried so."""


def edits(source: Source, markup: Markup, labels: Labels, codes: Collection[str]) -> tuple[Edit, ...]:
    """The edits of a text, in order; they change its words as the rules with `codes` ask, and no markup.

    The message of each is the code of its rule.
    """
    text = source.text
    if not MARKS_TO_CORRECT.search(text):
        return ()
    found: tuple[Edit, ...] = ()
    for _ in range(MOST_ROUNDS):
        after = applied(text, found)
        more = (_moved_back(edit, found) for edit in _edits(after, markup, labels, codes))
        new = [edit for edit in more if edit and source.can_change(edit)]
        if not new:
            break
        found = _disjoint([*found, *new])
    if not found or _is_sound(text, markup, found):
        return found
    kept: list[Edit] = []
    for edit in found[:MOST_TRIED] if len(text) <= LONGEST_TRIED else ():
        if _is_sound(text, markup, (*kept, edit)):
            kept.append(edit)
    return tuple(kept)


def _edits(text: str, markup: Markup, labels: Labels, codes: Collection[str]) -> Iterator[Edit]:
    passages = markdown.placed(text, markup)
    for passage in passages:
        yield from _in_words(passage, text, labels, codes)
    if SPACES in codes:
        yield from (Edit(start, end, "", SPACES) for start, end in spaces_too_many(text, passages))


def _in_words(passage: Placed, text: str, labels: Labels, codes: Collection[str]) -> Iterator[Edit]:
    """The edits for the characters of a passage. Quotation marks come first: other rules look at them."""
    for code, corrections in CORRECTIONS.items():
        found = [*corrections(passage, labels)] if code in codes else []
        for start, end, new in found:
            first, last = passage.spans[start], passage.spans[end - 1]
            if first and last and _is_edited(text[first[0] : last[1]]):
                yield Edit(first[0], last[1], new, code)
        if code == QUOTES:
            signs = [*passage.words]
            for at, _, new in found:
                signs[at] = new.strip()
            passage = replace(passage, words="".join(signs))


def _is_edited(written: str) -> bool:
    """Whether a part of a text may be replaced: lines stay, and spaces that do not break stay."""
    return not any(sign.isspace() and sign != " " for sign in written)


def _moved_back(edit: Edit, made: Sequence[Edit]) -> Edit | None:
    """An edit of a text after others, as an edit of the text before them; None if it changes what they wrote."""
    shift = 0
    for each in made:
        start, end = each.start + shift, each.start + shift + len(each.text)
        if edit.end <= start:
            break
        if edit.start < end:
            return None
        shift += len(each.text) - (each.end - each.start)
    return replace(edit, start=edit.start - shift, end=edit.end - shift)


def _disjoint(found: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in order, without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda each: (each.start, each.end)):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return tuple(kept)


def _is_sound(text: str, markup: Markup, made: Sequence[Edit]) -> bool:
    """Whether the edits change nothing but words: links, emphasis, notes and code are as before, and so are lines."""
    after = applied(text, made)
    if markdown.structure(text, markup) != markdown.structure(after, markup):
        return False
    before = markdown.placed(text, markup)
    expected = tuple(_words(passage, made) for passage in before)
    return expected == tuple(_without_spaces(passage.words) for passage in markdown.placed(after, markup))


def _words(passage: Placed, made: Sequence[Edit]) -> str:
    """The words that a passage should have after the edits, without spaces."""
    new = {edit.start: edit for edit in made}
    said, end = [], 0
    for sign, span in zip(passage.words, passage.spans, strict=True):
        if span and (edit := new.get(span[0])) and edit.start != edit.end:
            said.append(edit.text)
            end = edit.end
        elif not span or span[0] >= end:
            said.append(sign)
    return _without_spaces("".join(said))


def _without_spaces(words: str) -> str:
    return "".join(words.split())
