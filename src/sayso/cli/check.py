"""`sayso check`: does a story quote what somebody really said?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath
from sayso.cli.printing import is_terminal, print_json, print_tabs, safe, show, table
from sayso.cli.statements import WEAK, place
from sayso.errors import UnreadableDocument
from sayso.export.phrases import counted, joined
from sayso.model import Verdict

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from sayso.check import Checked
    from sayso.record import Record

EXAMPLES = """
sayso check examples/check/ai-story.txt --record demo.db
echo '“We have agreed to forty boats north of the line,” Ilse Varnholt said.' | sayso check - --record demo.db
"""

ALARM = "bold red"
ABSENT = "no document of the record has these words"
BAD = frozenset({Verdict.ALTERED, Verdict.ABSENT, Verdict.OTHER_SPEAKER})


def check(
    story: Annotated[str, typer.Argument(metavar="STORY", hidden=True)],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON document: quotes, each with words, span, verdict, difference, pin.")
    ] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Compare the quotations of a story with the record.

    STORY is a file of any kind that read takes, or - for standard input: a draft, an AI's answer, whatever puts words
    in quotation marks. It is not kept. The verdicts:

    verbatim: the words stand there. typographic: they do, but for quotation marks, dashes, spaces and the like.
    altered: words were changed. absent: nothing like it was said. other speaker: somebody else said it.

    In a pipe, each quotation is one line with tabs between verdict, words, difference, the words of the record, the
    document that holds them, the speaker as printed, the speaker on record, and a note. Exit code 1 if anything is
    altered, absent or somebody else's.
    """
    import sayso
    from sayso.record import Record

    with Record.open(record) as opened:
        bad = False
        for text in _texts(story):
            found = sayso.check(text, opened)
            bad = bad or any(one.verdict in BAD for one in found)
            if as_json:
                print_json({"quotes": [one.as_json() for one in found]})
            else:
                _print(opened, found)
    if bad:
        raise typer.Exit(1)


def _texts(story: str) -> Iterator[str]:
    from sayso.text import read_documents

    for entry in read_documents(story):
        if isinstance(entry, UnreadableDocument):
            raise entry
        yield entry.text


def _print(record: Record, found: Sequence[Checked]) -> None:
    if not is_terminal():
        for one in found:
            print_tabs(*_cells(record, one))
        return
    if found:
        show(_table(record, found), "")
    show(_brief(found))


def _cells(record: Record, one: Checked) -> Iterator[str]:
    yield one.verdict
    yield one.words
    yield one.difference or ""
    yield one.pin.words if one.pin else ""
    yield record.document_line(one.pin.document).source if one.pin else ""
    yield one.speaker_printed or ""
    yield one.speaker_recorded or ""
    yield one.note or ""


def _brief(found: Sequence[Checked]) -> str:
    """One line: "5 quotations: 1 verbatim, 1 altered, 3 absent"."""
    if not found:
        return "There is nothing to check: it quotes nobody."
    counts = Counter(one.verdict for one in found)
    listed = joined([f"{counts[verdict]} {_called(verdict)}" for verdict in Verdict if counts[verdict]])
    return f"{counted(len(found), 'quotation')}: {listed}."


def _called(verdict: Verdict) -> str:
    return verdict.replace("_", " ")


def _table(record: Record, found: Sequence[Checked]) -> Table:
    made = table("verdict", "quotation, and what the record holds", narrow=(0,), airy=True)
    for one in found:
        made.add_row(_verdict(one.verdict), _what(record, one))
    return made


def _verdict(verdict: Verdict) -> Text:
    from rich.text import Text

    return Text(_called(verdict), ALARM if verdict in BAD else "green")


def _what(record: Record, one: Checked) -> Text:
    """The quotation, what is wrong with it, and the original with its place."""
    from rich.text import Text

    made = _marked(f"“{safe(one.words)}”", [difference.printed for difference in one.differences])
    if told := ABSENT if one.verdict is Verdict.ABSENT else one.difference:
        made.append(f"\n{safe(told)}", ALARM)
    if one.pin:
        speaker = f"{safe(one.speaker_recorded)}: " if one.speaker_recorded else ""
        if one.verdict is not Verdict.VERBATIM:
            original = _marked(safe(one.pin.words), [difference.original for difference in one.differences])
            made = Text.assemble(made, f"\n{speaker}", original)
            speaker = ""
        spans = f"characters {one.pin.span.start}–{one.pin.span.end}"
        made.append(f"\n{speaker}{place(record.document_line(one.pin.document))}, {spans}", WEAK)
    if one.note:
        made.append(f"\n{safe(one.note)}", "italic")
    return made


def _marked(words: str, changed: Sequence[str]) -> Text:
    """Words with those that were changed marked, each looked for after the one before."""
    from rich.text import Text

    made, start = Text(words), 0
    for part in changed:
        found = re.compile(rf"\b{re.escape(part)}\b", re.IGNORECASE).search(words, start) if part else None
        if found:
            start = found.end()
            made.stylize(ALARM, found.start(), start)
    return made
