"""The server, as a browser and as others meet it: what it answers, what it refuses, and how it ends."""

import json
import os
import signal
import socket
import time
from contextlib import closing

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


def test_an_interrupt_ends_it_at_once_although_a_browser_listens(folder):
    running = Running(folder)
    with running.events("student") as events:
        next(events)
        assert ended(running) < 4 * SOON  # on a busy machine; alone it takes a fifth of a second


def ended(running):
    """Interrupt the program, and return the seconds that it takes to end."""
    start = time.perf_counter()
    running.process.send_signal(signal.SIGINT)
    code = running.process.wait(10)
    took = time.perf_counter() - start
    running.process.stdout.close()
    assert code == 0
    return took
