"""Libraries of the system that lay out pages, loaded by their names; WeasyPrint itself need not load."""

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from studyguide.cli.doctor import installers
from studyguide.cli.doctor.finding import Finding

LIBRARIES = {
    "Pango": (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    "PangoFT2": (("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"), ""),
    "HarfBuzz": (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
    "GObject": (("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"), ""),
    "Fontconfig": (("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"), ""),
    "HarfBuzz-Subset": (
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
        "hb_version_string",
    ),
}
"""For each library its file names on various systems, and a function that returns its version."""

OLDEST_PANGO = (1, 44)
"""The oldest Pango that WeasyPrint works with."""
OPTIONAL = {"HarfBuzz-Subset"}
"""Libraries that only future versions of WeasyPrint require."""
SECONDS = 60


def libraries() -> Iterator[Finding]:
    """A line for each library."""
    for name, (files, function) in LIBRARIES.items():
        version = _version(files, function)
        needed = name not in OPTIONAL
        if version is None and needed and sys.platform != "linux" and _weasyprint().returncode == 0:
            yield Finding(name, "ok", "found by WeasyPrint")  # which knows more places
        elif version is None:
            said = "a PDF, and page numbers in an e-book, need it; web pages and other e-books do not"
            yield Finding(name, "missing", said, installers.system("pango"), needed)
        elif name == "Pango" and _is_old(version):
            wanted = ".".join(map(str, OLDEST_PANGO))
            yield Finding(name, "wrong", f"{version}, and {wanted} or newer is needed", installers.system("pango"))
        else:
            yield Finding(name, "ok", version or "found", is_needed=needed)


def weasyprint() -> Iterator[Finding]:
    """Whether WeasyPrint can load them all, asked in a process of its own."""
    run = _weasyprint()
    if run.returncode == 0:
        yield Finding("WeasyPrint", "ok", run.stdout.strip())
    else:
        why = (run.stderr.strip().splitlines() or ["for an unknown reason"])[-1]
        yield Finding("WeasyPrint", "wrong", f"it cannot be loaded: {why}", installers.system("pango"))


@cache
def _weasyprint() -> subprocess.CompletedProcess[str]:
    """A process that has tried to load WeasyPrint, and printed its version."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", "import weasyprint; print(weasyprint.__version__)"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def _version(files: tuple[str, ...], function: str) -> str | None:
    """The version that a library reports, empty if it has no function for it; None if there is no such library."""
    for file in files:
        with suppress(OSError):
            library = ctypes.CDLL(file)
            call = getattr(library, function, None) if function else None
            if call is None:
                return ""
            call.restype = ctypes.c_char_p
            return str(call().decode("ascii", "replace"))
    return None


def _is_old(version: str) -> bool:
    parts = version.split(".")[:2]
    return all(part.isdigit() for part in parts) and tuple(map(int, parts)) < OLDEST_PANGO
