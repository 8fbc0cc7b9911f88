"""What became of documents that were handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request

from sayso.errors import named
from sayso.export.phrases import capital, counted, counted_in_words, number
from sayso.web.intake import Job, Kept
from sayso.web.page import Page
from sayso.web.refusal import Refusal
from sayso.web.site import Site


@dataclass(frozen=True, slots=True)
class ReadingPage(Page):
    """How far the reading is, what was kept, and what could not be read."""

    template: ClassVar[str] = "intake.html"
    nav: ClassVar[str] = "record"
    sentence: str
    sources: tuple[str, ...]
    kept: tuple[Kept, ...]
    failed: tuple[str, ...]
    done: bool

    @property
    def title(self) -> str:
        return "Reading" if not self.done else "Read"

    @property
    def opens(self) -> str:
        """The address to go on to: the document, where one was handed in and read."""
        alone = self.done and len(self.kept) == 1 and not self.failed
        return f"/documents/{self.kept[0].id}" if alone else ""


def reading(site: Site, request: Request) -> ReadingPage:
    """A job as it stands; raises Refusal if it is forgotten."""
    job = site.intake.job(request.path_params["id"])
    if job is None:
        raise Refusal(404, "What was handed in here is no longer remembered.", "What could be read is in the record.")
    done = job.done.is_set()
    return ReadingPage(_sentence(job, done=done), job.sources, tuple(job.kept), tuple(job.failed), done)


def _sentence(job: Job, *, done: bool) -> str:
    if not done:
        what = named(job.sources[0]) if len(job.sources) == 1 else counted(len(job.sources), "file")
        return f"Reading {what}. {capital(counted_in_words(len(job.kept), 'document'))} so far."
    if not job.kept:
        return "Nothing could be read."
    statements = sum(kept.statements for kept in job.kept)
    unsure = sum(kept.unsure for kept in job.kept)
    read = f"{capital(counted_in_words(len(job.kept), 'document'))} read, {counted(statements, 'statement')}."
    return f"{read} {capital(number(unsure))} {'needs' if unsure == 1 else 'need'} you." if unsure else read
