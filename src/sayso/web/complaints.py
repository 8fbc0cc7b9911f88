"""Whatever goes wrong, in words."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from sayso.errors import InvalidJudgement, NotInRecord, SaysoError
from sayso.web.guard import SAFE
from sayso.web.pages.complaint import ComplaintPage
from sayso.web.refusal import Refusal
from sayso.web.show import show
from sayso.web.site import Site

WRONG_METHOD = 405
NO_SUCH_PAGE = ComplaintPage(
    404, "There is no such page.", "The address may be mistyped, or belong to another version."
)
BROKEN = ComplaintPage(
    500, "This page could not be made.", "The record is as it was. The terminal says what went wrong."
)


def add_complaints(app: FastAPI, site: Site) -> None:
    """Every error of sayso's own gets a page with its sentence; so do unknown addresses and whatever breaks."""

    def complain(request: Request, error: Exception) -> Response:
        page = complaint_about(error, request)
        response = show(site, request, page)
        response.status_code = page.code
        if page.code == WRONG_METHOD:
            response.headers["Allow"] = methods_at(request)
        return response

    for kind in (Refusal, SaysoError, HTTPException, Exception):
        app.add_exception_handler(kind, complain)


def complaint_about(error: Exception, request: Request) -> ComplaintPage:
    """The page that says what is wrong."""
    match error:
        case Refusal():
            return ComplaintPage(error.status, error.problem, error.advice)
        case NotInRecord():
            return ComplaintPage(404, str(error))
        case InvalidJudgement():
            return ComplaintPage(422, str(error))
        case SaysoError():
            return ComplaintPage(400, str(error))
        case HTTPException(status_code=404):
            return NO_SUCH_PAGE
        case HTTPException(status_code=405):
            problem = f"This address does not answer to {request.method}."
            return ComplaintPage(WRONG_METHOD, problem, f"It answers to {methods_at(request)}.")
        case HTTPException():
            return ComplaintPage(error.status_code, f"{error.detail}.")
    return BROKEN


def methods_at(request: Request) -> str:
    """What the address of a request answers to; pages and what is posted to them are routes of their own."""
    routes = (route for route in request.app.routes if route.matches(request.scope)[0] is not Match.NONE)
    found = {method for route in routes for method in getattr(route, "methods", ())}
    return ", ".join(sorted(found or SAFE))
