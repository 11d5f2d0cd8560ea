"""A copy of a guide without what some readers may not see, and without the links that led there.

Whatever cannot do without a part that has gone goes too: a part of a story without scenes, a tie to a hidden person.
"""

import re
from collections.abc import Collection
from itertools import pairwise, zip_longest
from typing import Any, TypeVar

from pydantic import BaseModel

from studyguide.guide.items import Item, Spoiler
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Role
from studyguide.guide.walk import roles
from studyguide.languages import sentences

M = TypeVar("M", bound=BaseModel)

_TITLED_LINK = re.compile(r"\[\s*\]\(\s*<?#([^)\s>]+)>?(?:\s[^)]*)?\)")


def raised(model: M, level: Spoiler = Spoiler.SAFE) -> M:
    """The model with every item at the level of what it stands in, if that gives away more: a scene has its part's."""
    own = getattr(model, "spoiler", level)
    level = max(own, level, key=lambda each: each.rank)
    changes = {name: _raised(getattr(model, name), level) for name in type(model).model_fields}
    return model.model_copy(update=changes | ({"spoiler": level} if level != own else {}))


def _raised(value: Any, level: Spoiler) -> Any:
    if isinstance(value, tuple):
        return tuple(_raised(part, level) for part in value)
    return raised(value, level) if isinstance(value, BaseModel) else value


def redacted(model: M, level: Spoiler, ids: Collection[str] | None = None, language: str = "en") -> M | None:
    """The model without items above `level` and, once `ids` are known, without what points to other ids.

    None if something required is gone.
    """
    changes = {}
    for name, field in type(model).model_fields.items():
        before = getattr(model, name)
        after = _sifted(before, roles(type(model))[name], (level, ids, language))
        if field.is_required() and before not in (None, ()) and after in (None, ()):
            return None
        changes[name] = after
    return model.model_copy(update=changes)


def without_dangling(text: str, ids: Collection[str], language: str = "en") -> str:
    """Markdown without the sentences that print the title of something that is not there.

    A note is judged by itself. Links with words of their own stay: they are printed as plain words.
    """
    if _stays(text, ids):
        return text
    parts = sentences.blocks(text)
    kept = ""
    between = ""  # of the lines around a block that goes, the larger gap stays
    for block, gap in zip_longest(parts[::2], parts[1::2], fillvalue=""):
        if (left := _kept(block, ids, language)) or not block:
            kept += between + left
            between = gap
        else:
            between = max(between, gap, key=lambda lines: lines.count("\n"))
    return kept.strip("\n")


def _kept(block: str, ids: Collection[str], language: str) -> str:
    """A block without such sentences; nothing of it where none is left."""
    start, said = sentences.without_marker(block)
    if said.startswith("|"):  # a row of a table keeps its cells
        return block if _stays(said, ids) else ""
    said = _with_notes(said, ids, language)
    begins = [begin for begin, _ in sentences.spans(said, language)]
    pieces = [said[begin:end] for begin, end in pairwise([*begins, len(said)])]
    kept = "".join(piece for piece in pieces if _stays(piece, ids)).rstrip()
    return start + kept if kept else ""


def _with_notes(text: str, ids: Collection[str], language: str) -> str:
    """A text whose notes have lost such sentences, or have gone with them."""
    for start, end in reversed(sentences.notes(text)):
        note = without_dangling(text[start + 2 : end - 1], ids, language)
        text = text[:start] + (f"^[{note}]" if note else "") + text[end:]
    return text


def _stays(text: str, ids: Collection[str]) -> bool:
    return all(name in ids for name in _TITLED_LINK.findall(text))


def _sifted(value: Any, role: Role | None, asked: tuple[Spoiler, Collection[str] | None, str]) -> Any:
    level, ids, language = asked
    if isinstance(value, tuple):
        parts = (_sifted(part, role, asked) for part in value)
        return tuple(part for part in parts if part is not None)
    if isinstance(value, Item | Chapter) and value.spoiler.rank > level.rank:
        return None
    if isinstance(value, BaseModel):
        return redacted(value, *asked)
    if role is None or ids is None or not isinstance(value, str) or not value:
        return value
    if role.name == "ref":
        return value if value in ids else None
    return (without_dangling(value, ids, language) or None) if role.name in {"inline", "prose"} else value
