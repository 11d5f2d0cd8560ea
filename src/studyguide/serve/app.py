"""App: the addresses of the preview. Everything is looked up in tables; no address is joined to a folder.

/                       the page with the tools
/web/EDITION/NAME       a file of the web pages
/_/events               what was saved, as it happens (server-sent events)
/_/place                the file and line of what an element shows
/_/page/EDITION/WHICH   a printed page as a picture: its number, or the id of an item on it
/_/pdf/EDITION.pdf      the PDF
/_/epub/EDITION.epub    the e-book, without page numbers
/_/NAME                 the scripts and the style sheet of the tools
"""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from studyguide.serve import faults
from studyguide.serve.guard import HEADERS
from studyguide.serve.preview import State
from studyguide.serve.session import Session
from studyguide.serve.words import WORDS
from studyguide.support.errors import StudyguideError, shown
from studyguide.support.templates import render

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain",
}
CLIENT = {path.name: path for path in sorted((Path(__file__).parent / "client").iterdir())}
"""The files of the tools."""
NUMBER = re.compile("[0-9]{1,6}")
ALIVE = 15
"""Seconds after which a browser hears that the program is still there."""


@dataclass(frozen=True)
class App:
    """The answers to a browser."""

    session: Session

    def starlette(self) -> Starlette:
        """The application, which a `Guard` should be in front of."""
        return Starlette(
            routes=[
                Route("/", self.tools),
                Route("/web/{edition}/{name:path}", self.web),
                Route("/_/events", self.events),
                Route("/_/place", self.place),
                Route("/_/page/{edition}/{wanted}", self.page),
                Route("/_/pdf/{name}", self.pdf),
                Route("/_/epub/{name}", self.epub),
                Route("/_/{name}", self.client),
            ],
            exception_handlers={404: _missing, StudyguideError: _refused, OSError: _refused, Exception: _failed},
        )

    async def tools(self, request: Request) -> Response:
        """The page with the tools."""
        state = await self.session.state(request.query_params.get("edition", ""))
        edition = state.updated.edition.id if state.updated else state.edition
        title = state.updated.guide.info.title if state.updated else shown(self.session.preview.folder.name)
        about = {"edition": edition, "words": WORDS}
        text = render("serve/tools.html.j2", title=title, words=WORDS, editions=state.editions, about=json.dumps(about))
        return HTMLResponse(text, headers=HEADERS)

    async def web(self, request: Request) -> Response:
        """A file of the web pages of an edition."""
        edition, name = request.path_params["edition"], request.path_params["name"]
        await self.session.state(edition)
        content = await self.session.read(self.session.preview.content, edition, name)
        if content is None:
            raise HTTPException(404)
        kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        return Response(content, media_type=kind, headers=_without_policy() if kind == "text/html" else HEADERS)

    async def events(self, request: Request) -> Response:
        """Each new state of an edition, from the present one on."""
        edition = request.query_params.get("edition", "")
        return StreamingResponse(self.told(edition), media_type="text/event-stream", headers=HEADERS)

    async def place(self, request: Request) -> Response:
        """The file, line, column and address of a source."""
        asked = request.query_params
        edition, source = asked.get("edition", ""), asked.get("source", "")
        found = self.session.preview.spot(edition, source)
        return JSONResponse(found and found._asdict(), headers=HEADERS)

    async def epub(self, request: Request) -> Response:
        """The e-book of an edition."""
        edition = request.path_params["name"].removesuffix(".epub")
        await self.session.state(edition)
        content = await self.session.read(self.session.preview.epub, edition)
        return Response(content, media_type="application/epub+zip", headers=HEADERS)

    async def page(self, request: Request) -> Response:
        """A printed page as a picture; headers have its number and the number of pages."""
        edition, wanted = request.path_params["edition"], request.path_params["wanted"]
        found = await self.session.picture(edition, int(wanted) if NUMBER.fullmatch(wanted) else wanted)
        numbers = {"X-Page": str(found.page), "X-Pages": str(found.pages)}
        return Response(found.picture, media_type="image/png", headers={**HEADERS, **numbers})

    async def pdf(self, request: Request) -> Response:
        """The PDF of an edition."""
        edition = request.path_params["name"].removesuffix(".pdf")
        content = await self.session.pdf(edition)
        return Response(content, media_type="application/pdf", headers=_without_policy())

    async def client(self, request: Request) -> Response:
        """A script or the style sheet of the tools."""
        path = CLIENT.get(request.path_params["name"])
        if path is None:
            raise HTTPException(404)
        return Response(path.read_bytes(), media_type=TYPES[path.suffix.removeprefix(".")], headers=HEADERS)

    async def told(self, edition: str) -> AsyncIterator[str]:
        """Each new state, as an event, until the session ends."""
        board = self.session.board
        with self.session.looking(edition):
            told = None
            while not board.is_closed:
                number = board.number  # before the state is asked for: what is posted meanwhile is told, too
                state = await self.session.state(edition)
                if state is not told:
                    yield _event(state)
                    told = state
                while not await board.other_than(number, ALIVE):
                    if board.is_closed:
                        return
                    yield ": still here\n\n"


def _missing(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse(WORDS["no page"], 404, HEADERS)


def _refused(_request: Request, error: Exception) -> Response:
    return PlainTextResponse(faults.told(error), 404, HEADERS)


def _failed(_request: Request, _error: Exception) -> Response:
    """The server shows the error in the terminal."""
    return PlainTextResponse(faults.FAULT, 500, HEADERS)


def _event(state: State) -> str:
    told = {
        "number": state.number,
        "editions": state.editions,
        "problems": [each._asdict() for each in state.problems],
        "remarks": None if state.remarks is None else [each._asdict() for each in state.remarks],
        "error": state.error,
        "pages": state.pages,
        "look": state.look,
    }
    return f"data: {json.dumps(told)}\n\n"


def _without_policy() -> dict[str, str]:
    """The headers of a page of the guide, which has its own policy in it: only the preview may frame it."""
    return {**HEADERS, "Content-Security-Policy": "frame-ancestors 'self'"}
