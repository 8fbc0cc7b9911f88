"""The airgap: once raised, no socket of this process reaches beyond this machine."""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from sayso.errors import NoNetwork

ADDRESSED = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
NAMED = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
ANY_OWN = (None, "", b"")
"""What getaddrinfo takes for "any address of this machine": it asks nobody; a bind to it is refused by itself."""

_raised = False


def airgap() -> None:
    """Refuse every connection, look-up and open port but loopback and local ones, for the life of this process.

    It is an audit hook of the interpreter, so that no library gets round it from Python, and nothing takes it down.
    Whoever tries gets NoNetwork.
    """
    global _raised
    if not _raised:
        sys.addaudithook(_guard)
        for method in ("connect", "connect_ex", "bind", "sendto"):
            setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))
        _raised = True


def is_raised() -> bool:
    """Has this process been cut off from the network?"""
    return _raised


def _guard(event: str, args: tuple[Any, ...]) -> None:
    # Called for every audited event of the interpreter: the first line must be quick.
    if not event.startswith("socket."):
        return
    if event in ADDRESSED:
        _guard_address(args[0], args[1])
    elif event == "socket.getnameinfo":
        _guard_host(args[0][0])
    elif event in NAMED and args[0] not in ANY_OWN:
        _guard_host(args[0])


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, which looks at the address first: the interpreter would resolve a name before the audit."""

    @wraps(method)
    def guarded(self: socket.socket, *args: Any) -> Any:
        _guard_address(self, args[-1])
        return method(self, *args)

    return guarded


def _guard_address(sock: socket.socket, address: Any) -> None:
    if sock.family in (getattr(socket, "AF_UNIX", None), getattr(socket, "AF_NETLINK", None)):
        return
    if sock.family not in (socket.AF_INET, socket.AF_INET6):
        raise NoNetwork(f"--airgap refused a socket of the kind {sock.family!r}.")
    if address is not None:  # sendmsg on a connected socket, which was allowed when it connected
        _guard_host(address[0])


def _guard_host(host: str | bytes) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    if not _is_this_machine(name):
        raise NoNetwork(f"--airgap refused a connection to {name or 'every address'}.")


def _is_this_machine(name: str) -> bool:
    if name.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
