"""One run of `sayso read`: each document is one transaction, and a bad one costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from sayso.cli.printing import complain
from sayso.errors import MissingFile, MissingPart, SaysoError, UnreadableDocument, named
from sayso.export.phrases import counted, only_marks
from sayso.model import UNSURE_BELOW, Document, Reading

if TYPE_CHECKING:
    from sayso.record import Record

Output = Callable[[Reading], None]
Promise = Callable[[], Reading]
Begin = Callable[[Document], Promise]


@dataclass(slots=True)
class Tally:
    """What a run found: statements and unsure ones by document id, so that nothing counts twice.

    `in_part` are the documents of which only the quotation marks were read.
    """

    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    in_part: set[str] = field(default_factory=set)
    known: int = 0
    renewed: int = 0
    failed: int = 0

    @property
    def brief(self) -> str:
        """One line.

        >>> Tally({"d1": (100, 9), "d2": (43, 0)}, known=1).brief
        '2 documents, 143 statements, 9 need you; 1 was in the record already'
        >>> Tally({"d1": (4, 0)}, {"d1"}).brief
        '1 document, 4 statements, nothing needs you; 1 does not look like English: only its quotation marks were read'
        """
        statements = sum(all_of_it for all_of_it, _ in self.found.values())
        unsure = sum(part for _, part in self.found.values())
        line = f"{counted(len(self.found), 'document')}, {counted(statements, 'statement')}, {_needs(unsure)}"
        line += f"; {self.known:,} {'was' if self.known == 1 else 'were'} in the record already" if self.known else ""
        line += f"; {self.renewed:,} read again with a newer reader" if self.renewed else ""
        line += f"; {_in_part(len(self.in_part))}" if self.in_part else ""
        return line + (f"; {self.failed:,} could not be read" if self.failed else "")


def _in_part(count: int) -> str:
    look, whose = ("does not look", "its") if count == 1 else ("do not look", "their")
    return f"{count:,} {look} like English: only {whose} quotation marks were read"


def _needs(unsure: int) -> str:
    if not unsure:
        return "nothing needs you"
    return f"{unsure:,} {'needs' if unsure == 1 else 'need'} you"


class Intake:
    """Takes documents into a record, or, where there is none, only to its outputs.

    What the record holds already is not read again, unless `again`, or unless an older reader read it. Others read
    where `elsewhere` says how a document is begun; whatever they find is kept here.
    """

    def __init__(
        self,
        record: Record | None,
        outputs: Sequence[Output] = (),
        *,
        again: bool = False,
        elsewhere: Begin | None = None,
    ) -> None:
        self.tally = Tally()
        self._record = record
        self._outputs = outputs
        self._again = again
        self._elsewhere = elsewhere
        self._begun: set[str] = set()
        self._failed_before = {one.source for one in record.summary().unreadable} if record else set()

    def begin(self, entry: Document | UnreadableDocument) -> Promise | None:
        """Have it read elsewhere, if that is to be, nobody is at it, and it is not known already."""
        if self._elsewhere is None or isinstance(entry, UnreadableDocument):
            return None
        if self._record is not None:
            if entry.id in self._begun or self._is_known(self._record, entry):
                return None
            self._begun.add(entry.id)
        return self._elsewhere(entry)

    def take(
        self, entry: Document | UnreadableDocument, promise: Promise | None = None, *, typed: bool = False
    ) -> None:
        """Read one document, or wait for what was promised, and keep it.

        Whatever is wrong with it becomes a sentence, and the run goes on.

        What is wrong is remembered, but for a missing file whose very name was `typed`: that is no document's fault.
        """
        try:
            reading = self._reading(entry, promise)
        except MissingPart:
            raise  # no other document would fare better
        except Exception as error:
            self._failed(entry.source, error, remember=not (typed and isinstance(error, MissingFile)))
            return
        if reading is not None:
            for output in self._outputs:
                output(reading)

    def worked(self, source: str) -> None:
        """A source that failed in an earlier run has not failed in this one."""
        if self._record and source in self._failed_before:
            self._record.worked(source)

    def _reading(self, entry: Document | UnreadableDocument, promise: Promise | None) -> Reading | None:
        """The reading if there are outputs for it."""
        if isinstance(entry, UnreadableDocument):
            raise entry
        promise = promise or partial(_read, entry)
        if self._record is None:
            return self._pass_on(entry, promise)
        self._keep(self._record, entry, promise)
        return self._record.reading(entry.id) if self._outputs else None

    def _pass_on(self, document: Document, promise: Promise) -> Reading:
        reading = promise()
        unsure = sum(statement.confidence < UNSURE_BELOW for statement in reading.statements)
        self._found(document.id, len(reading.statements), unsure, reading.read_by)
        return reading

    def _is_known(self, record: Record, document: Document) -> bool:
        return not self._again and record.has(document.id, read_by=_reader_of(document))

    def _keep(self, record: Record, document: Document, promise: Promise) -> None:
        if document.id in self.tally.found:
            return
        if self._is_known(record, document):
            self.tally.known += 1
            self.worked(document.source)
        else:
            self.tally.renewed += not self._again and record.has(document.id)
            record.add(promise())
        line = record.document_line(document.id)
        self._found(document.id, line.statements, line.unsure, _reader_of(document))

    def _found(self, id: str, statements: int, unsure: int, read_by: str) -> None:
        self.tally.found[id] = statements, unsure
        if only_marks(read_by):
            self.tally.in_part.add(id)

    def _failed(self, source: str, error: Exception, *, remember: bool) -> None:
        self.tally.failed += 1
        message = str(error)
        if not isinstance(error, SaysoError):
            cause = f"{type(error).__name__}: {named(str(error))}"
            message = f"{named(source)} could not be read: sayso failed on it ({cause}). Please report this."
        complain(message)
        # If the record itself cannot be written to, this raises, and the run ends.
        if self._record and remember:
            self._record.failed(source, message)


def _reader_of(document: Document) -> str:
    # As below: not needed where nothing is kept.
    from sayso.reading import reader_of

    return reader_of(document)


def _read(document: Document) -> Reading:
    # Only when there is something new to read: the language pipeline takes a second to load.
    from sayso.reading import read_document

    return read_document(document)
