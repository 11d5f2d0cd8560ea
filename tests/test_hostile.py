"""Nothing outside the guide, the styles and the fonts is read, and no network is used, even if a guide tries.

A listener on this machine would hear any request; a canary file outside the guide must not get into any output.
"""

import dataclasses
import os
import socket
import threading
from pathlib import Path

import pytest
from PIL import Image

from studyguide.formats import pdf
from studyguide.publication import Asset
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests.formats import pdf_samples

CANARY = b"the canary sings 8f3a61"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
TITLED = SVG.format("<title>Picture</title>{}")


pytestmark = pytest.mark.usefixtures("any_markup")


class Listener(threading.Thread):
    """Hears connections on a port of this machine."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.server.getsockname()[1]}/"
        self.heard = 0

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            self.heard += 1
            connection.close()


@pytest.fixture
def listener():
    thread = Listener()
    thread.start()
    yield thread
    thread.server.close()


@pytest.fixture
def canary(tmp_path):
    file = tmp_path / "outside" / "canary.svg"
    file.parent.mkdir()
    file.write_bytes(SVG.format(f'<text id="x">{CANARY.decode()}</text>').encode())
    return file


def test_the_listener_hears(listener):
    socket.create_connection(listener.server.getsockname()).close()
    for _ in range(100):
        if listener.heard:
            break
        threading.Event().wait(0.01)
    assert listener.heard == 1


BODIES = {
    "img": '<p><img src="{url}" alt="x"/></p>',
    "style attribute": '<p style="background: url({url})">x</p>',
    "list style": '<ul style="list-style-image: url({url})"><li>x</li></ul>',
    "style element": "<style>@import '{url}';</style>",
    "SVG image": TITLED.format('<image href="{url}" width="9" height="9"/>'),
    "SVG image, xlink": TITLED.format('<image xlink:href="{url}" width="9" height="9"/>'),
    "SVG use": TITLED.format('<use href="{url}#x"/>'),
    "SVG style": TITLED.format("<style>@import '{url}';</style>"),
    "SVG font": TITLED.format("<style>@font-face {{ font-family: x; src: url({url}) }}</style>"),
    "attachment": '<link rel="attachment" href="{url}"/>',
    "style sheet": '<link rel="stylesheet" href="{url}"/>',
    "base": '<base href="{url}"/>',
    "object": '<object data="{url}"/>',
    "embed": '<embed src="{url}"/>',
    "iframe": '<iframe src="{url}"/>',
}
LINKS = {
    "link": '<p><a href="{url}">x</a></p>',
    "attached link": '<p><a rel="attachment" href="{url}">x</a></p>',
}
SHEETS = {
    "background": "p {{ background: url({url}) }}",
    "import": "@import url({url});",
    "font": "@font-face {{ font-family: Stolen; src: url({url}) }} p {{ font-family: Stolen }}",
    "page": "@page {{ background: url({url}) }}",
}


def refuse(tmp_path: Path, body: str, *, css: str = "", assets: tuple[Asset, ...] = ()) -> str:
    """Try to build a PDF, and return the message with which that is refused; nothing is written."""
    look = theme.look("pdf")
    look = dataclasses.replace(
        look, css=f"{css}\n{look.css}\n{css}"
    )  # first, where @import may stand, and last, where it wins
    target = tmp_path / "build" / "out.pdf"
    target.parent.mkdir()
    with pytest.raises(BuildError) as error:
        pdf.write(pdf_samples.publication(f"<p>Text</p>{body}", assets=assets), look, target)
    assert list(target.parent.iterdir()) == []
    return str(error.value)


@pytest.mark.parametrize("body", [*BODIES.values(), LINKS["attached link"]], ids=[*BODIES, "attached link"])
def test_no_body_reaches_the_network(tmp_path, listener, body):
    url = f"{listener.url}{'a.svg'}"
    assert listener.url in refuse(tmp_path, body.format(url=url))
    assert listener.heard == 0


@pytest.mark.parametrize("body", [*BODIES.values(), *LINKS.values()], ids=[*BODIES, *LINKS])
def test_no_body_reads_a_file_outside(tmp_path, canary, body):
    assert "canary" in refuse(tmp_path, body.format(url=canary.as_uri()))


@pytest.mark.parametrize("way", ["../canary.svg", "images/../../canary.svg", "/canary.svg", "//canary.svg/x"])
def test_no_way_leads_out_of_the_publication(tmp_path, way):
    assert "canary.svg" in refuse(tmp_path, BODIES["img"].format(url=way))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_no_style_sheet_reads_outside(tmp_path, listener, canary, sheet):
    assert listener.url in refuse(tmp_path, "", css=sheet.format(url=listener.url))
    (tmp_path / "build").rmdir()
    assert "canary" in refuse(tmp_path, "", css=sheet.format(url=canary.as_uri()))
    assert listener.heard == 0


@pytest.mark.parametrize("source", ["local('Arial')", "url(fonts/arial.ttf)", "url(data:font/ttf;base64,AA)"])
def test_no_style_sheet_has_a_font_of_its_own(tmp_path, source):
    told = refuse(tmp_path, "", css=f"@font-face {{ font-family: Mine; src: {source} }}")
    assert "fonts come from packages" in told


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "other.html"])
def test_links_lead_to_the_web_or_into_the_guide(tmp_path, url):
    assert url in refuse(tmp_path, LINKS["link"].format(url=url))


@pytest.mark.parametrize("inner", ["SVG image", "SVG use", "SVG style", "SVG font"])
def test_an_svg_of_the_guide_reads_nothing_else(tmp_path, listener, canary, inner):
    for url in (listener.url, canary.as_uri()):
        picture = tmp_path / "picture.svg"
        picture.write_text(BODIES[inner].format(url=url), "utf-8")
        asset = Asset("images/picture.svg", "image/svg+xml", picture)
        assert "images/picture.svg" in refuse(tmp_path, BODIES["img"].format(url=asset.name), assets=(asset,))
        (tmp_path / "build").rmdir()
    assert listener.heard == 0


def asset(tmp_path: Path, name: str) -> Asset:
    return Asset(f"images/{name}", "image/png", tmp_path / name)


def picture_error(tmp_path: Path, name: str) -> str:
    return refuse(tmp_path, f'<img src="images/{name}" alt="x"/>', assets=(asset(tmp_path, name),))


def test_a_picture_must_be_a_regular_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert "not a regular file" in picture_error(tmp_path, "pipe.png")


def test_a_picture_must_be_there(tmp_path):
    assert "No such file" in picture_error(tmp_path, "gone.png")


def test_a_picture_of_too_many_bytes_is_refused(tmp_path):
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(20_000_001)
    assert "20000001 bytes" in picture_error(tmp_path, "large.png")


def test_a_picture_of_too_many_pixels_is_refused(tmp_path):
    Image.new("1", (9000, 9000)).save(tmp_path / "bomb.png")
    assert (tmp_path / "bomb.png").stat().st_size < 20_000
    assert "9000 x 9000 pixels" in picture_error(tmp_path, "bomb.png")


def test_only_small_pictures_stand_in_data_urls(tmp_path):
    assert "data URL" in refuse(tmp_path, BODIES["img"].format(url="data:text/plain,x"))
    (tmp_path / "build").rmdir()
    assert "data URL" in refuse(tmp_path, BODIES["img"].format(url="data:image/png;base64," + "A" * 100_000))
