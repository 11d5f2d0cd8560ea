"""Templates: the only module that knows Jinja2."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

__all__ = ["Markup", "render"]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("studyguide"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, **context: Any) -> str:
    """The text of the template `name`, such as ``epub/nav.xhtml.j2``.

    Everything is escaped but `Markup`. Callables in `context` serve as functions; those that begin with ``as_``
    serve as filters by the rest of their name too.
    """
    environment = _environment()
    filters = {name.removeprefix("as_"): value for name, value in context.items() if name.startswith("as_")}
    if filters:
        environment = environment.overlay()
        environment.filters = environment.filters | filters
    return environment.get_template(name).render(context)
