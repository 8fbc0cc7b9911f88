"""Posted forms: read once, and only with the token that this server gave out."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.web.guard import MAX_POST
from sayso.web.refusal import Refusal
from sayso.web.site import Site

MAX_FILES = 500


@asynccontextmanager
async def posted(request: Request, site: Site) -> AsyncIterator[FormData]:
    """The fields of a form that one of our own pages sent, its files open meanwhile; raises Refusal for all others."""
    try:
        form = await request.form(max_files=MAX_FILES, max_fields=100, max_part_size=MAX_POST)
    except HTTPException as error:
        raise Refusal(400, "The form came in pieces that do not fit.", "Send it again.") from error
    try:
        if not secrets.compare_digest(text_of(form, "csrf").encode(), site.token.encode()):
            raise Refusal(403, "This page is older than the program that serves it.", "Load it again, then repeat it.")
        yield form
    finally:
        await form.close()


def text_of(form: FormData, name: str) -> str:
    """A field as text; "" if it was not sent."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def files_of(form: FormData, name: str) -> list[UploadFile]:
    """The files of a field, without the empty one that a browser sends for none."""
    return [file for file in form.getlist(name) if isinstance(file, UploadFile) and file.filename]


def way_back(form: FormData) -> str:
    """The page to return to: an address on this server and nowhere else."""
    back = text_of(form, "back")
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
