"""The server, as a browser and as others meet it: what it answers, what it refuses, and how it ends."""

import errno
import json
import os
import signal
import socket
import time
from contextlib import closing, suppress
from http.client import HTTPException
from threading import Thread
from urllib.parse import unquote_to_bytes

import pytest

from studyguide.serve import bound
from studyguide.serve.guard import HEADERS
from studyguide.support import paths
from studyguide.support.errors import BuildError
from tests.mutations import copied
from tests.serve.running import Running

SOON = 0.5
"""Seconds in which the program ends."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return copied(paths.starter_folder(), tmp_path_factory.mktemp("served") / "guide")


@pytest.fixture(scope="module")
def server(folder):
    running = Running(folder)
    yield running
    running.end()


def test_the_tools_are_shown_with_all_editions(server):
    status, headers, body = server.get()
    assert status == 200
    assert headers["content-type"].startswith("text/html")
    assert b'<select id="edition">' in body
    assert b"</option>" in body
    assert b"<script>" not in body
    assert "script-src 'self';" in headers["content-security-policy"]


@pytest.mark.parametrize("name", ["index.html", "story.html", "style.css", "look.js", "index.js", "labels.js"])
def test_the_pages_are_served_with_all_their_files(server, name):
    status, headers, body = server.get(f"web/student/{name}")
    assert status == 200
    assert body
    told = {name.lower(): value for name, value in headers.items()}
    own = {name.lower(): value for name, value in HEADERS.items() if name != "Content-Security-Policy"}
    assert own.items() <= told.items()
    if name.endswith(".html"):
        assert headers["content-security-policy"] == "frame-ancestors 'self'"


REFUSED = {
    "another host": (421, {"Host": "evil.example"}),
    "another port": (421, {"Host": "127.0.0.1:1"}),
    "another origin": (403, {"Origin": "http://evil.example"}),
    "no origin": (403, {"Origin": "null"}),
    "a link on another site": (403, {"Sec_Fetch_Site": "cross-site"}),
    "another port of this machine": (403, {"Sec_Fetch_Site": "same-site"}),
    "writing": (405, {"method": "POST"}),
    "taking away": (405, {"method": "DELETE"}),
    "asking what is allowed": (405, {"method": "OPTIONS"}),
    "no token": (403, {"token": "/"}),
    "another token": (403, {"token": "/AAAAAAAAAAAAAAAAAAAAAA/"}),
}


@pytest.mark.parametrize("why", REFUSED)
def test_others_are_refused_and_told_nothing(server, why):
    expected, how = REFUSED[why]
    status, headers, body = server.get("web/student/index.html", **how)
    assert status == expected
    assert b"<html" not in body
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "web/student/../../guide.yaml",
        "web/student/..%2f..%2fguide.yaml",
        "web/student/%2e%2e/%2e%2e/chapters/story.yaml",
        "web/student/chapters/story.yaml",
        "web/student//etc/passwd",
        "web/nobody/index.html",
        "web/../student/index.html",
        "_/../guide.yaml",
        "_/preview.py",
        "_/page/nobody/1",
        "_/epub/nobody.epub",
        "_/pdf/nobody.pdf",
        "guide.yaml",
        "chapters/story.yaml",
    ],
)
def test_no_path_leads_to_a_file_that_is_not_in_a_table(server, path):
    assert server.get(path)[0] == 404


def test_a_place_is_told(server, folder):
    status, _, body = server.get("_/place?edition=student&source=story:parts/0/title:0")
    found = json.loads(body)
    assert status == 200
    assert (folder / found["file"]).read_text("utf-8").splitlines()[found["line"] - 1].strip().startswith("title: ")
    assert found["link"] == f"vscode://file{folder}/{found['file']}:{found['line']}:{found['column']}"
    assert json.loads(server.get("_/place?edition=student&source=../x")[2]) is None


def test_the_ebook_is_served(server):
    status, headers, body = server.get("_/epub/student.epub")
    assert (status, headers["content-type"], body[:2]) == (200, "application/epub+zip", b"PK")


def test_a_save_is_told_and_so_is_a_mistake_and_its_end(server, folder):
    path = folder / "chapters/story.yaml"
    text = path.read_text("utf-8")
    with server.events("student") as events:
        first = next(event for event in events if event["pages"])
        try:
            path.write_text(text.replace("Scrooge refuses", "Scrooge rejects", 1), "utf-8")
            after = next(event for event in events if event["pages"] != first["pages"])
            changed = [name for name in after["pages"] if after["pages"][name] != first["pages"][name]]
            assert changed == ["story.html"]
            assert b"Scrooge rejects" in server.get("web/student/story.html")[2]
            path.write_text(text.replace("title: The story", "title: The story\ntilte: twice", 1), "utf-8")
            wrong = next(event for event in events if event["problems"])
            assert "There is no key 'tilte' here." in wrong["problems"][0]["message"]
            assert wrong["problems"][0]["source"].startswith("story:")
            assert wrong["pages"] == after["pages"]
        finally:
            path.write_text(text, "utf-8")
        healed = next(event for event in events if not event["problems"] and event["pages"] == first["pages"])
        assert not healed["error"]


def test_two_browsers_hear_the_same(server, folder):
    with server.events("student") as one, server.events("student") as other:
        before = [next(each)["number"] for each in (one, other)]
        os.utime(folder / "guide.yaml")
        after = [next(event["number"] for event in each if event["number"] > max(before)) for each in (one, other)]
    assert min(after) > max(before)


def test_a_port_that_is_taken_is_named_and_the_next_is_used(folder):
    with closing(bound(18_700)) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        running = Running(folder, "--port", str(port))
        running.end()
    assert running.said[0] == f"The port {port} is taken, so this is port {running.address.port}.\n"
    assert running.address.port > port


def test_a_range_of_taken_ports_is_refused(monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(BuildError, match="The ports 8765 to 8784 are taken"):
        bound(8765)


def test_only_this_machine_can_connect(server):
    with closing(bound(18_800)) as made:
        assert made.getsockname()[0] == "127.0.0.1"
    assert server.address.hostname == "127.0.0.1"


def test_the_last_port_is_the_last_that_there_is():
    with closing(bound(65_535)) as made:
        assert made.getsockname()[1] == 65_535
        with pytest.raises(BuildError, match="The ports 65535 to 65535 are taken"):
            bound(65_535)


def test_ports_that_only_the_system_may_use_are_not_said_to_be_taken(monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(BuildError, match="The ports 80 to 99 belong to the system"):
        bound(80)


def test_an_address_without_its_last_sign_leads_to_the_tools(server):
    status, headers, _ = server.get(token=f"{server.token.removesuffix('/')}?edition=teacher&x=%0d%0aY:z")
    assert (status, headers["location"]) == (307, f"{server.token}?edition=teacher&x=%0d%0aY:z")
    assert server.get(token=f"{server.token.removesuffix('/')}x")[0] == 403


def test_a_refused_method_is_told_what_is_allowed(server):
    assert server.get(method="POST")[1]["allow"] == "GET, HEAD"


def test_every_answer_has_the_headers_that_guard_it(server):
    for path in ("", "_/nothing", "nothing", "web/student/nothing.html", "_/page/nobody/1", "_/place?source=x"):
        told = {name.lower(): value for name, value in server.get(path)[1].items()}
        assert {name.lower(): value for name, value in HEADERS.items()}.items() <= told.items()


@pytest.mark.parametrize(
    "name",
    ["a b", "it's", 'q"q', "100% #1", "x?y=1&z", "{line}", "日本", "a:3:4", "<b>x", "a\\b", os.fsdecode(b"lat\xe9in")],
)
def test_a_folder_may_have_any_name(tmp_path, name):
    folder = copied(paths.starter_folder(), tmp_path / name)
    running = Running(folder)
    try:
        assert running.get()[0] == 200
        found = json.loads(running.get("_/place?edition=student&source=story:parts/0/title:0")[2])
        file, line, column = found["link"].removeprefix("vscode://file").rsplit(":", 2)
        assert os.fsdecode(unquote_to_bytes(file)) == str(folder / "chapters/story.yaml")
        assert (int(line), int(column)) == (found["line"], found["column"])
        with running.events("student") as events:
            next(events)
            (folder / "guide.yaml").write_text("x: [", "utf-8")
            assert next(event for event in events if event["problems"])["problems"][0]["link"].startswith("vscode://")
            assert running.get()[0] == 200
            folder.rename(tmp_path / "away")
            assert "There is no folder" in next(event for event in events if event["error"])["error"]
    finally:
        running.end()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_at_once_although_a_browser_listens(folder, name):
    running = Running(folder)
    with running.events("student") as events:
        next(events)
        took, said = ended(running, name)
    assert took < 4 * SOON  # on a busy machine; alone it takes a fifth of a second
    assert not said


@pytest.mark.pages
@pytest.mark.parametrize("names", [["SIGINT"], ["SIGTERM"], ["SIGHUP"], ["SIGINT", "SIGINT"]])
def test_a_signal_while_pages_are_laid_out_leaves_no_files(tmp_path, monkeypatch, names):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    running = Running(paths.specimen_folder())
    asking = Thread(target=suppressing(running.get), args=("_/pdf/student.pdf",))
    asking.start()
    while not [*tmp_path.glob("studyguide-*/studyguide-*")]:
        time.sleep(0.01)
    took, said = ended(running, *names)
    asking.join()
    assert took < 4 * SOON
    assert not said
    assert [each.name for each in tmp_path.iterdir()] == []


def suppressing(act):
    def acted(*about):
        with suppress(OSError, HTTPException):
            act(*about)

    return acted


def ended(running, *names):
    """Send signals to the program; the seconds that it takes to end, and what it says after its first words."""
    start = time.perf_counter()
    for name in names:
        running.process.send_signal(getattr(signal, name))
        time.sleep(0.02)
    code = running.process.wait(10)
    took = time.perf_counter() - start
    with running.process.stdout as said:
        assert code == 0
        return took, said.read().replace("Press Ctrl+C to stop.\n", "")
