"""Formats are found by their file names, and replace files whole or not at all."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide import formats, theme
from studyguide.errors import BuildError, UsageError
from studyguide.formats import pdf, replacing
from tests.formats import pdf_samples

SOURCE = Path(__file__).parents[2] / "src"


def test_formats_are_the_modules_of_the_folder():
    assert {"epub", "pdf"}.issubset(formats.FORMATS)
    assert all(f".{name}" == formats.load(name).SUFFIX for name in formats.FORMATS)


def test_an_unknown_format_is_a_wrong_use():
    with pytest.raises(UsageError, match=r"There is no format 'pfd'\. Did you mean 'pdf'\?"):
        formats.load("pfd")


def test_finding_formats_imports_none():
    code = "import studyguide.formats, sys; assert not {'weasyprint', 'ebooklib', 'lxml'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(SOURCE)}, check=True, timeout=60)


def test_a_file_is_replaced_when_the_block_ends_well(tmp_path):
    target = tmp_path / "book"
    target.write_text("old")
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def write_half(target: Path, error: Exception) -> None:
    with replacing(target) as temporary:
        temporary.write_text("half")
        raise error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), BuildError),
        (PermissionError(errno.EACCES, "Permission denied"), BuildError),
        (KeyError("a fault of ours"), KeyError),
    ],
)
def test_the_last_good_file_stays_when_something_goes_wrong(tmp_path, error, expected):
    target = tmp_path / "book"
    target.write_text("old")
    with pytest.raises(expected, match=str(error.args[-1])):
        write_half(target, error)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("place", ["gone/out.pdf", "file/out.pdf"])
def test_a_folder_that_is_not_there_is_an_error_in_words(tmp_path, place):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(BuildError, match="cannot be written"):
        pdf.write(pdf_samples.publication("<p>Text</p>"), theme.look("pdf"), tmp_path / place)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_an_error_in_words(tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    target.write_text("old")
    monkeypatch.setattr(Path, "with_name", lambda _path, _name: Path("/dev/full"))
    monkeypatch.setattr(Path, "unlink", lambda _path, **_options: None)
    with pytest.raises(BuildError, match="No space left on device"):
        pdf.write(pdf_samples.publication("<p>Text</p>"), theme.look("pdf"), target)
    monkeypatch.undo()
    assert target.read_text() == "old"
