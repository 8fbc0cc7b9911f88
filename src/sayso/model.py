"""The nouns of sayso and their closed lists. Nothing here changes after birth, and nothing here does any work.

All offsets are half-open code-point offsets into `Document.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class DocumentKind(StrEnum):
    """What sort of text a document is."""

    REPORT = "report"
    TRANSCRIPT = "transcript"
    DRAFT = "draft"
    POST = "post"
    STATEMENT = "statement"


class Kind(StrEnum):
    """Whose words a statement's content are: the speaker's, the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the speaker did in saying it."""

    ASSERTS = "asserts"
    ADVISES = "advises"
    PROMISES = "promises"
    ASKS = "asks"
    DEMANDS = "demands"
    DENIES = "denies"
    PRAISES = "praises"
    CONDEMNS = "condemns"
    PREDICTS = "predicts"
    BELIEVES = "believes"
    AGREES = "agrees"
    DECLINES = "declines"
    REPORTS = "reports"
    OTHER = "other"


class Reality(StrEnum):
    """Whether it was said at all. Only `said` ever counts as having been said."""

    SAID = "said"
    NOT_SAID = "not_said"
    HYPOTHETICAL = "hypothetical"
    PLANNED = "planned"
    ASKED_ONLY = "asked_only"


class Basis(StrEnum):
    """How the speaker knows."""

    FIRSTHAND = "firsthand"
    DOCUMENT = "document"
    TOLD = "told"
    NOT_STATED = "not_stated"


class Channel(StrEnum):
    """The way the words travelled."""

    SPEECH = "speech"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press conference"
    PHONE_CALL = "phone call"
    MEETING = "meeting"
    STATEMENT = "statement"
    POST = "post"
    LETTER = "letter"
    REPORT = "report"
    TESTIMONY = "testimony"
    DEBATE = "debate"
    ARTICLE = "article"
    UNSPECIFIED = "unspecified"


class CommunicationKind(StrEnum):
    """What sort of act stands behind the statements."""

    CALL = "call"
    MEETING = "meeting"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press conference"
    SPEECH = "speech"
    REMARKS = "remarks"
    STATEMENT = "statement"
    POST = "post"
    LETTER = "letter"
    TESTIMONY = "testimony"
    DEBATE = "debate"
    REQUEST = "request"
    LEAK = "leak"
    HANDOVER = "handover"


class Status(StrEnum):
    """Whether a communication took place."""

    HAPPENED = "happened"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


class Reply(StrEnum):
    """What came back to a request or an accusation."""

    ANSWERED = "answered"
    DECLINED = "declined"
    NOT_REACHED = "not reached"
    DENIED = "denied"
    DEFENDED = "defended"
    PENDING = "pending"


class ActorKind(StrEnum):
    """What sort of being spoke or was spoken to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Verdict(StrEnum):
    """How a printed quotation stands to the record."""

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"
    ALTERED = "altered"
    ABSENT = "absent"
    OTHER_SPEAKER = "other_speaker"


