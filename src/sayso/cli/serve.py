"""`sayso serve`: the record in a browser, on this machine only."""

from __future__ import annotations

import os
import socket
import sys
import webbrowser
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath, whole_number
from sayso.cli.printing import is_terminal, print_json
from sayso.errors import SaysoError

EXAMPLES = """
sayso serve --record demo.db
sayso serve --record demo.db --port 8001 --no-open --airgap
"""

HOST, PORT, ANY_PORT = "127.0.0.1", 8765, 0


def serve(
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            parser=whole_number("port", most=65535),
            help=f"[default: {PORT}, or any free one if that is taken]",
        ),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the address as a JSON object: url, record.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Look at the record in a browser.

    Read, ask, judge, check a story, drop documents in. Only this machine is answered. Stop with Ctrl-C.
    """
    from sayso.text.airgap import is_raised
    from sayso.web.app import make_app

    app = make_app(record, airgap=is_raised())
    with _listening(port) as listening:
        url = f"http://{HOST}:{listening.getsockname()[1]}/"
        print_json({"url": url, "record": record}) if as_json else print(f"{record} is at {url} (Ctrl-C stops it)")
        sys.stdout.flush()
        # The socket listens already: a browser that is faster than the server only waits.
        if not no_open and is_terminal() and _has_windows():
            webbrowser.open(url)
        _run(app, listening)


def _listening(port: int | None) -> socket.socket:
    """A listening socket at that port; where none is wished for, at the usual one or any that is free."""
    try:
        return socket.create_server((HOST, PORT if port is None else port))
    except OSError as error:
        if port is None:
            return _listening(ANY_PORT)
        where = f"Port {port}" if port else f"This machine's own address ({HOST})"
        raise SaysoError(f"{where} cannot be used: {os.strerror(error.errno or 0)}.") from error


def _has_windows() -> bool:
    """Without a desktop, "the browser" would be a text browser that takes over the terminal."""
    on_desktop = sys.platform in ("darwin", "win32")
    return on_desktop or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _run(app: object, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", access_log=False)  # type: ignore[arg-type]
    uvicorn.Server(config).run(sockets=[listening])
