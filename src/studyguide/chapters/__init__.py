"""The kinds of chapter. A kind is one class here and one template of the same name; the list is computed."""

from importlib import import_module
from pkgutil import iter_modules
from typing import get_args

from studyguide.model import Chapter


def _discover() -> dict[str, type[Chapter]]:
    """Kind name (the ``Literal`` of its ``kind`` field) to class, for every module in this folder."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    found = {get_args(cls.model_fields["kind"].annotation)[0]: cls for cls in Chapter.__subclasses__()}
    return dict(sorted(found.items()))


KINDS = _discover()

__all__ = ["KINDS"]
