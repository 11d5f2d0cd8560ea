"""Loads fontTools' subsetter when it is first called, and not with WeasyPrint, which hardly needs it (60 ms of 600).

HarfBuzz subsets fonts (`patch_font_subsets`); WeasyPrint calls fontTools for fonts that HarfBuzz cannot subset, and for
variable fonts with pictures.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

NAMES = ("fontTools.subset", "fontTools.varLib.instancer")
"""The modules that WeasyPrint imports at its start, in ``pdf/fonts.py``, only to call what is in them."""


@contextmanager
def subsetting_late() -> Iterator[None]:
    """Within the block, what is imported from these modules loads them when it is called."""
    late = {name: _Late(name) for name in NAMES if name not in sys.modules}
    sys.modules.update(late)
    try:
        yield
    finally:
        for module in late.values():
            module.leave()


class _Late(ModuleType):
    """Stands for a module whose attributes are only called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*given: Any, **named: Any) -> Any:
            self.leave()  # a call may come within the block
            return getattr(import_module(self.__name__), name)(*given, **named)

        return call

    def leave(self) -> None:
        """Make room for the real module, if it is not there yet."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
