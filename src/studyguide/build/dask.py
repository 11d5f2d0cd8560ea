"""Builds on other machines through a Dask scheduler. Guides are sent there, and files come back as bytes.

Workers therefore share no disk with this machine; they only need this program. If a worker dies, another one gets
its task.
"""

import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from studyguide.build import Built, Request, SomeFailedError, build
from studyguide.formats import LayoutOptions
from studyguide.support import processes, safe_files, up_to_date
from studyguide.support.atomic_write import replacing, replacing_folder
from studyguide.support.errors import BuildError, StudyguideError, UsageError

Order = TypeVar("Order")

SCHEMES = ("tcp://", "tls://", "ws://", "wss://")
LARGEST = 20_000_000
"""The most bytes of a file that is sent; no file of a guide may be larger."""

STRANGER = "A worker of the cluster cannot build: {}. It needs the same version of this program, and Pango for a PDF."

MISSING = "Builds on a cluster need Dask. Install it with: pip install 'studyguide[cluster]'"


@dataclass(frozen=True)
class PackedGuide:
    """A guide as a zip file, with the request for it."""

    guide: bytes
    request: Request


@dataclass(frozen=True)
class BuiltFiles:
    """The built files, and the content of each, by its path below the output folder."""

    built: tuple[Built, ...]
    files: tuple[tuple[str, bytes], ...]
    failed: str = ""
    """The errors of the other formats."""


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """The workers of a scheduler, such as ``tcp://host:8786``.

    Raises `UsageError` if this is not an address, and `BuildError` if no scheduler answers.
    """
    if not address.startswith(SCHEMES):
        raise UsageError(f"'{address}' is not a scheduler address. Give one such as tcp://host:8786.")
    try:
        from distributed import Client
    except ImportError as error:
        raise BuildError(MISSING) from error
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise BuildError(f"There is no scheduler at {address}: {error}") from error
    with client:
        yield client.get_executor(pure=False)


def run(
    workers: Executor, orders: Mapping[Order, tuple[Path, Request]], report: Callable[[int], None]
) -> Iterator[tuple[Order, tuple[Built, ...] | Exception]]:
    """Each order with its files or its error, as in `parallel.run`; an order is a guide with a request."""
    packed = cache(pack)  # workers begin with the first guide while the others are packed
    jobs = {
        workers.submit(work, PackedGuide(packed(folder), _sent(asked))): name
        for name, (folder, asked) in orders.items()
    }
    for number, done in enumerate(as_completed(jobs), start=1):
        report(number)
        yield jobs[done], _outcome(done, orders[jobs[done]][1].output)


def _outcome(done: "Future[BuiltFiles]", output: Path) -> tuple[Built, ...] | Exception:
    fault = done.exception()
    try:
        return unpack(done.result(), output) if fault is None else _told(fault)
    except StudyguideError as error:
        return error


def _told(fault: BaseException) -> Exception:
    """The error, in our words if Dask reports that too many workers died, or that a worker lacks a package."""
    if isinstance(fault, ImportError | AttributeError):
        return BuildError(STRANGER.format(fault))
    if isinstance(fault, Exception) and not type(fault).__module__.startswith("distributed"):
        return fault
    return BuildError(processes.ENDED)


def _sent(request: Request) -> Request:
    """The request for a machine without this machine's cache."""
    return replace(request, layout_options=LayoutOptions())


def pack(folder: Path) -> bytes:
    """A guide as a zip file, to be sent.

    Files that a build does not read are left out: links that lead outside the folder, and anything not a regular file.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _names(folder):
            with suppress(safe_files.RefusedError, UnicodeEncodeError):  # `check` reports such a file as a problem
                content = safe_files.read(folder, name, LARGEST)
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _names(folder: Path) -> Iterator[str]:
    """The paths of all files of a guide that may be read; linked folders are not entered."""
    for part in up_to_date.PARTS:
        if not (folder / part).is_dir():
            yield part
        elif not (folder / part).is_symlink():
            for root, inside, names in os.walk(folder / part):
                inside.sort()
                yield from (Path(root, name).relative_to(folder).as_posix() for name in sorted(names))


def work(order: PackedGuide) -> BuiltFiles:
    """Build a guide that was sent; runs on a worker. Raises the errors of `build`."""
    with tempfile.TemporaryDirectory() as place:
        guide, output = Path(place, "guide"), Path(place, "output")
        with zipfile.ZipFile(io.BytesIO(order.guide)) as archive:
            archive.extractall(guide)
        failed = ""
        try:
            built = build(guide, replace(order.request, output=output))
        except SomeFailedError as error:
            built, failed = error.built, str(error)
        return BuiltFiles(
            tuple(replace(each, path=each.path.relative_to(output)) for each in built),
            tuple(file for each in built for file in _files(each.path, output)),
            failed,
        )


def unpack(result: BuiltFiles, output: Path) -> tuple[Built, ...]:
    """Write returned files below the output folder, and list them. Raises `BuildError`, last for failed formats."""
    for name in (*(each.path for each in result.built), *(Path(name) for name, _ in result.files)):
        if name.is_absolute() or ".." in name.parts:
            raise BuildError(f"A worker of the cluster sent a file for another place: {name}.")
    for each in result.built:
        found = {Path(name): content for name, content in result.files if Path(name).is_relative_to(each.path)}
        output.mkdir(parents=True, exist_ok=True)
        if each.path in found:
            with replacing(output / each.path) as temporary:
                temporary.write_bytes(found[each.path])
        else:
            with replacing_folder(output / each.path) as folder:
                _fill(folder, {name.relative_to(each.path): content for name, content in found.items()})
    built = tuple(replace(each, path=output / each.path) for each in result.built)
    if result.failed:
        raise SomeFailedError(result.failed, built)
    return built


def _fill(folder: Path, found: Mapping[Path, bytes]) -> None:
    for name, content in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _files(path: Path, output: Path) -> Iterator[tuple[str, bytes]]:
    found = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    yield from ((each.relative_to(output).as_posix(), each.read_bytes()) for each in found)
