"""One document as one file: text, statements, style and keys, and not a single request."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment

from sayso.export.reader.printing import environment
from sayso.export.reader.sheet import sheet_of
from sayso.model import Reading

_ASSETS = files("sayso.export.reader") / "assets"


def page(reading: Reading) -> str:
    """A whole HTML page that shows the reading, to keep or to send to an editor.

    The text of the document is escaped, so nothing in it is ever run; the page's own policy forbids every request.
    """
    style, script = _asset("sayso.css") + _asset("reader.css"), _asset("reader.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            sheet=sheet_of(reading),
            title=reading.document.title or reading.document.outlet or reading.document.source,
            digest=reading.document.digest[:16],
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _policy(style: str, script: str) -> str:
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(source: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return environment()
