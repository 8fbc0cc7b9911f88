"""Document → Reading: the straight line through attribution, actors, times and communications."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from os.path import exists
from pathlib import Path

from sayso.actors import cast_of
from sayso.attribution import EXTRACTORS, Extractor
from sayso.attribution.found import Found
from sayso.attribution.marks import Marks
from sayso.communications import communications_in, own_communication, with_spoken
from sayso.errors import UnreadableDocument
from sayso.heading import heading_of
from sayso.language.analysis import Analysis, analyse
from sayso.language.english import is_english
from sayso.linking import statements_of
from sayso.model import Document, DocumentKind, Reading
from sayso.occasions import with_occasions
from sayso.outcomes import outcomes_in, with_advice
from sayso.places import Places
from sayso.plans import drafts_told
from sayso.replies import with_replies
from sayso.text.given import Given
from sayso.text.sources import from_text, read_documents
from sayso.times import times_in
from sayso.transcripts import read_transcript

_ENDING = re.compile(r"\.[A-Za-z]\w{1,4}$")

READER = 4
"""The version of all that makes statements out of what extractors find. Raise it when a change finds other ones."""


def read(source: str | Path, *, outlet: str | None = None, published: str | None = None) -> Reading:
    """Read one document: a path, a URL, or the text itself.

    A string is text where it holds a line end or is no name of a file, folder or address. `outlet` and `published`
    give what the document does not say. Raises `UnreadableDocument` where it cannot be read, and ValueError where the
    path holds more than one document (`read_all` is for those) or `published` is no date.
    """
    given = Given(outlet=outlet, published=published)
    if isinstance(source, str) and _is_text(source):
        return read_document(from_text(source, given))
    entries = list(read_documents(source, given))
    if len(entries) != 1:
        raise ValueError(f"{source} holds {len(entries)} documents. Use sayso.read_all to read them all.")
    if isinstance(entries[0], UnreadableDocument):
        raise entries[0]
    return read_document(entries[0])


def _is_text(source: str) -> bool:
    """A line end, or words without a file ending: nobody names a file like a sentence."""
    if "\n" in source:
        return True
    if source.startswith(("http://", "https://")) or " " not in source:
        return False
    # Unlike Path.exists, this answers for a name too long to be one.
    return not exists(source) and not _ENDING.search(source)


def reader_of(document: Document) -> str:
    """What reads this document, as `Reading.read_by` names it: what something else has read is to be read again.

    >>> reader_of(Document("ADA: It is over.", kind=DocumentKind.TRANSCRIPT))
    'reader 4: turns'
    """
    is_transcript = document.kind is DocumentKind.TRANSCRIPT
    parts = ["turns"] if is_transcript else sorted(map(_with_version, _extractors(document)))
    return f"reader {READER}: {' + '.join(parts)}"


def _extractors(document: Document) -> tuple[Extractor, ...]:
    return EXTRACTORS if is_english(document.text) else (Marks(),)


def _with_version(extractor: Extractor) -> str:
    return f"{extractor.name} {getattr(extractor, 'version', '')}".strip()


def read_document(document: Document) -> Reading:
    """Who said what in one document. Never raises on any text."""
    return replace(_read(document), read_by=reader_of(document))


def _read(document: Document) -> Reading:
    if document.kind is DocumentKind.TRANSCRIPT:
        return read_transcript(document)
    analysis = analyse(document)
    return linked(analysis, found_in(analysis))


def found_in(analysis: Analysis) -> list[Found]:
    """Every attribution that the extractors find in an analysed text."""
    return [one for extractor in _extractors(analysis.document) for one in extractor.extract(analysis)]


def linked(analysis: Analysis, found: Sequence[Found]) -> Reading:
    """The reading of an analysed text in which extractors found these attributions."""
    times = times_in(analysis.document)
    placed = Places(times, lambda time: time.span)
    cast = cast_of(analysis, found)
    statements = statements_of(analysis, cast, found, placed)
    communications, statements = communications_in(analysis, cast, statements, placed)
    own = own_communication(analysis, cast, placed, heading_of(analysis.text))
    communications = (own, *communications) if own else communications
    statements, occasions = with_occasions(cast, statements, communications, placed, own=own)
    communications, statements = with_spoken(cast, communications, statements, occasions)
    communications = with_replies(cast, communications, statements)
    statements = with_advice(cast, statements)
    drafts, relations = drafts_told(cast, statements)
    outcomes = outcomes_in(cast, statements, communications)
    return Reading(
        analysis.document, cast.actors, statements, communications, times, drafts, relations, outcomes=outcomes
    )
