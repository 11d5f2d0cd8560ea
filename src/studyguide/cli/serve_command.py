"""The command that shows a guide in the browser while it is written."""

import argparse
import os
import sys
import webbrowser
from contextlib import suppress

from studyguide.cli import build_options
from studyguide.support import cache_key
from studyguide.support.errors import shown

_NO_BROWSER = {"no", "none"}
"""Values of the variable BROWSER that ask for none; Python's `webbrowser` would try a program of that name."""
STOP = "Press Ctrl+C to stop."


def serve(options: argparse.Namespace) -> int:
    """Show a guide until the user stops the program."""
    build_options.require_folder(options.guide)
    cache_key.program()  # the files of the program as they are now, before its cache is used
    from studyguide.serve import ServeRequest, serve

    request = ServeRequest(
        options.guide,
        options.edition or "",
        options.port,
        options.editor,
        build_options.layout_options(options, 1),
    )

    def ready(address: str, port: int) -> None:
        if port != options.port:
            print(f"The port {options.port} is taken, so this is port {port}.")
        print(shown(f"The preview of {options.guide} is at {address}"), STOP, sep="\n", flush=True)
        if _opens(options):
            webbrowser.open(address)

    with suppress(KeyboardInterrupt):
        serve(request, ready)
    return 0


def _opens(options: argparse.Namespace) -> bool:
    """Whether to open a browser: if nothing was said, where a person sits at a screen."""
    if options.open is not None:
        return bool(options.open)
    if os.environ.get("BROWSER", "").casefold() in _NO_BROWSER:
        return False
    display = sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return display and sys.stdout.isatty()
