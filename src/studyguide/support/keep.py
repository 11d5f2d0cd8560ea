"""Keep: results of pure steps, used again while what they were made of is the same.

A step is one file read, one chapter selected, one section rendered: cheap to join, and the same object as before where
nothing has changed. A build makes each of them once; a process that updates a guide again and again makes only what
differs.
"""

from collections.abc import Callable, Hashable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from studyguide.support import cache_key
from studyguide.support.cache import NO_STORE, Cache, digest

T = TypeVar("T")

_PLAIN = (str, bytes, int, float, bool, frozenset, Enum, Path, type(None))
"""Types whose values are compared by what they are. All others are compared by identity, which costs nothing and sees
every difference: two places may be equal although the texts they begin differ."""


class Keep:
    """The last result of each step by its name; on disk, in `cache`, those of steps that take long."""

    def __init__(self, cache: Cache = NO_STORE) -> None:
        self.cache = cache
        self._held: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def __call__(
        self, name: Hashable, made_of: tuple[Any, ...], make: Callable[[], T], holds: Callable[[T], bool] | None = None
    ) -> T:
        """What `make` returns, or what it returned under this name when it was made of the same.

        `holds` says whether that result may be used again, where it depends on more than it was made of.
        """
        held = self._held.get(name)
        if held is None or not is_same(held[0], made_of) or (holds and not holds(held[1])):
            held = self._held[name] = made_of, make()
        result: T = held[1]
        return result

    def on_disk(self, name: str, made_of: object, make: Callable[[], T], kind: Any) -> T:
        """The same for results of a type, `kind`, that can be written as JSON.

        The key is made of the `repr` of `made_of`, of the program and of its tools. An entry that is not of its kind
        counts as none.
        """
        text, adapter = repr(made_of), TypeAdapter[T](kind)
        return self(("on disk", name), (text,), lambda: self._found(name, text, make, adapter))

    def _found(self, name: str, text: str, make: Callable[[], T], kind: TypeAdapter[T]) -> T:
        if self.cache.folder is None:
            return kind.validate_json(kind.dump_json(make()))
        key = f"{name}-{digest(cache_key.program().encode(), text.encode())}"
        if (entry := self.cache.get(key)) is not None:
            with suppress(ValidationError):
                return kind.validate_json(entry)
        made = kind.dump_json(make())
        self.cache.put(key, made)
        return kind.validate_json(made)  # the very result that the next build will find

    def __reduce__(self) -> tuple[type["Keep"], tuple[Cache]]:
        return Keep, (self.cache,)  # another process makes its own results


def is_same(one: object, other: object) -> bool:
    """Whether two things are the same to a step that is made of them."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return isinstance(one, _PLAIN) and one == other
