"""Sift: a copy of what was written without what some readers may not see, and without what led there.

Whatever cannot do without a part that has gone goes too: a part of a story without scenes, a tie to a hidden person.
"""

import re
from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import BaseModel

from studyguide.model import Chapter, Item, Role, Spoiler
from studyguide.walk import roles

M = TypeVar("M", bound=BaseModel)

_TITLED_LINK = re.compile(r"\[\]\(#([^)\s]+)\)")
_BLOCK = re.compile(r"(\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s))")
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|\s*\[\^[^\]]+\]:\s*|\s*")
_SENTENCE = re.compile(r"(?<=[.!?…])([’”)*_]*)\s+(?=\S)")


def sift(model: M, level: Spoiler, ids: Collection[str] | None = None) -> M | None:
    """The model without items above `level` and, once `ids` are known, without what points to other ids.

    None if something required is gone.
    """
    changes = {}
    for name, field in type(model).model_fields.items():
        before = getattr(model, name)
        after = _sifted(before, roles(type(model))[name], level, ids)
        if field.is_required() and before not in (None, ()) and after in (None, ()):
            return None
        changes[name] = after
    return model.model_copy(update=changes)


def without_dangling(text: str, ids: Collection[str]) -> str:
    """Markdown without the sentences that print the title of something that is not there.

    Links with words of their own stay: they are printed as plain words.
    """
    if all(name in ids for name in _TITLED_LINK.findall(text)):
        return text
    blocks = [block if _BLOCK.fullmatch(block) else _kept_sentences(block, ids) for block in _BLOCK.split(text)]
    return re.sub(r"\n{3,}", "\n\n", "".join(blocks)).strip("\n")


def _kept_sentences(block: str, ids: Collection[str]) -> str:
    marker = _MARKER.match(block)
    start = marker[0] if marker else ""
    sentences = _SENTENCE.sub(r"\1\0", block.removeprefix(start)).split("\0")
    kept = [part for part in sentences if all(name in ids for name in _TITLED_LINK.findall(part))]
    return start + " ".join(kept) if kept else ""


def _sifted(value: Any, role: Role | None, level: Spoiler, ids: Collection[str] | None) -> Any:
    if isinstance(value, tuple):
        parts = (_sifted(part, role, level, ids) for part in value)
        return tuple(part for part in parts if part is not None)
    if isinstance(value, Item | Chapter) and value.spoiler.rank > level.rank:
        return None
    if isinstance(value, BaseModel):
        return sift(value, level, ids)
    if role is None or ids is None or not isinstance(value, str):
        return value
    if role.name == "ref":
        return value if value in ids else None
    return (without_dangling(value, ids) or None) if role.name in {"inline", "prose"} else value
