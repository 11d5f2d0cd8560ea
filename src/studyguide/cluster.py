"""Cluster: builds on other machines, through a Dask scheduler. Guides go there and files come back as bytes.

So workers need no disk of ours, only this program. A task whose worker dies is given to another one.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from studyguide import fresh, service
from studyguide.build import Built, Request, build
from studyguide.errors import BuildError, StudyguideError
from studyguide.formats import Workshop, replacing

Order = TypeVar("Order")

MISSING = "Builds on a cluster need Dask. Install it with: pip install 'studyguide[cluster]'"


@dataclass(frozen=True)
class Parcel:
    """A guide as a zip file, and what to make of it."""

    guide: bytes
    request: Request


@dataclass(frozen=True)
class Delivery:
    """What was built, and each file in it, by its path below the output folder."""

    built: tuple[Built, ...]
    files: tuple[tuple[str, bytes], ...]


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """The workers of a scheduler, such as ``tcp://host:8786``. Raises `BuildError` where there are none."""
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
    crew: Executor, orders: Mapping[Order, tuple[Path, Request]], report: Callable[[int], None]
) -> Iterator[tuple[Order, tuple[Built, ...] | Exception]]:
    """Each order with its files, or with what went wrong, as `pool.run`; an order is a guide and what to make of it."""
    jobs = {crew.submit(work, pack(*order)): name for name, order in orders.items()}
    for number, done in enumerate(as_completed(jobs), start=1):
        report(number)
        yield jobs[done], _outcome(done, orders[jobs[done]][1].output)


def _outcome(done: "Future[Delivery]", output: Path) -> tuple[Built, ...] | Exception:
    fault = done.exception()
    try:
        return unpack(done.result(), output) if fault is None else _told(fault)
    except StudyguideError as error:
        return error


def _told(fault: BaseException) -> Exception:
    """What went wrong, in our words where Dask says that too many workers died."""
    if isinstance(fault, Exception) and not type(fault).__module__.startswith("distributed"):
        return fault
    return BuildError(service.ENDED)


def pack(folder: Path, request: Request) -> Parcel:
    """A guide and a request, to be sent. What is no file is left out; then the guide has a problem there."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in fresh.PARTS:
            found = sorted((folder / part).rglob("*")) if (folder / part).is_dir() else [folder / part]
            for file in found:
                if file.is_file():
                    archive.write(file, file.relative_to(folder))
    return Parcel(packed.getvalue(), replace(request, workshop=Workshop()))


def work(parcel: Parcel) -> Delivery:
    """Build what was sent; this is done by a worker. Raises what `build` raises."""
    with tempfile.TemporaryDirectory() as place:
        guide, output = Path(place, "guide"), Path(place, "output")
        with zipfile.ZipFile(io.BytesIO(parcel.guide)) as archive:
            archive.extractall(guide)
        built = build(guide, replace(parcel.request, output=output))
        return Delivery(
            tuple(replace(each, path=each.path.relative_to(output)) for each in built),
            tuple(file for each in built for file in _files(each.path, output)),
        )


def unpack(delivery: Delivery, output: Path) -> tuple[Built, ...]:
    """Put what came back where it belongs. Raises `BuildError`."""
    for name, content in delivery.files:
        target = output / name
        with replacing(target) as temporary:
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(content)
    return tuple(replace(each, path=output / each.path) for each in delivery.built)


def _files(path: Path, output: Path) -> Iterator[tuple[str, bytes]]:
    found = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    yield from ((each.relative_to(output).as_posix(), each.read_bytes()) for each in found)
