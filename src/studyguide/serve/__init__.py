"""Serve: a live preview of a guide in the browser, which changes in place when a file is saved.

`watch` sees that files were saved; `session` has the `preview` update what is looked at, and tells browsers through the
`board`; `app` answers them, behind a `guard`. The pages are those that `build` would write, from the same functions.
"""

import asyncio
import errno
import secrets
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from studyguide.formats import LayoutOptions
from studyguide.serve.preview import Preview
from studyguide.serve.session import Session
from studyguide.support.cache import Cache
from studyguide.support.errors import BuildError, UsageError
from studyguide.support.keep import Keep

HOST = "127.0.0.1"
PORTS = 20
"""How many ports are tried, from the one that was asked for on."""
LAST_PORT = 65535
ALONE = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
"""On Windows, SO_REUSEADDR would let two programs listen at one port; elsewhere it only forgets ended connections."""
NEEDED = "The preview needs the packages of the extra 'serve': pip install 'studyguide[serve]'."


@dataclass(frozen=True)
class ServeRequest:
    """What to show, and where."""

    folder: Path
    edition: str = ""
    """Empty: the first one."""
    port: int = 8765
    """The first port to try."""
    editor: str = "vscode://file/{file}:{line}:{column}"
    """The address of a place in the author's editor; empty for none."""
    layout_options: LayoutOptions = field(default_factory=LayoutOptions)
    """The cache, in which results are kept for the next start and for builds."""


def serve(request: ServeRequest, ready: Callable[[str, int], None]) -> None:
    """Show the guide until this process is interrupted; `ready` is called with the address and the port.

    Raises `UsageError` if the extra is not installed, and `BuildError` if no port is free.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise UsageError(NEEDED) from error
    asyncio.run(_serve(request, ready))


def _server(config: Any, session: Session) -> Any:
    """A server that ends all event streams as soon as it is interrupted."""
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            session.close()
            super().handle_exit(sig, frame)

    return Server(config)


async def _serve(request: ServeRequest, ready: Callable[[str, int], None]) -> None:
    import uvicorn

    from studyguide.serve.app import App
    from studyguide.serve.guard import Guard
    from studyguide.serve.watch import saved

    listening = bound(request.port)
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(16)
    keep = Keep(Cache(request.layout_options.cache))
    session = Session(Preview(request.folder, request.editor, keep), request.layout_options)
    app = Guard(App(session).starlette(), token, (f"{HOST}:{port}", f"localhost:{port}"))
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = _server(config, session)
    hang_up = getattr(signal, "SIGHUP", None)  # the terminal is closed; Windows has none
    if hang_up and signal.getsignal(hang_up) is not signal.SIG_IGN:
        asyncio.get_running_loop().add_signal_handler(hang_up, server.handle_exit, hang_up, None)
    stop = asyncio.Event()
    following = asyncio.create_task(session.follow(saved(request.folder, stop)))
    query = f"?edition={request.edition}" if request.edition else ""
    first = asyncio.create_task(session.state(request.edition))
    ready(f"http://{HOST}:{port}/{token}/{query}", port)
    try:
        await server.serve(sockets=[listening])
    finally:
        stop.set()
        session.close()
        for task in (following, first):
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
        listening.close()


def bound(port: int) -> socket.socket:
    """A socket that listens at the first free port from this one on, to this machine only. Raises `BuildError`."""
    last = min(port + PORTS - 1, LAST_PORT)
    for number in range(port, last + 1):
        made = socket.socket()
        made.setsockopt(socket.SOL_SOCKET, ALONE, 1)
        try:
            made.bind((HOST, number))
            made.listen()
        except OSError as error:
            made.close()
            why = "belong to the system" if error.errno == errno.EACCES else "are taken"
        else:
            return made
    raise BuildError(f"The ports {port} to {last} {why}. Choose another with --port.")
