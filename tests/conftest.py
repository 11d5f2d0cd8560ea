"""Options, what tests share, and the closing line of a test run."""

import gc
import os
from contextlib import ExitStack

import pytest
from hypothesis import settings

from studyguide.formats import LayoutOptions
from studyguide.publication import allowed_markup
from studyguide.support import cache_key
from tests import layouts, programs

programs.watch()
layouts.watch()

# The same code is tried with the same examples, and takes its time for them on a busy machine.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write what came out as what is expected")
    help_ = "of the tests that take long, run part K of N alone (each Nth, from the Kth), or parts J to K"
    parser.addoption("--pages-part", type=layouts.parts, metavar="K/N", default=layouts.ALL, help=help_)


@pytest.hookimpl(tryfirst=True)  # before `-m` selects
def pytest_collection_modifyitems(config, items):
    layouts.mark(items)
    long = [item for item in items if item.get_closest_marker("pages") and not item.get_closest_marker("judge")]
    if left := {*long} - {*layouts.chosen(long, config.getoption("--pages-part"))}:
        config.hook.pytest_deselected(items=[item for item in items if item in left])
        items[:] = [item for item in items if item not in left]


def pytest_collection_finish():
    """Search for garbage less often, and not among the modules and the thousands of tests that stay until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Keep a test, with its fixtures, from programs that a machine need not have, and from pages without the marker."""
    with ExitStack() as stack:
        if not item.get_closest_marker("judge"):
            stack.enter_context(programs.watching(item.nodeid))
        if not layouts.may_be_laid_out(item):
            stack.enter_context(layouts.watching(item.nodeid))
        return (yield)


@pytest.fixture(scope="session")
def program():
    """Where a program is, by its name, that the README asks for."""
    return programs.find


@pytest.fixture
def accept(request):
    """Compare a text with a file in full; with --accept, write the file instead."""

    def compare(found, file):
        if request.config.getoption("--accept"):
            file.write_text(found, "utf-8")
        assert found == file.read_text("utf-8")

    return compare


@pytest.fixture
def any_markup(monkeypatch):
    """Publications with bodies that no guide can have, to test what stands behind `allowed_markup`."""
    monkeypatch.setattr(allowed_markup, "faults", lambda _body: ())


@pytest.fixture(scope="session")
def layout_options(tmp_path_factory):
    """A cache of pages that other tests have laid out in this run, on any core.

    It is for tests of what is on the pages, and of commands around them. What is about laying out itself, about what is
    kept, about the same bytes from nothing, or about what goes wrong on the way, has
    options of its own or none.
    """
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return LayoutOptions(folder / "layout_options", program=cache_key.program())


def pytest_terminal_summary(terminalreporter):
    """Name what could not be judged on this machine."""
    skipped = terminalreporter.getreports("skipped")
    reasons = sorted({report.longrepr[2].removeprefix("Skipped: ") for report in skipped})
    if reasons:
        terminalreporter.section("not judged on this machine")
        for reason in reasons:
            terminalreporter.line(f"- {reason}")
