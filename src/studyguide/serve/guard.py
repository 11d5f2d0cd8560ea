"""Guard: only a browser on this machine that was given the address may read, and nobody may write.

The address has a token, so other users of the machine and other pages in the browser cannot guess it. A foreign
``Host`` (a name that was pointed at this machine), ``Origin`` or ``Sec-Fetch-Site`` is refused before anything is
looked up.
"""

from collections.abc import Iterable
from secrets import compare_digest

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "font", "connect", "frame")),
        "img-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""The policy of the preview's own page. The guide's pages have their own besides, which allows no connection."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
_METHODS, _NOT_ALLOWED = ("GET", "HEAD"), 405
_LOST = "Open the address that `studyguide serve` printed: it has a word in it that other programs do not know."


class Guard:
    """An application behind a token, at some hosts such as ``127.0.0.1:8765``."""

    def __init__(self, app: ASGIApp, token: str, hosts: Iterable[str]) -> None:
        self._app, self._token, self._hosts = app, token, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        if refusal := self._refusal(scope):
            status, words = refusal
            allowed = {"Allow": ", ".join(_METHODS)} if status == _NOT_ALLOWED else {}
            await PlainTextResponse(words, status, {**HEADERS, **allowed})(scope, receive, send)
            return
        path = scope["path"].removeprefix(f"/{self._token}")
        if not path:  # the address was typed without its last sign, and the page would not find its parts
            query = scope["query_string"].decode("ascii", "replace")
            whole = f"/{self._token}/{query and '?'}{query}"
            await RedirectResponse(whole, 307, HEADERS)(scope, receive, send)
            return
        await self._app({**scope, "path": path, "root_path": ""}, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the words for a request that is refused."""
        headers = Headers(scope=scope)
        if scope["method"] not in _METHODS:
            return _NOT_ALLOWED, "This preview can only be read."
        if headers.getlist("host")[1:] or headers.get("host") not in self._hosts:
            return 421, "This is not the address of the preview."
        if headers.get("origin", f"http://{headers['host']}") not in {f"http://{each}" for each in self._hosts}:
            return 403, "Other pages may not read the preview."
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            return 403, "Other pages may not read the preview."
        first, _, _ = scope["path"].removeprefix("/").partition("/")
        return None if compare_digest(first.encode(), self._token.encode()) else (403, _LOST)
