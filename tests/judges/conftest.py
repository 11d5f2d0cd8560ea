"""The tests of the judges run under `make judge`; any other run names what was not judged."""

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from studyguide.formats import LayoutOptions
from studyguide.support import cache_key

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / ".ci/judges"))

PROGRAMS = {
    "EPUBCheck": "java",
    "Ace, foliate-js and axe-core": "chromium",
    "ebook-convert": "ebook-convert",
    "qpdf": "qpdf",
    "Tesseract": "tesseract",
    "LibreOffice": "soffice",
}
MODULES = ("anki", "epubcheck", "ooxml_integrity", "openxml_audit", "outloud", "pdfua", "pypdfium2")


def missing() -> list[str]:
    """Name the judges that this machine does not have."""
    judges = [judge for judge, program in PROGRAMS.items() if not shutil.which(program)]
    judges += [module for module in MODULES if not importlib.util.find_spec(module)]
    if not (ROOT / ".ci/node_modules").exists():
        judges.append("the JavaScript packages")
    return judges


@pytest.fixture(scope="session")
def layout_options():
    """The one in which `make judge` builds before: what its judges have seen need not be laid out for a test again."""
    return LayoutOptions(ROOT / "build/.studyguide/cache", program=cache_key.program())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("judge")


def pytest_terminal_summary(terminalreporter, config) -> None:  # pytest keeps these types to itself
    """Say at the end what was left to `make judge`, and which of its programs are missing."""
    if config.option.markexpr == "judge":
        return
    absent = f" Missing here: {', '.join(missing())}." if missing() else ""
    built = "the built PDF, EPUB, web pages and slides"
    terminalreporter.write_line(f"Not judged: {built}; `make judge` does that.{absent}")
