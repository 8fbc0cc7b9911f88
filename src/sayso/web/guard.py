"""What keeps other web pages out: host names, origins, sizes, and headers that let nothing foreign run."""

from __future__ import annotations

import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.refusal import Refusal

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
MAX_POST = 256 * 1024 * 1024
"""Bytes of one post, all files together. Each file still answers to the limits of `sayso.text`."""

_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(:\d{1,5})?")
SAFE = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # The pages show what may be leaked material: it has no business in the browser's cache on disk.
    "Cache-Control": "no-store",
}


class Guard:
    """ASGI middleware: refuses what does not come from this server's own pages, and signs every answer with HEADERS."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK, max_post: int = MAX_POST) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._max_post = max_post

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        signed = _signing(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            return await refusal.response()(scope, receive, signed)
        await self._app(scope, self._counted(receive), signed)

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        named = _HOST.fullmatch(host)
        # A page elsewhere may point its own name at 127.0.0.1 ("DNS rebinding"); the name gives it away.
        if not named or named[1].lower() not in self._hosts:
            return Refusal(
                400, "This address is not answered.", "Open the page as http://localhost or http://127.0.0.1."
            )
        if scope["method"] not in SAFE and not _comes_from_here(headers, host):
            return Refusal(403, "Another page sent this.", "Nothing was changed. Do it again on the page itself.")
        if _length(headers) > self._max_post:
            return too_large(self._max_post)
        return None

    def _counted(self, receive: Receive) -> Receive:
        """Posts that do not say how long they are, or lie, are cut off at the same limit."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._max_post:
                raise too_large(self._max_post)
            return message

        return counted


def too_large(limit: int) -> Refusal:
    """The answer to a post over the limit."""
    problem = f"That is more than {limit // 2**20} MB at once."
    return Refusal(413, problem, "Nothing was read. Add the files in smaller lots, or with sayso read in a terminal.")


def _comes_from_here(headers: Headers, host: str) -> bool:
    # No page can change what the browser says of it. Our referrer policy makes the origin of our own forms "null".
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    return site in ("same-origin", "none") if site else origin in (None, f"http://{host}")


def _length(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdigit() else 0


def _signing(send: Send) -> Send:
    async def signed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return signed
