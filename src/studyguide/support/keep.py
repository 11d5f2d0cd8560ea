"""Keep: results of pure steps, used again while their inputs are the same.

A step reads one file, selects one chapter or renders one section. Its results are cheap to join, and the same objects
as before if nothing has changed. A build runs each step once; a process that updates a guide again and again runs only
those whose inputs differ.
"""

from collections.abc import Callable, Hashable
from contextlib import suppress
from enum import Enum
from functools import lru_cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from studyguide.support import cache_key
from studyguide.support.cache import NO_STORE, Cache, digest

if TYPE_CHECKING:  # processes that lay out pages do not need it
    from pydantic import TypeAdapter

P = ParamSpec("P")
T = TypeVar("T")

_PLAIN = (str, bytes, int, float, bool, frozenset, Enum, Path, type(None))
"""Types whose values are compared by equality. All others are compared by identity, which costs nothing and sees
every difference: two places may be equal although the texts after them differ."""


class Keep:
    """The last result of each step by its name; results of slow steps are also on disk, in `cache`."""

    def __init__(self, cache: Cache = NO_STORE) -> None:
        self.cache = cache
        self._held: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def __call__(
        self, name: Hashable, made_of: tuple[Any, ...], make: Callable[[], T], holds: Callable[[T], bool] | None = None
    ) -> T:
        """The result of `make`, or its last result under this name if `made_of` is the same.

        `holds` says whether that result may be used again, if it depends on more than `made_of`.
        """
        held = self._held.get(name)
        if held is None or not is_same(held[0], made_of) or (holds and not holds(held[1])):
            held = self._held[name] = made_of, make()
        result: T = held[1]
        return result

    def equal(self, name: Hashable, value: T) -> T:
        """The last value under this name if it is equal to this one: steps made of it need not be taken again."""
        held = self._held.get(name)
        result: T = held[1] if held and held[1] == value else value
        self._held[name] = (), result
        return result

    def on_disk(self, name: str, made_of: object, make: Callable[[], T], kind: Any) -> T:
        """The same for results of a type, `kind`, that can be written as JSON.

        The key is made of the `repr` of `made_of`, of the program and of its tools. An entry of another type is
        ignored.
        """
        from pydantic import TypeAdapter

        text, adapter = repr(made_of), TypeAdapter[T](kind)
        return self(("on disk", name), (text,), lambda: self._found(name, text, make, adapter))

    def _found(self, name: str, text: str, make: Callable[[], T], kind: "TypeAdapter[T]") -> T:
        from pydantic import ValidationError

        if self.cache.folder is None:
            return kind.validate_json(kind.dump_json(make()))
        key = f"{name}-{digest(cache_key.program().encode(), text.encode())}"
        if (entry := self.cache.get(key)) is not None:
            with suppress(ValidationError):
                return kind.validate_json(entry)
        made = kind.dump_json(make())
        self.cache.put(key, made)
        return kind.validate_json(made)  # the same value that the next build will read

    def __reduce__(self) -> tuple[type["Keep"], tuple[Cache]]:
        return Keep, (self.cache,)  # another process makes its own results


class _Same:
    """A value that is equal only to itself."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


def by_identity(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A decorator for a pure function of frozen values: its last results, as many as `most`, are used again.

    Arguments are compared by identity, which is quick however large they are.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most)
        def kept(*given: _Same) -> T:
            return function(*(each.value for each in given))  # type: ignore[call-arg]

        @wraps(function)
        def called(*given: P.args, **_named: P.kwargs) -> T:
            return kept(*map(_Same, given))

        return called

    return decorate


def is_same(one: object, other: object) -> bool:
    """Whether two inputs are the same for a step."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return isinstance(one, _PLAIN) and one == other
