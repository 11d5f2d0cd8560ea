"""Installers: the command that installs something, in the words of this system."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

from studyguide.support.paths import PACKAGE

SYSTEM = {
    "pango": {
        "apt-get": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "brew": "pango",
        "": "pango harfbuzz",
    },
    "pandoc": {"": "pandoc"},
    "python": {"apt-get": "python3", "dnf": "python3", "": "python"},
    "chromium": {"brew": "--cask chromium", "": "chromium"},
    "java": {
        "apt-get": "default-jre-headless",
        "dnf": "java-latest-openjdk-headless",
        "pacman": "jre-openjdk-headless",
        "brew": "openjdk",
        "": "java",
    },
    "libreoffice": {
        "apt-get": "libreoffice-writer libreoffice-impress",
        "dnf": "libreoffice-writer libreoffice-impress",
        "pacman": "libreoffice-still",
        "brew": "--cask libreoffice",
        "": "libreoffice",
    },
    "calibre": {"brew": "--cask calibre", "": "calibre"},
    "qpdf": {"": "qpdf"},
    "tesseract": {
        "apt-get": "tesseract-ocr",
        "pacman": "tesseract tesseract-data-eng",
        "": "tesseract",
    },
    "node": {"brew": "node", "": "nodejs npm"},
}
"""The packages of each thing, by installer; those under an empty name are for all others. As in ``.ci/setup``."""

_INSTALL = {
    "apt-get": "apt-get install",
    "dnf": "dnf install",
    "pacman": "pacman -S --needed",
    "brew": "brew install",
}


def installer() -> str:
    """The program that installs software on this system; empty if it is none of those that are known."""
    names = ("brew",) if sys.platform == "darwin" else ("apt-get", "dnf", "pacman")
    return next((name for name in names if shutil.which(name)), "brew" if sys.platform == "darwin" else "")


def system(thing: str) -> str:
    """The command that installs a program or a library of the system."""
    name = installer()
    packages = SYSTEM[thing].get(name, SYSTEM[thing][""])
    if not name:
        return f"with your package manager, install {packages}"
    is_root = name == "brew" or getattr(os, "geteuid", lambda: 0)() == 0  # Homebrew refuses to run as root
    return f"{'' if is_root else 'sudo '}{_INSTALL[name]} {packages}"


def pip(*requirements: str) -> str:
    """The command that installs Python packages beside this program."""
    return shlex.join([sys.executable or "python3", "-m", "pip", "install", *requirements])


def requirements_of(name: str) -> list[str]:
    """What an extra of this program requires, as pip reads it."""
    from importlib.metadata import requires

    found = (each.partition(";") for each in requires("studyguide") or ())
    return [what.strip() for what, _, when in found if re.search(rf"extra == ['\"]{name}['\"]", when)]


def checkout() -> Path | None:
    """The project's folder, if the program runs from a copy of it."""
    folder = PACKAGE.parents[1]
    return folder if (folder / "pyproject.toml").is_file() and (folder / ".ci/setup").is_file() else None
