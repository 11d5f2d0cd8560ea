"""Unparsed links: what looks like a link or picture of Markdown, and is none, so that its signs would be printed."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.token import Token

from studyguide.markdown.references import Loss, Reference
from studyguide.markdown.tokens import flat, note_tokens

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_SOME = r"#\w|https?://|mailto:|images/"
"""How a target begins that is meant for one, whatever is around it."""
_PROSE = re.compile(r"\[(?:sic!?|\W*)\]")
"""What a quotation has in square brackets, where round ones may follow after a space."""
_JOINT = re.compile(rf"\](\s*)\((?=(\s*<?(?:{_SOME}))?)|\)()\[(?={_SOME})")
"""Where the words of a link end and its target begins; round brackets behind a space are most often prose."""
_FARTHEST = 500
"""Characters between brackets; no link has more."""
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_PICTURE_FILE = re.compile(r"\S+\.(?:png|jpe?g|svg)\s", re.IGNORECASE)
_COMPARED = 20
"""So many characters on both sides of a joint tell whether it is printed; links that were read are printed without."""
_AHEAD = 50
"""So many joints that are printed, such as escaped ones, may be passed over before one is missed; time stays linear."""
_MARKUP = re.compile(r"[\0`&<>\[\]()!^]")
"""What may be printed in another way than it is written."""


def in_tokens(parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[Reference]:
    """Each of them as a `Reference`: what is between its brackets, and what is between the others as its `alt`."""
    for token in parsed:
        if token.type == "inline" and ("](" in token.content or _JOINT.search(token.content)):
            first = token.map[0] if token.map else 0
            printed = _plain("".join(_printed(token.children or [], env)))
            source = _without_code(_ESCAPED.sub("\0\0", token.content), token.children or [])
            yield from _among(source, token.content, _Joints(printed), first)


class _Joints:
    """The joints in a text as it is printed, asked for from left to right."""

    def __init__(self, printed: str) -> None:
        found = re.finditer(r"\]\(|\)\[", printed)
        self._around = [printed[max(0, each.start() - _COMPARED) : each.end() + _COMPARED] for each in found]
        self._next = 0

    def has(self, sign: str) -> bool:
        """Whether the joint with this sign is among the next few."""
        for at, around in enumerate(self._around[self._next : self._next + _AHEAD], self._next):
            if sign in around:
                self._next = at + 1
                return True
        return False


def _among(source: str, written: str, printed: _Joints, first: int) -> Iterator[Reference]:
    """Those in one text: as it was `written`, without escapes (`source`), and what is `printed` of its joints."""
    for joint in _JOINT.finditer(source):
        opened = _opening(source, joint.start())
        if opened is None or not printed.has(_sign(source, joint, opened)):
            continue
        if joint[1] and (not joint[2] or _PROSE.fullmatch(source, opened, joint.start() + 1)):
            continue
        begin = opened - (source[opened - 1 : opened] == "!")
        closed = source.find("]" if joint[3] is not None else ")", joint.end(), joint.end() + _FARTHEST)
        target = written[joint.end() : closed if closed > 0 else joint.end() + _FARTHEST]
        kind = _kind(joint, target, is_picture=begin < opened, is_closed=closed > 0)
        words = written[begin : joint.start() + 1].partition("\n")[0]
        yield Reference(kind, words, " ".join(target.split()), first + source.count("\n", 0, begin))


def _without_code(source: str, tokens: Sequence[Token]) -> str:
    """A text of the same length, with nothing in its code."""
    parts: list[str] = []
    done = 0
    for token in tokens:
        if token.type == "code_inline":
            begin = source.find(token.markup, done)
            end = source.find(token.markup, begin + len(token.markup)) + len(token.markup)
            if 0 <= begin < end:
                parts += [source[done:begin], "\0" * (end - begin)]
                done = end
    return "".join([*parts, source[done:]])


def _opening(source: str, closing: int) -> int | None:
    """Where the bracket opens that closes here."""
    pair = "[]" if source[closing] == "]" else "()"
    depth = 0
    for at in range(closing, max(-1, closing - _FARTHEST), -1):
        depth += (source[at] == pair[1]) - (source[at] == pair[0])
        if not depth:
            return at
    return None


def _sign(source: str, joint: re.Match[str], opened: int) -> str:
    """What is printed around a joint if it is."""
    before = _MARKUP.split(source[max(opened, joint.start() - _COMPARED) : joint.start()])[-1]
    after = _MARKUP.split(source[joint.end() : joint.end() + _COMPARED])[0]
    return _plain(f"{before}{joint[0]}{after}")


def _kind(joint: re.Match[str], target: str, *, is_picture: bool, is_closed: bool) -> Loss:
    """What is wrong with it."""
    if joint[3] is not None:
        return "brackets exchanged"
    if joint[1]:
        return "space before target"
    if not is_closed or "(" in target:
        return "target without end"
    if is_picture and _PICTURE_FILE.match(target):
        return "unread credit"
    if re.search(r"\s", _TITLE.sub("", target.strip())):
        return "space in picture name" if is_picture else "space in target"
    return "unread target"


def _plain(text: str) -> str:
    """A text without the signs that may be marks in it."""
    return re.sub(r"[*_\s]+", "", text)


def _printed(tokens: Sequence[Token], env: dict[str, Any]) -> Iterator[str]:
    """The plain text that is printed of a run, and of the notes that are written in it; no code."""
    for token in flat(tokens):
        if token.type in {"text", "softbreak"}:
            yield token.content
        elif token.type == "footnote_ref" and token.meta.get("label") is None:
            yield from _printed(note_tokens(token, env), env)
        else:
            yield "" if token.nesting else "\0"
