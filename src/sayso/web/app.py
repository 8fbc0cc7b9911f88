"""The server: one record, on this machine only."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from sayso.record import Record
from sayso.record.person import whoever_judges
from sayso.text.airgap import airgap as raise_airgap
from sayso.web.complaints import add_complaints
from sayso.web.guard import LOOPBACK, Guard
from sayso.web.intake import Intake
from sayso.web.routes import add_routes
from sayso.web.site import Site


def make_app(record_path: str | Path, *, airgap: bool = False, hosts: Collection[str] = LOOPBACK) -> FastAPI:
    """The pages of one record, made if it is not there yet.

    `hosts` are the names under which a browser may ask for them; all others are refused. With `airgap` this process
    is cut off from every network but its own machine. Raises RecordError if the record cannot be used.
    """
    if airgap:
        raise_airgap()
    site = _site(record_path, airgap=airgap)
    app = FastAPI(title="sayso", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_life_of(site))
    app.state.site = site
    add_routes(app, site)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static", packages=_ASSETS), name="static")
    add_complaints(app, site)
    app.add_middleware(Guard, hosts=hosts)
    return app


_ASSETS: list[str | tuple[str, str]] = [("sayso.export.reader", "assets")]


def _site(record_path: str | Path, *, airgap: bool) -> Site:
    record = Record(record_path)
    name = Path(str(record_path)).name
    return Site(record, Intake(record), name, whoever_judges() or "somebody", secrets.token_urlsafe(24), airgap)


def _life_of(site: Site) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        site.intake.stop()
        site.record.close()

    return life
