"""What sayso itself leaves in a folder, and what is therefore no document: records and pages that were saved."""

from __future__ import annotations

import re
import stat
from html import unescape
from pathlib import Path

_SQLITE = b"SQLite format 3\0"
_BESIDE = re.compile(r"(.+)-(?:wal|shm|journal)", re.DOTALL)
_PAGES = (".html", ".htm")
_HEAD = 4096
# A kept page opens with a policy of its own kind, and with a title that ends in our name.
_MARKS = ("default-src 'none'; style-src 'sha256-", " · sayso</title>")


def is_ours(path: Path) -> bool:
    """Is it a record, a file that SQLite keeps beside one, or a page that sayso saved? Reads the head at most."""
    beside = _BESIDE.fullmatch(path.name)
    if beside and _head(path.with_name(beside[1])).startswith(_SQLITE):
        return True
    head = _head(path)
    return head.startswith(_SQLITE) or is_page(path)


def is_page(path: Path) -> bool:
    """Is it a page that sayso saved?"""
    opening = unescape(_head(path).decode("utf-8", "ignore"))
    return path.suffix.lower() in _PAGES and all(mark in opening for mark in _MARKS)


def _head(path: Path) -> bytes:
    """The first bytes of a regular file (a pipe might never end); none where they cannot be had."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return b""
