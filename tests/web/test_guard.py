from collections.abc import Coroutine
from http.client import HTTPConnection

import pytest
from httpx import Client
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.guard import MAX_POST, Guard
from sayso.web.refusal import Refusal
from sayso.web.site import Site

PAGES = ("/", "/documents", "/statements", "/review", "/check", "/nowhere")


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8000", "LOCALHOST"])
def test_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::2]", "10.0.0.1"]
)
def test_a_foreign_name_for_this_machine_is_refused(client: Client, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "localhost" in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_forbids_scripts_of_its_own_and_foreign_frames(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_script_or_style_in_its_markup(client: Client, path: str) -> None:
    page = client.get(path).text
    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick" not in page


@pytest.mark.parametrize("path", ["/judge", "/documents", "/check"])
def test_a_form_without_our_token_changes_nothing(client: Client, site: Site, path: str) -> None:
    answer = client.post(path, data={"confirm": "s01", "text": "x", "csrf": "guessed"})
    assert answer.status_code == 403
    assert "older than the program" in answer.text
    assert site.record.judgements() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_page_is_refused_even_with_the_token(
    client: Client, site: Site, headers: dict[str, str]
) -> None:
    answer = client.post("/judge", data={"confirm": "s01", "csrf": site.token}, headers=headers)
    assert answer.status_code == 403
    assert site.record.judgements() == []


def test_a_post_over_the_limit_is_refused_before_it_is_sent(served: str) -> None:
    asking = HTTPConnection(served.removeprefix("http://"))
    asking.putrequest("POST", "/documents")
    asking.putheader("Content-Length", str(MAX_POST + 1))
    asking.endheaders()
    answer = asking.getresponse()
    assert answer.status == 413
    assert b"256 MB" in answer.read()
    asking.close()


def test_a_post_that_does_not_say_how_long_it_is_ends_at_the_limit() -> None:
    app = Guard(make_sink(), max_post=10)
    assert run(posted_in_pieces(app, [b"12345", b"12345"])) == 200
    with pytest.raises(Refusal, match="at once"):
        run(posted_in_pieces(app, [b"12345", b"12345", b"1"]))


def run(coroutine: Coroutine[None, None, int]) -> int:
    """Run what never waits, with no loop: the browser tests keep one of their own running."""
    with pytest.raises(StopIteration) as ended:
        coroutine.send(None)
    return int(ended.value.value)


def make_sink() -> ASGIApp:
    """An app that reads all that is sent to it."""

    async def sink(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        await Response()(scope, receive, send)

    return sink


async def posted_in_pieces(app: ASGIApp, pieces: list[bytes]) -> int:
    """The status that a post without a stated length gets."""
    waiting = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    waiting[-1]["more_body"] = False
    status: list[int] = []

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        status.append(message.get("status", 0))

    await app({"type": "http", "method": "POST", "headers": [(b"host", b"localhost")]}, receive, send)
    return status[0]


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_sends_nobody_elsewhere(client: Client, site: Site, back: str) -> None:
    answer = client.post("/judge", data={"confirm": "s01", "csrf": site.token, "back": back})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/#s01"


def test_the_server_tells_nothing_about_its_own_making(client: Client) -> None:
    assert [client.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")] == [404, 404, 404]
