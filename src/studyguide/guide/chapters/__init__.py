"""The kinds of chapter. A kind is a class, its module here and a template, with the same name; no list names it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from studyguide.guide.model import Chapter


class _Kinds(Mapping[str, type[Chapter]]):
    """Kind name to class. A class is made at first use: most guides use a few, and each takes time to make."""

    def __init__(self) -> None:
        self._modules = {module.name.replace("_", "-"): module.name for module in iter_modules(__path__)}

    def __getitem__(self, kind: str) -> type[Chapter]:
        module = import_module(f"{__name__}.{self._modules[kind]}")
        kinds: list[type[Chapter]] = [cls for cls in vars(module).values() if _is_kind(cls, module.__name__)]
        return kinds[0]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._modules))

    def __len__(self) -> int:
        return len(self._modules)


def _is_kind(value: object, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Chapter) and value.__module__ == module


KINDS: Mapping[str, type[Chapter]] = _Kinds()

__all__ = ["KINDS"]
