"""Watch: every save is seen, however an editor writes it, wherever the guide is, and whatever the system reports."""

import asyncio
import os
import shutil

import pytest

from studyguide.serve import watch
from studyguide.support import paths
from tests.mutations import copied


def written(path):
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")


def exchanged(path):
    new = path.with_name("#new")
    new.write_bytes(path.read_bytes() + b"# more\n")
    new.replace(path)


def moved_away_and_written(path):
    text = path.read_bytes()
    path.rename(path.with_name(f"{path.name}~"))
    path.write_bytes(text + b"# more\n")


def emptied_and_written_slowly(path):
    text = path.read_bytes()
    with path.open("wb", buffering=0) as file:
        for part in (text[:100], text[100:], b"# more\n"):
            file.write(part)
            os.fsync(file.fileno())


def with_the_same_date(path):
    """As a copy of another version has it, which was saved in the same moment and is as long."""
    date = path.stat()
    new = path.with_name("#new")
    new.write_bytes(path.read_bytes().replace(b"title", b"titel", 1))
    os.utime(new, ns=(date.st_atime_ns, date.st_mtime_ns))
    new.replace(path)


SAVES = (written, exchanged, moved_away_and_written, emptied_and_written_slowly, with_the_same_date)


async def silent(*_about, stop_event, **_more):
    """A watch of a folder whose changes the system does not report, such as one on a network drive."""
    while not stop_event.is_set():
        await asyncio.sleep(0.05)
        yield set()


async def refused(*_about, **_more):
    """A watch that the system refuses, as it watches too many files."""
    raise OSError("OS file watch limit reached.")
    yield set()


async def broken(*_about, **_more):
    """A watch that fails in its library."""
    await asyncio.sleep(0)
    raise RuntimeError("error in underlying watcher")
    yield set()


def seen(folder, *acts, seconds=10):
    """How often changes are told after each of some acts, until half a second after the first time."""

    async def run():
        stop, told, counts = asyncio.Event(), [], []

        async def follow():
            told.extend([each async for each in watch.saved(folder, stop) if told.append(each)])

        following = asyncio.create_task(follow())
        await asyncio.sleep(0.6)
        try:
            for act in acts:
                told.clear()
                act()
                for _ in range(seconds * 20):
                    await asyncio.sleep(0.05)
                    if told:
                        break
                await asyncio.sleep(0.5)
                counts.append(len(told))
        finally:
            stop.set()
            await asyncio.wait_for(following, 10)
        return counts

    return asyncio.run(run())


@pytest.fixture
def folder(tmp_path):
    return copied(paths.starter_folder(), tmp_path / "guide")


@pytest.mark.parametrize("save", SAVES)
def test_a_save_is_seen_however_it_is_written(folder, save):
    assert all(seen(folder, lambda: save(folder / "chapters/story.yaml"), lambda: save(folder / "guide.yaml")))


@pytest.mark.parametrize("around", ["build", ".venv", "node_modules", ".git", "a~", "b.swp", "ö 100% #1"])
def test_a_guide_may_be_in_a_folder_of_any_name(tmp_path, around):
    folder = copied(paths.starter_folder(), tmp_path / around / "build/guide")
    assert all(seen(folder, lambda: written(folder / "chapters/story.yaml")))


@pytest.mark.parametrize("awatch", [silent, refused, broken])
@pytest.mark.parametrize("save", SAVES)
def test_a_save_that_the_system_does_not_report_is_seen(monkeypatch, folder, awatch, save):
    monkeypatch.setattr(watch, "awatch", awatch)
    story = folder / "chapters/story.yaml"
    assert all(seen(folder, lambda: save(story), lambda: save(folder / "guide.yaml"), story.unlink))


@pytest.mark.parametrize("awatch", [silent, refused, broken])
def test_nothing_is_told_while_nothing_is_saved(monkeypatch, folder, awatch):
    monkeypatch.setattr(watch, "awatch", awatch)
    assert seen(folder, lambda: None, seconds=1) == [0]


def test_files_that_editors_and_builds_leave_are_not_told(folder):
    def left():
        (folder / "build").mkdir()
        (folder / "build/guide.pdf").write_bytes(b"pdf")
        (folder / "chapters/.story.yaml.swp").write_bytes(b"vim")
        (folder / "chapters/story.yaml~").write_bytes(b"emacs")
        (folder / "chapters/.#story.yaml").symlink_to("somebody@here:1")

    assert seen(folder, left, seconds=1) == [0]


def test_a_folder_that_is_made_anew_is_watched_again(folder):
    def anew():
        shutil.rmtree(folder)
        copied(paths.starter_folder(), folder)

    def story():
        written(folder / "chapters/story.yaml")

    assert all(seen(folder, anew, story, anew, story))


def test_a_link_that_leads_elsewhere_is_followed(folder, tmp_path):
    other = copied(paths.starter_folder(), tmp_path / "other")
    link = tmp_path / "link"
    link.symlink_to(folder)

    def turn():
        link.unlink()
        link.symlink_to(other)

    assert all(seen(link, turn, lambda: written(other / "guide.yaml")))


def test_a_picture_behind_a_link_is_seen(folder, tmp_path):
    """The system reports changes of a folder, not those behind links in it."""
    (folder / "drawn").mkdir()
    (folder / "images").symlink_to(tmp_path / "pictures")
    (tmp_path / "pictures").mkdir()
    picture = tmp_path / "pictures/a.svg"
    picture.write_text("<svg/>", "utf-8")
    (folder / "chapters/linked.yaml").symlink_to(picture)
    assert all(seen(folder, lambda: written(picture)))


def test_a_save_before_the_watch_begins_is_told(monkeypatch, folder):
    """The guide may be read, and saved, before the system begins to report."""
    real = watch.awatch

    async def late(*about, **more):
        await asyncio.sleep(1)
        async for each in real(*about, **more):
            yield each

    monkeypatch.setattr(watch, "awatch", late)
    assert all(seen(folder, lambda: written(folder / "guide.yaml")))
