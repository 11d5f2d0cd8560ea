"""Templates: the only module that knows Jinja2."""

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from studyguide.support import paths
from studyguide.support.cache import Cache, digest

__all__ = ["Markup", "escape", "render"]

_FILTERS = "filters_of_caller"
"""Where a template's context has them."""


@cache
def environment(filters: frozenset[str] = frozenset()) -> Environment:
    """The templates of the package, in which filters of these names call those that `render` is given.

    Everything is escaped but `Markup`; an unknown name is an error.
    """
    made = Environment(
        loader=PackageLoader("studyguide"),
        bytecode_cache=compiled(filters),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({name: _filter(name) for name in filters})
    return made


def render(name: str, filters: Mapping[str, Callable[..., Any]] | None = None, **context: Any) -> str:
    """The text of the template `name`, such as ``chapters/plot.html.j2``; the context may hold functions too."""
    filters = filters or {}
    return environment(frozenset(filters)).get_template(name).render({**context, _FILTERS: filters})


def _filter(name: str) -> Callable[..., Any]:
    @pass_context
    def call(context: Context, *given: Any, **named: Any) -> Any:
        return context[_FILTERS][name](*given, **named)

    return call


class Compiled(BytecodeCache):
    """Templates as Python runs them, kept in a process, and where Python keeps its own modules.

    Compiled code knows which filters there are, but nothing of what they say (tests/support/test_templates.py).
    The `FileSystemBytecodeCache` of Jinja2 keeps no digest of the code: it ends in a traceback at a damaged file, or
    writes other pages, and it fails where the folder is for reading alone.
    """

    def __init__(self, folder: Path, filters: frozenset[str] = frozenset()) -> None:
        self.folder = folder
        self._store = Cache(folder)
        names = (f"{name}(context)".encode() for name in sorted(filters))
        self._made_by = digest(MAGIC_NUMBER, jinja2.__version__.encode(), *names)
        self._here: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled by the same Python and Jinja2; the checksum is that of the template's text."""
        bucket.code = self._here.get((bucket.key, bucket.checksum))
        if bucket.code is None and (kept := self._store.get(self._name(bucket))):
            bucket.bytecode_from_string(kept)
            self._here[bucket.key, bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; on disk only if Python may keep something there."""
        self._here[bucket.key, bucket.checksum] = bucket.code
        if not sys.dont_write_bytecode:
            self._store.put(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return f"jinja2-{digest(self._made_by.encode(), bucket.key.encode())}"


@cache
def compiled(filters: frozenset[str]) -> Compiled:
    """What templates were compiled to with these filters."""
    return Compiled(Path(cache_from_source(str(paths.templates_folder() / "all.py"))).parent, filters)
