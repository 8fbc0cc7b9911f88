"""Pages from a real server on this machine."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from papers import PARAGRAPHS, article, complaint, docx_of, entries, only, p

from sayso.errors import DocumentTooLarge, MissingFile
from sayso.text.limits import MAX_BYTES

PAGE = article(p(*PARAGRAPHS))
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy."
SERVED: dict[str, tuple[str, bytes]] = {
    "/story": ("text/html; charset=utf-8", PAGE),
    "/latin": ("text/html; charset=iso-8859-2", f"<html><body><p>{CZECH}".encode("iso-8859-2")),
    "/note": ("text/plain", b"One.\r\nTwo."),
    "/call.vtt": ("text/plain", b"WEBVTT\n\n00:01.000 --> 00:02.000\nANA: Over.\n"),
    "/plan%20b.docx": ("application/octet-stream", docx_of("Over.")),
    "/unsaid": ("", PAGE),
    "/picture": ("image/png", b"\x89PNG\r\n\x1a\n\0\0"),
}


class Handler(BaseHTTPRequestHandler):
    """Hands out SERVED, and misbehaves on request."""

    def do_GET(self) -> None:
        if self.path in SERVED:
            self.answer(*SERVED[self.path])
        elif self.path == "/packed":
            self.answer("text/html", gzip.compress(PAGE), Content_Encoding="gzip")
        elif self.path == "/bomb":
            self.answer("text/html", gzip.compress(bytes(MAX_BYTES + 1)), Content_Encoding="gzip")
        elif self.path == "/moved":
            self.answer("", b"", status=302, Location="/story")
        elif self.path == "/to-a-file":
            self.answer("", b"", status=302, Location="file:///etc/passwd")
        elif self.path == "/to-another-protocol":
            self.answer("", b"", status=302, Location="ftp://127.0.0.1:1/story")
        elif self.path == "/in-circles":
            self.answer("", b"", status=302, Location="/in-circles")
        elif self.path == "/rude":
            self.wfile.write(b"no http at all\r\n\r\n")
        else:
            self.answer("text/html", b"<p>Not here</p>", status=404)

    def answer(self, media_type: str, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "path, text",
    [
        ("/story", "\n\n".join(PARAGRAPHS)),
        ("/latin", CZECH),
        ("/note", "One.\nTwo."),
        ("/call.vtt", "ANA: Over."),
        ("/plan%20b.docx", "Over."),
        ("/unsaid", "\n\n".join(PARAGRAPHS)),
        ("/packed", "\n\n".join(PARAGRAPHS)),
        ("/moved", "\n\n".join(PARAGRAPHS)),
    ],
)
def test_a_url_is_read_as_what_it_is(server: str, path: str, text: str) -> None:
    document = only(entries(server + path))
    assert (document.source, document.text) == (server + path, text)


@pytest.mark.parametrize(
    "path, problem",
    [
        ("/gone", "was not handed out: the server answered 404"),
        ("/to-a-file", "was not handed out"),
        ("/to-another-protocol", "could not be fetched (it points on to ftp://127.0.0.1:1/story)"),
        ("/in-circles", "was not handed out: the server answered 302"),
        ("/rude", "could not be fetched"),
        ("/picture", "holds no readable text"),
    ],
)
def test_a_page_that_cannot_be_had_is_named(server: str, path: str, problem: str) -> None:
    assert str(complaint(entries(server + path))).startswith(f"{server}{path} {problem}")


def test_a_page_that_unpacks_beyond_the_limit_is_refused(server: str) -> None:
    assert isinstance(complaint(entries(f"{server}/bomb")), DocumentTooLarge)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://", "https://[broken", "http://a b.example/"])
def test_an_address_that_leads_nowhere_is_named(url: str) -> None:
    error = complaint(entries(url))
    assert isinstance(error, MissingFile)
    assert str(error).startswith(f"{url} could not be fetched")
