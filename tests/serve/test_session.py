"""Session: what is looked at is updated after each save, and remarks give way to it; folders may come and go."""

import asyncio
import json
import time

import pytest

from studyguide.formats import LayoutOptions
from studyguide.serve.app import App
from studyguide.serve.board import Board
from studyguide.serve.preview import Preview
from studyguide.serve.session import Session
from studyguide.serve.watch import saved
from studyguide.support import paths
from studyguide.support.keep import Keep
from tests.mutations import copied


@pytest.fixture
def folder(tmp_path):
    return copied(paths.starter_folder(), tmp_path / "guide")


def change(folder, old="title:", new="title: A"):
    path = folder / "chapters/story.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


async def until(condition, seconds=20):
    for _ in range(int(seconds / 0.05)):
        if condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


def running(folder, body):
    """Run a session that follows a folder, with a function of it."""

    async def run():
        session = Session(Preview(folder, "", Keep()), LayoutOptions())
        stop = asyncio.Event()
        following = asyncio.create_task(session.follow(saved(folder, stop)))
        try:
            await asyncio.wait_for(body(session), 60)
        finally:
            stop.set()
            session.close()
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)

    asyncio.run(run())


def test_a_save_is_seen_in_every_edition_that_is_looked_at(folder):
    async def body(session):
        (name, _), *_ = (await session.state("")).editions
        with session.looking(name), session.looking(""):
            before = (await session.state(name)).number
            await asyncio.sleep(0.5)
            change(folder)
            await until(lambda: min(session.preview.state(each).number for each in (name, "")) > before)
            assert "A" in session.preview.state(name).pages["story.html"][1]

    running(folder, body)


def test_the_first_edition_is_updated_once_for_both_its_names(folder, monkeypatch):
    updated = []
    update = Preview.update
    monkeypatch.setattr(Preview, "update", lambda *about: updated.append(about[1]) or update(*about))

    async def body(session):
        unnamed = await session.state("")
        (name, _), *_ = unnamed.editions
        assert await session.state(name) is unnamed
        assert (unnamed.edition, updated) == (name, [""])
        await until(lambda: session.preview.state(name).remarks is not None)
        assert session.preview.state("") is session.preview.state(name)

    running(folder, body)


def test_the_first_edition_may_become_another_one(folder):
    async def body(session):
        guide = folder / "guide.yaml"
        text = guide.read_text("utf-8")
        name = (await session.state("")).edition
        guide.write_text(text.replace(f"id: {name}", "id: other", 1), "utf-8")
        await session.saved()
        assert (await session.state("")).edition == "other"
        assert "Choose one of: other, teacher." in (await session.state(name)).error
        guide.write_text(f"{text}\nwrong: yes\n", "utf-8")
        await session.saved()
        assert (await session.state("")).problems
        guide.write_text(text, "utf-8")
        await session.saved()
        assert (await session.state("")).edition == name

    running(folder, body)


def test_each_update_has_a_number_of_its_own(folder):
    async def body(session):
        with session.looking(""):
            first = (await session.state("")).number
            await session.saved()  # before remarks are told
            assert session.preview.state("").number > first

    running(folder, body)


def test_what_is_saved_while_a_browser_is_told_is_told_next(folder):
    async def body(session):
        events = App(session).told("")
        first = json.loads((await anext(events)).removeprefix("data: "))
        change(folder)
        await session.saved()
        assert json.loads((await anext(events)).removeprefix("data: "))["pages"] != first["pages"]
        await events.aclose()

    running(folder, body)


def test_nothing_is_told_twice(folder):
    async def body(session):
        events = App(session).told("")
        told = [await anext(events)]
        session.board.post()
        told.append(await asyncio.wait_for(anext(events), 20))  # with the remarks
        assert told[0] != told[1]
        await events.aclose()

    running(folder, body)


def test_remarks_come_after_the_page_and_not_for_a_page_that_is_old(folder):
    async def body(session):
        with session.looking(""):
            state = await session.state("")
            assert state.is_current
            assert state.remarks is None
            await session.saved()
            await session.saved()
            await until(lambda: session.preview.state("").remarks is not None)
            assert session.preview.state("").number == session.preview.state("").number

    running(folder, body)


def test_a_long_answer_does_not_stop_the_session(folder):
    async def body(session):
        await session.state("")  # remarks are looked for while the answer is read
        assert await asyncio.wait_for(session.read(lambda: time.sleep(1) or "read"), 10) == "read"
        await until(lambda: session.preview.state("").remarks is not None)

    running(folder, body)


def test_a_file_that_is_exchanged_for_a_moment_is_no_problem(folder):
    async def body(session):
        with session.looking(""):
            await session.state("")
            path = folder / "chapters/story.yaml"
            text = path.read_bytes()
            path.unlink()
            task = asyncio.create_task(session.saved(were_taken=True))
            await asyncio.sleep(0.01)
            path.write_bytes(text)
            await task
            assert session.preview.state("").is_current

    running(folder, body)


def test_a_folder_that_is_renamed_is_missed_and_seen_again(folder):
    async def body(session):
        with session.looking(""):
            await session.state("")
            await asyncio.sleep(0.5)
            folder.rename(folder.with_name("away"))
            await until(lambda: "There is no folder" in session.preview.state("").error)
            folder.with_name("away").rename(folder)
            await until(lambda: session.preview.state("").is_current)
            await asyncio.sleep(0.5)
            change(folder)
            await until(lambda: "A" in session.preview.state("").pages["story.html"][1])

    running(folder, body)


def test_an_edition_that_nobody_looked_at_is_updated_when_it_is_asked_for(folder):
    async def body(session):
        name = (await session.state("")).editions[-1][0]
        before = await session.state(name)
        change(folder)
        await session.saved()
        assert session.preview.state(name) is before
        assert (await session.state(name)).pages != before.pages

    running(folder, body)


def test_saves_are_followed_after_a_fault_of_the_program(folder, monkeypatch):
    async def body(session):
        with session.looking(""):
            before = (await session.state("")).number
            await asyncio.sleep(0.5)
            failed = []
            monkeypatch.setattr(session, "saved", lambda **_about: failed.append(None) or 1 / 0)
            change(folder)
            await until(lambda: failed)
            monkeypatch.undo()
            change(folder, "title:", "title: B")
            await until(lambda: session.preview.state("").number > before)

    running(folder, body)


def test_remarks_that_fail_keep_nobody_waiting(folder, monkeypatch, caplog):
    async def body(session):
        monkeypatch.setattr(session.preview, "remarks", lambda *_about: 1 / 0)
        with session.looking(""):
            number = session.board.number
            assert (await session.state("")).is_current
            await until(lambda: session.board.number > number)
            assert "ZeroDivisionError" in caplog.text
            assert (await session.state("")).is_current

    running(folder, body)


def test_a_long_answer_does_not_keep_the_program_from_ending(folder):
    async def body(session):
        task = asyncio.create_task(session.read(time.sleep, 30))
        await asyncio.sleep(0.1)
        task.cancel()

    start = time.perf_counter()
    running(folder, body)
    assert time.perf_counter() - start < 10


def test_a_board_wakes_those_who_wait_and_lets_them_go():
    async def run():
        board = Board()
        assert not await board.other_than(0, 0.01)
        waiting = asyncio.create_task(board.other_than(0, 5))
        await asyncio.sleep(0)
        board.post()
        assert await waiting
        assert await board.other_than(0, 5)
        waiting = asyncio.create_task(board.other_than(1, 5))
        await asyncio.sleep(0)
        board.close()
        assert not await waiting
        assert not await board.other_than(0, 5)

    asyncio.run(run())
