"""Templates: the only module that knows Jinja2."""

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from studyguide import paths
from studyguide.store import Store, digest

__all__ = ["Markup", "Templates", "escape", "render"]


class Templates:
    """The templates of the package, with filters and functions of the caller's.

    Everything is escaped but `Markup`; an unknown name is an error.
    """

    def __init__(
        self, *, filters: Mapping[str, Callable[..., Any]], functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        self.environment = Environment(
            loader=PackageLoader("studyguide"),
            bytecode_cache=compiled(),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters.update(filters)
        self.environment.globals.update(functions)

    def render(self, name: str, **context: Any) -> str:
        """The text of the template `name`, such as ``chapters/plot.html.j2``."""
        return self.environment.get_template(name).render(context)


class Compiled(BytecodeCache):
    """Templates as Python runs them, kept where Python keeps its own modules, and as little trusted as those.

    No code of a template depends on the filters and functions that it is given (tests/test_templating.py).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = Store(folder)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled by the same Python and Jinja2."""
        if kept := self._store.get(_name(bucket)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, unless Python is asked to keep nothing."""
        if not sys.dont_write_bytecode:
            self._store.put(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    """The entry of a template; the bucket itself says of which text it is."""
    return f"jinja2-{digest(MAGIC_NUMBER, jinja2.__version__.encode(), bucket.key.encode())}"


@cache
def compiled() -> Compiled:
    return Compiled(Path(cache_from_source(str(paths.templates_folder() / "all.py"))).parent)


@cache
def _plain() -> Templates:
    return Templates(filters={}, functions={})


def render(name: str, **context: Any) -> str:
    """The text of a format's own template, such as ``epub/nav.xhtml.j2``."""
    return _plain().render(name, **context)
