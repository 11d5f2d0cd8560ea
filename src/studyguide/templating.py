"""Templates: the only module that knows Jinja2."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

__all__ = ["Markup", "Templates", "escape", "render"]


class Templates:
    """The templates of the package, with filters and functions of the caller's.

    Everything is escaped but `Markup`; an unknown name is an error.
    """

    def __init__(
        self, *, filters: Mapping[str, Callable[..., Any]], functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        self._environment = Environment(
            loader=PackageLoader("studyguide"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(filters)
        self._environment.globals.update(functions)

    def render(self, name: str, **context: Any) -> str:
        """The text of the template `name`, such as ``chapters/plot.html.j2``."""
        return self._environment.get_template(name).render(context)


@cache
def _plain() -> Templates:
    return Templates(filters={}, functions={})


def render(name: str, **context: Any) -> str:
    """The text of a format's own template, such as ``epub/nav.xhtml.j2``."""
    return _plain().render(name, **context)
