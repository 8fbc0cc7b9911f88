"""A record: one file that keeps readings and judgements, and answers questions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Literal, Self

from sayso.model import Decision, Document, Judgement, Pin, Reading, Span
from sayso.record.answers import Answer, DocumentLine, Passage, Question, SaidLine, Summary

EVERYTHING_SAID = Question()


class Record:
    """Keeps what was read and answers who said what.

    `path` is a file (made if it is not there), ":memory:", or an SQLAlchemy URL of an SQLite database. May be shared
    by threads, and by several processes at once. Raises RecordError with a sentence if the place cannot be used.
    """

    def __init__(self, path: str | Path = "sayso.db") -> None:
        raise NotImplementedError

    @classmethod
    def open(cls, path: str | Path = "sayso.db") -> Record:
        """An existing record; raises NoSuchRecord, with advice, where there is none."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # Keeping

    def add(self, reading: Reading) -> bool:
        """Keep a reading, in one transaction; True if that changed the record.

        A document read again has its reading replaced; what people judged is kept, moved to the statements that cover
        the same words. Raises RecordError if the reading contradicts itself.
        """
        raise NotImplementedError

    def failed(self, source: str, message: str) -> None:
        """Remember that a source could not be read, and why. Forgotten when a document of that source is added."""
        raise NotImplementedError

    def worked(self, source: str) -> None:
        """Forget that a source once failed (for sources whose documents have names of their own, such as a corpus)."""
        raise NotImplementedError

    # Documents

    def has(self, document_id: str) -> bool:
        """Is there a document by that id?"""
        raise NotImplementedError

    def documents(
        self, *, limit: int | None = None, offset: int = 0, order: Literal["published", "added"] = "published"
    ) -> list[DocumentLine]:
        """All documents, the newest first."""
        raise NotImplementedError

    def document(self, id: str) -> Document:
        """The document by that id or unique beginning of it; raises NotInRecord."""
        raise NotImplementedError

    def document_line(self, id: str) -> DocumentLine:
        """The same as a line with its counts; raises NotInRecord."""
        raise NotImplementedError

    def reading(self, id: str, *, judged: bool = True, rejected: bool = False) -> Reading:
        """The reading of a document, by its id or unique beginning of it; raises NotInRecord.

        As people corrected it, without what they rejected unless `rejected`; with `judged=False` as the machine
        read it.
        """
        raise NotImplementedError

    # Statements

    def said(self, question: Question = EVERYTHING_SAID) -> Answer:
        """The statements that fit: best first where words are given, else newest first and in the order of the text.

        Never raises on the words, whatever is typed. Raises RecordError if `since` or `until` is no ISO date.
        """
        raise NotImplementedError

    def statement(self, id: str) -> SaidLine:
        """One statement with the words around it and its judgements.

        `id` is its id, a unique beginning of it, or its address ("document id/statement id"); raises NotInRecord.
        """
        raise NotImplementedError

    def spoken(self, document_id: str, span: Span) -> list[SaidLine]:
        """Whose words stand there: statements whose content touches the span, the closest fit first.

        All realities, nothing that was rejected.
        """
        raise NotImplementedError

    def speakers(self) -> list[tuple[str, int]]:
        """Everyone who is recorded as having said something, with the number of statements, most first."""
        raise NotImplementedError

    def summary(self) -> Summary:
        """What is in the record, and what needs a person."""
        raise NotImplementedError

    # Judgements

    def judge(
        self,
        statement_id: str,
        decision: Decision | str,
        *,
        by: str,
        field: str | None = None,
        value: str | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Add what a person decided: confirm, correct, reject or unsure. Raises NotInRecord or InvalidJudgement.

        `correct` needs `field` and `value`: `speaker` a name, `addressees` names with ";" between them ("" for nobody);
        `act`, `reality`, `channel`, `kind` a word of their closed list; `when` an EDTF date ("" for none);
        `content`, `cue`, `source` spans ("12-40,52-60"). It holds for every document of the same text.
        """
        raise NotImplementedError

    def undo(self, judgement_id: str) -> Judgement:
        """Withdraw a judgement. It stays in the record, marked. Raises NotInRecord."""
        raise NotImplementedError

    def judgements(self, statement_id: str | None = None, *, document: str | None = None) -> list[Judgement]:
        """All judgements, oldest first, or those of a statement or a document; withdrawn ones are marked.

        One whose `statement` is None is adrift: no reading of its text holds its words any more.
        """
        raise NotImplementedError

    # Words and places

    def passages(self, words: Sequence[str] | str, limit: int = 10, *, exclude: Collection[str] = ()) -> list[Passage]:
        """Where in all texts these words may stand, most promising first: paragraphs with their neighbours.

        Finds a passage also if some of its words differ. `exclude` are digests of texts to pass over.
        """
        raise NotImplementedError

    def pins(self) -> Iterator[Pin]:
        """Every pin: content, cue, source and hedges of all statements, and roles, with the words as they were kept."""
        raise NotImplementedError
