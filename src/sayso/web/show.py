"""Prints a page as HTML or as JSON."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from sayso.errors import SaysoError
from sayso.export.reader.printing import environment
from sayso.web.guard import SAFE
from sayso.web.page import Page
from sayso.web.site import Site

THEMES = ("light", "dark")


def show(site: Site, request: Request, page: Page) -> Response:
    """The page as its address asks: with `.json` at the end, or as HTML."""
    if is_json(request):
        return JSONResponse(page.as_json(), page.status)
    return HTMLResponse(templates().get_template(page.template).render(_context(site, request, page)), page.status)


def is_json(request: Request) -> bool:
    """Does the address ask for JSON?"""
    return request.url.path.endswith(".json")


def _context(site: Site, request: Request, page: Page) -> dict[str, Any]:
    theme = request.query_params.get("theme")
    return {
        "page": page,
        "site": site,
        "here": request.url.path,
        "twin": twin_of(request),
        "theme": theme if theme in THEMES else None,
        "needs": _needs(site),
    }


def _needs(site: Site) -> int:
    try:
        summary = site.record.summary()
    except SaysoError:  # the page may be the very one that says what is wrong with the record
        return 0
    return summary.unsure + summary.proposals


def twin_of(request: Request) -> str:
    """The address of the same page as JSON, with the same state; "" for what was sent, which has none."""
    if request.method not in SAFE:
        return ""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}.json{query}"


@cache
def templates() -> Environment:
    """The templates of all pages."""
    return environment(PackageLoader("sayso.web"))
