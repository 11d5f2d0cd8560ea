"""Which tests take long: they lay out pages, or take whole guides or large drawings many times (marker ``pages``).

A test has the marker if its file is one of `FILES`, if it asks for `FIXTURE`, or by a line of its own. Any other test
that lays out pages, in this process or in one forked from it, fails and says so.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from studyguide.formats.pdf.workers import pool

FILES = (
    "formats/test_pdf_*.py",
    "works/test_work_guides.py",
    *("build/test_dask.py", "build/test_edition_check.py", "build/test_page_numbers.py", "build/test_paging.py"),
    *("build/test_parallel.py", "build/test_update.py", "cli/test_environment.py", "cli/test_many_guides.py"),
    *("cli/test_output.py", "cli/test_print_cost.py", "formats/test_booklet.py", "guide/test_each_field_damaged.py"),
    *("guide/test_prose.py", "languages/test_language_marks.py", "lint/test_two_faults.py", "serve/test_preview.py"),
    *(
        "test_api.py",
        "test_hostile.py",
        "test_leaks.py",
        "test_long_texts.py",
        "test_mutations.py",
        "test_nothing_outside.py",
    ),
    *("test_second_guide.py", "test_teacher.py", "test_text_stays_text.py", "test_truth.py", "test_wheel.py"),
)
"""Files whose tests all have the marker, by patterns."""

FIXTURE = "layout_options"
"""What a test asks for that uses pages laid out by others."""

T = TypeVar("T")

RENDERER = "studyguide.formats.pdf.weasy.renderer"

_watched: list[str] = []
"""The test that runs now, unless it may lay out pages."""


class UnmarkedError(Exception):
    """A test lays out pages without the marker ``pages``."""


def mark(items: list[pytest.Item]) -> None:
    """Give the marker to the tests of `FILES`, and to those with the fixture."""
    for item in items:
        if FIXTURE in getattr(item, "fixturenames", ()) or _is_marked(item.path):
            item.add_marker(pytest.mark.pages)


@cache
def _is_marked(file: Path) -> bool:
    return any(file.relative_to(Path(__file__).parent).match(pattern) for pattern in FILES)


ALL = range(1), 1
"""The one part that has all tests."""


def parts(text: str) -> tuple[range, int]:
    """Which parts of how many: ``2/3`` is the second of three, ``2-3/3`` the second and the third."""
    names, number = text.split("/")
    first, last = int(names.split("-")[0]), int(names.split("-")[-1])
    if not 1 <= first <= last <= int(number):
        raise ValueError(text)
    return range(first - 1, last), int(number)


def chosen(tests: Sequence[T], of: tuple[range, int]) -> list[T]:
    """The tests of some parts: of as many tests beside each other as there are parts, each is in another part.

    The parts take turns, so that each has all themes where these come again and again in the same order.
    """
    those, number = of
    return [test for place, test in enumerate(tests) if (place + place // number) % number in those]


def may_be_laid_out(item: pytest.Item) -> bool:
    """Whether a test may lay out pages."""
    return any(item.get_closest_marker(name) for name in ("pages", "judge"))


@contextmanager
def watching(test: str) -> Iterator[None]:
    """Within the block nothing can be laid out."""
    _watched.append(test)
    renderer = sys.modules.get(RENDERER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool._Outside, "submit", _refuse)  # noqa: SLF001 (its processes are out of reach)
        if renderer is not None:
            patch.setattr(renderer.Renderer, "__init__", _refuse)
        try:
            yield
        finally:
            _watched.pop()


def watch() -> None:
    """Install the hook that hears the first import of the renderer; it stays for as long as the process."""
    sys.addaudithook(_audit)


def _audit(event: str, given: tuple[object, ...]) -> None:
    if _watched and event == "import" and given[0] == RENDERER:
        _refuse()


def _refuse(*_: object, **_options: object) -> None:
    raise UnmarkedError(f"{_watched[-1]} lays out pages: give it the marker `pages`")
