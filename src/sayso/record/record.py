"""A record: one file that keeps readings and judgements, and answers questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal, Self

from sqlalchemy import Connection

from sayso.model import ActorKind, CommunicationKind, Decision, Document, Judgement, Pin, Reading, Sameness, Span
from sayso.record import (
    accounts,
    asking,
    everybody,
    finding,
    followed,
    gathering,
    happened,
    judgements,
    keeping,
    knowing,
    load,
    merging,
    passages,
    pinned,
    proposing,
    replied,
    schema,
    search,
    talked,
)
from sayso.record.answers import (
    Answer,
    DocumentLine,
    Passage,
    Person,
    PersonLine,
    Proposal,
    Question,
    SaidLine,
    Summary,
)
from sayso.record.database import Database
from sayso.record.events import Contacts, Event, EventAnswer, EventQuestion, Timeline
from sayso.record.histories import Knew, Outcomes, ReplyLine
from sayso.record.judging import machine_reading, without_rejected
from sayso.record.knowledge import Known
from sayso.record.soundness import refuse_unsound

EVERYTHING_SAID = Question()
EVERY_EVENT = EventQuestion()


class Record:
    """Keeps what was read and answers who said what.

    `path` is a file (made if it is not there), ":memory:", or an SQLAlchemy URL of an SQLite database. May be shared
    by threads, and by several processes at once. Raises RecordError with a sentence if the place cannot be used.
    """

    def __init__(self, path: str | Path = "sayso.db", *, must_exist: bool = False) -> None:
        self._database = Database(path, must_exist=must_exist)
        self._pieces = search.Pieces()

    @classmethod
    def open(cls, path: str | Path = "sayso.db") -> Record:
        """An existing record; raises NoSuchRecord, with advice, where there is none."""
        return cls(path, must_exist=True)

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        self._database.close()

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
        refuse_unsound(reading)
        with self._changing() as connection:
            return keeping.add(connection, reading)

    def failed(self, source: str, message: str) -> None:
        """Remember that a source could not be read, and why. Forgotten when a document of that source is added."""
        with self._database.writing() as connection:
            keeping.failed(connection, source, message)

    def worked(self, source: str) -> None:
        """Forget that a source once failed (for sources whose documents have names of their own, such as a corpus)."""
        with self._database.writing() as connection:
            keeping.worked(connection, source)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with self._database.writing() as connection:
            gathering.outdate(connection)
            yield connection

    # Documents

    def has(self, document_id: str, *, read_by: str | None = None) -> bool:
        """Is there a document by that id, read last by that reader (`Reading.read_by`), or by any?"""
        with self._database.reading() as connection:
            reader = load.read_by(connection, document_id)
        return reader is not None and read_by in (None, reader)

    def documents(
        self, *, limit: int | None = None, offset: int = 0, order: Literal["published", "added"] = "published"
    ) -> list[DocumentLine]:
        """All documents, the newest first."""
        with self._database.reading() as connection:
            return asking.document_lines(connection, page=(limit, offset), order=order)

    def document(self, id: str) -> Document:
        """The document by that id or unique beginning of it; raises NotInRecord."""
        with self._database.reading() as connection:
            return load.document(connection, finding.document_id(connection, id))

    def document_line(self, id: str) -> DocumentLine:
        """The same as a line with its counts; raises NotInRecord."""
        with self._database.reading() as connection:
            only = schema.documents.c.id == finding.document_id(connection, id)
            return asking.document_lines(connection, only)[0]

    def seconds(self, document_id: str, start: int) -> float | None:
        """Where the recording stands at this character of a transcript; None for a text without times."""
        with self._database.reading() as connection:
            return load.seconds(connection, document_id, start)

    def reading(self, id: str, *, judged: bool = True, rejected: bool = False) -> Reading:
        """The reading of a document, by its id or unique beginning of it; raises NotInRecord.

        As people corrected it, without what they rejected unless `rejected`; with `judged=False` as the machine
        read it.
        """
        with self._database.reading() as connection:
            kept = load.judged(connection, finding.document_id(connection, id))
        if not judged:
            return machine_reading(kept)
        return kept.reading if rejected else without_rejected(kept)

    # Statements

    def said(self, question: Question = EVERYTHING_SAID) -> Answer:
        """The statements that fit: best first where words are given, else newest first and in the order of the text.

        (Newest first also for words so common that more than 10,000 statements hold them.) Of what needs a person,
        the least sure come first.

        Never raises on the words, whatever is typed. Raises RecordError if `since` or `until` is no ISO date.
        """
        with self._database.reading() as connection:
            return asking.said(connection, question)

    def statement(self, id: str) -> SaidLine:
        """One statement with the words around it and its judgements.

        `id` is its id, a unique beginning of it, or its address ("document id/statement id"); raises NotInRecord.
        """
        with self._database.reading() as connection:
            return asking.statement(connection, *finding.statement_at(connection, id))

    def spoken(self, document_id: str, span: Span) -> list[SaidLine]:
        """Whose words stand there: statements whose content touches the span, the closest fit first.

        All realities, nothing that was rejected.
        """
        with self._database.reading() as connection:
            return asking.spoken(connection, document_id, span)

    def speakers(self) -> list[tuple[str, int]]:
        """Everyone who is recorded as having said something, with the number of statements, most first."""
        with self._database.reading() as connection:
            return asking.speakers(connection)

    # People

    def people(
        self,
        *,
        named: str | None = None,
        kind: ActorKind | None = None,
        mentioned: bool = True,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[PersonLine]:
        """People, organisations and outlets, one over all documents, the most spoken first.

        `named` is the beginning of a word of their name; case and accents do not matter. `mentioned=False` leaves out
        the organisations that are only mentioned: that say nothing, are told nothing and take part in nothing.
        """
        with self._database.reading() as connection:
            return everybody.people(connection, named, kind, (limit, offset), mentioned=mentioned)

    def count_people(self, *, named: str | None = None, kind: ActorKind | None = None, mentioned: bool = True) -> int:
        """How many there are."""
        with self._database.reading() as connection:
            return everybody.count(connection, named, kind, mentioned=mentioned)

    def person(self, who: str) -> Person:
        """One of them, with names, roles and documents; raises NotInRecord.

        `who` is an id (`PersonLine.id`), a name or a part of it, or the address of an actor of one document
        ("document id/actor id"). What was said by, to and about them: `said`.
        """
        with self._database.reading() as connection:
            found = everybody.person(connection, who)
            return replace(
                found,
                judgements=tuple(proposing.merges(connection, found.name)),
                proposals=tuple(proposing.find(connection, (None, 0), person=found.name)),
            )

    # Replies, advice, knowledge

    def replies(self, who: str | None = None) -> list[ReplyLine]:
        """Whoever was asked or accused, and what came of it; the newest print first. `who` as in `person`."""
        with self._database.reading() as connection:
            return replied.replies(connection, who)

    def outcomes(self, who: str | None = None) -> Outcomes:
        """Advice with what was later reported that is consistent with it, and how much was not followed.

        `who` is an adviser, as in `person`. Consistent with, never caused by.
        """
        with self._database.reading() as connection:
            return followed.of(connection, who)

    def knew(self, words: str, *, who: str | None = None, by: str | None = None) -> Knew:
        """When somebody is first recorded as saying these words or being told them.

        `words` as in `Question`; `who` as in `person`, None for anybody; `by` is an ISO day that is asked about.
        """
        with self._database.reading() as connection:
            return knowing.knew(connection, words, who, by)

    def proposals(
        self,
        *,
        limit: int | None = None,
        offset: int = 0,
        order: Literal["consequence", "unsure"] = "consequence",
        person: str | None = None,
    ) -> list[Proposal]:
        """Pairs that may be one and that nobody has decided on: those that move most statements first, or the least
        sure. `person` as in `person`: only those that concern them."""
        with self._database.reading() as connection:
            name = everybody.meant(connection, person) if person is not None else None
            return proposing.find(connection, (limit, offset), order, name)

    def proposal(self, id: str) -> Proposal | None:
        """The pair of that id (`Proposal.id`), if nobody has decided on it."""
        with self._database.reading() as connection:
            return proposing.one(connection, id)

    def same(self, one: str, other: str, *, by: str, note: str | None = None) -> Sameness:
        """Decide that two are one. Both as in `person`; raises NotInRecord, AmbiguousName or InvalidJudgement."""
        return self._decide(merging.Asked(one, other, Decision.SAME, by, note))

    def different(self, one: str, other: str, *, by: str, note: str | None = None) -> Sameness:
        """Decide that two are not one. The address of an actor ("document id/actor id") as `one` takes it out of the
        person it was placed with. Raises as `same` does."""
        return self._decide(merging.Asked(one, other, Decision.DIFFERENT, by, note))

    def unsure(self, one: str, other: str, *, by: str, note: str | None = None) -> Sameness:
        """Decide that it cannot be known: nobody is asked again. Raises as `same` does."""
        return self._decide(merging.Asked(one, other, Decision.UNSURE, by, note))

    def _decide(self, asked: merging.Asked) -> Sameness:
        with self._changing() as connection:
            return merging.decide(connection, asked)

    def merges(self, person: str | None = None) -> list[Sameness]:
        """All that was decided about names, oldest first, or what concerns one; withdrawn judgements are marked."""
        with self._database.reading() as connection:
            return proposing.merges(connection, everybody.meant(connection, person) if person else None)

    def learn(self, known: Iterable[Known]) -> int:
        """Keep names, aliases and offices to tell people by (`sayso.record.knowledge.read`), and look again at those
        who bear these names; how many of them there are now."""
        with self._changing() as connection:
            return merging.learn(connection, known)

    # Events

    def gather(self) -> None:
        """Find out which communications of several documents are one event, if anything has changed since.

        Every question about events does it first. After many documents were added it takes some seconds: call it then,
        and no question has to wait.
        """
        with self._database.reading() as connection:
            made = gathering.are_made(connection)
        if not made:
            with self._database.writing() as connection:
                gathering.make(connection)

    @contextmanager
    def _gathered(self) -> Iterator[Connection]:
        self.gather()
        with self._database.reading() as connection:
            yield connection

    def events(self, question: EventQuestion = EVERY_EVENT) -> EventAnswer:
        """Calls, meetings, posts … of all documents, each once, in the order of time; those without a date last.

        Raises NotInRecord or AmbiguousName for somebody unknown, RecordError if `since` or `until` is no ISO date.
        """
        with self._gathered() as connection:
            return happened.events(connection, question)

    def event(self, id: str) -> Event:
        """One of them with every document's account of it, and others that may be the same.

        `id` is its id, a unique beginning of it, or the address of an account ("document id/communication id"); raises
        NotInRecord.
        """
        with self._gathered() as connection:
            return accounts.event(connection, happened.event_id(connection, id))

    def timeline(
        self,
        who: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        kind: CommunicationKind | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Timeline:
        """Events in the order of time, those without a date apart. `who` as in `person`; raises as `events` does."""
        question = EventQuestion(who=who, since=since, until=until, kind=kind, limit=limit, offset=offset)
        with self._gathered() as connection:
            return happened.timeline(connection, question)

    def contacts(
        self,
        who: str | None = None,
        *,
        also: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Contacts:
        """Who talked to whom, how often and when; those of `who`, with `also`. Raises as `events` does."""
        question = EventQuestion(who=who, also=also, since=since, until=until, limit=limit, offset=offset)
        with self._gathered() as connection:
            return talked.contacts(connection, question)

    # The whole

    def summary(self) -> Summary:
        """What is in the record, and what needs a person."""
        with self._database.reading() as connection:
            return asking.summary(connection)

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

        `correct` needs `field` and `value`: `speaker` a name, `addressees` and `via` names with ";" between ("" for
        nobody); `act`, `reality`, `channel`, `basis`, `kind` a word of their closed list; `when` an EDTF date ("" for
        none), also with the place where it is printed ("2025-10-14 12-20"); `content`, `cue`, `source` spans
        ("12-40,52-60"). It holds for every document of the same text.
        """
        asked = keeping.Decided(decision, by, field, value, note)
        with self._changing() as connection:
            return keeping.judge(connection, statement_id, asked)

    def undo(self, judgement_id: str) -> Judgement | Sameness:
        """Withdraw a judgement, on a statement ("j…") or on two names ("m…"). It stays in the record, marked.

        Raises NotInRecord.
        """
        with self._changing() as connection:
            if judgement_id.startswith("m"):
                return merging.undo(connection, judgement_id)
            return keeping.undo(connection, judgement_id)

    def judgements(self, statement_id: str | None = None, *, document: str | None = None) -> list[Judgement]:
        """All judgements, oldest first, or those of a statement or a document; withdrawn ones are marked.

        One whose `statement` is None is adrift: no reading of its text holds its words any more.
        """
        with self._database.reading() as connection:
            if statement_id is not None:
                return judgements.at_statement(connection, *finding.statement_at(connection, statement_id))
            if document is not None:
                return judgements.at_document(connection, finding.document_id(connection, document))
            return judgements.all_of(connection)

    # Words and places

    def passages(self, words: Sequence[str] | str, limit: int = 10, *, exclude: Collection[str] = ()) -> list[Passage]:
        """Where in all texts these words may stand, most promising first: paragraphs with their neighbours.

        Finds a passage also if some of its words differ. `exclude` are digests of texts to pass over.
        """
        with self._database.reading() as connection:
            typed = words if isinstance(words, str) else " ".join(words)
            return list(passages.find(connection, self._pieces, typed, limit, exclude))

    def pins(self) -> Iterator[Pin]:
        """Every pin: content, cue, source and hedges of all statements, and roles, with the words as they were kept."""
        with self._database.reading() as connection:
            ids = keeping.document_ids(connection)
        for id in ids:
            with self._database.reading() as connection:
                found = list(pinned.pins(connection, id))
            yield from found
