"""The tables of a record. Read it from top to bottom: texts, what was read in them, what people judged, what is asked.

Ids are text and every table but the last two is keyed by them, so that two records can be joined. Offsets count code
points of `texts.text`, from `start` up to but not including `stop`. Columns that hold a closed list of `sayso.model`
are CHECKed: a list that grows needs a migration. `position` keeps the order of the reading.
Only `search.py` adds anything that depends on the database: the full-text indexes.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

from sayso import model

VERSION = "0006"
"""The newest migration in `migrations/versions`: what a fresh record is stamped with."""

PARTS = ("content", "cue", "source", "hedge")
WHOM = ("addressee", "via")
TOOK_PART = ("participant", "according_to")
SAMENESS = (model.Decision.SAME, model.Decision.DIFFERENT, model.Decision.UNSURE)
DECIDED = (model.Decision.CONFIRM, model.Decision.CORRECT, model.Decision.REJECT, model.Decision.UNSURE)

# Constraints without a name could not be changed by a later migration.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "%(table_name)s_by_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _text(name: str, comment: str | None = None, **more: Any) -> Column[str]:
    more.setdefault("nullable", False)
    return Column(name, Text, comment=comment, **more)


def _maybe(name: str, comment: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=True, comment=comment)


def _number(name: str, comment: str | None = None, **more: Any) -> Column[int]:
    more.setdefault("nullable", False)
    return Column(name, Integer, comment=comment, **more)


def _flag(name: str, comment: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, comment=comment)


def _one_of(column: str, values: Iterable[str | StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _of_document() -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


def _belongs_to(table: str, column: str) -> ForeignKeyConstraint:
    """The row goes when that row of the same document goes."""
    return ForeignKeyConstraint(["document_id", column], [f"{table}.document_id", f"{table}.id"], ondelete="CASCADE")


def _refers_to(table: str, column: str) -> ForeignKeyConstraint:
    """A row of the same document; checked at the end of the transaction, as rows may refer to later ones."""
    return ForeignKeyConstraint(
        ["document_id", column],
        [f"{table}.document_id", f"{table}.id"],
        deferrable=True,
        initially="DEFERRED",
    )


def _place() -> tuple[Column[int], Column[int]]:
    return _number("start"), _number("stop")


def _when() -> tuple[Column[Any], ...]:
    return (
        _maybe("when_edtf", "ISO 8601-2; an unknown year stays unknown"),
        _number("when_start", "where the date is printed", nullable=True),
        _number("when_stop", nullable=True),
        _maybe("when_earliest", "ISO date"),
        _maybe("when_latest", "ISO date"),
    )


def _table(name: str, *columns: Any, comment: str) -> Table:
    # Rows of one document lie side by side: half the size, and a reading is one stretch of each table.
    return Table(name, metadata, *columns, comment=comment, sqlite_with_rowid=False)


texts = Table(
    "texts",
    metadata,
    _text("digest", "sha256 of the text", primary_key=True),
    _text("text"),
    comment="Every text once, however many outlets print it.",
)

documents = Table(
    "documents",
    metadata,
    _text("id", "digest of text digest, source, outlet and published", primary_key=True),
    Column("digest", Text, ForeignKey("texts.digest"), nullable=False, index=True),
    _text("source", "file name, URL, or id of a corpus line"),
    _text("kind"),
    _maybe("title"),
    _maybe("outlet"),
    _maybe("published", "ISO 8601 date or time"),
    _maybe("author"),
    _maybe("wire", "the agency whose text it is by its credit line"),
    _maybe("credit", "that line as printed"),
    _text("first_words", "the opening of the text, for lists"),
    _text("added", "when it was first read, ISO 8601, UTC"),
    _text("read_by", "which reader read it last: another one reads it again", server_default=""),
    _one_of("kind", model.DocumentKind),
    Index("documents_by_published", "published"),
    comment="One text as received: which outlet printed it, and when.",
)

timecodes = _table(
    "timecodes",
    _of_document(),
    _number("position", primary_key=True),
    _number("start", "the character of the text"),
    Column("seconds", Float, nullable=False, comment="where the recording stands there"),
    comment="Where a transcript's text stands in its recording.",
)

actors = _table(
    "actors",
    _of_document(),
    _text("id", primary_key=True),
    _number("position"),
    _text("name"),
    _text("kind"),
    _flag("added_by_person", "named in a correction, not found by the machine"),
    _maybe("person", "the name in `people`: who it is over all documents; none for groups and unnamed sources"),
    _one_of("kind", model.ActorKind),
    Index("actors_by_person", "person"),
    comment="Who speaks or is spoken to, within one document.",
)

actor_members = _table(
    "actor_members",
    _of_document(),
    _text("actor_id", primary_key=True),
    _number("position", primary_key=True),
    _text("member_id"),
    _belongs_to("actors", "actor_id"),
    _refers_to("actors", "member_id"),
    comment="The actors that a group is made of.",
)

mentions = _table(
    "mentions",
    _of_document(),
    _text("actor_id", primary_key=True),
    _number("position", primary_key=True),
    *_place(),
    _belongs_to("actors", "actor_id"),
    comment="The words that point at an actor.",
)

roles = _table(
    "roles",
    _of_document(),
    _text("actor_id", primary_key=True),
    _number("position", primary_key=True),
    _text("text"),
    *_place(),
    _belongs_to("actors", "actor_id"),
    comment="Titles, offices and epithets, in the document's words.",
)

communications = _table(
    "communications",
    _of_document(),
    _text("id", primary_key=True),
    _number("position"),
    _text("kind"),
    *_when(),
    _maybe("place"),
    _maybe("medium"),
    _maybe("duration"),
    _text("status"),
    _maybe("reply"),
    _number("object_start", "the words for what was handed over or leaked", nullable=True),
    _number("object_stop", nullable=True),
    _one_of("kind", model.CommunicationKind),
    _one_of("status", model.Status),
    _one_of("reply", model.Reply),
    comment="The calls, meetings, interviews … behind the statements.",
)

communication_actors = _table(
    "communication_actors",
    _of_document(),
    _text("communication_id", primary_key=True),
    _text("part", "took part, or is who says that it happened", primary_key=True),
    _number("position", primary_key=True),
    _text("actor_id"),
    _belongs_to("communications", "communication_id"),
    _refers_to("actors", "actor_id"),
    _one_of("part", TOOK_PART),
    comment="Who took part in a communication, and according to whom.",
)

communication_spans = _table(
    "communication_spans",
    _of_document(),
    _text("communication_id", primary_key=True),
    _number("position", primary_key=True),
    *_place(),
    _belongs_to("communications", "communication_id"),
    comment="The words that tell of a communication.",
)

statements = _table(
    "statements",
    _of_document(),
    _text("id", primary_key=True),
    _number("position"),
    _text("kind", "whose words they are: the speaker's, the reporter's, or both"),
    _text("words"),
    _maybe("speaker_id"),
    _text("act"),
    _text("reality", "only 'said' counts as having been said"),
    _text("basis", "how the speaker knows"),
    _text("channel"),
    _maybe("communication_id"),
    *_when(),
    _maybe("within_id", "the statement that reports this one"),
    Column("confidence", Float, nullable=False, comment="0 to 1"),
    _text("found_by"),
    _maybe("decision", "what a person last decided"),
    _maybe("machine", "JSON: the machine's reading, where a person corrected it"),
    _flag("kept", "held by a judgement alone: no reading finds it any more"),
    _refers_to("actors", "speaker_id"),
    _refers_to("communications", "communication_id"),
    _refers_to("statements", "within_id"),
    _one_of("kind", model.Kind),
    _one_of("act", model.Act),
    _one_of("reality", model.Reality),
    _one_of("basis", model.Basis),
    _one_of("channel", model.Channel),
    _one_of("decision", DECIDED),
    comment="One act of speech as one document reports it, as corrected by people.",
)

statement_spans = _table(
    "statement_spans",
    _of_document(),
    _text("statement_id", primary_key=True),
    _text("part", "content, cue, source or hedge", primary_key=True),
    _number("position", primary_key=True),
    *_place(),
    _text("words", "what stood there when it was read"),
    _belongs_to("statements", "statement_id"),
    _one_of("part", PARTS),
    comment="Where the parts of a statement stand.",
)

statement_actors = _table(
    "statement_actors",
    _of_document(),
    _text("statement_id", primary_key=True),
    _text("part", "spoken to, or the way the words came", primary_key=True),
    _number("position", primary_key=True),
    _text("actor_id"),
    _belongs_to("statements", "statement_id"),
    _refers_to("actors", "actor_id"),
    _one_of("part", WHOM),
    comment="To whom it was said, and via whom it reached the document.",
)

statement_reasons = _table(
    "statement_reasons",
    _of_document(),
    _text("statement_id", primary_key=True),
    _number("position", primary_key=True),
    _text("reason"),
    _belongs_to("statements", "statement_id"),
    comment="What lowered the confidence in a statement.",
)

times = _table(
    "times",
    _of_document(),
    _number("position", primary_key=True),
    *_place(),
    _text("type"),
    _text("value", "TIMEX3"),
    _maybe("edtf"),
    _one_of("type", model.TimeType),
    comment="Time expressions.",
)

drafts = _table(
    "drafts",
    _of_document(),
    _text("id", primary_key=True),
    _number("position"),
    _text("name"),
    _number("points", "how many it is said to have", nullable=True),
    comment="Drafts that a document speaks of.",
)

draft_spans = _table(
    "draft_spans",
    _of_document(),
    _text("draft_id", primary_key=True),
    _number("position", primary_key=True),
    *_place(),
    _belongs_to("drafts", "draft_id"),
    comment="The words that point at a draft.",
)

draft_authors = _table(
    "draft_authors",
    _of_document(),
    _text("draft_id", primary_key=True),
    _number("position", primary_key=True),
    _text("actor_id"),
    _belongs_to("drafts", "draft_id"),
    _refers_to("actors", "actor_id"),
    comment="Who is said to have written a draft.",
)

draft_relations = _table(
    "draft_relations",
    _of_document(),
    _text("id", primary_key=True),
    _number("position"),
    _text("from_id"),
    _text("to_id"),
    _text("relation"),
    _text("status", "stated, alleged or denied"),
    _refers_to("drafts", "from_id"),
    _refers_to("drafts", "to_id"),
    comment="How one draft is said to come from another.",
)

draft_relation_actors = _table(
    "draft_relation_actors",
    _of_document(),
    _text("draft_relation_id", primary_key=True),
    _number("position", primary_key=True),
    _text("actor_id"),
    _belongs_to("draft_relations", "draft_relation_id"),
    _refers_to("actors", "actor_id"),
    comment="According to whom.",
)

draft_relation_spans = _table(
    "draft_relation_spans",
    _of_document(),
    _text("draft_relation_id", primary_key=True),
    _number("position", primary_key=True),
    *_place(),
    _belongs_to("draft_relations", "draft_relation_id"),
    comment="The words that say so.",
)

outcomes = _table(
    "outcomes",
    _of_document(),
    _text("id", primary_key=True),
    _number("position"),
    _text("advice_id"),
    _text("outcome_id", "a statement or a communication"),
    _refers_to("statements", "advice_id"),
    comment="Advice, and what happened later that is consistent with it (never: caused by it).",
)

outcome_reasons = _table(
    "outcome_reasons",
    _of_document(),
    _text("outcome_id", primary_key=True),
    _number("position", primary_key=True),
    _text("reason"),
    _belongs_to("outcomes", "outcome_id"),
    comment="Why they are put side by side.",
)

judgements = Table(
    "judgements",
    metadata,
    _text("id", primary_key=True),
    Column("digest", Text, ForeignKey("texts.digest"), nullable=False, index=True),
    *_place(),
    _text("words", "the words judged"),
    _text("decision"),
    _maybe("field", "which part of the statement a correction sets"),
    _maybe("value", "what it should be"),
    _maybe("note"),
    _text("person", "who decided"),
    _text("at", "ISO 8601, UTC"),
    _one_of("decision", DECIDED),
    comment="What people decided about statements: added, never changed, and tied to the words of a text.",
)

withdrawals = Table(
    "withdrawals",
    metadata,
    Column("judgement_id", Text, ForeignKey("judgements.id"), primary_key=True),
    _text("at", "ISO 8601, UTC"),
    comment="Judgements that were taken back.",
)

judgement_statements = _table(
    "judgement_statements",
    _of_document(),
    Column("judgement_id", Text, ForeignKey("judgements.id"), primary_key=True, index=True),
    _text("statement_id"),
    _belongs_to("statements", "statement_id"),
    comment="The statements that a judgement stands at now; none: it is adrift.",
)

people = _table(
    "people",
    _text("name", "no two have the same: namesakes have words in brackets behind it", primary_key=True),
    _text("kind"),
    _text("names", "JSON list: as printed, and others it is known by"),
    _text("roles", "JSON list: as printed"),
    _one_of("kind", model.ActorKind),
    comment="Who is one over all documents. Made from actors, what people decided and what is known beforehand.",
)

people_keys = _table(
    "people_keys",
    _text("key", primary_key=True),
    Column("name", Text, ForeignKey("people.name", ondelete="CASCADE"), primary_key=True, index=True),
    comment="Where to look for those that may be the same.",
)

proposals = _table(
    "proposals",
    Column("one", Text, ForeignKey("people.name", ondelete="CASCADE"), primary_key=True),
    Column("other", Text, ForeignKey("people.name", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False, comment="0 to 1: how likely they are one"),
    _text("reasons", "JSON list of pairs: a sentence, and whether it speaks against"),
    comment="Two that may be one: a person is asked.",
)

samenesses = Table(
    "samenesses",
    metadata,
    _text("id", primary_key=True),
    Column("one_digest", Text, ForeignKey("texts.digest"), nullable=False, index=True),
    _number("one_start"),
    _number("one_stop"),
    _text("one_words"),
    Column("other_digest", Text, ForeignKey("texts.digest"), nullable=False, index=True),
    _number("other_start"),
    _number("other_stop"),
    _text("other_words"),
    _text("decision"),
    _maybe("note"),
    _text("person", "who decided"),
    _text("at", "ISO 8601, UTC"),
    _maybe("withdrawn", "when it was taken back"),
    _one_of("decision", SAMENESS),
    comment="What people decided about two names: tied to words of texts, so that it outlives re-reading.",
)

known = Table(
    "known",
    metadata,
    _text("name", primary_key=True),
    _text("aliases", "JSON list"),
    _text("offices", "JSON list: office, since, until"),
    comment="Names, aliases and offices that somebody gave beforehand (sayso people --import).",
)

known_names = _table(
    "known_names",
    _text("form", "a name or alias, folded", primary_key=True),
    Column("name", Text, ForeignKey("known.name", ondelete="CASCADE"), primary_key=True),
    comment="Under which names they are looked up.",
)

events = _table(
    "events",
    _text("id", primary_key=True),
    _text("kind"),
    _text("status"),
    _text("statuses", "JSON list: all that documents say, the one above first"),
    _maybe("edtf", "ISO 8601-2: the days that all accounts allow"),
    _maybe("earliest", "ISO date"),
    _maybe("latest", "ISO date"),
    _flag("about", "the words say that the date is not certain"),
    _text("dates", "JSON list: the dates as printed"),
    _maybe("place"),
    _maybe("medium"),
    _maybe("duration"),
    _maybe("reply"),
    _maybe("printed", "ISO date: when it was first told of"),
    _number("accounts", "documents that tell of it"),
    _number("statements", "made in it"),
    _one_of("kind", model.CommunicationKind),
    _one_of("status", model.Status),
    _one_of("reply", model.Reply),
    Index("events_by_day", "earliest", "latest"),
    comment="Communications of all documents, each once. Made from the tables above when asked for.",
)

event_accounts = _table(
    "event_accounts",
    _of_document(),
    _text("communication_id", primary_key=True),
    Column("event_id", Text, ForeignKey("events.id", ondelete="CASCADE"), nullable=False, index=True),
    _belongs_to("communications", "communication_id"),
    comment="Which communication of which document is an account of an event.",
)

event_parties = _table(
    "event_parties",
    Column("event_id", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    _number("position", primary_key=True),
    _text("name"),
    _text("kind"),
    _maybe("person", "the name in `people`"),
    _one_of("kind", model.ActorKind),
    Index("event_parties_by_person", "person"),
    comment="Who took part in an event, by all accounts.",
)

made = _table(
    "made",
    _text("what", "tables made from others", primary_key=True),
    comment="What is up to date: events, until a document or a judgement is added.",
)

unreadable = Table(
    "unreadable",
    metadata,
    _text("source", primary_key=True),
    _text("message"),
    _text("at", "ISO 8601, UTC"),
    comment="Sources that could not be read when last tried.",
)

lines = Table(
    "lines",
    metadata,
    _number("number", primary_key=True, autoincrement=True),
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    _text("statement_id"),
    _number("position"),
    _text("words"),
    _maybe("speaker"),
    _text("addressees", "JSON list of names"),
    _text("via", "JSON list of names"),
    _text("speaker_names", "JSON list: the speaker and, of a group, its members"),
    _text("addressee_names", "JSON list: the addressees and, of groups, their members"),
    _text("act"),
    _text("kind"),
    _text("channel"),
    _text("reality"),
    _maybe("outlet"),
    _maybe("when_words", "the date as printed"),
    _maybe("when_edtf"),
    _maybe("earliest", "ISO date: its own, else the day it was published"),
    _maybe("latest", "ISO date"),
    _maybe("month"),
    Column("confidence", Float, nullable=False),
    _flag("rejected", "a person struck it out"),
    _flag("unsure", "waits for a person"),
    _belongs_to("statements", "statement_id"),
    Index("lines_by_document", "document_id", "rejected", "unsure"),
    Index("lines_by_statement", "statement_id"),
    Index("lines_by_day", "rejected", "reality", text("latest DESC"), "document_id", "position"),
    Index("lines_by_unsure", "unsure", "rejected", "confidence"),
    *(
        Index(f"lines_by_{column}", "rejected", "reality", column)
        for column in ("speaker", "addressees", "channel", "kind", "outlet", "month")
    ),
    comment="What is asked: one line a statement, names in place of ids. Made from the tables above.",
)

pieces = Table(
    "pieces",
    metadata,
    _number("number", primary_key=True, autoincrement=False),
    Column("digest", Text, ForeignKey("texts.digest"), nullable=False, index=True),
    *_place(),
    comment="Texts cut into paragraphs, numbered in order, for the index of all words printed.",
)

VIEWS = {
    "who_said_what": """
        CREATE VIEW who_said_what AS
        SELECT documents.source AS document, lines.outlet, documents.published, lines.speaker, lines.words,
               lines.addressees AS to_whom, lines.via, lines.when_edtf AS when_said, lines.when_words,
               lines.channel, lines.act, lines.kind, lines.reality, lines.confidence,
               lines.document_id, lines.statement_id
        FROM lines JOIN documents ON documents.id = lines.document_id
        WHERE NOT lines.rejected
        ORDER BY documents.published, lines.document_id, lines.position
    """
}
"""What a person who opens the file with datasette or the sqlite3 shell should look at first."""
