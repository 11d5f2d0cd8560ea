"""Unparsed links: text that looks like a Markdown link or picture but is not one, so its markup would be printed."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.token import Token

from studyguide.markdown.references import Loss, Reference
from studyguide.markdown.tokens import flat, note_tokens

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_SOME = r"#\w|https?://|mailto:|images/"
"""The beginning of a text that is always meant as a target."""
_PROSE = re.compile(r"\[(?:sic!?|\W*)\]")
"""Text in square brackets of a quotation, which may be followed by round brackets after a space."""
_JOINT = re.compile(rf"\](\s*)\((?=(\s*<?(?:{_SOME}))?)|\)()\[(?={_SOME})")
"""The joint between a link's words and its target; round brackets after a space are usually prose."""
_FARTHEST = 500
"""The most characters between the brackets of a link."""
_TITLE = re.compile(r"(?<!\s)\s++(?:\"[^\"]*\"|'[^']*')\s*$")
_PICTURE_FILE = re.compile(r"\S+\.(?:png|jpe?g|svg)\s", re.IGNORECASE)
_COMPARED = 20
"""The number of characters on both sides of a joint that are compared with the print; parsed links have no joint."""
_AHEAD = 50
"""The most printed joints, such as escaped ones, that are skipped in a search; so the time stays linear."""
_MARKUP = re.compile(r"[\0`&<>\[\]()!^]")
"""Characters that may be printed in another form than written."""


def in_tokens(parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[Reference]:
    """Each unparsed link as a `Reference`: its words in brackets as `target`, and its intended target as `alt`."""
    for token in parsed:
        if token.type == "inline" and ("](" in token.content or _JOINT.search(token.content)):
            first = token.map[0] if token.map else 0
            printed = _plain("".join(_printed(token.children or [], env)))
            source = _without_code(_ESCAPED.sub("\0\0", token.content), token.children or [])
            yield from _among(source, token.content, _Joints(printed), first)


class _Joints:
    """The joints in a printed text, to be queried from left to right."""

    def __init__(self, printed: str) -> None:
        found = re.finditer(r"\]\(|\)\[", printed)
        self._around = [printed[max(0, each.start() - _COMPARED) : each.end() + _COMPARED] for each in found]
        self._next = 0

    def has(self, sign: str) -> bool:
        """Whether the joint with these characters is among the next few."""
        for at, around in enumerate(self._around[self._next : self._next + _AHEAD], self._next):
            if sign in around:
                self._next = at + 1
                return True
        return False


def _among(source: str, written: str, printed: _Joints, first: int) -> Iterator[Reference]:
    """The unparsed links of one text: as `written`, without escapes (`source`), and its `printed` joints."""
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
    """A text of the same length, with blank code."""
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
    """The position of the opening bracket for the one that closes here."""
    pair = "[]" if source[closing] == "]" else "()"
    depth = 0
    for at in range(closing, max(-1, closing - _FARTHEST), -1):
        depth += (source[at] == pair[1]) - (source[at] == pair[0])
        if not depth:
            return at
    return None


def _sign(source: str, joint: re.Match[str], opened: int) -> str:
    """The text around a joint as it would be printed."""
    before = _MARKUP.split(source[max(opened, joint.start() - _COMPARED) : joint.start()])[-1]
    after = _MARKUP.split(source[joint.end() : joint.end() + _COMPARED])[0]
    return _plain(f"{before}{joint[0]}{after}")


def _kind(joint: re.Match[str], target: str, *, is_picture: bool, is_closed: bool) -> Loss:
    """The kind of loss."""
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
    """A text without characters that may be markup."""
    return re.sub(r"[*_\s]+", "", text)


def _printed(tokens: Sequence[Token], env: dict[str, Any]) -> Iterator[str]:
    """The plain text that is printed for a run and its inline notes, without code."""
    for token in flat(tokens):
        if token.type in {"text", "softbreak"}:
            yield token.content
        elif token.type == "footnote_ref" and token.meta.get("label") is None:
            yield from _printed(note_tokens(token, env), env)
        else:
            yield "" if token.nesting else "\0"
