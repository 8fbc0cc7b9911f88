"""`sayso serve`."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from cli.newsroom import Newsroom


@contextmanager
def serving(newsroom: Newsroom, *args: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of the demo record, and its address."""
    command = ("serve", "--record", "demo.db", "--no-open", "--json", *args)
    with newsroom.start(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        try:
            yield json.loads(running.stdout.readline())["url"], running
        finally:
            running.kill()


def test_the_record_is_served_until_ctrl_c(newsroom: Newsroom) -> None:
    with serving(newsroom, "--port", "0", "--airgap") as (url, running):
        with urlopen(url) as page:
            assert page.status == 200
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_where_the_usual_port_is_taken_another_is_found(newsroom: Newsroom) -> None:
    with serving(newsroom) as (first, _), serving(newsroom) as (second, _):
        assert first != second
        for url in (first, second):
            with urlopen(url) as page:
                assert page.status == 200


def test_a_port_that_was_asked_for_and_is_taken_is_a_sentence(newsroom: Newsroom) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = newsroom.sayso("serve", "--record", "demo.db", "--no-open", "--port", str(port))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"Port {port} cannot be used: Address already in use.\n"


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_a_mistyped_command(newsroom: Newsroom, port: str) -> None:
    assert newsroom.sayso("serve", "--port", port).code == 2
