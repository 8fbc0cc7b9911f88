"""All documents of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request

from sayso.export.phrases import counted
from sayso.record import DocumentLine
from sayso.web.page import Page
from sayso.web.paging import Leaf, leaf_of
from sayso.web.site import Site

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class DocumentsPage(Page):
    """Every document, the newest first."""

    template: ClassVar[str] = "documents.html"
    nav: ClassVar[str] = "documents"
    sentence: str
    total: int
    documents: tuple[DocumentLine, ...]
    leaf: Leaf

    @property
    def title(self) -> str:
        return "Documents"


def documents(site: Site, request: Request) -> DocumentsPage:
    """One leaf of the list."""
    total = site.record.summary().documents
    leaf = leaf_of(request.url, total, PER_PAGE)
    lines = tuple(site.record.documents(limit=PER_PAGE, offset=leaf.offset))
    sentence = f"{counted(total, 'document')}, the newest first." if total > 1 else counted(total, "document") + "."
    return DocumentsPage(sentence if total else "Nothing has been read yet.", total, lines, leaf)
