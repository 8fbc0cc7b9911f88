"""One statement of a record in three prints: for people, for pipes, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sayso.cli.printing import print_tabs, safe, table
from sayso.export.phrases import certainty, date
from sayso.model import Act, Channel, Document, Reality, Span

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from sayso.record import DocumentLine, SaidLine

NOBODY = "nobody named"
SHORT_ID = 9
"""Characters of an id in a table: enough to be unique in most records, and `show` takes the beginning of an id."""
MOST = 480
"""Characters of a statement in a table. `show` prints it whole."""
TOLD_ACTS = (Act.DENIES, Act.DECLINES)
"""Acts without which the words would read as if the speaker stood by them."""
HIT, STRONG, WEAK = "reverse", "bold", "dim"


def as_json(line: SaidLine) -> dict[str, Any]:
    """The statement as `said --json` prints it."""
    said = line.statement
    return {
        "id": said.id,
        "document": document_as_json(line.document),
        "speaker": line.speaker,
        "addressees": list(line.addressees),
        "via": list(line.via),
        "words": said.words,
        "content": [[span.start, span.end] for span in said.content],
        "hits": [[span.start, span.end] for span in line.hits],
        "kind": said.kind,
        "act": said.act,
        "reality": said.reality,
        "channel": said.channel,
        "when": {"edtf": said.when.edtf, "words": line.when_words} if said.when else None,
        "confidence": said.confidence,
        "unsure": line.unsure,
        "reasons": list(said.reasons),
        "decision": line.decision,
    }


def document_as_json(document: Document | DocumentLine) -> dict[str, Any]:
    """What names a document."""
    return {
        "id": document.id,
        "digest": document.digest,
        "source": document.source,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "kind": document.kind,
    }


def print_lines(lines: Iterable[SaidLine]) -> None:
    """One statement a line: id, who, to whom, when, channel, reality, act, document, words."""
    for line in lines:
        said = line.statement
        when = said.when.edtf if said.when else ""
        people = line.speaker or "", "; ".join(line.addressees)
        print_tabs(line.id, *people, when, said.channel, said.reality, said.act, line.document.name, line.words)


def table_of(lines: Iterable[SaidLine], *, with_document: bool = True) -> Table:
    """A table of two columns: who to whom, when and how; the words, and where they are printed."""
    made = table("who → whom", "words", airy=True)
    # Names and dates need little room, words all they can get.
    made.columns[0].max_width, made.columns[0].min_width = 30, 20
    made.columns[1].ratio = 1
    made.expand = True
    for line in lines:
        made.add_row(_who(line), _what(line, with_document))
    return made


def _who(line: SaidLine) -> Text:
    from rich.text import Text

    return Text("\n").join(
        part
        for part in (
            people(line),
            Text(when(line), WEAK if line.statement.when else f"{WEAK} italic"),
            Text(how(line), WEAK),
        )
        if part
    )


def people(line: SaidLine) -> Text:
    """Who → whom."""
    from rich.text import Text

    made = Text(safe(line.speaker), STRONG) if line.speaker else Text(NOBODY, "italic")
    if line.addressees:
        made.append(f" → {safe(', '.join(line.addressees))}")
    return made


def when(line: SaidLine) -> str:
    """The date, and beside it the words it was made from."""
    said = line.statement.when
    if said is None:
        return "no date"
    return date(said.edtf) + (f" “{safe(line.when_words)}”" if line.when_words else "")


def how(line: SaidLine) -> str:
    """The channel, and the hands it passed through."""
    channel = line.statement.channel
    parts = [] if channel is Channel.UNSPECIFIED else [str(channel)]
    return ", ".join(parts + ([f"via {safe(', '.join(line.via))}"] if line.via else []))


def _what(line: SaidLine, with_document: bool) -> Text:
    from rich.text import Text

    parts = [Text("  ").join(_tags(line)), words_of(line), _where(line, with_document)]
    return Text("\n").join(part for part in parts if part)


def _tags(line: SaidLine) -> Sequence[Text]:
    from rich.text import Text

    found = []
    if line.statement.reality is not Reality.SAID:
        found.append(Text(str(line.statement.reality).replace("_", " ").upper(), STRONG))
    if line.statement.act in TOLD_ACTS:
        found.append(Text(line.statement.act.upper(), STRONG))
    if line.rejected:
        found.append(Text("REJECTED", STRONG))
    return found


def words_of(line: SaidLine) -> Text:
    """The words with what was looked for marked in them; of a long speech, the part around it."""
    from rich.text import Text

    shown = _part(line)
    made = Text(("… " if shown.start else "") + safe(shown.of(line.words)))
    shift = len(made) - len(shown)
    for hit in line.hits:
        made.stylize(HIT, max(0, hit.start - shown.start + shift), max(0, hit.end - shown.start + shift))
    return made.append("" if shown.end == len(line.words) else " …")


def _part(line: SaidLine) -> Span:
    words = line.words
    if len(words) <= MOST:
        return Span(0, len(words))
    first = max(0, min(line.hits[0].start - MOST // 3 if line.hits else 0, len(words) - MOST))
    start = words.rfind(" ", 0, first) + 1 if first else 0
    return Span(start, max(words.rfind(" ", start, start + MOST), start + MOST // 2))


def _where(line: SaidLine, with_document: bool) -> Text:
    from rich.text import Text

    made = Text(style=WEAK)
    if with_document:
        made.append(f"{place(line.document)} · ")
    made.append(line.id[:SHORT_ID])
    if line.unsure:
        made.append(f" · unsure {certainty(line.statement.confidence)}")
    elif line.decision:
        made.append(f" · {PAST[line.decision]}")
    return made


PAST = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected", "unsure": "marked unsure"}
"""What a decision did to a statement."""


def place(document: DocumentLine) -> str:
    """The outlet or else the source, and the day it was published."""
    return safe(document.name) + (f", {date(document.published[:10])}" if document.published else "")
