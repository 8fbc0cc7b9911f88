"""The airgap stays up for the life of a process, so each test has a process of its own."""

import subprocess
import sys

import pytest

PREAMBLE = """
import asyncio, socket
from sayso.errors import NoNetwork
from sayso.text.airgap import airgap, is_raised
airgap()
airgap()

def refused(attempt):
    try:
        attempt()
    except NoNetwork as error:
        assert str(error).startswith("--airgap refused"), error
        return True
    except OSError as error:
        raise SystemExit(f"it reached the network: {error!r}")
    return False

def tcp(family=socket.AF_INET):
    return socket.socket(family, socket.SOCK_STREAM)

def udp():
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
"""


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PREAMBLE + code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "attempt",
    [
        "tcp().connect(('192.0.2.1', 80))",
        "tcp().connect_ex(('192.0.2.1', 80))",
        "tcp(socket.AF_INET6).connect(('2001:db8::1', 80))",
        "tcp().connect(('lantern.example', 80))",
        "tcp().connect(('0.0.0.0', 80))",
        "tcp(socket.AF_INET6).connect(('::ffff:192.0.2.1', 80))",
        "tcp().bind(('0.0.0.0', 0))",
        "tcp().bind(('', 0))",
        "udp().sendto(b'x', ('192.0.2.1', 53))",
        "udp().sendmsg([b'x'], [], 0, ('192.0.2.1', 53))",
        "udp().connect(('192.0.2.1', 53))",
        "socket.getaddrinfo('lantern.example', 80)",
        "socket.getaddrinfo(b'lantern.example', 80)",
        "socket.gethostbyname('lantern.example')",
        "socket.gethostbyaddr('192.0.2.1')",
        "socket.getnameinfo(('192.0.2.1', 80), 0)",
        "socket.create_connection(('192.0.2.1', 80), timeout=1)",
        "asyncio.run(asyncio.open_connection('192.0.2.1', 80))",
        "__import__('urllib.request').request.urlopen('http://lantern.example/', timeout=1)",
    ],
)
def test_nothing_beyond_this_machine_is_reached(attempt: str) -> None:
    assert run(f"print(refused(lambda: {attempt}))") == "True\n"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.53"])
def test_loopback_works(host: str) -> None:
    code = f"""
server = tcp()
server.bind(({host!r}, 0))
server.listen()
with socket.create_connection(({host!r}, server.getsockname()[1]), timeout=5) as client:
    client.sendall(b"over")
    print(server.accept()[0].recv(4))
"""
    assert run(code) == "b'over'\n"


def test_local_sockets_and_event_loops_work() -> None:
    code = """
import tempfile, os
place = os.path.join(tempfile.mkdtemp(), "s")
server = tcp(socket.AF_UNIX)
server.bind(place)
server.listen()
tcp(socket.AF_UNIX).connect(place)
one, other = socket.socketpair()
one.sendmsg([b"over"])

async def served():
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    await asyncio.open_connection(*server.sockets[0].getsockname())
    server.close()

asyncio.run(served())
print(is_raised(), other.recv(4))
"""
    assert run(code) == "True b'over'\n"


def test_a_url_is_refused_in_a_sentence_and_files_are_read(tmp_path: object) -> None:
    code = f"""
from pathlib import Path
from sayso.text import read_documents
Path({str(tmp_path)!r}, "a.txt").write_text("Over.")
for place in ("http://lantern.example/story", {str(tmp_path)!r}):
    for entry in read_documents(place):
        print(getattr(entry, "text", entry))
"""
    assert run(code) == (
        "http://lantern.example/story was not fetched: --airgap allows no connection. "
        "Save the page in a browser, and read the file.\nOver.\n"
    )
