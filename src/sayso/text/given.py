"""What the user said about a document, which fills what the file itself does not say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.errors import named
from sayso.model import Document, DocumentKind
from sayso.text.dates import iso_date


@dataclass(frozen=True, slots=True)
class Given:
    """Outlet, publication date and kind as the user gave them; `source` names a text that comes without a name.

    Raises ValueError where `published` is no one day or time.
    """

    outlet: str | None = None
    published: str | None = None
    kind: DocumentKind | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if self.published is None:
            return
        if (day := iso_date(self.published)) is None:
            raise ValueError(f"“{named(self.published)}” is no date. Give one as 2031-03-14 or 2031-03-14T10:30.")
        object.__setattr__(self, "published", day)

    def complete(self, document: Document, *, states_kind: bool = False) -> Document:
        """The document with what it lacked. The kind that sayso guessed gives way, one that the file states stays."""
        stated = states_kind and document.kind is not DocumentKind.REPORT
        return replace(
            document,
            outlet=document.outlet or self.outlet,
            published=document.published or self.published,
            kind=document.kind if stated or self.kind is None else self.kind,
        )
