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
from sayso.export.phrases import at_time, counted, joined
from sayso.model import Verdict

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from sayso.check import Checked, Examined, Retold
    from sayso.model import Pin
    from sayso.record import Record

EXAMPLES = """
sayso check examples/check/ai-story.txt --record demo.db
echo '“We have agreed to forty boats north of the line,” Ilse Varnholt said.' | sayso check - --record demo.db
"""

ALARM = "bold red"
IN_OTHER_WORDS = "in_other_words"
NOTHING_NEAR = "no sentence of the record is near to it"
ABSENT = "no document of the record has these words"
BAD = frozenset({Verdict.ALTERED, Verdict.ABSENT, Verdict.OTHER_SPEAKER})


def check(
    story: Annotated[str, typer.Argument(metavar="STORY", hidden=True)],
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help="One JSON document: quotes, each with words, span, verdict, difference, pin; in_other_words."
        ),
    ] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Compare the quotations and claims of a story with the record.

    STORY is a file of any kind that read takes, or - for standard input: a draft, an AI's answer, whatever quotes
    somebody or claims that somebody said something. It is not kept. The verdicts:

    verbatim: the words stand there. typographic: they do, but for quotation marks, dashes, spaces and the like.
    altered: words were changed. absent: nothing like it was said. other speaker: somebody else said it.

    A claim ("she said that …") is altered where the record has the same sentence with another number, name, "not",
    modal verb or quantifier. A claim in other words has no verdict, and is never absent: it is listed with the nearest
    sentence of the record, for you to compare.

    In a pipe, each is one line with tabs between verdict (or in_other_words), words, difference, the words of the
    record, the document that holds them, the speaker as printed, the speaker on record, a note, and quotation or claim.
    Exit code 1 if anything is altered, absent or somebody else's.
    """
    from sayso.check import examine
    from sayso.record import Record

    with Record.open(record) as opened:
        bad = False
        for text in _texts(story):
            found = examine(text, opened)
            bad = bad or any(one.verdict in BAD for one in found.quotes)
            if as_json:
                print_json(found.as_json())
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


def _print(record: Record, found: Examined) -> None:
    if not is_terminal():
        for one in found.quotes:
            print_tabs(*_cells(record, one.verdict, one, one.difference, one.pin), one.form)
        for retold in found.in_other_words:
            print_tabs(*_cells(record, IN_OTHER_WORDS, retold, None, retold.nearest), "claim")
        return
    if found.quotes or found.in_other_words:
        show(_table(record, found), "")
    show(*_brief(found))


def _cells(record: Record, verdict: str, one: Checked | Retold, difference: str | None, pin: Pin | None) -> list[str]:
    source = record.document_line(pin.document).source if pin else ""
    words = pin.words if pin else ""
    speakers = one.speaker_printed or "", one.speaker_recorded or ""
    return [verdict, one.words, difference or "", words, source, *speakers, one.note or ""]


def _brief(found: Examined) -> Iterator[str]:
    """ "4 quotations and 1 claim: 1 verbatim, 2 altered and 2 absent."; and how many claims a person must compare."""
    counts = Counter(one.verdict for one in found.quotes)
    forms = Counter(one.form.value for one in found.quotes)
    listed = joined([f"{counts[verdict]} {_called(verdict)}" for verdict in Verdict if counts[verdict]])
    if listed:
        yield f"{joined([counted(forms[form], form) for form in ('quotation', 'claim') if forms[form]])}: {listed}."
    if retold := len(found.in_other_words):
        yield f"{counted(retold, 'claim')} in other words than the record's: compare {'them' if retold > 1 else 'it'}."
    elif not listed:
        yield "There is nothing to check: nobody is quoted, or said to have said anything."


def _called(verdict: str) -> str:
    return verdict.replace("_", " ")


def _table(record: Record, found: Examined) -> Table:
    made = table("verdict", "quotation or claim, and what the record holds", narrow=(0,), airy=True)
    for one in found.quotes:
        made.add_row(_verdict(one.verdict), _what(record, one))
    for retold in found.in_other_words:
        made.add_row(_called(IN_OTHER_WORDS), _retold(record, retold))
    return made


def _verdict(verdict: Verdict) -> Text:
    from rich.text import Text

    return Text(_called(verdict), ALARM if verdict in BAD else "green")


def _what(record: Record, one: Checked) -> Text:
    """The quotation, what is wrong with it, and the original with its place."""
    from rich.text import Text

    made = _marked(_printed(one), [difference.printed for difference in one.differences])
    if told := ABSENT if one.verdict is Verdict.ABSENT else one.difference:
        made.append(f"\n{safe(told)}", ALARM)
    if one.pin:
        speaker = f"{safe(one.speaker_recorded)}: " if one.speaker_recorded else ""
        if one.verdict is not Verdict.VERBATIM:
            original = _marked(safe(one.pin.words), [difference.original for difference in one.differences])
            made = Text.assemble(made, f"\n{speaker}", original)
            speaker = ""
        made.append(f"\n{speaker}{_where(record, one.pin)}", WEAK)
    if one.note:
        made.append(f"\n{safe(one.note)}", "italic")
    return made


def _printed(one: Checked) -> str:
    """A claim stands in no quotation marks, there or here."""
    return safe(one.words) if one.form == "claim" else f"“{safe(one.words)}”"


def _retold(record: Record, one: Retold) -> Text:
    """A claim, and the sentence that is nearest to it."""
    from rich.text import Text

    made = Text(safe(one.words))
    if one.nearest is None:
        made.append(f"\n{NOTHING_NEAR}", WEAK)
        return made
    speaker = f"{safe(one.speaker_recorded)}: " if one.speaker_recorded else ""
    made.append(f"\nnearest: {speaker}{safe(one.nearest.words)}")
    made.append(f"\n{_where(record, one.nearest)}", WEAK)
    if one.note:
        made.append(f"\n{safe(one.note)}", "italic")
    return made


def _where(record: Record, pin: Pin) -> str:
    time = at_time(record.seconds(pin.document, pin.span.start))
    return f"{place(record.document_line(pin.document))}, characters {pin.span.start}–{pin.span.end}{time}"


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
