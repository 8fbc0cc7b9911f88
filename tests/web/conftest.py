"""A record with the sample report, on a real server, for programs and for a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from httpx import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from sayso.record import Record
from sayso.web.app import make_app
from sayso.web.site import Site

sys.path.insert(0, str(Path(__file__).parent))

from sample import READING

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds the sample report, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("sample") / "test.db"
    with Record(path) as record:
        record.add(READING)
    return path


@pytest.fixture
def app(sample_record: Path, tmp_path: Path) -> Iterator[FastAPI]:
    """The pages of a record that holds the sample report."""
    with _made(Path(shutil.copy(sample_record, tmp_path))) as made:
        yield made


@pytest.fixture
def site(app: FastAPI) -> Site:
    found: Site = app.state.site
    return found


@pytest.fixture
def served(app: FastAPI) -> Iterator[str]:
    """The address of these pages on a real port."""
    with _serving(app) as address:
        yield address


@pytest.fixture
def client(served: str) -> Iterator[Client]:
    """Asks as a program on this machine does; redirects are shown, not followed."""
    with Client(base_url=served) as asking:
        yield asking


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[str]:
    """The address of the pages of a record that holds nothing."""
    with _made(tmp_path / "bare.db") as made, _serving(made) as address:
        yield address


@contextmanager
def _made(path: Path) -> Iterator[FastAPI]:
    app = make_app(path)
    yield app
    app.state.site.intake.stop()
    app.state.site.record.close()


@contextmanager
def _serving(app: FastAPI) -> Iterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def _chromium() -> str | None:
    """Any Chromium on this machine: the one that CHROMIUM names, one on the path, or playwright's own."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, BROWSERS)]
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    own = sorted(cache.glob("chromium*/chrome-*/*chrom*")) + sorted(cache.glob("chromium*/chrome-*/headless_shell"))
    return next((str(path) for path in [*named, *own] if path and os.access(path, os.X_OK)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    if path is None:
        sentence = "No Chromium was found: set CHROMIUM to its path to run the tests that need a browser."
        pytest.fail(sentence) if os.environ.get("CI") == "true" else pytest.skip(sentence)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, 1280 wide, in which any error of a script or of the content policy fails the test.

    Nothing moves on it: what is measured in two looks would else stand elsewhere in the second.
    What the browser says of an answer that the test asked for (a 404, a 422) is no such error.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if _is_complaint(said) else None)
    yield opened
    context.close()
    assert not errors


def _is_complaint(said: ConsoleMessage) -> bool:
    return said.type in ("error", "warning") and not said.text.startswith("Failed to load resource: the server")
