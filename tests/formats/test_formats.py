"""Formats are found by their file names, and replace files whole or not at all."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide import formats
from studyguide.formats import pdf
from studyguide.support import atomic_write
from studyguide.support.atomic_write import MANIFEST, replacing, replacing_folder
from studyguide.support.errors import BuildError, UsageError
from studyguide.themes import theme
from tests.formats import pdf_samples

SOURCE = Path(__file__).parents[2] / "src"


def test_formats_are_the_modules_of_the_folder():
    assert {"epub", "pdf", "web"}.issubset(formats.FORMATS)
    assert all(formats.load(name).SUFFIX in {f".{name}", f"-{name}"} for name in formats.FORMATS)


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


@pytest.fixture
def folder(tmp_path):
    """A folder that was built before."""
    target = tmp_path / "guide-web"
    with replacing_folder(target) as temporary:
        (temporary / "index.html").write_text("old")
        (temporary / "old.html").touch()
    return target


def fill(target: Path, error: BaseException | None = None) -> None:
    with replacing_folder(target) as temporary:
        (temporary / "index.html").write_text("new")
        if error:
            raise error


def test_a_folder_is_replaced_whole(folder):
    fill(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", MANIFEST]
    assert (folder / "index.html").read_text() == "new"
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("empty", [True, False])
def test_a_folder_is_made_where_none_or_an_empty_one_was(tmp_path, empty):
    target = tmp_path / "guide-web"
    if empty:
        target.mkdir()
    fill(target)
    assert (target / "index.html").read_text() == "new"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt(), KeyError("ours")])
def test_the_last_good_folder_stays_when_something_goes_wrong(folder, error):
    with pytest.raises(BuildError if isinstance(error, OSError) else type(error)):
        fill(folder, error)
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "old.html", MANIFEST]
    assert (folder / "index.html").read_text() == "old"
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
def test_the_last_good_folder_comes_back_when_the_new_one_cannot_take_its_place(folder, monkeypatch, error):
    replace = Path.replace

    def fail(self, target):
        if self.name.endswith(".part"):
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    monkeypatch.setattr(atomic_write, "exchanged", lambda *_folders: False)
    with pytest.raises(BuildError if isinstance(error, OSError) else KeyboardInterrupt):
        fill(folder)
    assert (folder / "index.html").read_text() == "old"
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path, kind):
    target, other = tmp_path / "guide-web", tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("mine")
    match kind:
        case "file":
            target.write_text("mine")
        case "folder":
            (target / "mine").mkdir(parents=True)
        case "link":
            target.symlink_to(other)
    with pytest.raises(BuildError, match=r"something else has that name|did not write this folder"):
        fill(target)
    assert (other / "index.html").read_text() == "mine"
    assert sorted(tmp_path.iterdir()) == [target, other]


@pytest.mark.parametrize("added", ["notes.txt", "images/mine.png"])
def test_a_folder_that_somebody_added_to_is_not_replaced(folder, added):
    (folder / added).parent.mkdir(exist_ok=True)
    (folder / added).write_text("mine")
    with pytest.raises(BuildError, match=f"also holds '{added}'"):
        fill(folder)
    assert (folder / added).read_text() == "mine"
    assert (folder / "index.html").read_text() == "old"


@pytest.mark.parametrize("manifest", ["", "[]", '{"program": "other", "files": []}', '{"program": "studyguide"}'])
def test_a_folder_with_a_strange_manifest_is_not_replaced(folder, manifest):
    (folder / MANIFEST).write_text(manifest)
    with pytest.raises(BuildError, match="did not write this folder"):
        fill(folder)
    assert (folder / "index.html").read_text() == "old"


KILLED = """
import os, signal, sys
from pathlib import Path
from studyguide.support import atomic_write
at, exchanges, steps = int(sys.argv[2]), sys.argv[3] == "True", 0
if not exchanges:
    atomic_write.exchanged = lambda *folders: False

def stepping(function):
    def step(*arguments, **options):
        global steps
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **options)
    return step

for name in ("replace", "mkdir", "write_text"):
    setattr(Path, name, stepping(getattr(Path, name)))
atomic_write.exchanged = stepping(atomic_write.exchanged)
atomic_write.shutil.rmtree = stepping(atomic_write.shutil.rmtree)
with atomic_write.replacing_folder(Path(sys.argv[1])) as new:
    (new / "index.html").write_text("new")
"""


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_kill_at_any_step_leaves_a_good_folder_and_the_next_build_tidies_up(tmp_path, exchanges):
    """Where the system exchanges folders at once, one is always in its place; elsewhere, the next build finds it."""
    for at in range(1, 30):
        target = tmp_path / str(at) / "guide-web"
        target.parent.mkdir()
        with replacing_folder(target) as temporary:
            (temporary / "index.html").write_text("old")
        command = [sys.executable, "-c", KILLED, str(target), str(at), str(exchanges)]
        ended = subprocess.run(command, env={"PYTHONPATH": str(SOURCE)}, check=False, timeout=60)
        beside = [path for path in target.parent.iterdir() if (path / "index.html").is_file()]
        assert "old" in [(path / "index.html").read_text() for path in beside] or target in beside
        assert target in beside or not exchanges
        with pytest.raises(KeyError), replacing_folder(target):  # a build that fails
            raise KeyError
        assert (target / "index.html").read_text() in {"old", "new"}
        assert list(target.parent.iterdir()) == [target]
        if ended.returncode == 0:
            assert (target / "index.html").read_text() == "new"
            return
    pytest.fail("it never came to its end")


def test_the_next_build_removes_files_of_a_killed_process(tmp_path):
    target = tmp_path / "guide.pdf"
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (f".guide.pdf.{gone.pid}.part", f"..guide.pdf.{gone.pid}.part.{gone.pid}.part"):
        (tmp_path / name).write_text("half")
    others = [tmp_path / f".guide.pdf.{os.getppid()}.part", tmp_path / ".other.pdf.1.part", tmp_path / ".guide.pdf.bak"]
    for other in others:
        other.write_text("of a process that is at work, or not ours")
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert sorted(tmp_path.iterdir()) == sorted([target, *others])


@pytest.mark.pages
@pytest.mark.parametrize("place", ["gone/out.pdf", "file/out.pdf"])
def test_a_folder_that_is_not_there_is_an_error_in_words(tmp_path, place):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(BuildError, match="cannot be written"):
        pdf.write(pdf_samples.publication("<p>Text</p>"), theme.look("pdf"), tmp_path / place)


@pytest.mark.pages
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