class Decision(StrEnum):
    """What a person decided about an entry of the record."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets in one document.

    >>> Span(4, 9).of("who: Rossi")
    ' Ross'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Do the two share at least one character?"""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Does the other lie wholly inside this one?"""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def digest_of(*parts: str) -> str:
    """Sha256 of the parts, kept apart by a byte that no UTF-8 text holds."""
    joined = b"\xff".join(part.encode("utf-8", "surrogatepass") for part in parts)
    return hashlib.sha256(joined).hexdigest()


@lru_cache(maxsize=2)
def _digest_of_text(text: str) -> str:
    # Asked for by every statement and actor of a document: the longer the text, the more often and the dearer.
    return digest_of(text)


@dataclass(frozen=True, slots=True)
class Timecode:
    """At this character of a transcript the recording stands at this second."""

    start: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Document:
    """One text as received. `text` never changes, and every offset refers to it.

    `source` is the name it came under: a file's name, a URL, or the `id` of a corpus line. `published` is an ISO 8601
    date or time, or None. `wire` is the agency whose text it is by its credit line; `credit` is that line as printed.
    """

    text: str
    source: str = "text"
    kind: DocumentKind = DocumentKind.REPORT
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    wire: str | None = None
    credit: str | None = None
    timecodes: tuple[Timecode, ...] = ()

    @property
    def digest(self) -> str:
        """Sha256 of the text: what a pin refers to."""
        return _digest_of_text(self.text)

    @property
    def id(self) -> str:
        """One text by two outlets is two documents; one file read twice is one."""
        return "d" + digest_of(self.digest, self.source, self.outlet or "", self.published or "")[:16]


@dataclass(frozen=True, slots=True)
class Role:
    """A title, office or epithet, in the document's words."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody (or something) that speaks or is spoken to, within one document."""

    id: str
    name: str
    kind: ActorKind
    mentions: Spans = ()
    members: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time as exact as the text made it.

    `edtf` is ISO 8601-2; `words` is where it is printed; `earliest` and `latest` are ISO dates that bound it, or None
    where the words set no bound. An unknown year stays unknown ("XXXX-10-14") and has no bounds.
    """

    edtf: str
    words: Span
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value; `edtf` where the value can be said in EDTF."""

    span: Span
    type: TimeType
    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of speech as one document reports it.

    `content` may be split ("A," X said. "B."). `speaker`, `addressees` and `via` are actor ids; `within` is the id of
    the statement that reports this one. `confidence` is 0 to 1, and `reasons` say what lowered it.
    """

    id: str
    kind: Kind
    content: Spans
    words: str
    cue: Spans = ()
    source: Spans = ()
    speaker: str | None = None
    addressees: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    act: Act = Act.ASSERTS
    reality: Reality = Reality.SAID
    basis: Basis = Basis.NOT_STATED
    hedges: Spans = ()
    channel: Channel = Channel.UNSPECIFIED
    communication: str | None = None
    when: When | None = None
    within: str | None = None
    confidence: float = 1.0
    found_by: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where its first content word stands."""
        return self.content[0].start


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words of split content, a gap shown as nothing but a space."""
    return " ".join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True)
class Communication:
    """The act itself, behind the statements. `object`: the words for what was handed over or leaked."""

    id: str
    kind: CommunicationKind
    participants: tuple[str, ...] = ()
    when: When | None = None
    place: str | None = None
    medium: str | None = None
    duration: str | None = None
    status: Status = Status.HAPPENED
    reply: Reply | None = None
    spans: Spans = ()
    according_to: tuple[str, ...] = ()
    object: Span | None = None


@dataclass(frozen=True, slots=True)
class DraftMention:
    """A draft that is spoken of: "a very similar 20-point plan"."""

    id: str
    name: str
    points: int | None
    spans: Spans
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftRelation:
    """What a text states, alleges or denies about how one draft came from another."""

    from_: str
    to: str
    relation: str
    status: str
    according_to: tuple[str, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Advice, and what later happened that is consistent with it."""

    advice: str
    outcome: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found in one document. `read_by` names the reader and its version: another may find more."""

    document: Document
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    communications: tuple[Communication, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    drafts: tuple[DraftMention, ...] = ()
    draft_relations: tuple[DraftRelation, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    read_by: str = ""

    def actor(self, id: str | None) -> Actor | None:
        """The actor by that id, if there is one."""
        return next((actor for actor in self.actors if actor.id == id), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where printed words depart from the original: what stands there, what was printed instead."""

    original: str
    printed: str


@dataclass(frozen=True, slots=True)
class Pin:
    """Words tied to their place: Web Annotation TextPosition and TextQuote, with the digest of the text."""

    document: str
    digest: str
    span: Span
    words: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about a statement. Added, never overwritten.

    Anchored to the document's text (`digest`), the words judged and their place, so that it outlives re-reading.
    `field` and `value` are set for corrections: which part of the statement, and what it should be.
    """

    id: str
    digest: str
    span: Span
    words: str
    decision: Decision
    by: str
    at: str
    field: str | None = None
    value: str | None = None
    note: str | None = None
    withdrawn: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text that name somebody: the sha256 of the text, the place, and what stood there."""

    digest: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Sameness:
    """What a person decided about two names: same, different or unsure. Added, never overwritten.

    Anchored to words of texts, so that it outlives re-reading.
    """

    id: str
    one: Anchor
    other: Anchor
    decision: Decision
    by: str
    at: str
    note: str | None = None
    withdrawn: bool = False


UNSURE_BELOW = 0.70
"""Statements under this confidence are drawn dashed and wait in the review queue."""
