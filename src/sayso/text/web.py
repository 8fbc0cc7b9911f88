"""A page from the web, because the user passed its address. The only place in sayso that opens a connection."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from sayso.errors import DocumentTooLarge, MissingFile, NoNetwork, UnreadableDocument, named
from sayso.text.limits import MAX_BYTES

TIMEOUT = 20
"""Seconds without an answer."""

AGENT = "Mozilla/5.0 (compatible; sayso)"
SAVE_IT = "Save the page in a browser, and read the file."
OTHER = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back, and the suffix of a file that would hold it ("" where the server did not say)."""

    data: bytes
    suffix: str


def is_url(source: str) -> bool:
    """Is this an address that sayso fetches (http or https)?"""
    return source.lower().startswith(("http://", "https://"))


def as_path(source: str) -> str:
    """The path in a `file://` address of this machine; all else as it is.

    >>> as_path("file:///home/ada/my%20notes.txt"), as_path("notes.txt")
    ('/home/ada/my notes.txt', 'notes.txt')
    """
    scheme, _, rest = source.partition("://")
    host, slash, path = rest.partition("/")
    is_here = scheme.lower() == "file" and slash and host.lower() in ("", "localhost")
    return unquote(slash + path) if is_here else source


def is_other_address(source: str) -> bool:
    """Is this an address that sayso does not open ("ftp://…")?"""
    return OTHER.match(source) is not None and not is_url(source)


def fetch(url: str) -> Fetched:
    """The bytes at this address. Raises UnreadableDocument, MissingFile or DocumentTooLarge."""
    # Imported here: it brings http, ssl and a dozen more, which only a URL needs.
    from http.client import HTTPException
    from urllib.error import HTTPError

    try:
        return _fetch(url)
    except NoNetwork as error:
        raise UnreadableDocument(url, "was not fetched: --airgap allows no connection", SAVE_IT) from error
    except HTTPError as error:
        with error:
            raise MissingFile(url, f"was not handed out: the server answered {error.code}", SAVE_IT) from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise MissingFile(
            url, f"could not be fetched ({named(str(reason))})", "Check the address and the connection."
        ) from error


def _fetch(url: str) -> Fetched:
    from urllib.request import Request, build_opener

    request = Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})
    with build_opener(_web_only()).open(request, timeout=TIMEOUT) as answer:
        data = _unpacked(answer.read(MAX_BYTES + 1), answer.headers.get("Content-Encoding"), url)
        charset = answer.headers.get_content_charset()
        media_type = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    return Fetched(_marked(data, charset) if media_type.startswith("text/") else data, _suffix(media_type, url))


def _web_only() -> Any:
    """Redirections lead to http and https only."""
    from urllib.error import URLError
    from urllib.request import HTTPRedirectHandler

    class WebOnly(HTTPRedirectHandler):
        def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
            if not is_url(newurl):
                raise URLError(f"it points on to {named(newurl)}")
            return super().redirect_request(req, fp, code, msg, headers, newurl)

    return WebOnly


def _unpacked(data: bytes, packing: str | None, url: str) -> bytes:
    if packing in ("gzip", "x-gzip"):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, MAX_BYTES + 1)
        except zlib.error as error:
            raise MissingFile(url, "came damaged", "Try again.") from error
    if len(data) > MAX_BYTES:
        raise DocumentTooLarge(url, f"is over {MAX_BYTES // 1_000_000} MB, the limit for one page", SAVE_IT)
    return data


def _marked(data: bytes, charset: str | None) -> bytes:
    """The text with its encoding made plain to the readers, which see only the bytes."""
    try:
        return data.decode(charset or "").encode("utf-8-sig")
    except (LookupError, ValueError):
        return data


def _suffix(media_type: str, url: str) -> str:
    """By what the server says; where it says little, by the address."""
    if media_type in SUFFIXES:
        return SUFFIXES[media_type]
    if media_type in ("", "text/plain", "application/octet-stream"):
        return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    return ""
