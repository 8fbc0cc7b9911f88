"""Which address shows which page. Every page has its JSON at the same address with `.json` at the end."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from sayso.model import Document, Judgement, Sameness
from sayso.text.names import tame
from sayso.web.downloads import made
from sayso.web.forms import files_of, posted, text_of, way_back
from sayso.web.guard import SAFE
from sayso.web.judging import judge
from sayso.web.page import Page
from sayso.web.pages.check import check_page
from sayso.web.pages.communication import communication
from sayso.web.pages.documents import documents
from sayso.web.pages.front import front
from sayso.web.pages.people import people
from sayso.web.pages.person import person
from sayso.web.pages.reader import reader
from sayso.web.pages.reading import ReadingPage, reading
from sayso.web.pages.review import review
from sayso.web.pages.statement import statement
from sayso.web.pages.statements import statements
from sayso.web.pages.timeline import timeline
from sayso.web.show import is_json, show
from sayso.web.site import Site
from sayso.web.uploads import hand_in_files, hand_in_text

PATIENCE = 2.0
"""Seconds for which a post waits for its reading, so that a short document opens at once."""

Maker = Callable[[Site, Request], Page]

PAGES: dict[str, Maker] = {
    "/": lambda site, request: front(site),
    "/documents": documents,
    "/documents/{id}": reader,
    "/statements": statements,
    "/statements/{id:path}": statement,
    "/people": people,
    "/people/{id:path}": person,
    "/timeline": timeline,
    "/communications/{id:path}": communication,
    "/review": review,
    "/check": lambda site, request: check_page(site, request.query_params.get("text", "")),
    "/reading/{id}": reading,
}


def _printer(site: Site, maker: Maker) -> Callable[[Request], Response]:
    def printer(request: Request) -> Response:
        page = maker(site, request)
        if isinstance(page, ReadingPage) and page.opens and not is_json(request):
            return RedirectResponse(page.opens, 303)
        return show(site, request, page)

    return printer


def add_routes(app: FastAPI, site: Site) -> None:
    """All addresses of the server."""
    _add_saving(app, site)
    for path, maker in PAGES.items():
        for address in (f"{path}.json", path):
            app.add_api_route(address, _printer(site, maker), methods=list(SAFE))
    _add_downloads(app, site)
    _add_posts(app, site)


def _add_downloads(app: FastAPI, site: Site) -> None:
    @app.api_route("/download/{name}", methods=list(SAFE))
    def download(request: Request, name: str) -> Response:
        """The timeline or the network of an address as a file."""
        content, kind = made(site, request, name)
        return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _add_saving(app: FastAPI, site: Site) -> None:
    @app.api_route("/documents/{id}.html", methods=list(SAFE))
    def save(id: str) -> Response:
        """The self-contained file of a document."""
        from sayso.export.html import page

        kept = site.record.reading(id)
        where = f"attachment; filename=\"{kept.document.id}.html\"; filename*=UTF-8''{_file_name(kept.document)}"
        return HTMLResponse(page(kept), headers={"Content-Disposition": where})

    @app.api_route("/documents/{id}.txt", methods=list(SAFE))
    def text(id: str) -> Response:
        """The text of a document, as every offset refers to it."""
        return PlainTextResponse(site.record.document(id).text)


def _file_name(document: Document) -> str:
    """What to call the file, as a header has it (RFC 8187): but for letters, digits and -._~ all is percent-encoded.

    >>> _file_name(Document("", title='Either/or: a "plan"'))
    'Either%2For%3A%20a%20%22plan%22.html'
    """
    title = document.title or document.outlet or document.source
    return quote(f"{tame(title)[:80]}.html", safe="")


def _hand_in(site: Site, form: FormData) -> str:
    """Where to see what becomes of it: soon read, a single document is opened at once from there."""
    files = files_of(form, "files")
    fields = (text_of(form, name) for name in ("text", "outlet", "published", "source"))
    job = hand_in_files(site.intake, files) if files else hand_in_text(site.intake, *fields)
    job.done.wait(PATIENCE)
    return f"/reading/{job.id}"


def _back(form: FormData, judgement: Judgement | Sameness) -> str:
    """Where the form came from, at the statement judged; told which judgement it was if it asks for that."""
    back = way_back(form)
    if text_of(form, "tell"):
        return f"{back}{'&' if '?' in back else '?'}kept={quote(judgement.id)}"
    statement = judgement.statement if isinstance(judgement, Judgement) else None
    return f"{back}#{statement}" if statement and "#" not in back else back


def _add_posts(app: FastAPI, site: Site) -> None:
    @app.post("/judge")
    async def judged(request: Request) -> Response:
        async with posted(request, site) as form:
            judgement = await run_in_threadpool(judge, site, form)
            return RedirectResponse(_back(form, judgement), 303)

    @app.post("/documents")
    async def added(request: Request) -> Response:
        async with posted(request, site) as form:
            return RedirectResponse(await run_in_threadpool(_hand_in, site, form), 303)

    @app.post("/check")
    @app.post("/check.json")
    async def checked(request: Request) -> Response:
        async with posted(request, site) as form:
            return await run_in_threadpool(lambda: show(site, request, check_page(site, text_of(form, "text"))))
