"""Runs the tests of a module with a mutant in its place, each in a process of its own that is forked.

A fault inside a function is put into a program that is loaded and has passed its tests once, by the function's code:
that takes a tenth of the time. For one outside, such as in a table, the module is loaded anew; so it is for what
survives in place, because some functions work only while modules are loaded.
"""

import contextlib
import importlib
import importlib.abc
import importlib.util
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from time import process_time
from types import CodeType, FunctionType, ModuleType

from tests.mutants.operators import Mutant

SECONDS = 30
"""Processor time for the tests of one mutant, or twice what they take without it; one that takes longer loops, and is
found."""
MEMORY = 4 << 30
"""Bytes, for one that loops and keeps what it finds."""
LIBRARIES = ("pytest", "_pytest.assertion.rewrite", "pydantic", "lxml.etree", "markdown_it", "jinja2", "yaml")
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", "not linear")
WARNINGS = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
SURVIVED, FOUND, NO_SUCH_FUNCTION, BROKEN = 0, 1, 77, 78


class BaselineError(Exception):
    """The tests fail without any fault."""


def prepare() -> None:
    """Import what all mutants need, and nothing of the program."""
    for name in LIBRARIES:
        importlib.import_module(name)


def survivors(tried: Sequence[Mutant], file: Path, tests: tuple[str, ...]) -> list[Mutant]:
    """Those mutants of one module that its tests do not find. Raises `BaselineError`."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        code = 1
        with contextlib.suppress(BaseException):
            began = process_time()
            code = _run(tests)
            seconds = min(SECONDS, 3 + int(2 * (process_time() - began)))
            for mutant in tried if not code else ():
                os.write(writing, bytes([_forked(lambda mutant=mutant: _in_place(mutant, tests, seconds))]))
        os._exit(code)
    os.close(writing)
    codes = b"".join(iter(lambda: os.read(reading, 1000), b""))
    os.close(reading)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) or len(codes) != len(tried):
        raise BaselineError(f"The tests of {file.name} fail without a fault.")
    return [mutant for mutant, code in zip(tried, codes, strict=True) if _survives(code, mutant, file, tests)]


def _survives(code: int, mutant: Mutant, file: Path, tests: tuple[str, ...]) -> bool:
    if code in {NO_SUCH_FUNCTION, SURVIVED}:
        code = _forked(lambda: _anew(mutant, file, tests))
    if code == BROKEN:
        raise BaselineError(f"The mutant could not be tried: {mutant.module} | {mutant.name}")
    return code == SURVIVED


def _forked(run) -> int:
    child = os.fork()
    if not child:
        code = BROKEN
        with contextlib.suppress(BaseException):
            code = run()
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code if code in {SURVIVED, NO_SUCH_FUNCTION, BROKEN} else FOUND


def _anew(mutant: Mutant, file: Path, tests: tuple[str, ...]) -> int:
    sys.meta_path.insert(0, _Finder(mutant, file))
    return _run(tests)


def _in_place(mutant: Mutant, tests: tuple[str, ...], seconds: int) -> int:
    module = sys.modules[f"studyguide.{mutant.module}"]
    functions = list(_functions(module))
    changed = dict(_codes(compile(mutant.source, str(module.__file__), "exec")))
    different = [f for f in functions if _differs(f.__code__, changed.get(f.__qualname__))]
    if not different or any(len(f.__code__.co_freevars) != len(changed[f.__qualname__].co_freevars) for f in different):
        return NO_SUCH_FUNCTION
    for function in different:
        function.__code__ = changed[function.__qualname__]
    for value in list(vars(module).values()):
        if hasattr(value, "cache_clear"):
            value.cache_clear()
    return _run(tests, seconds)


def _differs(old: CodeType, new: CodeType | None) -> bool:
    return new is not None and _essence(old) != _essence(new)


def _essence(code: CodeType) -> tuple:
    """What a code object does, without its lines."""
    constants = tuple(_essence(each) if isinstance(each, CodeType) else (type(each), each) for each in code.co_consts)
    return code.co_code, code.co_names, code.co_varnames, repr(constants)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    """Every function of a module and of its classes, whatever is wrapped around it."""
    owners = [module, *(each for each in list(vars(module).values()) if isinstance(each, type))]
    for owner in owners:
        for value in list(vars(owner).values()):
            found = value.fget if isinstance(value, property) else value
            found = found.func if isinstance(found, cached_property) else found
            found = getattr(found, "__wrapped__", getattr(found, "__func__", found))
            if isinstance(found, FunctionType) and found.__module__ == module.__name__:
                yield found


def _codes(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each.co_qualname, each
            yield from _codes(each)


def _run(tests: tuple[str, ...], seconds: int = SECONDS) -> int:
    import pytest

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    sys.dont_write_bytecode = True
    return int(pytest.main([*OPTIONS, *WARNINGS, *tests]))


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutant for its module, and leaves all others alone."""

    def __init__(self, mutant: Mutant, file: Path) -> None:
        self._mutant, self._file = mutant, file

    def find_spec(self, name, path=None, target=None):
        if name != f"studyguide.{self._mutant.module}":
            return None
        inside = [str(self._file.parent)] if self._file.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(name, self._file, loader=self, submodule_search_locations=inside)

    def exec_module(self, module):
        exec(compile(self._mutant.source, str(self._file), "exec"), module.__dict__)  # noqa: S102 (our own module)
