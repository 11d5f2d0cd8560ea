"""Options and the closing line of a test run."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write what came out as what is expected")


@pytest.fixture
def accept(request):
    """Compare a text with a file in full; with --accept, write the file instead."""

    def compare(found, file):
        if request.config.getoption("--accept"):
            file.write_text(found, "utf-8")
        assert found == file.read_text("utf-8")

    return compare


def pytest_terminal_summary(terminalreporter):
    """Name what could not be judged on this machine."""
    skipped = terminalreporter.getreports("skipped")
    reasons = sorted({report.longrepr[2].removeprefix("Skipped: ") for report in skipped})
    if reasons:
        terminalreporter.section("not judged on this machine")
        for reason in reasons:
            terminalreporter.line(f"- {reason}")
