"""Starts the program without one of its `tricks`, in whatever process: Python runs `begin` before anything else.

`environment` names a folder with a `sitecustomize`, which Python looks for at its start; forked and spawned processes
inherit that.
"""

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from tests.bench.tricks import NOTHING, TRICKS, Edit

ROOT = Path(__file__).parents[2]
VARIABLE = "STUDYGUIDE_BENCH_WITHOUT"
STARTER = "from tests.bench import without\nwithout.begin()\n"


def environment(trick: str, folder: Path) -> dict[str, str]:
    """What a process has in its environment that runs without a trick; `folder` gets the starter."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(STARTER, "utf-8")
    return {
        VARIABLE: trick,
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": os.pathsep.join(map(str, (folder, ROOT, ROOT / "src"))),
    }


def begin() -> None:
    """From now on, modules are imported without the trick."""
    trick = os.environ.get(VARIABLE, NOTHING)
    if trick != NOTHING:
        sys.meta_path.insert(0, Finder(TRICKS[trick]))


class Finder(MetaPathFinder):
    """Finds the modules to edit."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As `PathFinder`, of a module that is edited."""
        here = [edit for edit in self._edits if edit.module == fullname]
        spec = PathFinder.find_spec(fullname, path, target) if here else None
        if spec is not None and spec.origin is not None:
            spec.loader = Edited(fullname, spec.origin, here)
        return spec


class Edited(SourceFileLoader):
    """Loads a module with some lines replaced."""

    def __init__(self, fullname: str, path: str, edits: Sequence[Edit]) -> None:
        super().__init__(fullname, path)
        self._edits = edits

    def get_code(self, fullname: str) -> CodeType:
        """The code of the edited source."""
        return compile(edited(self.get_source(fullname) or "", self._edits), self.path, "exec")


def edited(source: str, edits: Sequence[Edit]) -> str:
    """The source with some lines replaced. Raises `LookupError` for one that is not there, or not once."""
    for edit in edits:
        if source.count(edit.old) != 1:
            raise LookupError(f"{edit.module} has {source.count(edit.old)} times, not once: {edit.old}")
        source = source.replace(edit.old, edit.new)
    return source
