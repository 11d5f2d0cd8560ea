"""A copy of a guide without hidden items, and without links to them.

Items that require a removed item are removed as well: a part of a story without scenes, a relationship to a hidden
person. So are items about a hidden item: evidence from a hidden scene.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from operator import is_
from typing import Any, TypeVar

from pydantic import ValidationError

from studyguide.editions.dangling import without_dangling
from studyguide.guide.items import Hideable, Item, Model, Spoiler
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Role
from studyguide.guide.walk import holders, roles

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Kept:
    """The limits of an edition."""

    level: Spoiler
    """The highest spoiler level that it shows."""
    ids: Collection[str] | None = None
    """The ids of all its items, once they are known."""
    hidden: Collection[str] = frozenset()
    """The ids that its level hides, in all chapters. Ids of chapters that it does not have are not among them."""
    language: str = "en"
    works: Collection[str] = frozenset()
    """The ids of the works in guide.yaml, which no edition hides."""


def raised(model: M, level: Spoiler = Spoiler.SAFE) -> M:
    """The model with every item at least at the level of the item around it: a scene has its part's level."""
    own = getattr(model, "spoiler", level)
    level = max(own, level, key=lambda each: each.rank)
    changes: dict[str, Any] = {"spoiler": level} if level != own else {}
    for name, _ in holders(type(model)):
        before = getattr(model, name)
        if (after := _raised(before, level)) is not before:
            changes[name] = after
    return model.model_copy(update=changes) if changes else model


def _raised(value: Any, level: Spoiler) -> Any:
    if isinstance(value, tuple):
        parts = [_raised(part, level) for part in value]
        return value if all(map(is_, parts, value)) else tuple(parts)
    return raised(value, level) if isinstance(value, Model) else value


def redacted(model: M, kept: Kept) -> M | None:
    """The model without items above the level and, once ids are known, without references to other ids.

    None if a required field is gone, or an entry of a required mapping, or if the model is about a hidden item.
    """
    if tells_of(model, kept.hidden):
        return None
    model = _without_pointers(model, kept)
    changes: dict[str, Any] = {}
    for name, role, is_required in _siftable(type(model)):
        before = getattr(model, name)
        after = _sifted(before, role, kept)
        if after is before:
            continue
        if is_required and (after in (None, ()) or isinstance(after, dict)):  # a mapping is whole, or gone
            return None
        changes[name] = after
    left = model.model_copy(update=changes) if changes else model
    return left if left is model or _is_whole(left) else _without_unfit(left, changes)


def _without_pointers(model: M, kept: Kept) -> M:
    """The model without the fields that may mention the ending (`Model.looks_ahead`), in an edition that hides it."""
    early = kept.level != Spoiler.ENDING
    gone = {name: None for name in type(model).looks_ahead if early and getattr(model, name) is not None}
    return model.model_copy(update=gone) if gone else model


@cache
def _siftable(kind: type[Model]) -> tuple[tuple[str, Role | None, bool], ...]:
    """The fields of a model that can lose something: the name of each, its role, and whether it is required."""
    held = {name for name, _ in holders(kind)}
    fields = ((name, roles(kind)[name], field.is_required()) for name, field in kind.model_fields.items())
    return tuple((name, role, is_required) for name, role, is_required in fields if name in held or role)


def _without_unfit(model: M, changed: Collection[str]) -> M | None:
    """The model without optional fields that lost a part, such as a mark scheme; None if it cannot do without them."""
    fields = type(model).model_fields
    gone = {name: fields[name].get_default() for name in changed if not fields[name].is_required()}
    left = model.model_copy(update=gone)
    return left if _is_whole(left) else None


def tells_of(model: Any, hidden: Collection[str]) -> bool:
    """Whether a model is about something hidden (`Model.tells_of`)."""
    values = [getattr(model, name) for name in getattr(model, "tells_of", ())]
    return any(each in hidden for value in values for each in (value if isinstance(value, tuple) else (value,)))


def _is_whole(model: Model) -> bool:
    """Whether the rest is a valid model: a multiple choice needs two options, with the right one among them."""
    fields = type(model).model_fields.items()
    try:
        type(model).model_validate({field.alias or name: getattr(model, name) for name, field in fields})
    except ValidationError:
        return False
    return True


def _sifted(value: Any, role: Role | None, kept: Kept) -> Any:
    """The value without hidden parts; the same object if nothing was removed."""
    if isinstance(value, tuple):
        parts = [_sifted(part, role, kept) for part in value]
        same = all(map(is_, parts, value))
        return value if same else tuple(part for part in parts if part is not None)
    if isinstance(value, dict):
        texts = {key: _sifted(text, role, kept) for key, text in value.items()}
        same = all(texts[key] is text for key, text in value.items())
        return value if same else {key: text for key, text in texts.items() if text is not None}
    if isinstance(value, Item | Hideable | Chapter) and value.spoiler.rank > kept.level.rank:
        return None
    if isinstance(value, Model):
        return redacted(value, kept)
    return _sifted_text(value, role, kept) if role and kept.ids is not None and isinstance(value, str) else value


def _sifted_text(text: str, role: Role, kept: Kept) -> str | None:
    ids = kept.ids or ()
    if role.name == "ref":
        return text if text in ids or ("Work" in role.of and text in kept.works) else None
    if role.name in {"inline", "prose"} and text:
        left = without_dangling(text, ids, kept.language, kept.hidden)
        return text if left == text else left or None  # the same object: `render.text_sources` knows it
    return text
